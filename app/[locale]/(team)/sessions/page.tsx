import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Alternates } from '@/components/site/alternates';
import { Archive } from '@/components/team/archive';
import type { Locale } from '@/i18n/routing';

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'team.archive' });
  return { title: t('title'), robots: { index: false } };
}

/** The page is the same for everybody; what is in it comes from the API, by who asks. */
export default async function SessionsPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('team.archive');
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6 sm:py-12">
      <Alternates path="/sessions" />
      <h1 className="text-2xl font-bold">{t('title')}</h1>
      <p className="mt-2 max-w-measure text-muted">{t('text')}</p>
      <Archive />
    </div>
  );
}
