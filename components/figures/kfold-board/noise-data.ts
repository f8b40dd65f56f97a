import { mulberry32, normal } from '../rng';

/** Examples of the training set, half of each class; and features, none of which has anything to do with the class. */
export const EXAMPLES = 40;
export const FEATURES = 500;

/** Different drawings of the noise that the figure has; the reader looks at one and sees the scores of all. */
export const DRAWINGS = 20;

/** A training set of pure noise: the class of example i is i mod 2, and every feature is a standard normal number. */
export type NoiseData = { rows: Float64Array[]; labels: number[] };

const drawn = new Map<number, NoiseData>();

/** Drawing 1 to {@link DRAWINGS}; each is made once. */
export function noiseData(drawing: number): NoiseData {
  const known = drawn.get(drawing);
  if (known) return known;
  const gauss = normal(mulberry32(drawing));
  const data = {
    rows: Array.from({ length: EXAMPLES }, () => Float64Array.from({ length: FEATURES }, gauss)),
    labels: Array.from({ length: EXAMPLES }, (_, i) => i % 2),
  };
  drawn.set(drawing, data);
  return data;
}
