import { useMessages, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { firstFrames } from '@/components/figures/first-frames';
import type { FigureName, FigureTexts } from '@/components/figures/loaders';
import { FigureHost } from './figure-host';

/**
 * An interactive figure of the course. `caption` says what to try; its first frame is part of the page as served.
 *
 *     <Figure name="softmax-lab" caption="Add 100 to every logit. What changes?" />
 */
export function Figure({ name, caption, children }: { name: FigureName; caption?: string; children?: ReactNode }) {
  const t = useTranslations('lesson');
  const messages = useMessages() as unknown as { figures: Record<FigureName, FigureTexts> };
  const texts = messages.figures[name];
  const First = firstFrames[name];
  return (
    <figure className="figure" id={`figure-${name}`}>
      <FigureHost name={name} texts={texts}>
        <First texts={texts} />
      </FigureHost>
      <figcaption>
        <span className="figure-kicker">{t('tryIt')}</span> {caption}
        {children}
      </figcaption>
    </figure>
  );
}
