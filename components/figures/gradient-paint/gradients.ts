import { type Geometry, outSide, windowOf } from '../conv-stepper/geometry';

type Numbers = readonly number[];

/** Row-major matrices: x is n×n, w is k×k, y and dy are m×m with m the side of the output. There is no padding. */
const outputs = (geometry: Geometry) =>
  Array.from({ length: outSide(geometry) ** 2 }, (_, at) => windowOf(geometry, at));

/** Cross-correlation. */
export const convForward = (geometry: Geometry, x: Numbers, w: Numbers): number[] =>
  outputs(geometry).map((window) =>
    window.reduce((sum, pixel, tap) => sum + (x[pixel] as number) * (w[tap] as number), 0),
  );

/** The input element that is the maximum of each window: the first of equals in row-major order. */
export const argmaxOf = (geometry: Geometry, x: Numbers): number[] =>
  outputs(geometry).map((window) =>
    window.reduce((best, pixel) => ((x[pixel] as number) > (x[best] as number) ? pixel : best)),
  );

/** One product that adds to a gradient: the output element whose gradient arrives, and what it is multiplied with. */
export type Share = { out: number; factor: number };

/** Shares of dx[pixel] under a convolution: every window over the pixel brings its gradient times the weight on the pixel. */
export const convInputShares = (geometry: Geometry, w: Numbers, pixel: number): Share[] =>
  outputs(geometry).flatMap((window, out) =>
    window.flatMap((read, tap) => (read === pixel ? [{ out, factor: w[tap] as number }] : [])),
  );

/** Shares of dw[tap]: every window brings its gradient times the pixel that lay under the weight. */
export const weightShares = (geometry: Geometry, x: Numbers, tap: number): Share[] =>
  outputs(geometry).map((window, out) => ({ out, factor: x[window[tap] as number] as number }));

/** Shares of dx[pixel] under max pooling: windows over the pixel, with 1 where it is their maximum and 0 elsewhere. */
export function maxInputShares(geometry: Geometry, x: Numbers, pixel: number): Share[] {
  const argmax = argmaxOf(geometry, x);
  return outputs(geometry).flatMap((window, out) =>
    window.includes(pixel) ? [{ out, factor: argmax[out] === pixel ? 1 : 0 }] : [],
  );
}

/** A gradient is the sum of its shares, each times the gradient that arrives at its output element. */
export const gradientOf = (shares: readonly Share[], dy: Numbers) =>
  shares.reduce((sum, { out, factor }) => sum + (dy[out] as number) * factor, 0);

/** Numbers that are easy to follow by eye. In the image some are equal, so that pooling has ties to break. */
export const imageOf = (n: number) =>
  Array.from({ length: n * n }, (_, i) => {
    const [row, col] = [Math.floor(i / n), i % n];
    return (2 * row + 3 * col + row * col) % 7;
  });

export const kernelOf = (k: number) =>
  Array.from({ length: k * k }, (_, tap) => ((Math.floor(tap / k) + 2 * (tap % k)) % 4) - 1);
