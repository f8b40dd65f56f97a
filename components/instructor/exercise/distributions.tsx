import { useFormatter, useTranslations } from 'next-intl';
import type { ExercisePage, Spread } from '@/contracts/cohort-exercise';
import { Histogram } from './histogram';

/** Attempts, time and hints, each as columns with its table. */
export function Distributions({ page: { attempts, minutes, hints } }: { page: ExercisePage }) {
  const t = useTranslations('instructor.exercise');
  const format = useFormatter();
  const number = (value: number) => format.number(value, { maximumFractionDigits: 1 });
  const summaryOf = ({ count, q1, median, q3 }: Spread, show: (value: number) => string) =>
    q1 === null || median === null || q3 === null
      ? t('nobodyPassed')
      : t('spread', { count, median: show(median), q1: show(q1), q3: show(q3) });
  const tried = hints.reduce((sum, { learners }) => sum + learners, 0);
  return (
    <section aria-labelledby="distributions" className="mt-12">
      <h2 id="distributions" className="text-lg font-bold">
        {t('distributions')}
      </h2>
      <div className="mt-4 grid gap-10 lg:grid-cols-2">
        <Histogram
          title={t('attempts')}
          text={summaryOf(attempts, number)}
          axis={t('attemptsAxis')}
          unit={t('learners')}
          tableLabel={t('table')}
          bars={attempts.bins.map(({ from, to, count }) => ({ label: to === null ? `${from}+` : String(from), count }))}
        />
        <Histogram
          title={t('minutes')}
          text={summaryOf(minutes, (value) => t('minutesOf', { minutes: number(value) }))}
          axis={t('minutesAxis')}
          unit={t('learners')}
          tableLabel={t('table')}
          bars={minutes.bins.map(({ count }, at) => ({
            label: t(`minuteBins.${MINUTE_BINS[at] ?? 'more'}`),
            count,
          }))}
        />
        <Histogram
          title={t('hints')}
          text={t('hintsText', { count: tried })}
          axis={t('hintsAxis')}
          unit={t('learners')}
          filledUnit={t('passed')}
          tableLabel={t('table')}
          bars={hints.map(({ hints: opened, learners, passed }) => ({
            ...{ label: String(opened), count: learners, filled: passed },
          }))}
        />
      </div>
    </section>
  );
}

/** Names of the server's bins of minutes, in their order. */
const MINUTE_BINS = ['once', 'minutes', 'hour', 'day', 'week', 'more'] as const;
