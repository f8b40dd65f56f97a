import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ApiError, api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import {
  type CohortPerson,
  type CohortRole,
  type PeoplePage,
  type PersonChange,
  ROLES,
} from '@/contracts/cohort-people';
import { Choice } from './choice';
import type { Removal } from './cohort-people';

/** What is asked once more before it happens. */
type Question = { text: string; button: string; go: () => Promise<void> };

/** Changes somebody's role, team or cohort, or takes them out. */
export function ManagePerson({
  page: { cohort, self, teams, cohorts },
  person,
  onClose,
  onDone,
  onRemoved,
}: {
  page: PeoplePage;
  person: CohortPerson;
  onClose(): void;
  /** With what there is to say. */
  onDone(text: string): void;
  onRemoved(removal: Removal): void;
}) {
  const t = useTranslations('instructor.people');
  const errorText = useErrorText();
  const [role, setRole] = useState<string>(person.role);
  const [team, setTeam] = useState(person.team?.id ?? '');
  const [target, setTarget] = useState('');
  const [question, setQuestion] = useState<Question | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const { name } = person;
  const path = `/api/cohorts/${cohort.id}/people/${encodeURIComponent(person.id)}`;
  const isSelf = person.id === self;

  /** `conflict`: what stands against it. */
  async function attempt(work: () => Promise<void>, conflict: string) {
    setIsBusy(true);
    setTrouble(null);
    try {
      await work();
    } catch (error) {
      setTrouble(error instanceof ApiError && error.code === 'conflict' ? conflict : errorText(error));
      setQuestion(null);
      setIsBusy(false);
    }
  }

  function send(change: PersonChange, done: string, conflict: string) {
    return attempt(async () => {
      await api(path, {
        method: 'PATCH',
        body: change,
        schema: async () => (await import('@/contracts/team')).OkSchema,
      });
      onDone(done);
    }, conflict);
  }

  const changeRole = () =>
    send({ action: 'role', role: role as CohortRole }, t('manage.roleDone', { name }), t('manage.lastInstructor'));
  const remove = () =>
    attempt(async () => {
      const { removal } = await api(path, {
        method: 'DELETE',
        schema: async () => (await import('@/contracts/cohort-people')).RemovedSchema,
      });
      onRemoved({ id: removal, name });
    }, t('manage.lastInstructor'));
  const moveAway = () => {
    const to = cohorts.find(({ id }) => id === target);
    if (to === undefined) return;
    const done = t('manage.cohortDone', { name, cohort: to.name });
    const conflict =
      person.role === 'INSTRUCTOR' ? `${t('manage.there')} ${t('manage.lastInstructor')}` : t('manage.there');
    return send({ action: 'cohort', cohort: to.id }, done, conflict);
  };

  return (
    <Dialog title={t('manage.title', { name })} isOpen onOpenChange={(isOpen) => isOpen || onClose()}>
      {(close) => (
        <div className="space-y-5">
          {trouble !== null && (
            <Notice tone="fail" live>
              {trouble}
            </Notice>
          )}
          {question !== null ? (
            <Ask {...{ question, isBusy }} onCancel={() => setQuestion(null)} />
          ) : (
            <>
              <Part help={t('manage.roleStaff')}>
                <Choice label={t('manage.role')} value={role} onChange={setRole} className="grow">
                  {ROLES.map((one) => (
                    <option key={one} value={one}>
                      {t(`roles.${one}`)}
                    </option>
                  ))}
                </Choice>
                <Button
                  disabled={isBusy || role === person.role}
                  onClick={() =>
                    isSelf
                      ? setQuestion({ text: t('manage.ownRole'), button: t('manage.goOn'), go: changeRole })
                      : void changeRole()
                  }
                >
                  {t('manage.roleDo')}
                </Button>
              </Part>
              {person.role === 'LEARNER' && (
                <Part>
                  <Choice label={t('manage.team')} value={team} onChange={setTeam} className="grow">
                    <option value="">{t('table.noTeam')}</option>
                    {teams.map((one) => (
                      <option key={one.id} value={one.id}>
                        {t('manage.teamSize', { name: one.name, members: one.members, size: cohort.teamSize })}
                      </option>
                    ))}
                  </Choice>
                  <Button
                    disabled={isBusy || team === (person.team?.id ?? '')}
                    onClick={() =>
                      void send(
                        { action: 'team', team: team === '' ? null : team },
                        t('manage.teamDone', { name }),
                        t('manage.full'),
                      )
                    }
                  >
                    {t('manage.teamDo')}
                  </Button>
                </Part>
              )}
              {cohorts.length > 0 && (
                <Part help={t('manage.cohortText')}>
                  <Choice label={t('manage.cohort')} value={target} onChange={setTarget} className="grow">
                    <option value="">{t('manage.cohortChoose')}</option>
                    {cohorts.map((one) => (
                      <option key={one.id} value={one.id}>
                        {one.name}
                      </option>
                    ))}
                  </Choice>
                  <Button disabled={isBusy || target === ''} onClick={() => void moveAway()}>
                    {t('manage.cohortDo')}
                  </Button>
                </Part>
              )}
              <div className="flex flex-wrap justify-between gap-3 border-t border-line pt-5">
                <Button
                  tone="danger"
                  disabled={isBusy}
                  onClick={() =>
                    setQuestion({
                      text: `${isSelf ? `${t('manage.removeSelf')} ` : ''}${t('manage.removeText', { name })}`,
                      button: t('manage.remove'),
                      go: remove,
                    })
                  }
                >
                  {t('manage.remove')}
                </Button>
                <Button onClick={close}>{t('manage.close')}</Button>
              </div>
            </>
          )}
        </div>
      )}
    </Dialog>
  );
}

/** The question takes the focus, since what asked it is gone. */
function Ask({ question, isBusy, onCancel }: { question: Question; isBusy: boolean; onCancel(): void }) {
  const t = useTranslations('instructor.people.manage');
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), []);
  return (
    <>
      <p className="text-sm" role="alert">
        {question.text}
      </p>
      <div className="flex flex-wrap justify-end gap-3">
        <Button ref={cancel} onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button tone="danger" disabled={isBusy} onClick={() => void question.go()}>
          {question.button}
        </Button>
      </div>
    </>
  );
}

function Part({ children, help }: { children: ReactNode; help?: string }) {
  return (
    <div>
      <div className="flex flex-wrap items-end gap-3">{children}</div>
      {help !== undefined && <p className="mt-1.5 text-xs text-muted">{help}</p>}
    </div>
  );
}
