import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { PlannedRow, RosterAnswer } from '@/contracts/cohort-people';

/** Rows that are shown; the numbers count all. */
const SHOWN = 200;
const SIGN: Record<PlannedRow['outcome'], string> = { error: '✗', enrol: '+', invite: '✉', change: '→', same: '=' };
const CELL = 'py-1.5 pe-4 align-baseline';

/** What a roster would do, row by row, and the button that does it. */
export function RosterPreview({
  plan: { rows, newTeams, ignored },
  isBusy,
  onApply,
  onDiscard,
}: {
  plan: Extract<RosterAnswer, { kind: 'plan' }>;
  isBusy: boolean;
  onApply(): void;
  onDiscard(): void;
}) {
  const t = useTranslations('instructor.people');
  const count = (outcome: PlannedRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  const [errors, same] = [count('error'), count('same')];
  const counts = { enrol: count('enrol'), invite: count('invite'), change: count('change'), same, error: errors };
  const shown = [
    ...rows.filter(({ outcome }) => outcome === 'error'),
    ...rows.filter((row) => row.outcome !== 'error'),
  ];
  return (
    <section aria-labelledby="preview" className="mt-6">
      <h4 id="preview" className="font-bold">
        {t('roster.preview')}
      </h4>
      <p role="status" className="mt-1 text-sm">
        {t('roster.summary', counts)}
      </p>
      {newTeams.length > 0 && (
        <p className="mt-1 text-sm [overflow-wrap:anywhere]">{t('roster.newTeams', { teams: newTeams.join(', ') })}</p>
      )}
      {ignored.length > 0 && (
        <p className="mt-1 text-sm text-muted [overflow-wrap:anywhere]">
          {t('roster.ignored', { columns: ignored.join(', ') })}
        </p>
      )}
      {(errors > 0 || same === rows.length) && (
        <div className="mt-3">
          <Notice tone={errors > 0 ? 'fail' : 'info'}>
            {errors > 0 ? t('roster.hasErrors') : t('roster.nothing')}
          </Notice>
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="relative mt-3 max-h-96 overflow-auto" aria-label={t('roster.preview')} tabIndex={0}>
        <table className="w-full min-w-2xl text-left text-sm">
          <thead>
            <tr className="border-b border-edge">
              {[t('roster.line'), t('roster.what'), t('columns.email'), t('columns.name'), t('columns.role')].map(
                (head) => (
                  <th key={head} scope="col" className={`${CELL} font-semibold`}>
                    {head}
                  </th>
                ),
              )}
              <th scope="col" className={`${CELL} font-semibold`}>
                {t('columns.team')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, SHOWN).map((row) => (
              <Row key={row.line} row={row} />
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > SHOWN && (
        <p className="mt-2 text-sm text-muted">{t('roster.shown', { shown: SHOWN, count: rows.length })}</p>
      )}
      <p className="mt-4 flex flex-wrap gap-3">
        <Button tone="primary" disabled={isBusy || errors > 0 || same === rows.length} onClick={onApply}>
          {t('roster.apply')}
        </Button>
        <Button disabled={isBusy} onClick={onDiscard}>
          {t('roster.cancel')}
        </Button>
      </p>
    </section>
  );
}

function Row({ row }: { row: PlannedRow }) {
  const t = useTranslations('instructor.people');
  const { line, outcome, problem, first, email, name } = row;
  const fromTo = (before: string, after: string) =>
    outcome !== 'change' || before === after ? after : t('roster.from', { before, after });
  const role = row.role === null ? '' : t(`roles.${row.role}`);
  const roleBefore = row.roleBefore === null ? role : t(`roles.${row.roleBefore}`);
  const [team, teamBefore] = [row.team ?? t('roster.noTeam'), row.teamBefore ?? t('roster.noTeam')];
  return (
    <tr className="border-b border-line" data-outcome={outcome}>
      <td className={`${CELL} tabular-nums`}>{line}</td>
      <td className={`${CELL} ${outcome === 'error' ? 'font-semibold text-fail' : ''}`}>
        <span aria-hidden="true" className="inline-block w-5">
          {SIGN[outcome]}
        </span>
        {problem === null ? t(`roster.outcome.${outcome}`) : t(`roster.row.${problem}`, { first: first ?? 0 })}
      </td>
      <td className={`${CELL} max-w-72 [overflow-wrap:anywhere]`}>{email}</td>
      <td className={`${CELL} max-w-48 [overflow-wrap:anywhere]`}>{name}</td>
      <td className={CELL}>{fromTo(roleBefore, role)}</td>
      <td className={`${CELL} max-w-48 [overflow-wrap:anywhere]`}>{fromTo(teamBefore, team)}</td>
    </tr>
  );
}
