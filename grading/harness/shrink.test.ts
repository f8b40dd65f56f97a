import { expect, test } from 'vitest';
import type { Observation, WireValue } from '../task';
import { decodeTensor, encodeTensor, type TensorData } from '../tensor-data';
import { tensor } from '../testing/observations';
import { isFalsified, shrinkArguments } from './shrink';

const wire = (data: TensorData): WireValue => ({ $tensor: encodeTensor(data) });
const read = (value: WireValue | undefined): TensorData => decodeTensor((value as { $tensor: never }).$tensor);
const sides = (actual: TensorData, expected: TensorData): Observation['result'] => ({
  type: 'returned',
  value: { f: { actual: wire(actual), expected: wire(expected) } },
});

test('sides that differ by rounding are none that fail', () => {
  expect(isFalsified(sides(tensor([2], 1, 2), tensor([2], 1.0005, 2)))).toBe(false);
  expect(isFalsified(sides(tensor([2], 1, 2), tensor([2], 1.1, 2)))).toBe(true);
  expect(isFalsified(sides(tensor([1], Number.NaN), tensor([1], 1)))).toBe(true);
  expect(isFalsified(sides(tensor([2], 1, 1), tensor([1, 2], 1, 1)))).toBe(true);
  expect(isFalsified({ type: 'threw', thrown: { name: 'Error', message: 'no' } })).toBe(false);
});

/** Fails wherever an element is above 2. */
const above = async ([x]: readonly WireValue[]) => {
  const data = read(x);
  return sides(tensor([1], data.values.some((value) => value > 2) ? 1 : 0), tensor([1], 0));
};

test('rows that do not matter are dropped, and numbers become as plain as they can', async () => {
  const x = tensor([3, 2], 0.3, -1.7, 2.4, 5.6, 0.1, 0.2);
  const { args } = await shrinkArguments([wire(x)], await above([wire(x)]), { rows: [0], values: [0] }, above);
  const smallest = read(args[0]);
  expect(smallest.shape).toEqual([1, 2]);
  expect([...smallest.values].filter((value) => value !== 0)).toEqual([expect.closeTo(6, 5)]);
});

test('what may not be changed stays', async () => {
  const x = tensor([2, 1], 0.5, 5.5);
  const { args } = await shrinkArguments([wire(x)], await above([wire(x)]), { rows: [0], values: [] }, above);
  expect([...read(args[0]).values]).toEqual([5.5]);
});

test('a search ends, however much could be tried', async () => {
  let calls = 0;
  const x = tensor([60, 5], ...Array.from({ length: 300 }, (_, i) => 3 + i / 7));
  const counted = (args: readonly WireValue[]) => {
    calls += 1;
    return above(args);
  };
  await shrinkArguments([wire(x)], await above([wire(x)]), { rows: [], values: [0] }, counted);
  expect(calls).toBe(120);
});
