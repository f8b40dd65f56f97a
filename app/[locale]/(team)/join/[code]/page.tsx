import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { JoinCode } from '@/components/team/join-code';
import type { Locale } from '@/i18n/routing';

type Props = { params: Promise<{ locale: Locale; code: string }> };

export const dynamic = 'force-dynamic';

/** The address opens a team: no search engine keeps it, no other site is told of it. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'team.join' });
  return { title: t('title'), robots: { index: false }, referrer: 'no-referrer' };
}

export default async function JoinPage({ params }: Props) {
  const { locale, code } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('team.join');
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-10 sm:px-6 sm:py-16">
      <h1 className="text-2xl font-bold">{t('title')}</h1>
      <JoinCode code={decodeURIComponent(code)} />
    </div>
  );
}
