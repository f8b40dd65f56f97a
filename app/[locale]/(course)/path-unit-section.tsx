import { useLocale, useTranslations } from 'next-intl';
import { UnitProgress } from '@/components/course/unit-progress';
import type { Locale } from '@/i18n/routing';
import type { PathUnit } from './course-path';
import { ExerciseRow } from './exercise-row';
import { LessonRow } from './lesson-row';
import { stepsOf } from './steps';

/** A unit on the home page: what it is about, its lessons, its exercises. */
export function PathUnitSection({ part }: { part: PathUnit }) {
  const t = useTranslations('site.path');
  const locale = useLocale() as Locale;
  const { unit, lessons, exercises } = part;
  const steps = stepsOf([part], locale).map(({ kind, id }) => ({ kind, id }));
  const title = unit.title[locale];
  return (
    <section
      aria-labelledby={`unit-${unit.id}`}
      className="grid gap-x-12 gap-y-6 border-t border-ink pt-6 lg:grid-cols-[17rem_1fr]"
    >
      <div>
        <p className="text-sm text-muted">{t('unit', { number: Number.parseInt(unit.id, 10) })}</p>
        <h2 id={`unit-${unit.id}`} className="mt-1 text-xl">
          {title}
        </h2>
        <p className="mt-3 text-sm text-muted">{unit.summary[locale]}</p>
        <div className="mt-5">
          <UnitProgress
            steps={steps}
            label={t('progressLabel', { unit: title })}
            texts={Array.from({ length: steps.length + 1 }, (_, done) => t('progress', { done, total: steps.length }))}
          />
        </div>
      </div>
      <div className="min-w-0">
        <h3 className="text-sm font-semibold text-muted">{t('lessons')}</h3>
        <ol className="mt-1">
          {lessons.map((lesson) => (
            <LessonRow key={lesson.id} lesson={lesson} />
          ))}
        </ol>
        {exercises.length > 0 && (
          <>
            <h3 className="mt-8 text-sm font-semibold text-muted">{t('exercises')}</h3>
            <ol className="mt-1">
              {exercises.map((exercise) => (
                <ExerciseRow key={exercise.id} exercise={exercise} />
              ))}
            </ol>
          </>
        )}
      </div>
    </section>
  );
}
