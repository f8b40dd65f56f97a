'use client';

import { useTranslations } from 'next-intl';
import { useMe } from '@/components/session/use-me';

/** Where the reader stands with an exercise, in words. */
export function ExerciseState({ exercise }: { exercise: string }) {
  const t = useTranslations('workbench');
  const { me } = useMe();
  const progress = me?.exercises[exercise];
  if (!progress || progress.state === 'none') return null;
  const tone = progress.state === 'passed' ? 'text-pass' : progress.state === 'trying' ? 'text-muted' : 'text-warn';
  return (
    <span className={`font-semibold ${tone}`} data-state={progress.state}>
      {t(`state.${progress.state}`)}
    </span>
  );
}
