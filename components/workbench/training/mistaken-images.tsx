'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef } from 'react';
import { CLASSES, JUDGE_BY, makeImages, SIDE } from '@/grading/training/images';
import { JUDGED } from '@/grading/training/presets';
import type { Mistaken } from './confusion';

/** Images that are shown. */
const SHOWN = 12;
const AREA = SIDE * SIDE;

function Picture({ pixels, label }: { pixels: Float32Array; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(SIDE, SIDE);
    for (const [at, value] of pixels.entries()) {
      const grey = 255 * Math.min(1, Math.max(0, 0.5 + 0.45 * value));
      image.data.set([grey, grey, grey, 255], 4 * at);
    }
    context.putImageData(image, 0, 0);
  }, [pixels]);
  return (
    <canvas
      ref={canvas}
      width={SIDE}
      height={SIDE}
      role="img"
      aria-label={label}
      className="size-16 border border-line [image-rendering:pixelated]"
    />
  );
}

/** What the net took for something else, the surest mistakes first, with what it was sure of. */
export function MistakenImages({ mistaken }: { mistaken: readonly Mistaken[] }) {
  const t = useTranslations('workbench.training');
  const { pixels } = useMemo(() => makeImages(JUDGED, JUDGE_BY), []);
  const nameOf = (k: number) => t(`classes.${CLASSES[k] ?? 'disc'}`);
  const percent = (share: number) => Math.round(100 * share);
  if (mistaken.length === 0) return <p className="text-sm">{t('noMistakes')}</p>;
  return (
    <ul className="flex flex-wrap gap-3">
      {mistaken.slice(0, SHOWN).map(({ image, label, told, right, wrong }) => (
        <li key={image} className="w-28 text-xs">
          <Picture pixels={pixels.subarray(image * AREA, (image + 1) * AREA)} label={nameOf(label)} />
          <span className="block">{t('isThere', { name: nameOf(label), percent: percent(right) })}</span>
          <span className="block text-fail">{t('isTold', { name: nameOf(told), percent: percent(wrong) })}</span>
        </li>
      ))}
    </ul>
  );
}
