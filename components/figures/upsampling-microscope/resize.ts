/**
 * Where an output pixel reads. `half-pixel`: pixels are squares, their values at the centres, and both pictures cover the
 * same area. `align-corners`: the centres of the corner pixels meet. `asymmetric`: pixel 0 meets pixel 0, and the pixels are
 * then a size apart.
 */
export const CONVENTIONS = ['half-pixel', 'align-corners', 'asymmetric'] as const;
export type Convention = (typeof CONVENTIONS)[number];

export const METHODS = ['bilinear', 'nearest'] as const;
export type Method = (typeof METHODS)[number];

/**
 * Source coordinate of output pixel `i` along an axis of `size` source and `out` output pixels; 0 is the centre of the first
 * source pixel. Each is one division of whole numbers, so that a coordinate that is whole comes out whole.
 */
export function sourceOf(i: number, size: number, out: number, convention: Convention): number {
  if (convention === 'half-pixel') return ((2 * i + 1) * size - out) / (2 * out);
  if (convention === 'align-corners') return out === 1 ? 0 : (i * (size - 1)) / (out - 1);
  return (i * size) / out;
}

/** The one or two source pixels behind an output pixel along an axis, with their weights. */
export type Taps = {
  /** Source coordinate as computed, and clamped to [0, size − 1]. */
  source: number;
  clamped: number;
  /** Index and weight. Both weights together are 1. */
  low: number;
  high: number;
  lowWeight: number;
  highWeight: number;
};

/**
 * Bilinear: ⌊s⌋ and its next, weighted by nearness. Nearest: the pixel whose centre is nearest to s, of two the later one;
 * under the asymmetric convention ⌊s⌋, as the libraries that use it do.
 */
export function tapsOf(i: number, size: number, out: number, convention: Convention, method: Method): Taps {
  const source = sourceOf(i, size, out, convention);
  const clamped = Math.min(Math.max(source, 0), size - 1);
  if (method === 'nearest') {
    const low = Math.min(Math.floor(convention === 'asymmetric' ? clamped : clamped + 0.5), size - 1);
    return { source, clamped, low, high: low, lowWeight: 1, highWeight: 0 };
  }
  const low = Math.floor(clamped);
  const high = Math.min(low + 1, size - 1);
  return { source, clamped, low, high, lowWeight: low + 1 - clamped, highWeight: clamped - low };
}

/** Sizes of a picture: rows and columns. */
export type Size = readonly [rows: number, cols: number];

/** The taps of one output pixel along both axes. */
export function pixelTaps(at: number, from: Size, to: Size, convention: Convention, method: Method) {
  const [row, col] = [Math.floor(at / to[1]), at % to[1]];
  return {
    rows: tapsOf(row, from[0], to[0], convention, method),
    cols: tapsOf(col, from[1], to[1], convention, method),
  };
}

/** A source pixel's part in an output pixel: `weight` is the product of the weights of its row and its column. */
export type Share = { row: number; col: number; rowWeight: number; colWeight: number; weight: number; value: number };

/** The four neighbours in reading order; beyond the last row or column there are two, or one. Nearest has one. */
export function sharesOf(picture: readonly number[], from: Size, { rows, cols }: { rows: Taps; cols: Taps }): Share[] {
  const [down, across] = [rows, cols].map(({ low, high, lowWeight, highWeight }) =>
    low === high
      ? [[low, lowWeight]]
      : [
          [low, lowWeight],
          [high, highWeight],
        ],
  ) as [[number, number][], [number, number][]];
  return down.flatMap(([row, rowWeight]) =>
    across.map(([col, colWeight]) => ({
      row,
      col,
      rowWeight,
      colWeight,
      weight: rowWeight * colWeight,
      value: picture[row * from[1] + col] as number,
    })),
  );
}

/** The picture, row by row, at its new size. */
export function resized(
  picture: readonly number[],
  from: Size,
  to: Size,
  convention: Convention,
  method: Method,
): number[] {
  return Array.from({ length: to[0] * to[1] }, (_, at) =>
    sharesOf(picture, from, pixelTaps(at, from, to, convention, method)).reduce(
      (sum, { weight, value }) => sum + weight * value,
      0,
    ),
  );
}

/** By how many output pixels the middle of the picture moves along an axis, towards the first pixel where it is negative (`out` > 1). */
export const shiftOf = (size: number, out: number, convention: Convention) =>
  convention === 'asymmetric' ? 0.5 - out / (2 * size) : 0;

/** Source pixels from one output pixel to the next. */
export const spacingOf = (size: number, out: number, convention: Convention) =>
  sourceOf(1, size, out, convention) - sourceOf(0, size, out, convention);
