'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { tensorColor } from '@/components/ui/tensor-scale';
import type { TensorComparison } from '@/grading/report';
import { decodeTensor, type EncodedTensor, sizeOf, type TensorData, type Values } from '@/grading/tensor-data';
import { formatNumber, formatShape } from './format-number';
import { HeatMap } from './heat-map';
import {
  type Cursor,
  flatIndex,
  indexOf,
  isOutside,
  largestMagnitude,
  leadingExtents,
  signedErrors,
  sliceExtents,
  sliceOffset,
} from './heat-map-maths';
import { SliceSelector } from './slice-selector';
import { TrainingCurve } from './training-curve';

type View = 'error' | 'actual' | 'expected';

/** One compared tensor: its numbers in words, and every element of it as colours; losses of a training also as a curve. */
export function TensorDiff({ comparison, isCurve }: { comparison: TensorComparison; isCurve: boolean }) {
  const t = useTranslations('report');
  const { actualShape, expectedShape, maxError, meanError, atol, rtol, failing, total } = comparison;
  const sameShape = actualShape.join() === expectedShape.join();
  return (
    <section className="rounded-md border border-line bg-raised p-3" aria-label={comparison.label}>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-xs text-muted">
        <h4 className="font-mono text-sm font-semibold text-ink">{comparison.label}</h4>
        {sameShape ? (
          <span>{t('shape', { shape: formatShape(actualShape) })}</span>
        ) : (
          <span className="font-semibold text-fail">
            {t('shapes', { actual: formatShape(actualShape), expected: formatShape(expectedShape) })}
          </span>
        )}
        {maxError !== null && <span>{t('maxError', { value: formatNumber(maxError) })}</span>}
        {meanError !== null && <span>{t('meanError', { value: formatNumber(meanError) })}</span>}
        <span>{t('tolerance', { atol: formatNumber(atol), rtol: formatNumber(rtol) })}</span>
        {sameShape && <span>{t('failing', { failing, total })}</span>}
      </div>
      {isCurve && <Curve comparison={comparison} />}
      <Elements comparison={comparison} sameShape={sameShape} />
    </section>
  );
}

function Elements({ comparison, sameShape }: { comparison: TensorComparison; sameShape: boolean }) {
  const actual = useDecoded(comparison.actual);
  const expected = useDecoded(comparison.expected);
  if (actual && expected && sameShape) return <Compared actual={actual} expected={expected} comparison={comparison} />;
  if (!actual && !expected) return null;
  return <Apart actual={actual} expected={expected} />;
}

function Curve({ comparison }: { comparison: TensorComparison }) {
  const actual = useDecoded(comparison.actual);
  const expected = useDecoded(comparison.expected);
  if (!actual || !expected || actual.shape.length !== 1 || expected.shape.length !== 1) return null;
  return <TrainingCurve label={comparison.label} values={[...actual.values]} expected={[...expected.values]} />;
}

function useDecoded(encoded: EncodedTensor | undefined): TensorData | null {
  return useMemo(() => {
    if (!encoded) return null;
    const tensor = decodeTensor(encoded);
    return sizeOf(tensor.shape) > 0 ? tensor : null;
  }, [encoded]);
}

/** Shapes that differ have no element-wise error: each tensor is shown for itself. */
function Apart({ actual, expected }: { actual: TensorData | null; expected: TensorData | null }) {
  const t = useTranslations('report');
  return (
    <div className="mt-3 grid gap-3 sm:grid-cols-2">
      {actual && <Single title={t('view.actual')} tensor={actual} />}
      {expected && <Single title={t('view.expected')} tensor={expected} />}
    </div>
  );
}

function Single({ title, tensor }: { title: string; tensor: TensorData }) {
  const max = useMemo(() => largestMagnitude(tensor.values), [tensor]);
  const never = useCallback(() => false, []);
  const tell = useCallback(
    (index: number[], at: number) => `${formatShape(index)}: ${formatNumber(tensor.values[at] ?? Number.NaN)}`,
    [tensor],
  );
  return (
    <div className="min-w-0">
      <p className="mb-1 text-xs text-muted">{`${title} ${formatShape(tensor.shape)}`}</p>
      <Sliced label={title} shape={tensor.shape} values={tensor.values} max={max} marked={never} tell={tell} />
    </div>
  );
}

