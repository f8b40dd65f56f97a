import { mulberry32, normal } from '../rng';
import { FEATURES, type NoiseData } from './noise-data';
import { fitCentroids, fitScaler, selectFeatures, sumsOf, without } from './pipeline';
import type { Leak } from './state';

const everyone = ({ labels }: NoiseData) => labels.map((_, i) => i);

/**
 * Accuracy of the pipeline (scale, select, classify) on the validation set of each fold. With a `leak` that step has been
 * fitted to all examples before they were split; the rest is fitted to the fold's training part, as it should be.
 */
export function foldScores(data: NoiseData, folds: readonly (readonly number[])[], leak: Leak): number[] {
  const all = sumsOf(data, everyone(data));
  const leakedScaler = leak === 'scaler' ? fitScaler(all) : null;
  const leakedFeatures = leak === 'selection' ? selectFeatures(all) : null;
  return folds.map((validation) => {
    const training = without(all, sumsOf(data, validation));
    const features = leakedFeatures ?? selectFeatures(training);
    const classify = fitCentroids(training, features, leakedScaler ?? fitScaler(training));
    const right = validation.filter((i) => classify(data.rows[i] as Float64Array) === data.labels[i]);
    return right.length / validation.length;
  });
}

export const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Accuracy on 1000 new examples of the pipeline fitted to the whole training set: what cross-validation tries to tell. */
export function freshScore(data: NoiseData, seed: number): number {
  const all = sumsOf(data, everyone(data));
  const features = selectFeatures(all);
  const classify = fitCentroids(all, features, fitScaler(all));
  const gauss = normal(mulberry32(seed + 1000));
  const row = new Float64Array(FEATURES);
  let right = 0;
  for (let n = 0; n < 1000; n++) {
    // The classifier looks at these only, so the other features need no numbers.
    for (const j of features) row[j] = gauss();
    if (classify(row) === n % 2) right += 1;
  }
  return right / 1000;
}
