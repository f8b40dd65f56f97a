import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/**
 * A paragraph beside the argument. `misconception` quotes a widespread wrong belief in its title and corrects it;
 * `tfjs` tells a fact of the tensor library; `careful` a trap; `note` an aside; `try` a thing to do.
 */
export type CalloutKind = 'note' | 'careful' | 'misconception' | 'tfjs' | 'try';

/** A boxed aside with a heading of its kind; `title` adds to it. */
export function Callout({ kind, title, children }: { kind: CalloutKind; title?: string; children: ReactNode }) {
  const t = useTranslations('lesson.callout');
  return (
    <div role="note" className="callout" data-kind={kind}>
      <p className="callout-title">
        <span>{t(kind)}</span>
        {title && <> · {title}</>}
      </p>
      {children}
    </div>
  );
}
