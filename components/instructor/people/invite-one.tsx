import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useSending } from '@/components/session/use-sending';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { type CohortRole, type InvitationLinks, type PeoplePage, ROLES } from '@/contracts/cohort-people';
import type { Locale } from '@/grading/localized';
import { Choice } from './choice';
import { sendRoster } from './send-roster';

/** Invites one person, as a roster of one. */
export function InviteOne({
  page: { cohort, teams },
  onChange,
  onLinks,
}: {
  page: PeoplePage;
  onChange(): void;
  onLinks(links: InvitationLinks): void;
}) {
  const t = useTranslations('instructor.people');
  const locale = useLocale() as Locale;
  const [role, setRole] = useState<string>('LEARNER');
  const [team, setTeam] = useState('');
  const [message, setMessage] = useState<{ tone: 'pass' | 'fail' | 'info'; text: string } | null>(null);
  const { isBusy, problem, run } = useSending();

  function invite(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const email = String(fields.get('email'));
    const person = { email, name: String(fields.get('name')), role: role as CohortRole };
    const roster = { people: [{ ...person, team: role === 'LEARNER' ? team : '' }] };
    setMessage(null);
    void run(async () => {
      const plan = await sendRoster(cohort.id, { roster, locale });
      const row = plan.kind === 'plan' ? plan.rows[0] : undefined;
      if (plan.kind !== 'plan' || row === undefined) throw new Error('A roster of one has one row.');
      if (row.outcome === 'error' && row.problem !== null) {
        setMessage({ tone: 'fail', text: t(`roster.row.${row.problem}`, { first: row.first ?? 0 }) });
        return;
      }
      if (row.outcome === 'same') {
        setMessage({ tone: 'info', text: t('add.oneSame', { email: row.email }) });
        return;
      }
      const done = await sendRoster(cohort.id, { roster, locale, apply: plan.digest });
      if (done.kind === 'applied') onLinks(done);
      const said = row.outcome === 'enrol' ? 'oneEnrolled' : row.outcome === 'change' ? 'oneChanged' : 'oneDone';
      setMessage({ tone: 'pass', text: t(`add.${said}`, { email: row.email }) });
      form.reset();
      onChange();
    });
  }

  const shown = problem === null ? message : { tone: 'fail' as const, text: problem };
  return (
    <section aria-labelledby="invite-one" className="min-w-0 rounded-md border border-line p-5">
      <h3 id="invite-one" className="font-bold">
        {t('add.one')}
      </h3>
      <p className="mt-1 text-sm text-muted">{t('add.oneText')}</p>
      <form onSubmit={invite} className="mt-4 grid gap-4 sm:grid-cols-2">
        <TextField label={t('columns.email')} name="email" type="email" required maxLength={254} autoComplete="off" />
        <TextField label={t('columns.name')} name="name" maxLength={80} autoComplete="off" />
        <Choice label={t('columns.role')} value={role} onChange={setRole}>
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {t(`roles.${one}`)}
            </option>
          ))}
        </Choice>
        {role === 'LEARNER' && (
          <Choice label={t('columns.team')} value={team} onChange={setTeam}>
            <option value="">{t('table.noTeam')}</option>
            {teams.map(({ id, name }) => (
              <option key={id} value={name}>
                {name}
              </option>
            ))}
          </Choice>
        )}
        <div className="sm:col-span-2">
          <Button type="submit" tone="primary" disabled={isBusy}>
            {t('add.oneDo')}
          </Button>
        </div>
      </form>
      {shown !== null && (
        <div className="mt-4">
          <Notice tone={shown.tone} live>
            {shown.text}
          </Notice>
        </div>
      )}
    </section>
  );
}
