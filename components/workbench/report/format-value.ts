import type { WireValue } from '@/grading/task';
import { decodeTensor, type EncodedTensor, sizeOf } from '@/grading/tensor-data';
import { formatNumber } from './format-number';

/** Elements along one axis that are written out. */
const SHOWN = 8;

const isTensor = (value: WireValue): value is { $tensor: EncodedTensor } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && '$tensor' in value;

const listed = (parts: string[], of: number): string => `[${parts.join(', ')}${of > SHOWN ? ', …' : ''}]`;

function nested(shape: readonly number[], values: ArrayLike<number>, start: number): string {
  const [extent, ...rest] = shape;
  if (extent === undefined) return formatNumber(values[start] as number);
  const inner = sizeOf(rest);
  const shown = Math.min(extent, SHOWN);
  return listed(
    Array.from({ length: shown }, (_, i) => nested(rest, values, start + i * inner)),
    extent,
  );
}

/** An argument as a reader would type it: `[[1, 0], [0, 2]]`; long ones are cut. */
export function formatValue(value: WireValue): string {
  if (isTensor(value)) {
    const { shape, values } = decodeTensor(value.$tensor);
    return nested(shape, values, 0);
  }
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return listed(value.slice(0, SHOWN).map(formatValue), value.length);
  if ('$number' in value) return String(value.$number);
  if ('$rng' in value) return `rng(${value.$rng})`;
  const entries = Object.entries(value) as [string, WireValue][];
  return `{ ${entries.map(([key, entry]) => `${key}: ${formatValue(entry)}`).join(', ')} }`;
}
