'use client';

import { useEffect, useRef } from 'react';
import { tensorPalette } from '@/components/ui/tensor-palette';
import { lean } from './plane';

/** The grid's leans as a smooth picture, at the screen's own resolution. Redrawn when the theme or the size changes. */
export function HeatCanvas({ grid, cells }: { grid: Float32Array; cells: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef(grid);
  const draw = useRef(() => {});
  latest.current = grid;

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const small = new OffscreenCanvas(cells, cells);
    const smallContext = small.getContext('2d');
    if (!smallContext) return;
    const image = smallContext.createImageData(cells, cells);
    let color = tensorPalette(element);

    draw.current = () => {
      latest.current.forEach((logit, i) => {
        const [r, g, b] = color(lean(logit), 1.3);
        image.data.set([r, g, b, 255], 4 * i);
      });
      smallContext.putImageData(image, 0, 0);
      context.imageSmoothingQuality = 'high';
      context.drawImage(small, 0, 0, element.width, element.height);
    };

    const size = new ResizeObserver(([entry]) => {
      if (!entry) return;
      element.width = Math.round(entry.contentRect.width * devicePixelRatio);
      element.height = Math.round(entry.contentRect.height * devicePixelRatio);
      draw.current();
    });
    size.observe(element);

    const recolor = () => {
      color = tensorPalette(element);
      draw.current();
    };
    const theme = new MutationObserver(recolor);
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const system = matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', recolor);
    return () => {
      size.disconnect();
      theme.disconnect();
      system.removeEventListener('change', recolor);
    };
  }, [cells]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new grid is what there is to draw
  useEffect(() => draw.current(), [grid]);

  return <canvas ref={canvas} className="boundary-heat" />;
}
