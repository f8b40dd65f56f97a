import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom, type Draw, drawAgain, mulberry32, stateAfter } from './random';
import type { TensorData } from './tensor-data';

test('mulberry32 gives the published first numbers of seed 0', () => {
  const rng = mulberry32(0);
  expect([rng(), rng()]).toEqual([0.26642920868471265, 0.0003297457005828619]);
});

test('the same seed gives the same tensor and another fork another', () => {
  const make = (name: string) => [...createRandom(5).fork(name).normal([3, 4]).values];
  expect(make('a')).toEqual(make('a'));
  expect(make('a')).not.toEqual(make('b'));
});

test('every tensor can be drawn again from what is told of it, of forks too', () => {
  const told: [TensorData, Draw][] = [];
  const random = createRandom(11, (...one) => told.push(one));
  random.integer(1, 6);
  const made = [random.normal([3, 4]), random.fork('a').uniform([5], -1, 2), random.normal([2, 7], 0.3)];
  expect(told.map(([tensor]) => tensor)).toEqual(made);
  expect(told.map(([{ shape }, draw]) => drawAgain(shape, draw))).toEqual(made);
});

test('a source that starts from a later state goes on as the first does', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 0, max: 500 }), (seed, count) => {
      const rng = mulberry32(seed);
      for (let i = 0; i < count; i++) rng();
      expect(mulberry32(stateAfter(seed, count))()).toBe(rng());
    }),
  );
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
