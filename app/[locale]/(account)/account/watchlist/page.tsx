import { getTranslations, setRequestLocale } from 'next-intl/server';
import { AccountPage } from '@/components/account/account-page';
import { Alternates } from '@/components/site/alternates';
import { ClientMessages } from '@/components/site/client-messages';
import { OwnWatchlist } from '@/components/watchlist/own-watch';
import type { Locale } from '@/i18n/routing';
import { readManifest } from '@/server/exercise-manifest';

type Props = { params: Promise<{ locale: Locale }> };

const TEXTS = ['own', 'rules', 'reasons'].map((part) => `instructor.watchlist.${part}`);

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'instructor.watchlist.own' });
  return { title: t('title'), robots: { index: false } };
}

/** What the watchlists of their cohorts know of a learner. */
export default async function OwnWatchlistPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('instructor.watchlist.own');
  const { exercises } = await readManifest();
  return (
    <AccountPage title={t('title')} intro={t('intro')} wide>
      <Alternates path="/account/watchlist" />
      <ClientMessages of={['account.gate', ...TEXTS]}>
        <OwnWatchlist titles={Object.fromEntries(exercises.map(({ id, title }) => [id, title[locale]]))} />
      </ClientMessages>
    </AccountPage>
  );
}
