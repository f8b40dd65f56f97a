import { getTranslations, setRequestLocale } from 'next-intl/server';
import { ReviewOverview } from '@/components/review/review-overview';
import { Alternates } from '@/components/site/alternates';
import { loadLesson } from '@/content/catalog';
import { listLessons } from '@/content/units';
import type { Locale } from '@/i18n/routing';
import { loadReviewTexts } from './load-review-texts';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'site.review' });
  return { title: t('title') };
}

/** What is due for review. The page is the same for everybody; the reader's own part comes with `/api/me`. */
export default async function ReviewPage({ params }: Props) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const texts = await loadReviewTexts();
  const lessons = await Promise.all(
    (await listLessons()).map(
      async (lesson) => [lesson.id, (await loadLesson(lesson, locale)).metadata.title] as const,
    ),
  );
  return (
    <div className="mx-auto w-full max-w-measure px-4 py-14 sm:px-6 sm:py-20">
      <Alternates path="/review" />
      <h1 className="text-3xl sm:text-4xl">{texts.title}</h1>
      <p className="mt-5 mb-10 text-lg text-muted">{texts.intro}</p>
      <ReviewOverview locale={locale} texts={texts} lessons={Object.fromEntries(lessons)} />
    </div>
  );
}
