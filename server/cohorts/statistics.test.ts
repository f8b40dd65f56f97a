import fc from 'fast-check';
import { expect, test } from 'vitest';
import { discriminationIndex, histogram, type Mark, quantile, spread } from './statistics';

test('quantiles interpolate between the values, as R and NumPy do by default', () => {
  expect([0, 0.25, 0.5, 0.75, 1].map((share) => quantile([4, 1, 3, 2], share))).toEqual([1, 1.75, 2.5, 3.25, 4]);
  expect(quantile([7], 0.9)).toBe(7);
  expect(quantile([], 0.5)).toBeNull();
});

test('a histogram counts from each edge to the next, and all above the last', () => {
  expect(histogram([1, 1, 2, 4, 5, 99], [1, 2, 3, 5])).toEqual([
    { from: 1, to: 2, count: 2 },
    { from: 2, to: 3, count: 1 },
    { from: 3, to: 5, count: 1 },
    { from: 5, to: null, count: 2 },
  ]);
});

test('nothing to spread has neither median nor quartiles', () => {
  expect(spread([], [1])).toEqual({
    count: 0,
    q1: null,
    median: null,
    q3: null,
    bins: [{ from: 1, to: null, count: 0 }],
  });
});

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 60 });

test('each value is in exactly one bin', () => {
  const edges = fc.uniqueArray(fc.integer({ min: -100, max: 100 }), { minLength: 1 });
  fc.assert(
    fc.property(values, edges, (all, cuts) => {
      const bins = histogram(
        all,
        cuts.toSorted((a, b) => a - b),
      );
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
    }),
  );
});

test('a quantile lies among the values and grows with its share', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      values.filter(({ length }) => length > 0),
      share,
      share,
      (all, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map((at) => quantile(all, at) as number);
        expect(low).toBeGreaterThanOrEqual(Math.min(...all));
        expect(high).toBeLessThanOrEqual(Math.max(...all));
        expect(high).toBeGreaterThanOrEqual((low as number) - 1e-9);
      },
    ),
  );
});

/** Ten learners whose scores elsewhere are 0, 0.1, … 0.9. */
const ten = (items: readonly number[]): Mark[] => items.map((item, at) => ({ item, rest: at / 10 }));

test('an exercise that only the better half passes discriminates fully, one that only the weaker pass the other way', () => {
  expect(discriminationIndex(ten([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]))).toBeCloseTo(1);
  expect(discriminationIndex(ten([1, 1, 1, 1, 1, 0, 0, 0, 0, 0]))).toBeCloseTo(-1);
  expect(discriminationIndex(ten(Array(10).fill(1)))).toBeCloseTo(0);
});

test('groups of 27 % take the learner at their edge in part', () => {
  // Upper 2.7 learners: 1, 1 and 0.7 of one who did not pass. Lower 2.7: nobody.
  expect(discriminationIndex(ten([0, 0, 0, 0, 0, 0, 0, 0, 1, 1]))).toBeCloseTo(2 / 2.7);
});

test('learners who tie across an edge share the room in equal parts', () => {
  // Nine at 1 of whom three pass: the upper 2.7 pass in a third. At 0 one who does not, and 1.7 of the nine.
  const marks = [{ item: 0, rest: 0 }, ...Array.from({ length: 9 }, (_, at) => ({ item: at < 3 ? 1 : 0, rest: 1 }))];
  expect(discriminationIndex(marks)).toBeCloseTo(1 / 3 - 1.7 / 3 / 2.7);
});

test('fewer than ten learners, or ten who are alike elsewhere, say nothing', () => {
  expect(discriminationIndex(ten(Array(9).fill(1)))).toBeNull();
  expect(discriminationIndex(Array.from({ length: 10 }, (_, at) => ({ item: at % 2, rest: 0.5 })))).toBeNull();
});

const marks = fc.array(
  fc.record({ item: fc.constantFrom(0, 1), rest: fc.integer({ min: 0, max: 4 }).map((n) => n / 4) }),
  { minLength: 10, maxLength: 40 },
);

test('the index lies between −1 and 1, and no order among learners changes it', () => {
  fc.assert(
    fc.property(
      marks.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        const index = discriminationIndex(all);
        const again = discriminationIndex(shuffled);
        expect(Math.abs(index ?? 0)).toBeLessThanOrEqual(1 + 1e-9);
        expect(again ?? 0).toBeCloseTo(index ?? 0);
        expect(again === null).toBe(index === null);
      },
    ),
  );
});

test('who fails where others passed, and the other way round, turns the index about', () => {
  fc.assert(
    fc.property(marks, (all) => {
      const index = discriminationIndex(all) ?? 0;
      const turned = discriminationIndex(all.map(({ item, rest }) => ({ item: 1 - item, rest }))) ?? 0;
      expect(turned).toBeCloseTo(-index);
    }),
  );
});
