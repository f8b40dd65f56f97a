import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import type { Locale } from '@/grading/localized';
import { getTerm } from './glossary';
import './term.css';

/**
 * A word of the glossary in running text: what it means opens at a touch, a click or Enter, over the page, by the browser
 * alone. Not for headings, links and choices, which are controls themselves.
 *
 *     The <Term id="learning-rate">learning rate</Term> scales the step.
 */
export function Term({ id, children }: { id: string; children: ReactNode }) {
  const t = useTranslations('lesson.term');
  const locale = useLocale() as Locale;
  const { en, ko, meaning } = getTerm(id);
  const card = useId();
  const [here, other] = locale === 'ko' ? [ko, en] : [en, ko];
  return (
    <>
      <button type="button" className="term" popoverTarget={card}>
        {children}
      </button>
      <span popover="auto" id={card} className="term-card">
        <span>
          <strong>{here}</strong> <span lang={locale === 'ko' ? 'en' : 'ko'}>{other}</span>
        </span>
        <span>{meaning[locale]}</span>
        <a href={`/${locale}/glossary#${id}`}>{t('more')}</a>
      </span>
    </>
  );
}
