'use client';

import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { api } from '@/components/session/api';
import { useFetched } from '@/components/session/use-fetched';
import type { Similarity } from '@/contracts/similarity';
import { StaffPage } from '../staff-page';
import { Evidence } from './evidence';
import { LikenessDistribution } from './likeness-distribution';
import { PairTable } from './pair-table';

/** Alike work in a cohort, by the address: an exercise to look at (`?exercise=`), and of it one pair (`&submission=&with=`). */
export function SimilarityView({ cohort, titles }: { cohort: string; titles: Record<string, string> }) {
  const params = useSearchParams();
  const [exercise, submission, other] = ['exercise', 'submission', 'with'].map((name) => params.get(name));
  if (submission != null && other != null) {
    return <Evidence key={`${submission} ${other}`} {...{ cohort, titles, submission, other }} />;
  }
  return <Pairs {...{ cohort, titles, exercise: exercise ?? null }} />;
}

function Pairs({
  cohort,
  titles,
  exercise,
}: {
  cohort: string;
  titles: Record<string, string>;
  exercise: string | null;
}) {
  const t = useTranslations('instructor.similarity');
  const path = `/api/cohorts/${cohort}/similarity`;
  const list = useFetched(path, load);
  const query = exercise === null ? null : `${path}?${new URLSearchParams({ exercise })}`;
  const compared = useFetched(query, load);
  return (
    <StaffPage fetched={list}>
      {({ exercises }) => (
        <>
          <ExerciseChoice {...{ exercises, titles, exercise }} />
          <p role="status" className="mt-4 text-sm text-muted">
            {compared.loading && t('working')}
          </p>
          {exercise !== null && (
            <StaffPage fetched={compared}>
              {(answer) => answer.compared !== null && <Compared cohort={cohort} compared={answer.compared} />}
            </StaffPage>
          )}
        </>
      )}
    </StaffPage>
  );
}

const load = (path: string) =>
  api(path, { schema: async () => (await import('@/contracts/similarity')).SimilaritySchema });

function ExerciseChoice({
  exercises,
  titles,
  exercise,
}: Pick<Similarity, 'exercises'> & { titles: Record<string, string>; exercise: string | null }) {
  const t = useTranslations('instructor.similarity');
  return (
    <label className="mt-8 flex max-w-md flex-col gap-1.5">
      <span className="text-sm font-semibold">{t('exercise')}</span>
      <select
        value={exercise ?? ''}
        onChange={({ target }) => {
          const search = target.value === '' ? '' : `?${new URLSearchParams({ exercise: target.value })}`;
          // A state of Next's own would not be told to `useSearchParams`.
          history.pushState(null, '', location.pathname + search);
        }}
        className="min-h-11 w-full rounded-md border border-edge bg-raised px-3 text-base"
      >
        <option value="">{t('choose')}</option>
        {exercises.map(({ id, passed }) => (
          <option key={id} value={id}>
            {t('choice', { title: titles[id] ?? id, count: passed })}
          </option>
        ))}
      </select>
    </label>
  );
}

function Compared({ cohort, compared }: { cohort: string; compared: NonNullable<Similarity['compared']> }) {
  const t = useTranslations('instructor.similarity');
  const { exercise, learners, leftOut, tokens, pairs, distribution, learnerPairs, shippedPairs } = compared;
  if (learners === 0) return <p className="mt-8 text-muted">{t('nobody')}</p>;
  return (
    <div data-compared={exercise}>
      <p className="mt-2 max-w-measure text-sm">
        {t('compared', { learners, pairs })}{' '}
        {tokens !== null &&
          t('tokens', { q1: Math.round(tokens.q1), median: Math.round(tokens.median), q3: Math.round(tokens.q3) })}
        {leftOut > 0 && ` ${t('leftOut', { count: leftOut })}`}
      </p>
      <LikenessDistribution counts={distribution} pairs={pairs} />
      <PairTable {...{ cohort, exercise, pairs: learnerPairs, of: pairs }} kind="learners" />
      <PairTable {...{ cohort, exercise, pairs: shippedPairs, of: pairs }} kind="shipped" />
    </div>
  );
}
