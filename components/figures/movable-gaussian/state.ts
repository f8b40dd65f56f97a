import type { UrlFormat } from '../use-url-state';

/** Data sets of the movable Gaussian, all within 0 to 6. `tight` is `spread` shrunk tenfold around its mean 3. */
export const GAUSSIAN_DATA = {
  spread: [1, 2, 4, 5],
  tight: [2.8, 2.9, 3.1, 3.2],
  outlier: [1, 1.5, 2, 5.5],
} as const;

export type GaussianDataName = keyof typeof GAUSSIAN_DATA;

/** Settings of the movable Gaussian: which data, and where the density stands. */
export type GaussianState = { data: GaussianDataName; mu: number; sigma: number };

export const gaussianInitial: GaussianState = { data: 'spread', mu: 2, sigma: 0.8 };

export const MU_RANGE = { min: 0, max: 6, step: 0.01 };
export const SIGMA_RANGE = { min: 0.1, max: 3, step: 0.01 };

/** The nearest value of a slider, without the dust of binary fractions. */
export function settle(value: number, { min, max, step }: { min: number; max: number; step: number }): number {
  return +(Math.round(Math.max(min, Math.min(max, value)) / step) * step).toFixed(4);
}

const within = (value: number, { min, max }: { min: number; max: number }) => value >= min && value <= max;

/** `spread;2;0.8`: data, μ, σ. */
export const gaussianUrl: UrlFormat<GaussianState> = {
  parameter: 'gaussian',
  format: ({ data, mu, sigma }) => `${data};${+mu.toFixed(4)};${+sigma.toFixed(4)}`,
  parse: (text) => {
    const [name = '', muText = '', sigmaText = ''] = text.split(';');
    const data = (Object.keys(GAUSSIAN_DATA) as GaussianDataName[]).find((one) => one === name);
    const [mu, sigma] = [Number(muText), Number(sigmaText)];
    if (!data || muText === '') return null;
    return within(mu, MU_RANGE) && within(sigma, SIGMA_RANGE) ? { data, mu, sigma } : null;
  },
};
