import { useTranslations } from 'next-intl';
import type { PathUnit } from '../../course-path';
import { ExerciseRow } from '../../exercise-row';

/** The unit's exercises, at the end of each of its lessons. */
export function Practice({ part }: { part: PathUnit }) {
  const t = useTranslations('site.reading');
  if (part.exercises.length === 0) return null;
  return (
    <section aria-labelledby="practice" className="mt-16 max-w-[46rem]">
      <h2 id="practice" className="text-xl">
        {t('practice')}
      </h2>
      <p className="mt-2 text-sm text-muted">{t('practiceText')}</p>
      <ol className="mt-4 border-t border-line">
        {part.exercises.map((exercise) => (
          <ExerciseRow key={exercise.id} exercise={exercise} />
        ))}
      </ol>
    </section>
  );
}
