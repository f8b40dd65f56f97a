import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashGrams, winnow } from './winnow';

const codesOf = (text: string) => [...text].map((character) => character.charCodeAt(0));

// Figures 2 (d) and (e) of Schleimer, Wilkerson & Aiken (2003): 5-grams of "adorunrunrunadorunrun" and their hashes there.
const TEXT = 'adorunrunrunadorunrun';
const PUBLISHED = [77, 74, 42, 17, 98, 50, 17, 98, 8, 88, 67, 39, 77, 74, 42, 17, 98];

test('windows of four choose the fingerprints that the paper publishes', () => {
  const chosen = winnow(PUBLISHED, 4);
  expect(chosen.map((at) => [PUBLISHED[at], at])).toEqual([
    [17, 3],
    [17, 6],
    [8, 8],
    [39, 11],
    [17, 15],
  ]);
});

test('the 5-grams of the paper’s text are told apart as there', () => {
  const hashes = [...hashGrams(codesOf(TEXT), 5)];
  expect(hashes).toHaveLength(PUBLISHED.length);
  const sameAs = (values: readonly number[]) => values.map((value) => values.indexOf(value));
  expect(sameAs(hashes)).toEqual(sameAs(PUBLISHED));
});

test('a rolled hash is that of the gram alone, wherever it stands', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 60 }), fc.integer({ min: 1, max: 12 }), (codes, k) => {
      const rolled = [...hashGrams(codes, k)];
      expect(rolled).toEqual(rolled.map((_, at) => hashGrams(codes.slice(at, at + k), k)[0]));
      expect(rolled).toHaveLength(Math.max(0, codes.length - k + 1));
      expect(rolled.every(Number.isSafeInteger)).toBe(true);
    }),
  );
});

test('two texts that share w + k − 1 tokens in a row share a fingerprint in them', () => {
  const letters = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 40 });
  fc.assert(
    fc.property(
      ...[letters, letters, letters, letters, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })],
      fc.func(fc.integer({ min: 0, max: 3 })),
      (before, after, otherBefore, otherAfter, k, w, letterAt) => {
        const shared = Array.from({ length: w + k - 1 }, (_, at) => letterAt(at));
        const inside = (codes: number[], start: number) => {
          const hashes = hashGrams(codes, k);
          const prints = winnow(hashes, w).filter((at) => at >= start && at < start + w);
          return prints.map((at) => `${hashes[at]} at ${at - start}`);
        };
        const one = inside([...before, ...shared, ...after], before.length);
        const other = inside([...otherBefore, ...shared, ...otherAfter], otherBefore.length);
        expect(one.filter((print) => other.includes(print))).not.toEqual([]);
      },
    ),
  );
});

test('every window of hashes holds a fingerprint, and no gap between two is wider than a window', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 80 }), fc.integer({ min: 1, max: 8 }), (hashes, w) => {
      const chosen = winnow(hashes, w);
      for (let start = 0; start + w <= hashes.length; start += 1) {
        expect(chosen.some((at) => at >= start && at < start + w)).toBe(true);
      }
    }),
  );
});

test('what is ignored is never chosen, and hides nothing beside it', () => {
  const ignored = new Set([8, 17]);
  const chosen = winnow(PUBLISHED, 4, ignored).map((at) => PUBLISHED[at]);
  expect(chosen).toEqual([42, 50, 50, 88, 67, 39, 42].filter((hash, at, all) => at === 0 || hash !== all[at - 1]));
  expect(winnow([8, 17, 8], 4, ignored)).toEqual([]);
});

test('texts shorter than a gram have no fingerprints', () => {
  expect(winnow(hashGrams([1, 2, 3], 5), 4)).toEqual([]);
});
