'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { MembersGate } from '@/components/account/members-gate';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { fetchPlaces } from '../discussion-api';
import { AuditTrail } from './audit-trail';
import { Bans } from './bans';
import { fetchModeration } from './moderation-api';
import { ReportedPost } from './reported-post';

/** What staff of a cohort have to look at: reported posts, who is banned, and what was done. */
export function ModerationPage() {
  const t = useTranslations('discussion');
  return <MembersGate text={t('membersOnly')}>{() => <ForStaff />}</MembersGate>;
}

function ForStaff() {
  const t = useTranslations('discussion.moderation');
  const errorText = useErrorText();
  const { data, error, reload } = useFetched('places', fetchPlaces);
  const [chosen, setChosen] = useState<string | null>(null);
  if (error !== null) return <Failed text={errorText(error)} onRetry={reload} />;
  if (data === null) return <div className="min-h-dvh" aria-busy />;
  const cohorts = data.places.flatMap(({ cohort, isStaff }) => (isStaff ? [cohort] : []));
  const cohort = cohorts.find(({ id }) => id === chosen) ?? cohorts[0];
  if (cohort === undefined) return <p className="mt-8">{t('staffOnly')}</p>;
  return (
    <>
      {cohorts.length > 1 && (
        <label className="mt-6 flex flex-wrap items-center gap-2 text-sm font-semibold">
          {t('cohort')}
          <select
            value={cohort.id}
            onChange={({ target }) => setChosen(target.value)}
            className="min-h-10 max-w-full rounded-md border border-edge bg-raised px-3 font-normal"
          >
            {cohorts.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <OfCohort key={cohort.id} cohort={cohort.id} />
    </>
  );
}

function OfCohort({ cohort }: { cohort: string }) {
  const t = useTranslations('discussion.moderation');
  const errorText = useErrorText();
  const { data, error, reload } = useFetched(cohort, fetchModeration);
  if (error !== null) return <Failed text={errorText(error)} onRetry={reload} />;
  if (data === null) return <div className="min-h-dvh" aria-busy />;
  const { reported, bans, mayBan } = data;
  return (
    <>
      <section aria-labelledby="reported">
        <h2 id="reported" className="mt-10 text-lg font-bold">
          {t('reported')}
        </h2>
        {reported.length === 0 && <p className="mt-3 text-muted">{t('noReports')}</p>}
        <ol className="mt-4 space-y-6">
          {reported.map((one) => (
            <ReportedPost key={one.post.id} {...{ cohort, mayBan }} reported={one} onDone={reload} />
          ))}
        </ol>
      </section>
      <Bans {...{ cohort, bans, mayBan }} onDone={reload} />
      {/* A deed of this page is in the trail at once. */}
      {mayBan && <AuditTrail key={`${reported.length} ${bans.length}`} cohort={cohort} />}
    </>
  );
}

function Failed({ text, onRetry }: { text: string; onRetry(): void }) {
  const t = useTranslations('discussion.list');
  return (
    <div className="mt-8">
      <Notice tone="fail" live>
        {text}{' '}
        <Button size="small" onClick={onRetry}>
          {t('tryAgain')}
        </Button>
      </Notice>
    </div>
  );
}
