'use client';

import { type ComponentType, type ReactNode, useEffect, useRef, useState } from 'react';
import { loadFigure } from '@/components/figures/loaders';
import type { FigureName, FigureTexts } from '@/components/figures/texts';

/**
 * Shows the server-rendered first frame (children) and swaps the live figure in, of the very same layout, once it is
 * about to be seen. Until then the page carries none of the figure's code.
 */
export function FigureHost<N extends FigureName>(props: { name: N; texts: FigureTexts<N>; children: ReactNode }) {
  const { name, texts, children } = props;
  const place = useRef<HTMLDivElement>(null);
  const [live, setLive] = useState<{ Live: ComponentType<{ texts: FigureTexts<N> }> } | null>(null);

  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let gone = false;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        // Offline: the first frame stays, with its text; the next visit tries again.
        loadFigure(name).then(
          (Live) => gone || setLive({ Live }),
          () => {},
        );
      },
      { rootMargin: '400px 0px' },
    );
    observer.observe(element);
    return () => {
      gone = true;
      observer.disconnect();
    };
  }, [name]);

  return (
    <div ref={place} data-live={live !== null}>
      {live ? <live.Live texts={texts} /> : children}
    </div>
  );
}
