import { expect, test } from 'vitest';
import { GRID, noisySample, spaced, truth } from '../noisy-curve';
import {
  coefficients,
  decompose,
  fitOnGrid,
  MAX_DEGREE,
  orthonormalBasis,
  testErrors,
  total,
  trainErrors,
} from './polynomial';

const xs = spaced(20);
const basis = orthonormalBasis(xs);
const parts = decompose(basis, xs, 0.3);

test('the basis is orthonormal over the sample up to degree 15', () => {
  for (let j = 0; j <= MAX_DEGREE; j++) {
    for (let k = 0; k <= j; k++) {
      const product = basis.atData[j]?.reduce((sum, q, i) => sum + q * (basis.atData[k]?.[i] as number), 0);
      expect(product).toBeCloseTo(j === k ? 1 : 0, 10);
    }
  }
});

test.each([3, 9, 15])('a polynomial of degree %d is fitted without error from that degree on', (degree) => {
  const p = (x: number) => 0.3 - x + x ** degree;
  const c = coefficients(basis, xs.map(p));
  const fit = fitOnGrid(basis, c, degree);
  GRID.forEach((x, j) => {
    expect(fit[j]).toBeCloseTo(p(x), 8);
  });
});

test('degree 1 is the line of the textbook: slope Σxy / Σx², since the mean of x is 0', () => {
  const ys = noisySample(xs, 0.3, 1);
  const fit = fitOnGrid(basis, coefficients(basis, ys), 1);
  const slope = xs.reduce((sum, x, i) => sum + x * (ys[i] as number), 0) / xs.reduce((sum, x) => sum + x * x, 0);
  const mean = ys.reduce((sum, y) => sum + y, 0) / ys.length;
  expect(fit[240]).toBeCloseTo(mean + slope, 10);
  expect(fit[0]).toBeCloseTo(mean - slope, 10);
});

test('training error never rises with the degree, and sixteen points are met exactly by degree 15', () => {
  const errors = trainErrors(basis, noisySample(xs, 0.3, 2));
  errors.slice(1).forEach((error, d) => {
    expect(error).toBeLessThanOrEqual(errors[d] as number);
  });
  const sixteen = spaced(16);
  expect(trainErrors(orthonormalBasis(sixteen), noisySample(sixteen, 0.3, 2))[15]).toBeCloseTo(0, 12);
});

// bias² and variance from NumPy: pseudo-inverse of Legendre's Vandermonde matrix, means over 10 000 places.
test.each([
  [2, 0.30209, 0.01233],
  [5, 0.00234, 0.02332],
  [12, 0, 0.07533],
])('degree %d: bias² and variance agree with the mean over 4000 samples', (degree, bias2, variance) => {
  expect(parts[degree]?.bias2).toBeCloseTo(bias2, 3);
  expect(parts[degree]?.variance).toBeCloseTo(variance, 3);
  const rounds = 4000;
  let mean = 0;
  for (let s = 1; s <= rounds; s++) {
    const errors = testErrors(basis, coefficients(basis, noisySample(xs, 0.3, s)), 0.3);
    mean += (errors[degree] as number) / rounds;
  }
  const expected = total(parts[degree] ?? { bias2: 0, variance: 0, noise: 0 });
  expect(Math.abs(mean / expected - 1)).toBeLessThan(0.02);
});

test('expected test error is U-shaped with its lowest point at degree 5; without noise there is no variance', () => {
  const errors = parts.map(total);
  const best = errors.indexOf(Math.min(...errors));
  expect(best).toBe(5);
  errors.slice(1).forEach((error, d) => {
    expect(Math.sign(error - (errors[d] as number))).toBe(d + 1 > best ? 1 : -1);
  });
  expect(decompose(basis, xs, 0)[15]?.variance).toBe(0);
  expect(truth(0)).toBeCloseTo(Math.sin(0.7), 12);
});
