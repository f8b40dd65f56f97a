import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import type { ExercisePage } from '@/contracts/cohort-exercise';
import type { Locale, Localized } from '@/grading/localized';
import { learnerPath } from '../paths';

/** What goes wrong: checks with the diagnoses behind them, failures that are alike, and where page and server disagree. */
export function Trouble({ page }: { page: ExercisePage }) {
  return (
    <>
      <Checks page={page} />
      <Clusters page={page} />
      <Differing page={page} />
    </>
  );
}

function Checks({ page: { checks, problems } }: { page: ExercisePage }) {
  const t = useTranslations('instructor.exercise');
  const text = useText();
  const format = useFormatter();
  return (
    <section aria-labelledby="checks" className="mt-12">
      <h2 id="checks" className="text-lg font-bold">
        {t('checks')}
      </h2>
      {checks.length === 0 && <p className="mt-3 text-muted">{t('noneFails')}</p>}
      <ol className="mt-3 space-y-4">
        {checks.map(({ id, title, visibility, ran, failed, learners, diagnoses }) => (
          <li key={id} data-check={id} className="rounded-md border border-line p-4">
            <h3 className="font-semibold">
              {title === null ? id : text(title)}
              {visibility === 'hidden' && <span className="ms-2 text-xs font-normal text-muted">{t('hidden')}</span>}
              {title === null && <span className="ms-2 text-xs font-normal text-muted">{t('formerCheck')}</span>}
            </h3>
            <p className="mt-1 text-sm">
              {t('failedOf', {
                share: format.number(failed / ran, { style: 'percent', maximumFractionDigits: 0 }),
                ...{ failed, ran, learners },
              })}
            </p>
            <div aria-hidden="true" className="mt-1 h-1.5 max-w-sm rounded-full bg-surface">
              <div className="h-full rounded-full bg-fail" style={{ width: `${(100 * failed) / ran}%` }} />
            </div>
            <ul className="mt-3 space-y-1 text-sm">
              {diagnoses.map(({ text: why, learners: count, submissions }) => (
                <li key={why?.en ?? ''} className="flex flex-wrap justify-between gap-x-6 border-t border-line pt-1">
                  <span className="min-w-0 [overflow-wrap:anywhere]">
                    {why === null ? t('noDiagnosis') : text(why)}
                  </span>
                  <span className="text-muted tabular-nums">
                    {t('learnersAndSubmissions', { learners: count, submissions })}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {problems.length > 0 && (
        <>
          <h3 className="mt-6 font-semibold">{t('problems')}</h3>
          <ul className="mt-2 space-y-1 text-sm">
            {problems.map(({ code, learners, submissions }) => (
              <li key={code} className="flex flex-wrap justify-between gap-x-6 border-t border-line pt-1">
                <code>{code}</code>
                <span className="text-muted tabular-nums">
                  {t('learnersAndSubmissions', { learners, submissions })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Clusters({ page: { cohort, checks, clusters } }: { page: ExercisePage }) {
  const t = useTranslations('instructor.exercise');
  const text = useText();
  const titles = new Map(checks.map(({ id, title }) => [id, title]));
  return (
    <section aria-labelledby="clusters" className="mt-12">
      <h2 id="clusters" className="text-lg font-bold">
        {t('clusters')}
      </h2>
      <p className="mt-1 max-w-measure text-sm text-muted">{t('clustersHelp')}</p>
      {clusters.length === 0 && <p className="mt-3 text-muted">{t('noneFails')}</p>}
      <ol className="mt-3 divide-y divide-line border-y border-line text-sm">
        {clusters.map(({ check, text: message, learners, specimen }) => {
          const title = titles.get(check);
          return (
            <li key={specimen.submission} data-cluster={learners} className="flex flex-wrap gap-x-6 gap-y-1 py-2">
              <span className="w-28 shrink-0 font-semibold tabular-nums">{t('learnerCount', { count: learners })}</span>
              <span className="min-w-0 flex-1 basis-64 [overflow-wrap:anywhere]">
                <span className="text-muted">{title ? text(title) : check}: </span>
                {text(message)}
              </span>
              <TextLink href={learnerPath(cohort.id, specimen.learner, specimen.submission)}>{t('specimen')}</TextLink>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Differing({ page: { cohort, differing } }: { page: ExercisePage }) {
  const t = useTranslations('instructor.exercise');
  const format = useFormatter();
  return (
    <section aria-labelledby="differing" className="mt-12">
      <h2 id="differing" className="text-lg font-bold">
        {t('differing')}
      </h2>
      <p className="mt-1 text-sm text-muted">{t('differingCount', { count: differing.count })}</p>
      <ul className="mt-2 space-y-1 text-sm">
        {differing.latest.map(({ submission, learner, number, backend, at }) => (
          <li key={submission} className="flex flex-wrap gap-x-6">
            <TextLink href={learnerPath(cohort.id, learner, submission)}>{t('submission', { number })}</TextLink>
            <span>{backend ?? '—'}</span>
            <time dateTime={at} className="text-muted">
              {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useText(): (text: Localized) => string {
  const locale = useLocale() as Locale;
  return (text) => text[locale];
}
