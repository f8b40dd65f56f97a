import { expect, test } from 'vitest';
import golden from './activations.golden.json';
import { activationsOf, biasOf, channelTerms, LAYERS, logitsOf, SIZES, softmax, TEST } from './net';
import { exampleOf, SHAPES, type Shape } from './shapes';
import weights from './weights.json';

const close = (actual: readonly number[], expected: readonly number[]) => {
  expect(actual).toHaveLength(expected.length);
  expect(Math.max(...actual.map((value, i) => Math.abs(value - (expected[i] as number))))).toBeLessThan(1e-6);
};

test.each(golden.images)('the $shape of seed $seed is the image that PyTorch’s side drew', ({ shape, seed, image }) => {
  expect(exampleOf(shape as Shape, seed).map((value) => value + 0)).toEqual(image);
});

test.each(golden.images)('every layer gives what PyTorch gives for the $shape', (expected) => {
  const given = activationsOf(expected.image);
  for (const layer of ['conv1', 'pool', 'conv2', 'gap', 'logits'] as const) close(given[layer].flat(), expected[layer]);
  close(softmax(logitsOf(given)), expected.probabilities);
  const cutOff = (values: readonly number[]) => values.map((value) => (value > 0 ? value : 0));
  close(given.relu1.flat(), cutOff(expected.conv1));
  close(given.relu2.flat(), cutOff(expected.conv2));
});

test('the net has 1,316 parameters, all of at most two decimals', () => {
  const all = [weights.w1, weights.b1, weights.w2, weights.b2, weights.w3, weights.b3].flat();
  expect(all).toHaveLength(1316);
  expect(all.every((value) => value === +value.toFixed(2))).toBe(true);
});

test('filters 9 and 13 of conv 2, and no others, are nothing but zeros, as the text of that layer says', () => {
  const largest = weights.b2.map((bias, map) =>
    Math.max(Math.abs(bias), ...weights.w2.filter((_, i) => i % 16 === map).map(Math.abs)),
  );
  expect(largest.flatMap((value, map) => (value === 0 ? [map] : []))).toEqual([9, 13]);
});

test('each layer has the maps that its size says', () => {
  const given = activationsOf(exampleOf('disc', 1));
  for (const layer of LAYERS) {
    const { side, maps } = SIZES[layer];
    expect(given[layer].map((map) => map.length)).toEqual(Array(maps).fill(side * side));
  }
});

test('the products of a corner of conv 2 are those of eight windows, five places of each in the padding', () => {
  const given = activationsOf(exampleOf('cross', 3));
  const all = given.pool.map((input, c) => channelTerms('conv2', input, c, 5, 0));
  expect(all.map(({ terms }) => terms.filter(({ outside }) => outside).length)).toEqual(Array(8).fill(5));
  const total = all
    .flatMap(({ terms }) => terms)
    .reduce((sum, { weight, value }) => sum + weight * value, biasOf('conv2', 5));
  expect(total).toBeCloseTo(given.conv2[5]?.[0] as number, 10);
});

test('of twenty examples of each shape, none of them trained on, nearly all are told rightly', () => {
  const right = SHAPES.map(
    (shape, k) =>
      Array.from({ length: 20 }, (_, seed) => softmax(logitsOf(activationsOf(exampleOf(shape, seed + 1))))).filter(
        (p) => p[k] === Math.max(...p),
      ).length,
  );
  expect(Math.min(...right)).toBeGreaterThanOrEqual(18);
  expect(TEST.right / TEST.images).toBeGreaterThan(0.97);
});

test('softmax stays finite for large logits', () => {
  expect(softmax([1000, 1000])).toEqual([0.5, 0.5]);
});
