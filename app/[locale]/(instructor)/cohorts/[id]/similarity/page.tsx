import { getTranslations, setRequestLocale } from 'next-intl/server';
import { SimilarityView } from '@/components/instructor/similarity/similarity-page';
import { Alternates } from '@/components/site/alternates';
import type { Locale } from '@/i18n/routing';
import { readManifest } from '@/server/exercise-manifest';

// There are as many as cohorts: made when asked for, the same for everybody.
export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ locale: Locale; id: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'instructor.similarity' });
  return { title: t('title'), robots: { index: false } };
}

export default async function SimilarityPage({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('instructor.similarity');
  const { exercises } = await readManifest();
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-6 sm:py-12">
      <Alternates path={`/cohorts/${id}/similarity`} />
      <h1 className="text-2xl font-bold">{t('title')}</h1>
      <p className="mt-2 max-w-measure text-muted">{t('intro')}</p>
      <SimilarityView
        cohort={id}
        titles={Object.fromEntries(exercises.map((exercise) => [exercise.id, exercise.title[locale]]))}
      />
    </div>
  );
}
