'use client';

import { useTranslations } from 'next-intl';
import { MembersGate } from '@/components/account/members-gate';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { Notice } from '@/components/ui/notice';
import type { OwnWatch, WatchReason, WatchRule, WatchSettings } from '@/contracts/watchlist';
import { ReasonView } from './reason-view';

type Cohort = OwnWatch['cohorts'][number];

/** What the rules of the reader's cohorts know of them: what staff see, and from when on. */
export function OwnWatchlist({ titles }: { titles: Record<string, string> }) {
  const t = useTranslations('instructor.watchlist.own');
  return <MembersGate text={t('membersOnly')}>{() => <Loaded titles={titles} />}</MembersGate>;
}

function Loaded({ titles }: { titles: Record<string, string> }) {
  const t = useTranslations('instructor.watchlist.own');
  const errorText = useErrorText();
  const { data, error } = useFetched('/api/watchlist', (path) =>
    api(path, { schema: async () => (await import('@/contracts/watchlist')).OwnWatchSchema }),
  );
  if (error !== null) return <Notice tone="fail">{errorText(error)}</Notice>;
  if (data === null) return <div className="min-h-dvh" aria-busy />;
  if (data.cohorts.length === 0) return <p className="text-muted">{t('none')}</p>;
  return data.cohorts.map((cohort) => <OneCohort key={cohort.id} cohort={cohort} titles={titles} />);
}

function OneCohort({
  cohort: { id, name, settings, quiet, facts },
  titles,
}: {
  cohort: Cohort;
  titles: Record<string, string>;
}) {
  const t = useTranslations('instructor.watchlist');
  const rules = Object.entries(settings) as [WatchRule, WatchSettings[WatchRule]][];
  return (
    <section aria-labelledby={id} className="border-t border-line py-8" data-own-watch={id}>
      <h2 id={id} className="text-lg font-bold [overflow-wrap:anywhere]">
        {name}
      </h2>
      {quiet !== null && <p className="mt-2 text-sm text-muted">{t(`own.quiet.${quiet}`)}</p>}
      <dl className="mt-4 space-y-5">
        {rules.map(([rule, from]) => (
          <div key={rule} data-rule={rule}>
            <dt className="font-semibold">{t(`rules.${rule}.name`)}</dt>
            <dd className="mt-1 text-sm text-muted">
              {from === null ? t('own.off') : t(`rules.${rule}.text`, { count: from })}
            </dd>
            <dd className="mt-1 text-sm">
              <Facts
                facts={facts.filter((fact) => fact.rule === rule)}
                from={quiet === null ? from : null}
                titles={titles}
              />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Facts({
  facts,
  from,
  titles,
}: {
  facts: readonly WatchReason[];
  /** From this number on staff are shown the fact; null: never. */
  from: number | null;
  titles: Record<string, string>;
}) {
  const t = useTranslations('instructor.watchlist.own');
  if (facts.length === 0) return t('nothing');
  const links = {
    exercise: (exercise: string) => `/exercises/${exercise}` as const,
    submission: (exercise: string, submission: string) => `/exercises/${exercise}?submission=${submission}` as const,
    activity: null,
  };
  return (
    <ul className="space-y-1">
      {facts.map((reason) => (
        <li key={reason.rule === 'stuck' ? reason.exercise : reason.rule}>
          <ReasonView reason={reason} titles={titles} links={links} />{' '}
          <span
            className={`text-xs ${from !== null && reason.count >= from ? 'font-semibold text-warn' : 'text-muted'}`}
          >
            {t(from !== null && reason.count >= from ? 'shown' : 'notShown')}
          </span>
        </li>
      ))}
    </ul>
  );
}
