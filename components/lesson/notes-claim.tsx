import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** A sentence out of a learner's notes that is not quite true (`claim`), with what is (children). */
export function NotesClaim({ claim, children }: { claim: string; children: ReactNode }) {
  const t = useTranslations('lesson.notesClaim');
  return (
    <figure className="notes-claim">
      <blockquote>
        <p className="notes-claim-kicker">{t('claim')}</p>
        <p>{claim}</p>
      </blockquote>
      <figcaption>
        <p className="notes-claim-kicker">{t('truth')}</p>
        {children}
      </figcaption>
    </figure>
  );
}
