import { getTranslations, setRequestLocale } from 'next-intl/server';
import { CohortMatrix } from '@/components/instructor/matrix/cohort-matrix';
import { Alternates } from '@/components/site/alternates';
import { askEarly } from '@/components/site/ask-early';
import { listUnits } from '@/content/units';
import type { Locale } from '@/i18n/routing';
import { readManifest } from '@/server/exercise-manifest';

// There are as many as cohorts: made when asked for, the same for everybody.
export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ locale: Locale; id: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'instructor.matrix' });
  return { title: t('title'), robots: { index: false } };
}

/** Learners by exercises, as wide as the window. */
export default async function CohortPage({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  askEarly('/api/me', `/api/cohorts/${id}/matrix`);
  const [{ exercises }, units] = await Promise.all([readManifest(), listUnits()]);
  return (
    <div className="w-full px-4 py-6 sm:px-6 sm:py-8">
      <Alternates path={`/cohorts/${id}`} />
      <CohortMatrix
        id={id}
        exercises={exercises.map((exercise) => ({ id: exercise.id, title: exercise.title[locale] }))}
        units={units.map((unit) => ({ id: unit.id, title: unit.title[locale] }))}
      />
    </div>
  );
}
