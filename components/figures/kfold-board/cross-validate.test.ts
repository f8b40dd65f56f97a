import { expect, test } from 'vitest';
import { foldScores, freshScore, meanOf } from './cross-validate';
import { DRAWINGS, EXAMPLES, type NoiseData, noiseData } from './noise-data';
import { fitScaler, KEPT, selectFeatures, sumsOf, without } from './pipeline';
import { validationFolds } from './split';
import { LEAKS, type Leak } from './state';

const drawings = Array.from({ length: DRAWINGS }, (_, index) => index + 1);
const scores = (leak: Leak, k: number, stratified = true) =>
  drawings.map((drawing) => {
    const data = noiseData(drawing);
    return meanOf(foldScores(data, validationFolds(data.labels, k, stratified, drawing), leak));
  });

test.each([5, 10, EXAMPLES])('on noise, %d honest folds score about a half and a leaked selection far above', (k) => {
  expect(Math.abs(meanOf(scores('none', k)) - 0.5)).toBeLessThan(0.07);
  expect(meanOf(scores('selection', k))).toBeGreaterThan(0.85);
  expect(Math.min(...scores('selection', k))).toBeGreaterThan(Math.max(0.7, meanOf(scores('none', k))));
});

test('on this data a leaked scaler changes next to nothing', () => {
  expect(Math.abs(meanOf(scores('scaler', 5)) - meanOf(scores('none', 5)))).toBeLessThan(0.02);
});

test('new examples show that nothing has been learned', () => {
  expect(Math.abs(meanOf(drawings.map((drawing) => freshScore(noiseData(drawing), drawing))) - 0.5)).toBeLessThan(0.02);
});

const everyone = Array.from({ length: EXAMPLES }, (_, i) => i);

/** The noise with the class written into feature 7: now there is something to learn. */
const told = (): NoiseData => {
  const { rows, labels } = noiseData(1);
  const marked = rows.map((row, i) => Float64Array.from(row, (x, j) => (j === 7 ? 20 * (labels[i] as number) + x : x)));
  return { rows: marked, labels };
};

test.each(LEAKS)('a feature that carries the class is selected and used (leak: %s)', (leak) => {
  const data = told();
  const features = selectFeatures(sumsOf(data, everyone));
  expect(features[0]).toBe(7);
  expect(features).toHaveLength(KEPT);
  expect(new Set(features).size).toBe(KEPT);
  const plain = foldScores(noiseData(1), validationFolds(data.labels, 5, true, 1), 'none');
  expect(meanOf(foldScores(data, validationFolds(data.labels, 5, true, 1), leak))).toBeGreaterThan(meanOf(plain));
});

test('a scaler knows the examples it was fitted to and no others', () => {
  const data = noiseData(2);
  const { mean, deviation } = fitScaler(sumsOf(data, [0, 1]));
  const [a, b] = [data.rows[0]?.[3] ?? 0, data.rows[1]?.[3] ?? 0];
  expect(mean[3]).toBeCloseTo((a + b) / 2, 12);
  expect(deviation[3]).toBeCloseTo(Math.abs(a - b) / 2, 12);
});

test('the sums of a training set are those of all examples without the validation set', () => {
  const data = noiseData(3);
  const [validation, training] = [everyone.slice(0, 8), everyone.slice(8)];
  const direct = sumsOf(data, training);
  const rest = without(sumsOf(data, everyone), sumsOf(data, validation));
  expect([rest.count, rest.ones]).toEqual([32, 16]);
  for (const name of ['x', 'squares', 'xOfOnes'] as const) {
    rest[name].forEach((sum, j) => {
      expect(sum).toBeCloseTo(direct[name][j] as number, 10);
    });
  }
});

test('the selection keeps the features whose class means differ most, measured in standard deviations', () => {
  const data = noiseData(4);
  const { mean, deviation } = fitScaler(sumsOf(data, everyone));
  const z = (j: number) =>
    Math.abs(
      meanOf(
        everyone.map((i) => (((data.rows[i]?.[j] ?? 0) - (mean[j] ?? 0)) / (deviation[j] ?? 1)) * (i % 2 ? 1 : -1)),
      ),
    );
  const byHand = Array.from(mean.keys()).sort((a, b) => z(b) - z(a));
  expect(selectFeatures(sumsOf(data, everyone))).toEqual(byHand.slice(0, KEPT));
});
