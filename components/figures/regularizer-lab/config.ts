import type { UrlFormat } from '../use-url-state';

export const REGULARIZERS = ['penalty', 'dropout', 'noise', 'smoothing', 'batchNorm', 'earlyStop'] as const;
export type Regularizer = (typeof REGULARIZERS)[number];

/** Which regularizers are on, and the seed of data, weights and draws. */
export type LabConfig = { on: readonly Regularizer[]; seed: number };

/**
 * Strengths. The penalty adds ½λ‖W‖² over all weight matrices; `dropout` is the rate after each hidden layer; `noise` is
 * the standard deviation added to every input at every step; `smoothing` is ε; `patience` counts steps.
 */
export const STRENGTH = { penalty: 0.01, dropout: 0.3, noise: 0.2, smoothing: 0.1, patience: 200 };

export const labInitial: LabConfig = { on: [], seed: 2 };
export const SEEDS = 99;

const CODES = 'wdnlbe';

/** `wd;1`: a letter for each regularizer that is on (`-` for none), then the seed. */
export const labUrl: UrlFormat<LabConfig> = {
  parameter: 'lab',
  format: ({ on, seed }) => {
    const codes = [...CODES].filter((_, i) => on.includes(REGULARIZERS[i] as Regularizer)).join('');
    return `${codes || '-'};${seed}`;
  },
  parse: (text) => {
    const [codes = '', seedText = ''] = text.split(';');
    const seed = Number(seedText);
    if (!/^(-|[wdnlbe]{1,6})$/.test(codes) || !Number.isInteger(seed) || seed < 1 || seed > SEEDS) return null;
    return { on: REGULARIZERS.filter((_, i) => codes.includes(CODES[i] as string)), seed };
  },
};
