import type { UrlFormat } from '../use-url-state';
import { MAX_DEGREE } from './polynomial';

/** Settings of the capacity dial: the polynomial's degree, points per sample, standard deviation of the noise, sample. */
export type CapacityState = { degree: number; points: number; sigma: number; sample: number };

export const capacityInitial: CapacityState = { degree: 3, points: 20, sigma: 0.3, sample: 1 };

export const DEGREE_RANGE = { min: 0, max: MAX_DEGREE, step: 1 };
/** Sixteen points determine a polynomial of degree 15; fewer would not. */
export const POINTS_RANGE = { min: 16, max: 60, step: 1 };
export const SIGMA_RANGE = { min: 0, max: 0.6, step: 0.05 };
export const SAMPLES = 999;

const within = (value: number, { min, max }: { min: number; max: number }) => value >= min && value <= max;

/** `3;20;0.3;1`: degree, points, noise, sample. */
export const capacityUrl: UrlFormat<CapacityState> = {
  parameter: 'capacity',
  format: ({ degree, points, sigma, sample }) => [degree, points, +sigma.toFixed(2), sample].join(';'),
  parse: (text) => {
    const parts = text.split(';');
    const [degree = Number.NaN, points = Number.NaN, sigma = Number.NaN, sample = Number.NaN] = parts.map(Number);
    const sound =
      parts.length === 4 &&
      parts.every((part) => part !== '') &&
      [degree, points, sample].every(Number.isInteger) &&
      within(degree, DEGREE_RANGE) &&
      within(points, POINTS_RANGE) &&
      within(sigma, SIGMA_RANGE) &&
      within(sample, { min: 1, max: SAMPLES });
    return sound ? { degree, points, sigma, sample } : null;
  },
};
