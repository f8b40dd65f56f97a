import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Alternates } from '@/components/site/alternates';
import { TeamHome } from '@/components/team/team-home';
import type { Locale } from '@/i18n/routing';
import { exerciseNames } from './exercise-names';

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'team' });
  return { title: t('title'), robots: { index: false } };
}

/** The page is the same for everybody; what is in it comes from the API, by who asks. */
export default async function TeamPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('team');
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-6 sm:py-12">
      <Alternates path="/team" />
      <h1 className="text-2xl font-bold">{t('title')}</h1>
      <p className="mt-2 max-w-measure text-muted">{t('intro')}</p>
      <TeamHome exercises={await exerciseNames(locale)} />
    </div>
  );
}
