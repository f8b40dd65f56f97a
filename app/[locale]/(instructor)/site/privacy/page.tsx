import { getTranslations, setRequestLocale } from 'next-intl/server';
import { SitePrivacy } from '@/components/instructor/privacy/site-privacy';
import { Alternates } from '@/components/site/alternates';
import type { Locale } from '@/i18n/routing';

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'instructor.privacy' });
  return { title: t('title'), robots: { index: false } };
}

/** The page is the same for everybody; what is in it comes from the API, by who asks. */
export default async function SitePrivacyPage({ params }: Props) {
  setRequestLocale((await params).locale);
  const t = await getTranslations('instructor.privacy');
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-10 sm:px-6 sm:py-16">
      <Alternates path="/site/privacy" />
      <h1 className="text-2xl font-bold">{t('title')}</h1>
      <p className="mt-2 max-w-measure text-muted">{t('intro')}</p>
      <SitePrivacy />
    </div>
  );
}
