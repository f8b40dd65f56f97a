import { useMessages, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { firstFrames } from '@/components/figures/first-frames';
import type { FigureName, FigureTexts } from '@/components/figures/texts';
import { FigureHost } from './figure-host';
import '@/components/figures/figures.css';

type FigureMessages = { figures: { [N in FigureName]: FigureTexts<N> } };

/**
 * An interactive figure of the course; the caption (children) says what to try. Its first frame is part of the page as
 * served.
 *
 *     <Figure name="softmax-lab">Add 100 to every logit. What changes?</Figure>
 */
export function Figure<N extends FigureName>({ name, children }: { name: N; children: ReactNode }) {
  const t = useTranslations('lesson');
  // The shape of messages/en.json is every language's: the content check compares their keys.
  const texts = (useMessages() as unknown as FigureMessages).figures[name];
  return (
    <figure className="figure" id={`figure-${name}`}>
      <FigureHost name={name} texts={texts}>
        {firstFrames[name]({ texts })}
      </FigureHost>
      <figcaption>
        <a href={`#figure-${name}`} className="anchor figure-kicker">
          {t('tryIt')}
        </a>{' '}
        {children}
      </figcaption>
    </figure>
  );
}
