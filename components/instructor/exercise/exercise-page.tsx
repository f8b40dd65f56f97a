'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { api } from '@/components/session/api';
import { useFetched } from '@/components/session/use-fetched';
import { useMe } from '@/components/session/use-me';
import { TextLink } from '@/components/ui/text-link';
import { type ExercisePage, ExercisePageSchema } from '@/contracts/cohort-exercise';
import { StaffPage } from '../staff-page';
import { Distributions } from './distributions';
import { Trouble } from './trouble';

/** How an exercise went for a cohort: who passed and after what, which checks fail and why, and where to look. */
export function ExerciseOverview({ cohort, exercise, title }: { cohort: string; exercise: string; title: string }) {
  const fetched = useFetched(`/api/cohorts/${cohort}/exercises/${exercise}`, (path) =>
    api(path, { schema: ExercisePageSchema }),
  );
  return (
    <StaffPage fetched={fetched}>
      {(page) => (
        <>
          <Head page={page} title={title} />
          <Distributions page={page} />
          <Trouble page={page} />
          <Trend page={page} />
        </>
      )}
    </StaffPage>
  );
}

function Head({ page, title }: { page: ExercisePage; title: string }) {
  const t = useTranslations('instructor.exercise');
  const format = useFormatter();
  const { me } = useMe();
  const { cohort, exercise, version, learners, submissions, discrimination } = page;
  const tried = learners.all - learners.notStarted;
  const passed = learners.passed + learners.afterSolution;
  const share = (part: number, all: number) =>
    all === 0 ? '—' : format.number(part / all, { style: 'percent', maximumFractionDigits: 0 });
  const { index } = discrimination;
  const facts = [
    [t('passRate'), t('passRateOf', { share: share(passed, tried), passed, tried })],
    [t('notStarted'), t('learnersOf', { count: learners.notStarted, all: learners.all })],
    [t('trying'), String(learners.trying)],
    [t('afterSolution'), String(learners.afterSolution)],
    [t('overridden'), String(learners.overridden)],
    [t('submissions'), String(submissions)],
    [
      t('discrimination'),
      index === null
        ? t('tooFew', { count: discrimination.learners })
        : t(`discriminates.${gradeOf(index)}`, {
            index: format.number(index, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
            count: discrimination.learners,
          }),
    ],
    [t('version'), version],
  ];
  return (
    <>
      <p className="text-sm">
        <TextLink href={`/cohorts/${cohort.id}`}>{cohort.name}</TextLink>
      </p>
      <h1 className="mt-1 text-2xl font-bold">{title}</h1>
      <p className="mt-2 flex flex-wrap gap-x-5 text-sm">
        <TextLink href={`/exercises/${exercise}`}>{t('open')}</TextLink>
        {me?.viewer?.role === 'instructor' && (
          <TextLink href={`/regrades?exercise=${encodeURIComponent(exercise)}`}>{t('regrade')}</TextLink>
        )}
      </p>
      <dl className="mt-6 grid gap-x-8 gap-y-2 text-sm sm:grid-cols-2">
        {facts.map(([name, value]) => (
          <div key={name} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-1">
            <dt className="text-muted">{name}</dt>
            <dd className="tabular-nums [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 max-w-measure text-xs text-muted">{t('discriminationHelp')}</p>
    </>
  );
}

/** As Ebel's rule of thumb has it: from 0.4 on it separates well, below 0.2 hardly. */
function gradeOf(index: number) {
  if (index < 0) return 'reversed';
  if (index < 0.2) return 'hardly';
  return index < 0.4 ? 'fairly' : 'well';
}

function Trend({ page: { trend } }: { page: ExercisePage }) {
  const t = useTranslations('instructor.exercise');
  const format = useFormatter();
  if (trend.length < 2) return null;
  return (
    <section aria-labelledby="trend" className="mt-12">
      <h2 id="trend" className="text-lg font-bold">
        {t('trend')}
      </h2>
      <div className="mt-3 relative overflow-x-auto">
        <table className="text-left text-sm tabular-nums">
          <caption className="sr-only">{t('trend')}</caption>
          <thead className="border-b border-line text-xs text-muted">
            <tr>
              {[t('cohort'), t('handedIn'), t('passed'), t('passRate')].map((head) => (
                <th key={head} scope="col" className="py-1.5 pe-6 font-semibold">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {trend.map(({ id, name, tried, passed }) => (
              <tr key={id} className="border-b border-line">
                <th scope="row" className="py-1.5 pe-6 font-normal">
                  {name}
                </th>
                <td className="py-1.5 pe-6">{tried}</td>
                <td className="py-1.5 pe-6">{passed}</td>
                <td className="py-1.5 pe-6">
                  {tried === 0 ? '—' : format.number(passed / tried, { style: 'percent', maximumFractionDigits: 0 })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
