import { mulberry32, normal } from '../rng';

/** Training steps of the lab. */
export const STEPS = 60;
const EPS = 1e-5;
/** The example that sits in every batch and is also evaluated alone. */
export const PROBE = 4;

/** Settings of one run of batches. `momentum` is the share of the new batch in the running statistics. */
export type BatchRun = { size: number; momentum: number; drift: boolean };

/** Mean and standard deviation of the values that reach the layer: constant, or wandering as earlier layers learn. */
export function truth(step: number, drift: boolean): { mean: number; deviation: number } {
  const share = drift ? step / STEPS : 0.5;
  return { mean: 6 * share, deviation: 1 + 2 * share };
}

/** Everything after one step: the batch with its statistics (variance over N), the running ones, the probe’s two outputs. */
export type Moment = {
  batch: number[];
  mean: number;
  variance: number;
  runningMean: number;
  runningVariance: number;
  trained: number;
  evaluated: number;
};

const normalize = (x: number, mean: number, variance: number) => (x - mean) / Math.sqrt(variance + EPS);

/**
 * Steps 1…`steps` of batch normalization of one feature, γ = 1 and β = 0. The running variance takes in the unbiased
 * N/(N − 1) of the batch’s, as PyTorch does.
 */
export function momentsOf({ size, momentum, drift }: BatchRun, steps: number): Moment[] {
  const moments: Moment[] = [];
  let [runningMean, runningVariance] = [0, 1];
  for (let step = 1; step <= steps; step++) {
    const gauss = normal(mulberry32(104_729 * step));
    const { mean: center, deviation } = truth(step, drift);
    const batch = [PROBE, ...Array.from({ length: size - 1 }, () => center + deviation * gauss())];
    const mean = batch.reduce((sum, x) => sum + x, 0) / size;
    const variance = batch.reduce((sum, x) => sum + (x - mean) ** 2, 0) / size;
    runningMean = (1 - momentum) * runningMean + momentum * mean;
    runningVariance = (1 - momentum) * runningVariance + (momentum * variance * size) / (size - 1);
    moments.push({
      batch,
      mean,
      variance,
      runningMean,
      runningVariance,
      trained: normalize(PROBE, mean, variance),
      evaluated: normalize(PROBE, runningMean, runningVariance),
    });
  }
  return moments;
}

/** How far the probe’s training output wanders over the moments: its standard deviation. */
export function scatter(moments: readonly Moment[]): number {
  const mean = moments.reduce((sum, { trained }) => sum + trained, 0) / moments.length;
  return Math.sqrt(moments.reduce((sum, { trained }) => sum + (trained - mean) ** 2, 0) / moments.length);
}
