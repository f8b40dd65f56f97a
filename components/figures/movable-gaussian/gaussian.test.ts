import { expect, test } from 'vitest';
import { contour, density, gaussianMle, logDensity, logLikelihood } from './gaussian';

const SPREAD = [1, 2, 4, 5];

test('the standard normal density has its published values', () => {
  expect(density(0, 0, 1)).toBeCloseTo(0.3989422804, 9);
  expect(density(1, 0, 1)).toBeCloseTo(0.2419707245, 9);
  expect(density(1.96, 0, 1)).toBeCloseTo(0.0584409443, 9);
});

test('a narrow density exceeds 1, and its logarithm is positive', () => {
  expect(density(0, 0, 0.1)).toBeCloseTo(3.9894228, 6);
  expect(logDensity(0, 0, 0.1)).toBeCloseTo(1.3836466, 6);
});

test.each([0.1, 1, 3])('the area under the density is 1 for σ = %d', (sigma) => {
  const step = sigma / 50;
  const area = Array.from({ length: 1001 }, (_, i) => step * density((i - 500) * step, 0, sigma));
  expect(area.reduce((sum, a) => sum + a, 0)).toBeCloseTo(1, 6);
});

test('the maximum of 1, 2, 4, 5 is at mean 3 and variance 2.5, with log-likelihood −7.5083', () => {
  const { mu, sigma } = gaussianMle(SPREAD);
  expect(mu).toBe(3);
  expect(sigma ** 2).toBeCloseTo(2.5, 12);
  expect(logLikelihood(SPREAD, mu, sigma)).toBeCloseTo(-7.508336, 6);
});

test('no other place near or far is higher', () => {
  const { mu, sigma } = gaussianMle(SPREAD);
  const highest = logLikelihood(SPREAD, mu, sigma);
  const others = [-2, -0.1, -0.001, 0.001, 0.1, 2].flatMap((by) => [
    logLikelihood(SPREAD, mu + by, sigma),
    logLikelihood(SPREAD, mu, sigma * Math.exp(by)),
  ]);
  expect(Math.max(...others)).toBeLessThan(highest);
});

test.each([0.1, 1, 8, 512])('every point of the contour %d below the maximum has that log-likelihood', (drop) => {
  const { mu, sigma } = gaussianMle(SPREAD);
  const level = logLikelihood(SPREAD, mu, sigma) - drop;
  const points = contour(SPREAD, drop, 10);
  for (const [m, s] of points) expect(logLikelihood(SPREAD, m, s)).toBeCloseTo(level, 6);
  expect(Math.max(...points.map(([, s]) => s))).toBeLessThanOrEqual(10 + 1e-9);
  expect(Math.max(...points.map(([m]) => m))).toBeGreaterThan(mu);
  expect(Math.min(...points.map(([m]) => m))).toBeLessThan(mu);
});
