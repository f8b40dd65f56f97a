import { expect, test } from 'vitest';
import type { CheckResult } from '@/grading/report';
import { encodeTensor } from '@/grading/tensor-data';
import { drawTolerance, largestError, toleranceProblems } from './tolerance-of';

const tensor = (...values: number[]) =>
  encodeTensor({ dtype: 'float32', shape: [values.length], values: Float32Array.of(...values) });
const check = (actual: number[], expected: number[], maxError: number | null = 0) =>
  ({
    id: 'values',
    tensors: [
      { label: 'Y', actual: tensor(...actual), expected: tensor(...expected), atol: 0.5, rtol: 0.25, maxError },
    ],
  }) as unknown as CheckResult;

/** A check that lets no bit differ. */
const exactly = (actual: number[], expected: number[]): CheckResult => {
  const one = check(actual, expected);
  return { ...one, tensors: (one.tensors ?? []).map((compared) => ({ ...compared, atol: 0, rtol: 0 })) };
};

test('an error counts in tolerances, element by element', () => {
  expect(largestError([check([2, 5], [2, 4])])).toEqual({ error: 0.667, check: 'values', label: 'Y' });
  expect(largestError([check([1, 1], [1, 1])])?.error).toBe(0);
  expect(largestError([exactly([-0], [0])])?.error).toBe(0);
});

test('what is not finite, or of another shape, is far out; equal infinities are equal', () => {
  expect(largestError([check([Number.NaN], [1])])?.error).toBe(1e9);
  expect(largestError([check([1], [1, 2], null)])?.error).toBe(1e9);
  expect(largestError([check([Number.POSITIVE_INFINITY], [Number.POSITIVE_INFINITY])])?.error).toBe(0);
});

test('what must be equal bit for bit can be left out', () => {
  expect(largestError([exactly([2], [1])])?.error).toBe(1e9);
  expect(largestError([exactly([2], [1])], false)).toBeNull();
});

test('without tensors there is nothing to say', () => {
  expect(largestError([{ id: 'throws' } as CheckResult])).toBeNull();
});

test('a tolerance must leave room for what is right, and none for what is wrong', () => {
  const error = (size: number) => ({ error: size, check: 'values', label: 'Y' });
  const good = {
    hash: '',
    device: '',
    answers: 1,
    failing: [],
    missed: [],
    reference: error(0.01),
    conditioning: error(0.1),
  };
  expect(toleranceProblems({ ...good, mistakes: { one: 100, two: null } })).toEqual([]);
  expect(
    toleranceProblems({
      ...good,
      failing: ['one'],
      reference: error(0.6),
      conditioning: error(0.8),
      mistakes: { one: 3 },
    }),
  ).toHaveLength(4);
});

test('the drawing has a row for each exercise and a mark for each error', () => {
  const result = { hash: '', device: '', answers: 1, failing: [], missed: [] };
  const svg = drawTolerance({
    'a/b': {
      ...result,
      reference: { error: 1e-3, check: '', label: '' },
      conditioning: { error: 1e-2, check: '', label: '' },
      mistakes: { one: 100, two: null },
    },
    'c/d': { ...result, reference: null, conditioning: null, mistakes: {} },
  });
  expect(svg.match(/<circle/g)).toHaveLength(2);
  expect(svg.match(/v8/g)).toHaveLength(1);
  expect(svg).toContain('>c/d<');
});
