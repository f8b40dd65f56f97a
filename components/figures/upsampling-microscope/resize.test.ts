import { expect, test } from 'vitest';
import {
  CONVENTIONS,
  type Convention,
  METHODS,
  pixelTaps,
  resized,
  sharesOf,
  shiftOf,
  sourceOf,
  spacingOf,
  tapsOf,
} from './resize';

const range = (count: number) => Array.from({ length: count }, (_, i) => i);
const RAMP = range(12);

test('half-pixel centres, twice as large: output 0 reads at −0.25, which is clamped to 0', () => {
  expect(range(6).map((i) => sourceOf(i, 3, 6, 'half-pixel'))).toEqual([-0.25, 0.25, 0.75, 1.25, 1.75, 2.25]);
  expect(tapsOf(0, 3, 6, 'half-pixel', 'bilinear')).toMatchObject({ clamped: 0, low: 0, lowWeight: 1, highWeight: 0 });
  expect(tapsOf(5, 3, 6, 'half-pixel', 'bilinear')).toMatchObject({ clamped: 2, low: 2, high: 2, lowWeight: 1 });
});

test('aligned corners meet the corners; asymmetric starts at the first and runs over the last', () => {
  expect(range(6).map((i) => sourceOf(i, 3, 6, 'align-corners'))).toEqual([0, 0.4, 0.8, 1.2, 1.6, 2]);
  expect(range(6).map((i) => sourceOf(i, 3, 6, 'asymmetric'))).toEqual([0, 0.5, 1, 1.5, 2, 2.5]);
  expect(sourceOf(0, 3, 1, 'align-corners')).toBe(0);
});

test('the spec’s formula (i + ½)·size/out − ½ gives the same coordinates', () => {
  for (const out of range(12).map((i) => i + 1)) {
    for (const i of range(out)) {
      expect(sourceOf(i, 4, out, 'half-pixel')).toBeCloseTo(((i + 0.5) * 4) / out - 0.5, 12);
    }
  }
});

// PyTorch 1.13, F.interpolate(arange(12).view(1, 1, 3, 4), size=(H, W), mode='bilinear', align_corners=…).
const BILINEAR: readonly (readonly [Convention, number, number, readonly number[]])[] = [
  [
    'half-pixel',
    6,
    8,
    [
      0, 0.25, 0.75, 1.25, 1.75, 2.25, 2.75, 3, 1, 1.25, 1.75, 2.25, 2.75, 3.25, 3.75, 4, 3, 3.25, 3.75, 4.25, 4.75,
      5.25, 5.75, 6, 5, 5.25, 5.75, 6.25, 6.75, 7.25, 7.75, 8, 7, 7.25, 7.75, 8.25, 8.75, 9.25, 9.75, 10, 8, 8.25, 8.75,
      9.25, 9.75, 10.25, 10.75, 11,
    ],
  ],
  [
    'half-pixel',
    5,
    7,
    [
      0, 0.3571, 0.9286, 1.5, 2.0714, 2.6429, 3, 1.6, 1.9571, 2.5286, 3.1, 3.6714, 4.2429, 4.6, 4, 4.3571, 4.9286, 5.5,
      6.0714, 6.6429, 7, 6.4, 6.7571, 7.3286, 7.9, 8.4714, 9.0429, 9.4, 8, 8.3571, 8.9286, 9.5, 10.0714, 10.6429, 11,
    ],
  ],
  ['half-pixel', 2, 3, [1.1667, 2.5, 3.8333, 7.1667, 8.5, 9.8333]],
  [
    'align-corners',
    6,
    8,
    [
      0, 0.4286, 0.8571, 1.2857, 1.7143, 2.1429, 2.5714, 3, 1.6, 2.0286, 2.4571, 2.8857, 3.3143, 3.7429, 4.1714, 4.6,
      3.2, 3.6286, 4.0571, 4.4857, 4.9143, 5.3429, 5.7714, 6.2, 4.8, 5.2286, 5.6571, 6.0857, 6.5143, 6.9429, 7.3714,
      7.8, 6.4, 6.8286, 7.2571, 7.6857, 8.1143, 8.5429, 8.9714, 9.4, 8, 8.4286, 8.8571, 9.2857, 9.7143, 10.1429,
      10.5714, 11,
    ],
  ],
  [
    'align-corners',
    5,
    7,
    [
      0, 0.5, 1, 1.5, 2, 2.5, 3, 2, 2.5, 3, 3.5, 4, 4.5, 5, 4, 4.5, 5, 5.5, 6, 6.5, 7, 6, 6.5, 7, 7.5, 8, 8.5, 9, 8,
      8.5, 9, 9.5, 10, 10.5, 11,
    ],
  ],
  ['align-corners', 2, 3, [0, 1.5, 3, 8, 9.5, 11]],
];
test.each(BILINEAR)('bilinear, %s, to %i×%i agrees with PyTorch', (convention, h, w, expected) => {
  const got = resized(RAMP, [3, 4], [h, w], convention, 'bilinear');
  expect(got).toHaveLength(expected.length);
  got.forEach((value, at) => {
    expect(value).toBeCloseTo(expected[at] as number, 4);
  });
});

