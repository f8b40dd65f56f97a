import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiError, api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import type { CohortPerson, InvitationLinks, PeoplePage } from '@/contracts/cohort-people';
import type { Locale } from '@/grading/localized';
import { renewInvitations } from './renew';

/** A new link for somebody who is invited, by mail or by hand; or the invitation is taken back. */
export function ManageInvitation({
  page: { cohort, mail },
  person,
  onClose,
  onLinks,
  onDone,
}: {
  page: PeoplePage;
  person: CohortPerson;
  onClose(): void;
  onLinks(links: InvitationLinks): void;
  /** With what there is to say. */
  onDone(text: string): void;
}) {
  const t = useTranslations('instructor.people');
  const locale = useLocale() as Locale;
  const errorText = useErrorText();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function attempt(work: () => Promise<void>) {
    setIsBusy(true);
    setTrouble(null);
    try {
      await work();
    } catch (error) {
      const isGone = error instanceof ApiError && error.code === 'not-found';
      setTrouble(isGone ? t('invitation.gone') : errorText(error));
      setIsBusy(false);
    }
  }

  const renew = (send: boolean) =>
    attempt(async () => onLinks(await renewInvitations(cohort.id, { invitations: [person.id], send, locale })));
  const revoke = () =>
    attempt(async () => {
      await api(`/api/cohorts/${cohort.id}/invitations/${person.id}`, {
        method: 'DELETE',
        schema: async () => (await import('@/contracts/team')).OkSchema,
      });
      onDone(t('invitation.revoked'));
    });

  return (
    <Dialog
      title={t('invitation.title', { name: person.name || (person.email ?? '') })}
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
    >
      {(close) => (
        <div className="space-y-5">
          {trouble !== null && (
            <Notice tone="fail" live>
              {trouble}
            </Notice>
          )}
          <p className="text-sm [overflow-wrap:anywhere]">
            {person.email} · {t(`roles.${person.role}`)}
            {person.team && ` · ${person.team.name}`}
          </p>
          <p className="text-sm text-muted">{t('invitation.text')}</p>
          <div className="flex flex-wrap gap-3">
            <Button disabled={isBusy} onClick={() => void renew(false)}>
              {t('invitation.newLink')}
            </Button>
            {mail && (
              <Button disabled={isBusy} onClick={() => void renew(true)}>
                {t('invitation.send')}
              </Button>
            )}
          </div>
          <div className="flex flex-wrap justify-between gap-3 border-t border-line pt-5">
            <Button tone="danger" disabled={isBusy} onClick={() => void revoke()}>
              {t('invitation.revoke')}
            </Button>
            <Button onClick={close}>{t('manage.close')}</Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
