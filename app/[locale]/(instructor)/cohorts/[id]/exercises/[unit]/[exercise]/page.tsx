import { notFound } from 'next/navigation';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { ExerciseOverview } from '@/components/instructor/exercise/exercise-page';
import { Alternates } from '@/components/site/alternates';
import { askEarly } from '@/components/site/ask-early';
import type { Locale } from '@/i18n/routing';
import { readManifest } from '@/server/exercise-manifest';

// There are as many as cohorts: made when asked for, the same for everybody.
export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ locale: Locale; id: string; unit: string; exercise: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'instructor.exercise' });
  return { title: t('title'), robots: { index: false } };
}

export default async function CohortExercisePage({ params }: Props) {
  const { locale, id, unit, exercise: slug } = await params;
  setRequestLocale(locale);
  const { exercises } = await readManifest();
  const exercise = exercises.find((one) => one.id === `${unit}/${slug}`);
  if (exercise === undefined) notFound();
  askEarly('/api/me', `/api/cohorts/${id}/exercises/${exercise.id}`);
  return (
    <div className="mx-auto w-full max-w-5xl px-4 py-8 sm:px-6 sm:py-12">
      <Alternates path={`/cohorts/${id}/exercises/${exercise.id}`} />
      <ExerciseOverview cohort={id} exercise={exercise.id} title={exercise.title[locale]} />
    </div>
  );
}
