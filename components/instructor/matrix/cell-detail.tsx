import { useFormatter, useTranslations } from 'next-intl';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import type { Cell } from '@/contracts/cohort';
import { CellPanel } from './cell-panel';
import type { Titled } from './cohort-matrix';

/** What stands behind the opened cell, under the matrix. Times are those of the cohort's wall clock. */
export function CellDetail({
  cohort,
  learner,
  exercise,
  due,
  text,
  takesFocus,
  onClose,
}: {
  cohort: { id: string; timeZone: string };
  learner: { id: string; name: string };
  exercise: Titled;
  due: string | null;
  /** What the cell says. */
  text: string;
  takesFocus: boolean;
  onClose: () => void;
}) {
  const t = useTranslations('instructor.matrix');
  const errorText = useErrorText();
  const query = new URLSearchParams({ learner: learner.id, exercise: exercise.id });
  const { data, error } = useFetched(`/api/cohorts/${cohort.id}/cells?${query}`, (path) =>
    api(path, { schema: async () => (await import('@/contracts/cohort')).CellSchema }),
  );
  return (
    <CellPanel label={t('detail')} cohort={cohort.id} {...{ learner, exercise, takesFocus, onClose }}>
      <p className="mt-1 text-sm">{text}</p>
      <div aria-live="polite" className="mt-2 text-sm">
        {error !== null ? errorText(error) : data && <Facts cell={data} due={due} timeZone={cohort.timeZone} />}
      </div>
    </CellPanel>
  );
}

function Facts({ cell, due, timeZone }: { cell: Cell; due: string | null; timeZone: string }) {
  const t = useTranslations('instructor.matrix');
  const format = useFormatter();
  const at = (time: string) => format.dateTime(new Date(time), { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const facts = [
    due && [t('due'), at(due)],
    [t('attempts'), String(cell.attempts)],
    cell.attempts > 0 && [t('best'), `${cell.bestScore} / ${cell.maxScore}`],
    cell.handedInAt && [t('handedIn'), at(cell.handedInAt)],
    cell.passedAt && [t('passedAt'), at(cell.passedAt)],
    cell.hintsOpened > 0 && [t('hints'), String(cell.hintsOpened)],
    cell.gaveUpAt && [t('gaveUp'), at(cell.gaveUpAt)],
    cell.overriddenAt && [t('overriddenAt'), at(cell.overriddenAt)],
  ].filter((fact) => Array.isArray(fact));
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1">
      {facts.map(([name, value]) => (
        <div key={name} className="flex gap-2">
          <dt className="text-muted">{name}</dt>
          <dd className="tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
