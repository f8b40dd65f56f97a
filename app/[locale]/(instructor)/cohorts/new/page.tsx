import { getTranslations, setRequestLocale } from 'next-intl/server';
import { NewCohort } from '@/components/instructor/setup/new-cohort';
import { Alternates } from '@/components/site/alternates';
import type { Locale } from '@/i18n/routing';

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'instructor.setup' });
  return { title: t('newTitle'), robots: { index: false } };
}

export default async function NewCohortPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('instructor.setup');
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-10 sm:px-6 sm:py-16">
      <Alternates path="/cohorts/new" />
      <h1 className="text-2xl font-bold">{t('newTitle')}</h1>
      <NewCohort />
    </div>
  );
}
