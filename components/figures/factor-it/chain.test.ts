import { expect, test } from 'vitest';
import { type Conv, fieldOf, MOVES, NARROW, replaced, replacement, single, weightsOf } from './chain';

const text = (chain: readonly Conv[] | null) => chain?.map(({ kh, kw }) => `${kh}×${kw}`).join(', ');

test.each([
  [5, 'threes', '3×3, 3×3', 73_728],
  [7, 'threes', '3×3, 3×3, 3×3', 110_592],
  [5, 'cross', '1×5, 5×1', 40_960],
  [7, 'cross', '1×7, 7×1', 57_344],
  [5, 'squeeze', '1×1, 5×5, 1×1', 8_448],
  [7, 'squeeze', '1×1, 7×7, 1×1', 14_592],
  [7, 'shrink', '3×3', 36_864],
] as const)('%d×%d, %s: with 64 channels %s has %d weights', (n, move, layers, weights) => {
  const chain = replaced(single(n), 0, move) as Conv[];
  expect(text(chain)).toBe(layers);
  expect(weightsOf(chain, 64)).toBe(weights);
});

test('a bottleneck of 256 channels around a 3×3 has the 69,632 weights of ResNet’s', () => {
  const chain = replaced(single(3), 0, 'squeeze') as Conv[];
  expect(weightsOf(chain, 256)).toBe(69_632);
  expect(weightsOf(single(3), 256)).toBe(589_824);
});

test('a 1×7 becomes three 1×3, and a 1×1 becomes nothing', () => {
  const flat = { kh: 1, kw: 7, from: 1, to: 1 };
  expect(text(replacement(flat, 'threes'))).toBe('1×3, 1×3, 1×3');
  for (const move of MOVES) expect(replacement({ ...flat, kw: 1 }, move)).toBeNull();
});

test('there is no second bottleneck inside the first', () => {
  const chain = replaced(single(5), 0, 'squeeze') as Conv[];
  expect(chain[1]).toEqual({ kh: 5, kw: 5, from: NARROW, to: NARROW });
  expect(replaced(chain, 1, 'squeeze')).toBeNull();
});

test.each(['threes', 'cross', 'squeeze'] as const)('%s keeps the receptive field of whatever it replaces', (move) => {
  for (const [kh, kw] of [
    [7, 7],
    [5, 5],
    [3, 3],
    [1, 7],
    [5, 1],
  ] as const) {
    const conv = { kh, kw, from: 1, to: 1 };
    expect(fieldOf(replacement(conv, move) ?? [conv])).toEqual({ height: kh, width: kw });
  }
});