function Compared({
  actual,
  expected,
  comparison: { label, atol, rtol },
}: {
  actual: TensorData;
  expected: TensorData;
  comparison: TensorComparison;
}) {
  const t = useTranslations('report');
  const [view, setView] = useState<View>('error');
  const errors = useMemo(() => signedErrors(actual, expected) ?? new Float32Array(), [actual, expected]);
  const values = { error: errors, actual: actual.values, expected: expected.values }[view];
  const max = useMemo(
    () =>
      view === 'error'
        ? largestMagnitude(errors)
        : Math.max(largestMagnitude(actual.values), largestMagnitude(expected.values)),
    [view, errors, actual, expected],
  );
  const marked = useCallback(
    (at: number) => isOutside(actual.values[at] ?? Number.NaN, expected.values[at] ?? Number.NaN, atol, rtol),
    [actual, expected, atol, rtol],
  );
  const tell = useCallback(
    (index: number[], at: number) =>
      t(marked(at) ? 'elementOutside' : 'elementInside', {
        index: formatShape(index),
        expected: formatNumber(expected.values[at] ?? Number.NaN),
        actual: formatNumber(actual.values[at] ?? Number.NaN),
        error: formatNumber(errors[at] ?? Number.NaN),
      }),
    [t, marked, expected, actual, errors],
  );
  return (
    <div className="mt-2">
      <fieldset className="mb-2 flex flex-wrap items-center gap-1 border-0 p-0">
        <legend className="sr-only">{t('viewLabel')}</legend>
        {(['error', 'actual', 'expected'] as const).map((one) => (
          <Button
            key={one}
            size="small"
            tone={one === view ? 'quiet' : 'plain'}
            aria-pressed={one === view}
            onClick={() => setView(one)}
          >
            {t(`view.${one}`)}
          </Button>
        ))}
        <Legend max={max} />
      </fieldset>
      <Sliced
        label={t('heatMapLabel', { label })}
        shape={expected.shape}
        values={values}
        max={max}
        marked={marked}
        tell={tell}
      />
    </div>
  );
}

function Sliced({
  label,
  shape,
  values,
  max,
  marked,
  tell,
}: {
  label: string;
  shape: readonly number[];
  values: Values;
  max: number;
  marked(at: number): boolean;
  tell(index: number[], at: number): string;
}) {
  const [leading, setLeading] = useState<number[]>(() => firstMarked(shape, marked, values.length).slice(0, -2));
  const [cursor, setCursor] = useState<Cursor>(() => cursorAt(firstMarked(shape, marked, values.length)));
  const extents = sliceExtents(shape);
  const offset = sliceOffset(shape, leading);
  const at = useCallback(
    (row: number, column: number) => offset + row * extents.columns + column,
    [offset, extents.columns],
  );
  const tellCursor = (where: Cursor) => {
    const index = indexOf(shape, leading, where);
    return tell(index, flatIndex(shape, index));
  };
  return (
    <div className="min-w-0">
      {leadingExtents(shape).length > 0 && (
        <SliceSelector shape={shape} leading={leading} onChange={setLeading} marked={marked} />
      )}
      <HeatMap
        label={label}
        rows={extents.rows}
        columns={extents.columns}
        valueAt={useCallback((row: number, column: number) => values[at(row, column)] ?? Number.NaN, [values, at])}
        markedAt={useCallback((row: number, column: number) => marked(at(row, column)), [marked, at])}
        max={max}
        tell={tellCursor}
        cursor={cursor}
        onCursor={setCursor}
      />
      <p className="mt-1.5 min-h-5 font-mono text-xs text-ink" aria-hidden>
        {tellCursor(cursor)}
      </p>
    </div>
  );
}

/** Index of the first element that is out of tolerance, which is where one wants to look first. */
function firstMarked(shape: readonly number[], marked: (at: number) => boolean, size: number): number[] {
  let at = 0;
  while (at < size && !marked(at)) at += 1;
  if (at === size) at = 0;
  const index: number[] = [];
  for (const extent of [...shape].reverse()) {
    index.unshift(at % extent);
    at = Math.floor(at / extent);
  }
  return index;
}

function cursorAt(index: readonly number[]): Cursor {
  return { row: index.at(-2) ?? 0, column: index.at(-1) ?? 0 };
}

function Legend({ max }: { max: number }) {
  const locale = useLocale();
  const stops = [-1, -0.5, 0, 0.5, 1].map((share) => tensorColor(share * (max || 1), max || 1)).join(', ');
  return (
    <span className="ms-auto inline-flex items-center gap-1.5 font-mono text-xs text-muted" lang={locale}>
      {formatNumber(max === 0 ? 0 : -max)}
      <span
        aria-hidden
        className="h-2.5 w-20 rounded-sm border border-line"
        style={{ background: `linear-gradient(to right, ${stops})` }}
      />
      {formatNumber(max)}
    </span>
  );
}
