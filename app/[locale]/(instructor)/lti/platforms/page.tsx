import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Platforms } from '@/components/instructor/lti/platforms';
import { Alternates } from '@/components/site/alternates';
import type { Locale } from '@/i18n/routing';

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'instructor.lti' });
  return { title: t('platformsTitle'), robots: { index: false } };
}

/** The page is the same for everybody; what is in it comes from the API, to who runs the site. */
export default async function PlatformsPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('instructor.lti');
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-10 sm:px-6 sm:py-16">
      <Alternates path="/lti/platforms" />
      <h1 className="text-2xl font-bold">{t('platformsTitle')}</h1>
      <p className="mt-2 max-w-measure text-muted">{t('platformsIntro')}</p>
      <Platforms />
    </div>
  );
}
