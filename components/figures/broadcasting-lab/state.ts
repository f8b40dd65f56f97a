import type { UrlFormat } from '../use-url-state';

/** Shapes of the two tensors that are added. */
export type BroadcastState = { a: number[]; b: number[] };

export const MAX_RANK = 3;
export const MAX_EXTENT = 4;

export const broadcastInitial: BroadcastState = { a: [4, 1], b: [3] };

/** Pairs worth trying, one button each. */
export const PRESETS: readonly BroadcastState[] = [
  broadcastInitial,
  { a: [2, 3], b: [3] },
  { a: [2, 3], b: [2] },
  { a: [2, 3], b: [2, 1] },
  { a: [2, 2, 3], b: [2, 1] },
  { a: [2, 3], b: [] },
];

/** A shape as tfjs prints it: `[4, 1]`. */
export const shapeText = (shape: readonly number[]): string => `[${shape.join(', ')}]`;

/** The same tensor with another number of axes: new ones come in front with extent 2, surplus ones go from the front. */
export function withRank(shape: readonly number[], rank: number): number[] {
  return Array.from({ length: rank }, (_, i) => shape[i + shape.length - rank] ?? 2);
}

function parseShape(text: string): number[] | null {
  const extents = text === '' ? [] : text.split(',').map(Number);
  const sound = extents.length <= MAX_RANK && extents.every((n) => Number.isInteger(n) && n >= 1 && n <= MAX_EXTENT);
  return sound ? extents : null;
}

/** `4,1;3`: the two shapes. */
export const broadcastUrl: UrlFormat<BroadcastState> = {
  parameter: 'broadcast',
  format: ({ a, b }) => `${a.join(',')};${b.join(',')}`,
  parse: (text) => {
    const [first, second, ...rest] = text.split(';');
    if (first === undefined || second === undefined || rest.length > 0) return null;
    const [a, b] = [parseShape(first), parseShape(second)];
    return a && b ? { a, b } : null;
  },
};
