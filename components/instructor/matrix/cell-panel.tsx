import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { PageLink } from '@/components/site/page-link';
import { Button } from '@/components/ui/button';
import { exercisePath, learnerPath } from '../paths';
import type { Titled } from './cohort-matrix';

/** Under a cohort's grid, about its opened cell. */
export function CellPanel({
  label,
  cohort,
  learner,
  exercise,
  takesFocus,
  onClose,
  children,
}: {
  label: string;
  cohort: string;
  learner: { id: string; name: string };
  exercise: Titled;
  takesFocus: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useTranslations('instructor.matrix');
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) close.current?.focus();
  }, [takesFocus]);
  return (
    <section
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
      className="sticky bottom-0 z-30 mt-6 min-h-32 rounded-md border border-edge bg-raised p-4 shadow-lg"
    >
      <div className="flex items-start justify-between gap-4">
        <h2 className="min-w-0 font-semibold">
          <PageLink href={learnerPath(cohort, learner.id)} className="text-accent">
            {learner.name}
          </PageLink>{' '}
          ·{' '}
          <PageLink href={exercisePath(cohort, exercise.id)} className="text-accent">
            {exercise.title}
          </PageLink>
        </h2>
        <Button ref={close} size="small" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
      {children}
    </section>
  );
}
