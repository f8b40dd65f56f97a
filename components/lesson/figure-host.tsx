'use client';

import { type ComponentType, type ReactNode, useRef, useState } from 'react';
import { loadFigure } from '@/components/figures/loaders';
import type { FigureName, FigureTexts } from '@/components/figures/texts';
import { useNear } from './use-near';

/**
 * Shows the server-rendered first frame (children) and swaps the live figure in, of the very same layout, once it is
 * about to be seen. Until then the page carries none of the figure's code.
 */
export function FigureHost<N extends FigureName>(props: { name: N; texts: FigureTexts<N>; children: ReactNode }) {
  const { name, texts, children } = props;
  const place = useRef<HTMLDivElement>(null);
  const [live, setLive] = useState<{ Live: ComponentType<{ texts: FigureTexts<N> }> } | null>(null);
  // Offline: the first frame stays, with its text; the next visit tries again.
  useNear(place, () => {
    loadFigure(name).then(
      (Live) => setLive({ Live }),
      () => {},
    );
  });

  return (
    <div ref={place} data-live={live !== null}>
      {live ? <live.Live texts={texts} /> : children}
    </div>
  );
}
