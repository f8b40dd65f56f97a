import { useTranslations } from 'next-intl';
import { DiscussExercise } from '@/components/workbench/discuss/discuss-exercise';
import { ExerciseState } from '@/components/workbench/exercise-state';
import type { ExerciseSummary } from '@/contracts/exercise';
import type { Locale } from '@/grading/localized';
import { Link } from '@/i18n/navigation';

interface Props {
  exercise: ExerciseSummary;
  exercises: readonly ExerciseSummary[];
  locale: Locale;
}

/** Title, difficulty, time, prerequisites. */
export function ExerciseHead({ exercise, exercises, locale }: Props) {
  const t = useTranslations('workbench');
  const prerequisites = exercise.prerequisites.map((id) => ({ id, known: exercises.find((one) => one.id === id) }));
  return (
    <header>
      <h1 className="text-2xl font-bold">{exercise.title[locale]}</h1>
      <p className="mt-1 text-base text-muted">{exercise.summary[locale]}</p>
      <ul className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-muted">
        <li>
          <span aria-hidden className="text-accent">
            {'★'.repeat(exercise.difficulty)}
            {'☆'.repeat(3 - exercise.difficulty)}
          </span>
          <span className="sr-only">{t('difficulty', { level: exercise.difficulty })}</span>
        </li>
        <li>{t('minutes', { count: exercise.minutes })}</li>
        <li>{t('maxScore', { count: exercise.maxScore })}</li>
        <li className="min-h-5">
          <ExerciseState exercise={exercise.id} />
        </li>
        <li>
          <DiscussExercise exercise={exercise.id} />
        </li>
      </ul>
      {prerequisites.some(({ known }) => known) && (
        <p className="mt-2 text-xs text-muted">
          {t('prerequisites')}{' '}
          {prerequisites.flatMap(({ id, known }, at) =>
            known
              ? [
                  at > 0 ? ', ' : '',
                  <Link key={id} href={`/exercises/${id}`} className="text-accent underline underline-offset-2">
                    {known.title[locale]}
                  </Link>,
                ]
              : [],
          )}
        </p>
      )}
    </header>
  );
}

/** The exercises before and after this one in the course. */
export function ExerciseNeighbours({ exercise, exercises, locale }: Props) {
  const t = useTranslations('workbench');
  const at = exercises.findIndex(({ id }) => id === exercise.id);
  const neighbours = [
    { rel: 'prev', label: t('previous'), to: exercises[at - 1] },
    { rel: 'next', label: t('next'), to: exercises[at + 1] },
  ];
  return (
    <nav aria-label={t('neighbours')} className="mt-12 flex flex-wrap justify-between gap-4 border-t border-line pt-5">
      {neighbours.map(({ rel, label, to }) =>
        to ? (
          <Link key={rel} rel={rel} href={`/exercises/${to.id}`} className="group text-sm no-underline">
            <span className="block text-xs text-muted">{label}</span>
            <span className="text-accent group-hover:underline">{to.title[locale]}</span>
          </Link>
        ) : (
          <span key={rel} />
        ),
      )}
    </nav>
  );
}
