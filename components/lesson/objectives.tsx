import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';

/** What the reader can do after the lesson: a Markdown list. */
export function Objectives({ children }: { children: ReactNode }) {
  const t = useTranslations('lesson');
  const heading = useId();
  return (
    <section className="objectives" aria-labelledby={heading}>
      <p id={heading} className="objectives-title">
        {t('objectives')}
      </p>
      {children}
    </section>
  );
}
