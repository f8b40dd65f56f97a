import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Cohorts } from '@/components/instructor/cohorts';
import { Alternates } from '@/components/site/alternates';
import type { Locale } from '@/i18n/routing';

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'instructor.cohorts' });
  return { title: t('title'), robots: { index: false } };
}

/** The page is the same for everybody; what is in it comes from the API, by who asks. */
export default async function CohortsPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('instructor.cohorts');
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-10 sm:px-6 sm:py-16">
      <Alternates path="/cohorts" />
      <h1 className="text-2xl font-bold">{t('title')}</h1>
      <Cohorts />
    </div>
  );
}
