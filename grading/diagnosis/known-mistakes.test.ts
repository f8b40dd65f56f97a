import { expect, test } from 'vitest';
import { encodeTensor } from '../tensor-data';
import { tensor } from '../testing/observations';
import { findKnownMistake, type KeyedPair } from './known-mistakes';

const tolerance = { atol: 1e-5, rtol: 1e-4 };
const expected = tensor([2], 1, 2);
const doubled = tensor([2], 2, 4);
const other = tensor([2], 9, 9);
const pair = (key: string, actual = doubled): KeyedPair => ({
  key,
  label: 'Y',
  actual,
  expected,
  tolerance,
  passed: actual === expected,
});
const mistake = (name: string, outputs: Record<string, ReturnType<typeof tensor> | null>) => ({
  name,
  diagnosis: { en: name, ko: name },
  outputs: Object.fromEntries(Object.entries(outputs).map(([key, output]) => [key, output && encodeTensor(output)])),
});
const twice = mistake('twice', { 'v#0': doubled, 'v#1': doubled, 'v#2': doubled });

test('a mistake that gives the same wrong tensors twice is named', () => {
  expect(findKnownMistake([pair('v#0'), pair('v#1')], [twice])?.id).toBe('mistake:twice');
});

test('one match is no evidence', () => {
  expect(findKnownMistake([pair('v#0')], [twice])).toBeUndefined();
});

test('a single tensor that differs from the mistake speaks against it', () => {
  expect(findKnownMistake([pair('v#0'), pair('v#1'), pair('v#2', other)], [twice])).toBeUndefined();
});

test('where a mistake is right, the learner must be right as well', () => {
  const sometimes = mistake('sometimes', { 'v#0': doubled, 'v#1': doubled });
  const wrong = [pair('v#0'), pair('v#1')];
  expect(findKnownMistake([...wrong, pair('v#2', expected)], [sometimes])?.id).toBe('mistake:sometimes');
  expect(findKnownMistake([...wrong, pair('v#2')], [sometimes])).toBeUndefined();
});

test('a mistake that gives nothing there does not explain a tensor', () => {
  const throws = mistake('throws', { 'v#0': doubled, 'v#1': null });
  expect(findKnownMistake([pair('v#0'), pair('v#1')], [throws])).toBeUndefined();
});

test('a result that is only a little wrong is not a mistake that is nearly right there', () => {
  const little = tensor([2], 1 + 2e-4, 2 + 4e-4);
  const hardly = mistake('hardly', { 'v#0': expected, 'v#1': tensor([2], 1, 2 + 1e-4) });
  expect(findKnownMistake([pair('v#0', little), pair('v#1', little)], [hardly])).toBeUndefined();
});

test('of two mistakes that look the same the first listed is named', () => {
  expect(findKnownMistake([pair('v#0'), pair('v#1')], [twice, { ...twice, name: 'again' }])?.id).toBe('mistake:twice');
});

test('of a large tensor some elements are enough to know a mistake by, and to tell it from another', () => {
  const sample = { shape: [2], at: [1], values: encodeTensor(tensor([1], 4)) };
  const sampled = { ...twice, outputs: { 'v#0': sample, 'v#1': sample } };
  expect(findKnownMistake([pair('v#0'), pair('v#1')], [sampled])?.id).toBe('mistake:twice');
  expect(findKnownMistake([pair('v#0', other), pair('v#1', other)], [sampled])).toBeUndefined();
  const long = { ...sampled, outputs: { 'v#0': { ...sample, shape: [3] }, 'v#1': sample, 'v#2': sample } };
  expect(findKnownMistake([pair('v#0'), pair('v#1'), pair('v#2')], [long])).toBeUndefined();
});
