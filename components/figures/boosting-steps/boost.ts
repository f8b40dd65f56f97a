import { GRID, meanOverX, noisySample, spaced, truth } from '../noisy-curve';

/** Standard deviation of the noise in the figure's training set. */
export const SIGMA = 0.4;

/** The one training set of the figure, x ascending. */
export const trainingX = spaced(30);
export const trainingY = noisySample(trainingX, SIGMA, 6);

/** The weak learner: one value left of `cut`, another right of it. */
export type Stump = { cut: number; left: number; right: number };

export const stumpAt = ({ cut, left, right }: Stump, x: number) => (x < cut ? left : right);

/** The least-squares stump of `targets` at {@link trainingX}, out of all cuts half-way between neighbours. */
export function fitStump(targets: readonly number[]): Stump {
  const count = targets.length;
  const sum = targets.reduce((total, t) => total + t, 0);
  let best: Stump = { cut: 0, left: 0, right: 0 };
  let most = Number.NEGATIVE_INFINITY;
  let before = 0;
  for (let i = 1; i < count; i++) {
    before += targets[i - 1] as number;
    const [left, right] = [before / i, (sum - before) / (count - i)];
    // Σ(t − prediction)² = Σt² − explained, so the most explained has the least error.
    const explained = i * left ** 2 + (count - i) * right ** 2;
    if (explained > most) {
      most = explained;
      best = { cut: ((trainingX[i - 1] as number) + (trainingX[i] as number)) / 2, left, right };
    }
  }
  return best;
}

/** The model after some rounds: on the training x, on {@link GRID}, and the stump added last. */
export type Boosted = { atData: number[]; onGrid: Float64Array; stump: Stump | null };

/**
 * Boosting for the squared error: begin with the mean; each round fits a stump to what is still missing, the residuals,
 * and adds `rate` of it. Element r is the model after r rounds.
 */
export function boost(rounds: number, rate: number): Boosted[] {
  const mean = trainingY.reduce((sum, y) => sum + y, 0) / trainingY.length;
  const stages: Boosted[] = [
    { atData: trainingY.map(() => mean), onGrid: new Float64Array(GRID.length).fill(mean), stump: null },
  ];
  for (let round = 1; round <= rounds; round++) {
    const { atData, onGrid } = stages[round - 1] as Boosted;
    const stump = fitStump(trainingY.map((y, i) => y - (atData[i] as number)));
    stages.push({
      atData: atData.map((value, i) => value + rate * stumpAt(stump, trainingX[i] as number)),
      onGrid: onGrid.map((value, j) => value + rate * stumpAt(stump, GRID[j] as number)),
      stump,
    });
  }
  return stages;
}

/** Mean squared error on the training set. */
export function trainError({ atData }: Boosted): number {
  return atData.reduce((sum, value, i) => sum + ((trainingY[i] as number) - value) ** 2, 0) / atData.length;
}

/** Mean squared error on new examples, their noise included. */
export function testError({ onGrid }: Boosted): number {
  return SIGMA ** 2 + meanOverX((j) => ((onGrid[j] as number) - truth(GRID[j] as number)) ** 2);
}
