'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { leadingExtents, sliceExtents, sliceOffset } from './heat-map-maths';

/** Picks which matrix of a tensor of rank above 2 is shown, and leads to the next one that has something wrong in it. */
export function SliceSelector({
  shape,
  leading,
  onChange,
  marked,
}: {
  shape: readonly number[];
  leading: readonly number[];
  onChange(leading: number[]): void;
  marked(at: number): boolean;
}) {
  const t = useTranslations('report');
  const extents = leadingExtents(shape);
  const wrong = useMemo(() => wrongSlices(shape, marked), [shape, marked]);
  const here = sliceOffset(shape, leading);
  const next = wrong.find((slice) => sliceOffset(shape, slice) > here) ?? wrong[0];
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2 text-xs">
      {extents.map((extent, axis) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an axis is its position
        <label key={axis} className="inline-flex items-center gap-1">
          {t('sliceAxis', { axis })}
          <select
            className="rounded-sm border border-edge bg-raised px-1 py-0.5"
            value={leading[axis] ?? 0}
            onChange={({ target }) =>
              onChange(leading.map((at, other) => (other === axis ? Number(target.value) : at)))
            }
          >
            {Array.from({ length: extent }, (_, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an index is its position
              <option key={at} value={at}>
                {at}
              </option>
            ))}
          </select>
        </label>
      ))}
      {next && wrong.length > 0 && (
        <Button size="small" tone="plain" onClick={() => onChange(next)}>
          {t('nextWrongSlice', { count: wrong.length })}
        </Button>
      )}
    </div>
  );
}

function wrongSlices(shape: readonly number[], marked: (at: number) => boolean): number[][] {
  const { rows, columns } = sliceExtents(shape);
  const size = rows * columns;
  const count = leadingExtents(shape).reduce((product, extent) => product * extent, 1);
  const wrong: number[][] = [];
  for (let slice = 0; slice < count; slice += 1) {
    let at = slice * size;
    while (at < (slice + 1) * size && !marked(at)) at += 1;
    if (at < (slice + 1) * size) wrong.push(leadingOf(shape, slice));
  }
  return wrong;
}

function leadingOf(shape: readonly number[], slice: number): number[] {
  let rest = slice;
  return leadingExtents(shape)
    .reverse()
    .map((extent) => {
      const at = rest % extent;
      rest = Math.floor(rest / extent);
      return at;
    })
    .reverse();
}
