import { type Geometry, outSide, windowOf } from '../conv-stepper/geometry';

/** Where an entry of the unrolled matrix comes from: a pixel of a channel, or the padding (`pixel` −1). */
export type Origin = { pixel: number; channel: number };

/**
 * Origins of row `at` of the matrix: the patch under output element `at`, unrolled as (u, v, c), the channel fastest. This is
 * the order in which a filter of shape [k, k, c] lies in memory.
 */
export function rowOrigins(geometry: Geometry, channels: number, at: number): Origin[] {
  return windowOf(geometry, at).flatMap((pixel) =>
    Array.from({ length: channels }, (_, channel) => ({ pixel, channel })),
  );
}

/** The matrix of all rows, output elements in row-major order; 0 for the padding. */
export function im2col(geometry: Geometry, image: readonly (readonly number[])[]): number[][] {
  return Array.from({ length: outSide(geometry) ** 2 }, (_, at) =>
    rowOrigins(geometry, image.length, at).map(({ pixel, channel }) => image[channel]?.[pixel] ?? 0),
  );
}

/** Each row of the matrix times the kernel's column. */
export const timesColumn = (matrix: readonly (readonly number[])[], column: readonly number[]) =>
  matrix.map((row) => row.reduce((sum, value, i) => sum + value * (column[i] as number), 0));

/** Numbers in the matrix for each number in the image: m²k²/n², which nears k² where m nears n. */
export const memoryFactor = (geometry: Geometry) => (outSide(geometry) * geometry.k) ** 2 / geometry.n ** 2;

/** An image of digits, and a kernel of small integers in the order of {@link rowOrigins}: easy to follow by eye. */
export const digits = (n: number, channels: number) =>
  Array.from({ length: channels }, (_, c) =>
    Array.from({ length: n * n }, (_, i) => {
      const [row, col] = [Math.floor(i / n), i % n];
      return (3 * row + 4 * col + row * col + 5 * c + 1) % 10;
    }),
  );

export const smallKernel = (k: number, channels: number) =>
  Array.from({ length: k * k * channels }, (_, i) => {
    const [tap, c] = [Math.floor(i / channels), i % channels];
    return ((Math.floor(tap / k) + 2 * (tap % k) + 3 * c + 3) % 4) - 1;
  });
