import { getTranslations, setRequestLocale } from 'next-intl/server';
import { ContinueLink } from '@/components/course/continue-link';
import { ReviewLink } from '@/components/review/review-link';
import { Alternates } from '@/components/site/alternates';
import { buttonStyle } from '@/components/ui/button-style';
import type { Locale } from '@/i18n/routing';
import { loadPath } from './course-path';
import { PathUnitSection } from './path-unit-section';
import { stepsOf } from './steps';
import { UnitList } from './unit-list';

/** The course as a path. */
export default async function HomePage({ params }: { params: Promise<{ locale: string }> }) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const t = await getTranslations('site.path');
  const review = await getTranslations('site.review');
  const path = await loadPath(locale);
  const title = 'TITLE';
  return (
    <div className="mx-auto w-full max-w-page px-4 pb-24 sm:px-6">
      <Alternates path="" />
      <div className="py-14 sm:py-20">
        <h1 className="max-w-[16em] text-3xl sm:text-4xl">{t('lead')}</h1>
        <p className="mt-5 max-w-measure text-lg text-muted">{t('intro')}</p>
        <div className="mt-8 flex min-h-12 flex-wrap gap-3">
          <ContinueLink
            steps={stepsOf(path, locale)}
            texts={{ start: t('start'), next: t('continue', { title }), review: t('review', { title }) }}
          />
          <ReviewLink
            locale={locale}
            texts={{ name: review('title'), due: review.raw('due') }}
            className={`${buttonStyle()} min-h-12! px-5!`}
          />
        </div>
      </div>
      <UnitList units={path.map(({ unit }) => unit)} />
      <div className="grid gap-16">
        {path.map((part) => (
          <PathUnitSection key={part.unit.id} part={part} />
        ))}
      </div>
    </div>
  );
}
