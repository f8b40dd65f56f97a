import { expect, test } from 'vitest';
import { entropyBits, softmax32 } from './softmax';

const p = (logits: number[], temperature = 1, naive = false) =>
  softmax32(logits, temperature, naive).map((term) => term.p);

test.each([true, false])('small logits give e^z over the sum of e^z (naive: %s)', (naive) => {
  const [a, b, c] = p([1, 2, 3], 1, naive);
  expect(a).toBeCloseTo(0.0900306, 6);
  expect(b).toBeCloseTo(0.2447285, 6);
  expect(c).toBeCloseTo(0.665241, 6);
});

test('adding a constant to every logit changes nothing when the maximum is subtracted', () => {
  expect(p([1001, 1002, 1003])).toEqual(p([1, 2, 3]));
});

test('the naive exponential overflows float32 just above 88.72', () => {
  expect(softmax32([88.72], 1, true)[0]?.exp).toBeLessThan(Number.POSITIVE_INFINITY);
  expect(softmax32([88.73], 1, true)[0]?.exp).toBe(Number.POSITIVE_INFINITY);
  expect(p([88.73, 0], 1, true)[0]).toBeNaN();
});

test('equal logits share evenly, however large', () => {
  expect(p([1000, 1000])).toEqual([0.5, 0.5]);
});

test('a high temperature flattens and a low one sharpens', () => {
  expect(Math.max(...p([1, 2, 3], 100))).toBeCloseTo(0.34, 2);
  expect(Math.max(...p([1, 2, 3], 0.1))).toBeGreaterThan(0.9999);
});

test('entropy is 0 for certainty and 2 bits for four equal classes', () => {
  expect(entropyBits([1, 0, 0])).toBe(0);
  expect(entropyBits([0.25, 0.25, 0.25, 0.25])).toBe(2);
});
