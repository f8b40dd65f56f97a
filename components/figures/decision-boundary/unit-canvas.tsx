'use client';

import { useEffect, useRef } from 'react';
import type { tensorPalette } from '@/components/ui/tensor-palette';
import { UNIT_CELLS, type UnitMap } from './units';

/** A unit's map as a picture of one pixel to a cell, which the browser smooths. */
export function UnitCanvas({ map, color }: { map: UnitMap; color: ReturnType<typeof tensorPalette> }) {
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(UNIT_CELLS, UNIT_CELLS);
    map.values.forEach((value, i) => {
      const [r, g, b] = color(value, map.most);
      image.data.set([r, g, b, 255], 4 * i);
    });
    context.putImageData(image, 0, 0);
  }, [map, color]);

  return <canvas ref={canvas} width={UNIT_CELLS} height={UNIT_CELLS} />;
}
