import { useTranslations } from 'next-intl';
import { PrintButton } from '@/components/lesson/print-button';
import { PageLink } from '@/components/site/page-link';
import type { LessonMetadata, LessonRef } from '@/content/unit';
import type { Locale } from '@/i18n/routing';

export function LessonHeader({
  lesson,
  metadata,
  locale,
}: {
  lesson: LessonRef;
  metadata: LessonMetadata;
  locale: Locale;
}) {
  const t = useTranslations('site.reading');
  const path = useTranslations('site.path');
  const unit = lesson.unit;
  return (
    <header className="lesson-head pt-10 pb-10 sm:pt-16">
      <p className="flex flex-wrap gap-x-2 text-sm text-muted">
        <PageLink prefetch={false} href={`/#unit-${unit.id}`} className="hover:text-ink hover:underline">
          {path('unit', { number: Number.parseInt(unit.id, 10) })}, {unit.title[locale]}
        </PageLink>
        <span aria-hidden="true">/</span>
        <span>{t('lessonOf', { number: lesson.number, total: unit.lessons.length })}</span>
        <span aria-hidden="true">/</span>
        <span>{t('minutes', { count: metadata.minutes })}</span>
        <PrintButton label={t('print')} />
      </p>
      <h1 className="mt-4 max-w-[18em] text-3xl sm:text-4xl">{metadata.title}</h1>
      <p className="mt-5 max-w-measure text-lg text-muted">{metadata.summary}</p>
    </header>
  );
}
