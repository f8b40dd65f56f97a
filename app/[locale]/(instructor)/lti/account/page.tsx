import { getTranslations, setRequestLocale } from 'next-intl/server';
import { LaunchAccount } from '@/components/instructor/lti/launch-account';
import type { Locale } from '@/i18n/routing';

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'instructor.lti' });
  return { title: t('accountTitle'), robots: { index: false } };
}

export default async function LaunchAccountPage({ params }: Props) {
  setRequestLocale((await params).locale);
  const t = await getTranslations('instructor.lti');
  return (
    <div className="mx-auto w-full max-w-md px-4 py-10 wrap-break-word sm:py-16">
      <h1 className="text-2xl font-bold">{t('accountTitle')}</h1>
      <LaunchAccount />
    </div>
  );
}
