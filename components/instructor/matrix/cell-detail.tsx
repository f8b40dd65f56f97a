import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { PageLink } from '@/components/site/page-link';
import { Button } from '@/components/ui/button';
import type { Cell } from '@/contracts/cohort';
import { exercisePath, learnerPath } from '../paths';
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
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) close.current?.focus();
  }, [takesFocus]);
  return (
    <section
      aria-label={t('detail')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
      className="sticky bottom-0 z-30 mt-6 min-h-32 rounded-md border border-edge bg-raised p-4 shadow-lg"
    >
      <div className="flex items-start justify-between gap-4">
        <h2 className="min-w-0 font-semibold">
          <PageLink href={learnerPath(cohort.id, learner.id)} className="text-accent">
            {learner.name}
          </PageLink>{' '}
          ·{' '}
          <PageLink href={exercisePath(cohort.id, exercise.id)} className="text-accent">
            {exercise.title}
          </PageLink>
        </h2>
        <Button ref={close} size="small" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
      <p className="mt-1 text-sm">{text}</p>
      <div aria-live="polite" className="mt-2 text-sm">
        {error !== null ? errorText(error) : data && <Facts cell={data} due={due} timeZone={cohort.timeZone} />}
      </div>
    </section>
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
