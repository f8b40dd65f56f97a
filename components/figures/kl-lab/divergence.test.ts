import { expect, test } from 'vitest';
import { mulberry32 } from '../rng';
import { crossEntropy, entropy, klDivergence, klTerms, normalize } from './divergence';

const FAIR = [0.5, 0.5];
const BENT = [0.9, 0.1];

test('(½, ½) and (0.9, 0.1) have the entropies and divergences that one gets by hand', () => {
  expect(entropy(FAIR)).toBeCloseTo(Math.LN2, 12);
  expect(crossEntropy(FAIR, BENT)).toBeCloseTo(1.2039728, 6);
  expect(klDivergence(FAIR, BENT)).toBeCloseTo(0.5108256, 6);
  expect(klDivergence(BENT, FAIR)).toBeCloseTo(0.3680642, 6);
});

test('a bin that q excludes costs infinitely much; one that p never brings costs nothing', () => {
  expect(klDivergence([0.5, 0.5], [1, 0])).toBe(Number.POSITIVE_INFINITY);
  expect(klDivergence([1, 0], [0.5, 0.5])).toBeCloseTo(Math.LN2, 12);
  expect(klDivergence([1, 0], [1, 0])).toBe(0);
});

const random = mulberry32(3);
const pairs = Array.from({ length: 50 }, () =>
  [0, 1].map(() => normalize(Array.from({ length: 4 }, () => 0.01 + random()))),
);

test('for fifty random pairs: KL is not negative, and H(p, q) = H(p) + KL(p‖q)', () => {
  for (const [p = [], q = []] of pairs) {
    expect(klDivergence(p, q)).toBeGreaterThan(0);
    expect(crossEntropy(p, q)).toBeCloseTo(entropy(p) + klDivergence(p, q), 12);
    expect(Math.min(...klTerms(p, q))).toBeLessThan(0);
  }
});

test('equal distributions do not diverge, and four equal bins have entropy ln 4', () => {
  expect(klDivergence(BENT, BENT)).toBe(0);
  expect(entropy(normalize([3, 3, 3, 3]))).toBeCloseTo(Math.log(4), 12);
});
