import type { UrlFormat } from '../use-url-state';
import { unpackPoints } from './own-points';

/** Data that are drawn from a distribution. */
export const SAMPLED = ['xor', 'circles', 'spirals'] as const;
export type SampledName = (typeof SAMPLED)[number];

export const DATASETS = [...SAMPLED, 'own'] as const;
export type DatasetName = (typeof DATASETS)[number];

export const ACTIVATIONS = ['relu', 'tanh', 'sigmoid', 'identity'] as const;
export type Activation = (typeof ACTIVATIONS)[number];

/** Learning rates of the slider, from too timid to too bold. */
export const RATES: readonly number[] = [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3];

export const WIDTH_RANGE = { min: 1, max: 16, step: 1 };
export const DEPTH_RANGE = { min: 0, max: 3, step: 1 };

/** What the reader chose: a net of `depth` hidden layers of `width` units each, trained by plain gradient descent. */
export type BoundaryConfig = {
  dataset: DatasetName;
  depth: number;
  width: number;
  activation: Activation;
  rate: number;
  seed: number;
  /** Own points as `packPoints` writes them; they outlast a look at other data. */
  own: string;
};

export const boundaryInitial: BoundaryConfig = {
  dataset: 'xor',
  depth: 1,
  width: 8,
  activation: 'tanh',
  rate: 0.3,
  seed: 1,
  own: '',
};

const isOneOf = <T>(list: readonly T[], value: unknown): value is T => list.includes(value as T);
const isCount = (value: number, { min, max }: { min: number; max: number }) =>
  Number.isInteger(value) && value >= min && value <= max;

/** `xor;1;8;tanh;0.3;1`: data set, depth, width, activation, learning rate, seed; then own points, if there are any. */
export const boundaryUrl: UrlFormat<BoundaryConfig> = {
  parameter: 'boundary',
  format: (c) =>
    [c.dataset, c.depth, c.width, c.activation, c.rate, c.seed, ...(c.own === '' ? [] : [c.own])].join(';'),
  parse: (text) => {
    const [dataset, depth, width, activation, rate, seed, own = ''] = text.split(';');
    const numbers = { depth: Number(depth), width: Number(width), rate: Number(rate), seed: Number(seed) };
    const sound =
      isOneOf(DATASETS, dataset) &&
      isOneOf(ACTIVATIONS, activation) &&
      isOneOf(RATES, numbers.rate) &&
      isCount(numbers.depth, DEPTH_RANGE) &&
      isCount(numbers.width, WIDTH_RANGE) &&
      isCount(numbers.seed, { min: 1, max: 9999 }) &&
      unpackPoints(own) !== null;
    return sound ? { dataset, activation, own, ...numbers } : null;
  },
};
