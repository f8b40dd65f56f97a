import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Alternates } from '@/components/site/alternates';
import { OneTeam } from '@/components/team/one-team';
import type { Locale } from '@/i18n/routing';
import { exerciseNames } from '../exercise-names';

type Props = { params: Promise<{ locale: Locale; id: string }> };

// There are as many as teams: made when asked for, the same for everybody.
export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'team' });
  return { title: t('title'), robots: { index: false } };
}

/** One team, for staff of its cohort; its members find theirs at /team. */
export default async function OneTeamPage({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const t = await getTranslations('team');
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-6 sm:py-12">
      <Alternates path={`/team/${id}`} />
      <h1 className="text-2xl font-bold">{t('title')}</h1>
      <OneTeam id={id} exercises={await exerciseNames(locale)} />
    </div>
  );
}
