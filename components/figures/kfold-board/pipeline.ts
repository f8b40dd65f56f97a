import type { NoiseData } from './noise-data';

/** Features kept by the selection. */
export const KEPT = 10;

/**
 * Sums over some examples, from which both the scaler and the selection are fitted: how many there are, how many of
 * class 1, and of each feature Σx, Σx² and Σx over class 1.
 */
export type Sums = { count: number; ones: number; x: Float64Array; squares: Float64Array; xOfOnes: Float64Array };

/** Sums over the examples `of`. */
export function sumsOf({ rows, labels }: NoiseData, of: readonly number[]): Sums {
  const features = rows[0]?.length ?? 0;
  const x = new Float64Array(features);
  const squares = new Float64Array(features);
  const xOfOnes = new Float64Array(features);
  let ones = 0;
  for (const i of of) {
    const row = rows[i] as Float64Array;
    const label = labels[i] as number;
    ones += label;
    for (let j = 0; j < features; j++) {
      const value = row[j] as number;
      x[j] = (x[j] as number) + value;
      squares[j] = (squares[j] as number) + value * value;
      xOfOnes[j] = (xOfOnes[j] as number) + label * value;
    }
  }
  return { count: of.length, ones, x, squares, xOfOnes };
}

/** Sums over all examples but those of `part`: a fold's training set without going through it again. */
export function without(all: Sums, part: Sums): Sums {
  const minus = (a: Float64Array, b: Float64Array) => a.map((value, j) => value - (b[j] as number));
  return {
    count: all.count - part.count,
    ones: all.ones - part.ones,
    x: minus(all.x, part.x),
    squares: minus(all.squares, part.squares),
    xOfOnes: minus(all.xOfOnes, part.xOfOnes),
  };
}

/** Mean and standard deviation of every feature. */
export type Scaler = { mean: Float64Array; deviation: Float64Array };

export function fitScaler({ count, x, squares }: Sums): Scaler {
  const mean = x.map((sum) => sum / count);
  return { mean, deviation: squares.map((sum, j) => Math.sqrt(sum / count - (mean[j] as number) ** 2)) };
}

/** The {@link KEPT} features with the largest correlation, positive or negative, with the class; the largest first. */
export function selectFeatures(sums: Sums): number[] {
  const { mean, deviation } = fitScaler(sums);
  const strength = (j: number) =>
    Math.abs((sums.xOfOnes[j] as number) - sums.ones * (mean[j] as number)) / (deviation[j] as number);
  const kept: { j: number; strength: number }[] = [];
  for (let j = 0; j < mean.length; j++) {
    const one = { j, strength: strength(j) };
    if (kept.length === KEPT && one.strength <= (kept.at(-1)?.strength ?? 0)) continue;
    const place = kept.findIndex((other) => other.strength < one.strength);
    kept.splice(place === -1 ? kept.length : place, 0, one);
    kept.length = Math.min(kept.length, KEPT);
  }
  return kept.map((one) => one.j);
}

/**
 * The nearest-centroid classifier on scaled, selected features: an example belongs to the class whose mean is closer.
 *
 * @returns the class, 0 or 1, of an example given by all its features, unscaled
 */
export function fitCentroids({ count, ones, x, xOfOnes }: Sums, features: readonly number[], scaler: Scaler) {
  const scaled = (value: number, j: number) => (value - (scaler.mean[j] as number)) / (scaler.deviation[j] as number);
  const centroids = features.map((j) => {
    const ofOnes = xOfOnes[j] as number;
    return [scaled(((x[j] as number) - ofOnes) / (count - ones), j), scaled(ofOnes / ones, j)] as const;
  });
  return (row: ArrayLike<number>): number => {
    let lead = 0;
    features.forEach((j, f) => {
      const [zero, one] = centroids[f] as readonly [number, number];
      const value = scaled(row[j] as number, j);
      lead += (value - zero) ** 2 - (value - one) ** 2;
    });
    return lead > 0 ? 1 : 0;
  };
}
