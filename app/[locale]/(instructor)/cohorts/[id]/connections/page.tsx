import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Connections } from '@/components/instructor/connections/connections';
import { Alternates } from '@/components/site/alternates';
import type { Locale } from '@/i18n/routing';
import { readManifest } from '@/server/exercise-manifest';

// There are as many as cohorts: made when asked for, the same for everybody.
export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ locale: Locale; id: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'instructor.connections' });
  return { title: t('title'), robots: { index: false } };
}

export default async function CohortConnectionsPage({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('instructor.connections');
  const { exercises } = await readManifest();
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-10 sm:px-6 sm:py-16">
      <Alternates path={`/cohorts/${id}/connections`} />
      <h1 className="text-2xl font-bold">{t('title')}</h1>
      <p className="mt-2 max-w-measure text-muted">{t('intro')}</p>
      <Connections
        cohort={id}
        titles={Object.fromEntries(exercises.map((exercise) => [exercise.id, exercise.title[locale]]))}
      />
    </div>
  );
}
