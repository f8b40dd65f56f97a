import { getTranslations, setRequestLocale } from 'next-intl/server';
import { CohortWatchlist } from '@/components/instructor/watchlist/watchlist-page';
import { Alternates } from '@/components/site/alternates';
import type { Locale } from '@/i18n/routing';
import { loadCourseTitles } from '../course-titles';

// There are as many as cohorts: made when asked for, the same for everybody.
export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ locale: Locale; id: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'instructor.watchlist' });
  return { title: t('title'), robots: { index: false } };
}

export default async function WatchlistPage({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-10 sm:px-6 sm:py-16">
      <Alternates path={`/cohorts/${id}/watchlist`} />
      <CohortWatchlist cohort={id} titles={(await loadCourseTitles(locale)).exercises} />
    </div>
  );
}
