import { notFound } from 'next/navigation';
import { setRequestLocale } from 'next-intl/server';
import { ScrollRegions } from '@/components/course/scroll-regions';
import { ReviewSitting } from '@/components/review/review-sitting';
import { Alternates } from '@/components/site/alternates';
import { TextLink } from '@/components/ui/text-link';
import { loadLesson } from '@/content/catalog';
import { findQuickCheck } from '@/content/quick-checks';
import { listLessons } from '@/content/units';
import type { Locale } from '@/i18n/routing';
import { MathFonts } from '../../../../fonts';
import { loadReviewTexts } from '../../load-review-texts';
import 'katex/dist/katex.min.css';

type Props = { params: Promise<{ locale: string; lesson: string; check: string }> };

// Made when asked for (docs/decisions/0901): hundreds of pages that few read would make the build long.
export const dynamic = 'force-dynamic';

async function findCheck(params: Props['params']) {
  const { locale, lesson: lessonId, check: name } = await params;
  const lesson = (await listLessons()).find(({ id }) => id === decodeURIComponent(lessonId));
  const id = `${lesson?.id}#${decodeURIComponent(name)}`;
  const check = lesson && (await findQuickCheck(lesson, locale as Locale, id));
  if (!check) notFound();
  return { locale: locale as Locale, lesson, id, check };
}

export async function generateMetadata({ params }: Props) {
  const { locale, lesson } = await findCheck(params);
  const { metadata } = await loadLesson(lesson, locale);
  return { title: `${(await loadReviewTexts()).title}: ${metadata.title}`, robots: { index: false } };
}

/** One quick check out of its lesson, asked anew. */
export default async function ReviewCheckPage({ params }: Props) {
  const { locale, lesson, id, check } = await findCheck(params);
  setRequestLocale(locale);
  const texts = await loadReviewTexts();
  const { metadata } = await loadLesson(lesson, locale);
  return (
    <div className="mx-auto w-full max-w-measure px-4 py-10 sm:px-6 sm:py-16">
      <Alternates path={`/review/${id.replace('#', '/')}`} />
      <MathFonts />
      <p className="text-sm">
        <TextLink prefetch={false} href="/review">
          {texts.title}
        </TextLink>
      </p>
      <h1 className="mt-1 text-xl">{metadata.title}</h1>
      <p className="mt-2 text-sm">
        <TextLink prefetch={false} href={`/lessons/${lesson.id}#${encodeURIComponent(id)}`}>
          {texts.inLesson}
        </TextLink>
      </p>
      <ReviewSitting key={id} id={id} locale={locale} texts={texts}>
        <div className="prose">{check}</div>
      </ReviewSitting>
      <ScrollRegions />
    </div>
  );
}
