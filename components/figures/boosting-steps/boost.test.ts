import { expect, test } from 'vitest';
import { boost, fitStump, stumpAt, testError, trainError, trainingX, trainingY } from './boost';

const error = (stump: { cut: number; left: number; right: number }, targets: readonly number[]) =>
  targets.reduce((sum, t, i) => sum + (t - stumpAt(stump, trainingX[i] as number)) ** 2, 0);

test('a step is found where it is, with the means of both sides', () => {
  const targets = trainingX.map((x, i) => (i < 12 ? 1 : 5) + (i % 2 === 0 ? 0.1 : -0.1) + 0 * x);
  const { cut, left, right } = fitStump(targets);
  expect(cut).toBeGreaterThan(trainingX[11] as number);
  expect(cut).toBeLessThan(trainingX[12] as number);
  expect(left).toBeCloseTo(1, 12);
  expect(right).toBeCloseTo(5, 12);
});

test('no cut and no pair of values does better than the fitted stump', () => {
  const best = fitStump(trainingY);
  for (let i = 1; i < trainingX.length; i++) {
    const cut = ((trainingX[i - 1] as number) + (trainingX[i] as number)) / 2;
    for (const shift of [-0.1, 0, 0.1]) {
      expect(error({ cut, left: best.left + shift, right: best.right }, trainingY)).toBeGreaterThanOrEqual(
        error(best, trainingY) - 1e-9,
      );
    }
  }
});

test.each([0.1, 0.3, 1])('with rate %d every round lowers the training error', (rate) => {
  const errors = boost(200, rate).map(trainError);
  errors.slice(1).forEach((now, round) => {
    expect(now).toBeLessThan(errors[round] as number);
  });
});

test('round 0 is the mean, and round r + 1 adds its share of one stump', () => {
  const [zero, one] = boost(1, 0.3);
  const mean = trainingY.reduce((sum, y) => sum + y, 0) / trainingY.length;
  expect(zero?.onGrid[100]).toBeCloseTo(mean, 12);
  const stump = fitStump(trainingY.map((y) => y - mean));
  expect(one?.onGrid[0]).toBeCloseTo(mean + 0.3 * stump.left, 12);
  expect(one?.onGrid[240]).toBeCloseTo(mean + 0.3 * stump.right, 12);
});

test('the test error falls, turns and rises: the number of rounds is a hyper-parameter', () => {
  const errors = boost(200, 0.3).map(testError);
  const best = errors.indexOf(Math.min(...errors));
  expect(best).toBe(55);
  expect(errors[best]).toBeLessThan(0.4 * (errors[0] as number));
  expect(errors[200]).toBeGreaterThan((errors[best] as number) + 0.015);
});
