import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import { showToast } from '@/components/ui/toast';
import { ReasonView } from '@/components/watchlist/reason-view';
import type { WatchEntry, Watchlist, WatchReason } from '@/contracts/watchlist';
import { exercisePath, learnerPath } from '../paths';
import { AgendaStep } from './agenda-step';

/** One learner with the reasons why they are named, and what could be done about each. */
export function WatchedEntry({
  entry: { learner, email, team, reasons, aside },
  titles,
  cohort,
  onAside,
  onResume,
}: {
  entry: WatchEntry;
  titles: Record<string, string>;
  cohort: Watchlist['cohort'];
  onAside(): void;
  onResume(): Promise<void>;
}) {
  const t = useTranslations('instructor.watchlist');
  const format = useFormatter();
  const errorText = useErrorText();
  const [isBusy, setIsBusy] = useState(false);
  const page = learnerPath(cohort.id, learner.id);
  const links = {
    exercise: (exercise: string) => exercisePath(cohort.id, exercise),
    submission: (_exercise: string, submission: string) => learnerPath(cohort.id, learner.id, submission),
    activity: page,
  };

  async function resume() {
    setIsBusy(true);
    try {
      await onResume();
    } catch (error) {
      showToast(errorText(error));
      setIsBusy(false);
    }
  }

  return (
    <li className="border-b border-line py-5" data-watched={learner.id}>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h2 className="min-w-0 text-lg font-semibold [overflow-wrap:anywhere]">
          <TextLink href={page}>{learner.name}</TextLink>
        </h2>
        {team && <span className="text-sm text-muted [overflow-wrap:anywhere]">{t('team', { name: team.name })}</span>}
        <span className="ms-auto">
          {aside === null ? (
            <Button size="small" onClick={onAside} aria-label={t('aside.label', { name: learner.name })}>
              {t('aside.do')}
            </Button>
          ) : (
            <Button
              size="small"
              disabled={isBusy}
              onClick={resume}
              aria-label={t('aside.resumeLabel', { name: learner.name })}
            >
              {t('aside.resume')}
            </Button>
          )}
        </span>
      </div>
      {aside && (
        <p className="mt-2 text-sm [overflow-wrap:anywhere]">
          {t('aside.until', {
            day: format.dateTime(new Date(aside.until), { dateStyle: 'medium', timeZone: 'UTC' }),
            name: aside.by ?? t('aside.gone'),
          })}
          {aside.note && ` ${aside.note}`}
        </p>
      )}
      <ul className="mt-3 space-y-3">
        {reasons.map((reason) => (
          <li key={reason.rule === 'stuck' ? reason.exercise : reason.rule} data-reason={reason.rule}>
            <div className="[overflow-wrap:anywhere]">
              <ReasonView reason={reason} titles={titles} links={links} />
            </div>
            <p className="mt-1 text-sm text-muted">
              {t('next')} <NextStep {...{ reason, email, team, cohort, page }} />
            </p>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** What could help, as a link to where it is done. */
function NextStep({
  reason,
  email,
  team,
  cohort,
  page,
}: Pick<WatchEntry, 'email' | 'team'> & { reason: WatchReason; cohort: Watchlist['cohort']; page: `/${string}` }) {
  const t = useTranslations('instructor.watchlist.steps');
  if (reason.rule === 'inactive' && email !== null) {
    return (
      <a
        href={`mailto:${encodeURIComponent(email)}?subject=${encodeURIComponent(cohort.name)}`}
        className="text-accent underline underline-offset-[0.2em]"
      >
        {t('write')}
      </a>
    );
  }
  if (reason.rule === 'stuck')
    return <TextLink href={exercisePath(cohort.id, reason.exercise)}>{t('exercise')}</TextLink>;
  if (reason.rule === 'behind') return <TextLink href={page}>{t('extension')}</TextLink>;
  if (reason.rule === 'absent' && team !== null) return <TextLink href={`/team/${team.id}`}>{t('team')}</TextLink>;
  if (reason.rule === 'hints' && team !== null) return <AgendaStep {...{ cohort, team }} />;
  return <TextLink href={page}>{t('look')}</TextLink>;
}