// The same with mode='nearest-exact' and mode='nearest'.
const NEAREST: readonly (readonly [Convention, number, number, readonly number[]])[] = [
  [
    'half-pixel',
    6,
    8,
    [
      0, 0, 1, 1, 2, 2, 3, 3, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10,
      10, 11, 11, 8, 8, 9, 9, 10, 10, 11, 11,
    ],
  ],
  [
    'half-pixel',
    5,
    7,
    [0, 0, 1, 2, 2, 3, 3, 0, 0, 1, 2, 2, 3, 3, 4, 4, 5, 6, 6, 7, 7, 8, 8, 9, 10, 10, 11, 11, 8, 8, 9, 10, 10, 11, 11],
  ],
  ['half-pixel', 2, 3, [0, 2, 3, 8, 10, 11]],
  [
    'asymmetric',
    6,
    8,
    [
      0, 0, 1, 1, 2, 2, 3, 3, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10,
      10, 11, 11, 8, 8, 9, 9, 10, 10, 11, 11,
    ],
  ],
  [
    'asymmetric',
    5,
    7,
    [0, 0, 1, 1, 2, 2, 3, 0, 0, 1, 1, 2, 2, 3, 4, 4, 5, 5, 6, 6, 7, 4, 4, 5, 5, 6, 6, 7, 8, 8, 9, 9, 10, 10, 11],
  ],
  ['asymmetric', 2, 3, [0, 1, 2, 4, 5, 6]],
];
test.each(NEAREST)('nearest, %s, to %i×%i agrees with PyTorch', (convention, h, w, expected) => {
  expect(resized(RAMP, [3, 4], [h, w], convention, 'nearest')).toEqual(expected);
});

const SWEEP = CONVENTIONS.flatMap((convention) => METHODS.map((method) => [convention, method] as const));

test.each(SWEEP)('%s, %s: the same size changes nothing, one value stays one value, weights sum to 1', (c, m) => {
  expect(resized(RAMP, [3, 4], [3, 4], c, m)).toEqual(RAMP);
  for (const to of [
    [1, 1],
    [2, 3],
    [7, 5],
    [9, 12],
  ] as const) {
    for (const value of resized(Array(12).fill(5), [3, 4], to, c, m)) expect(value).toBeCloseTo(5, 12);
    for (const at of range(to[0] * to[1])) {
      const shares = sharesOf(RAMP, [3, 4], pixelTaps(at, [3, 4], to, c, m));
      expect(shares.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
      expect(shares.length).toBeLessThanOrEqual(m === 'nearest' ? 1 : 4);
    }
  }
});

test('the shift is where the middle of the picture goes', () => {
  for (const [size, out] of [
    [3, 6],
    [4, 12],
    [4, 2],
  ] as const) {
    for (const convention of CONVENTIONS) {
      const place = (middleOf(size) - sourceOf(0, size, out, convention)) / spacingOf(size, out, convention);
      expect(place - middleOf(out)).toBeCloseTo(shiftOf(size, out, convention), 12);
    }
  }
  expect(shiftOf(3, 6, 'asymmetric')).toBe(-0.5);
});

const middleOf = (count: number) => (count - 1) / 2;
