import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COMMON, compareAll, ignoredHashes } from './cohort';
import { findMatches, GRAM, hashSource, likenessOf, prepare, WINDOW } from './compare';
import { hashGrams } from './winnow';

const NOTHING = new Set<number>();

const ofCodes = (codes: readonly number[]) => {
  const tokens = Int32Array.from(codes);
  return { codes: tokens, starts: tokens, ends: tokens, hashes: hashGrams(tokens, GRAM) };
};
const compare = (a: readonly number[], b: readonly number[], ignored = NOTHING) => {
  const [one, other] = [prepare(ofCodes(a), ignored), prepare(ofCodes(b), ignored)];
  const matches = findMatches(one, other);
  return { matches, ...likenessOf(one, other, matches) };
};
/** `length` tokens that no other call with another seed has. */
const own = (seed: number, length: number) => Array.from({ length }, (_, at) => seed * 1_000 + at);

const codes = fc.array(fc.nat(2), { maxLength: 120 });

test('a text is wholly like itself, and like nothing that it shares no run with', () => {
  expect(compare(own(1, 50), own(1, 50))).toEqual({
    matches: [{ a: 0, b: 0, length: 50 }],
    ...{ matched: [50, 50], likeness: 1 },
  });
  expect(compare(own(1, 50), own(2, 50))).toEqual({ matches: [], matched: [0, 0], likeness: 0 });
  expect(compare([], [])).toEqual({ matches: [], matched: [0, 0], likeness: 0 });
});

test('parts that changed places are found, each whole', () => {
  const [first, second] = [own(1, 30), own(2, 20)];
  expect(compare([...first, ...second, ...own(3, 9)], [...own(4, 5), ...second, ...first])).toEqual({
    matches: [
      { a: 0, b: 25, length: 30 },
      { a: 30, b: 5, length: 20 },
    ],
    ...{ matched: [50, 50], likeness: 100 / (59 + 55) },
  });
});

test('what stands once in one text is matched once, however often the other has it', () => {
  const part = own(1, 20);
  const { matches, matched } = compare(part, [...part, ...own(2, 3), ...part]);
  expect(matches).toHaveLength(1);
  expect(matched).toEqual([20, 20]);
});

test('every shared run of the guaranteed length is found, whatever stands around it', () => {
  fc.assert(
    fc.property(codes, codes, codes, codes, (before, after, otherBefore, otherAfter) => {
      const shared = own(7, GRAM + WINDOW - 1);
      const { matched } = compare([...before, ...shared, ...after], [...otherBefore, ...shared, ...otherAfter]);
      expect(Math.min(...matched)).toBeGreaterThanOrEqual(shared.length);
    }),
  );
});

test('matches are equal runs, long enough, and share no token; likeness is the same from either side', () => {
  fc.assert(
    fc.property(codes, codes, (a, b) => {
      const there = compare(a, b);
      const taken = { a: new Set<number>(), b: new Set<number>() };
      for (const match of there.matches) {
        expect(a.slice(match.a, match.a + match.length)).toEqual(b.slice(match.b, match.b + match.length));
        expect(match.length).toBeGreaterThanOrEqual(GRAM);
        for (let at = 0; at < match.length; at += 1) {
          taken.a.add(match.a + at);
          taken.b.add(match.b + at);
        }
      }
      const total = there.matches.reduce((sum, { length }) => sum + length, 0);
      expect([taken.a.size, taken.b.size]).toEqual([total, total]);
      expect(there.likeness).toBeGreaterThanOrEqual(0);
      expect(there.likeness).toBeLessThanOrEqual(1);
      expect(compare(b, a).likeness > 0).toBe(there.likeness > 0);
    }),
  );
});

test('starter code weighs nothing: two texts that only keep it are not alike', async () => {
  const starter = own(1, 40);
  const ignored = await ignoredHashes([], ofCodes(starter));
  expect(compare([...starter, ...own(2, 30)], [...starter, ...own(3, 30)], ignored)).toMatchObject({
    ...{ matched: [0, 0], likeness: 0 },
  });
  const shared = own(4, 30);
  const { matched, likeness } = compare([...starter, ...shared], [...starter, ...shared], ignored);
  expect(matched).toEqual([30, 30]);
  expect(likeness).toBe(1);
});

test('what more than a share of the learners has weighs nothing, what few have does', async () => {
  const usual = own(1, 30);
  const texts = (holders: number, all: number) =>
    Array.from({ length: all }, (_, at) => ofCodes([...(at < holders ? usual : []), ...own(at + 2, 20)]));
  const isIgnored = async (holders: number, all: number) =>
    (await ignoredHashes(texts(holders, all), ofCodes([]))).has(hashGrams(usual, GRAM)[0] ?? 0);
  const most = COMMON.share * 40;
  expect(await isIgnored(most, 40)).toBe(false);
  expect(await isIgnored(most + 1, 40)).toBe(true);
  // In a small cohort a few who wrote the same are not yet everybody.
  expect(await isIgnored(COMMON.learners, 6)).toBe(false);
  expect(await isIgnored(COMMON.learners + 1, 6)).toBe(true);
});

test('a cohort’s pairs are those of learners, and of learners with what ships, the most alike first', async () => {
  const copied = own(1, 40);
  const learners = [copied, [...own(2, 20), ...own(9, 20)], [...copied.slice(0, 20), ...own(3, 20)], own(4, 40)];
  const shipped = [own(9, 20), own(10, 40)];
  const { pairs } = await compareAll(learners.map(ofCodes), shipped.map(ofCodes), ofCodes([]));
  expect(pairs).toEqual([
    { a: 1, b: 4, matched: [20, 20], likeness: 40 / 60 },
    { a: 0, b: 2, matched: [20, 20], likeness: 40 / 80 },
  ]);
});

test('a renamed copy of a real module is wholly alike, another way to write it is not', () => {
  const original =
    'export const f = (x, w, b) => { const y = x.mul(w); for (const r of y) r.add(b); return y.sum(1) };';
  const renamed =
    'export let out = (a, k, c) => {\n  let t = a.dot(k) // same\n  for (const e of t) e.sub(c)\n  return t.mean(0)\n}';
  const other = 'export function f(x, w, b) { return x.map((row, i) => row.reduce((s, v, j) => s + v * w[j], b[i])); }';
  const [a, b, c] = [original, renamed, other].map((source) => prepare(hashSource(source), NOTHING));
  if (!a || !b || !c) throw new Error('not prepared');
  expect(likenessOf(a, b, findMatches(a, b)).likeness).toBeGreaterThan(0.9);
  expect(likenessOf(a, c, findMatches(a, c)).likeness).toBe(0);
});
