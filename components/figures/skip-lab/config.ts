import type { UrlFormat } from '../use-url-state';

/** Weight layers of the two deep nets, the seed of their weights, and whether the net with skip is looked at. */
export type SkipConfig = { depth: number; seed: number; skip: boolean };

export const skipInitial: SkipConfig = { depth: 56, seed: 1, skip: false };

export const DEPTH_RANGE = { min: 2, max: 60, step: 2 };
export const SEEDS = 99;

/** `56;plain;1`: depth, the net that is looked at, seed. */
export const skipUrl: UrlFormat<SkipConfig> = {
  parameter: 'skip',
  format: ({ depth, seed, skip }) => [depth, skip ? 'skip' : 'plain', seed].join(';'),
  parse: (text) => {
    const [depthText = '', net, seedText = '', ...rest] = text.split(';');
    const [depth, seed] = [Number(depthText), Number(seedText)];
    const sound =
      rest.length === 0 &&
      (net === 'skip' || net === 'plain') &&
      Number.isInteger(depth / DEPTH_RANGE.step) &&
      depth >= DEPTH_RANGE.min &&
      depth <= DEPTH_RANGE.max &&
      Number.isInteger(seed) &&
      seed >= 1 &&
      seed <= SEEDS;
    return sound ? { depth, seed, skip: net === 'skip' } : null;
  },
};
