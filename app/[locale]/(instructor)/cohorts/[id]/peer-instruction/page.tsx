import { getTranslations, setRequestLocale } from 'next-intl/server';
import { CohortInstructionView } from '@/components/instructor/cohort-instruction';
import { Alternates } from '@/components/site/alternates';
import type { Locale } from '@/i18n/routing';

// There are as many as cohorts: made when asked for, the same for everybody.
export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ locale: Locale; id: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'instructor.instruction' });
  return { title: t('title'), robots: { index: false } };
}

export default async function CohortInstructionPage({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('instructor.instruction');
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-10 sm:px-6 sm:py-16">
      <Alternates path={`/cohorts/${id}/peer-instruction`} />
      <h1 className="text-2xl font-bold">{t('title')}</h1>
      <p className="mt-2 max-w-measure text-muted">{t('intro')}</p>
      <CohortInstructionView cohort={id} />
    </div>
  );
}
