import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom, mulberry32 } from './random';

test('mulberry32 gives the published first numbers of seed 0', () => {
  const rng = mulberry32(0);
  expect([rng(), rng()]).toEqual([0.26642920868471265, 0.0003297457005828619]);
});

test('the same seed gives the same tensor and another fork another', () => {
  const make = (name: string) => [...createRandom(5).fork(name).normal([3, 4]).values];
  expect(make('a')).toEqual(make('a'));
  expect(make('a')).not.toEqual(make('b'));
});

test('extents are distinct and within their range for every seed', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const extents = createRandom(seed).extents(3, 2, 7);
      expect(new Set(extents).size).toBe(3);
      expect(Math.min(...extents)).toBeGreaterThanOrEqual(2);
      expect(Math.max(...extents)).toBeLessThanOrEqual(7);
    }),
  );
});

test('a permutation holds every index once and never leaves all in place', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 2, max: 9 }), (seed, n) => {
      const order = createRandom(seed).permutation(n);
      expect([...order].sort()).toEqual(Array.from({ length: n }, (_, i) => i));
      expect(order.every((value, i) => value === i)).toBe(false);
    }),
  );
});
