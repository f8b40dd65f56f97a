import type { UrlFormat } from '../use-url-state';
import { type BatchRun, STEPS } from './batches';

/** A run and the step it has come to. */
export type BatchState = BatchRun & { step: number };

export const SIZES: readonly number[] = [2, 4, 8, 16, 32, 64];
export const MOMENTA: readonly number[] = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];

export const batchInitial: BatchState = { size: 8, momentum: 0.1, drift: false, step: 20 };

/** `8;0.1;still;20`: batch size, share of the new batch, `still` or `drift`, step. */
export const batchUrl: UrlFormat<BatchState> = {
  parameter: 'batchnorm',
  format: ({ size, momentum, drift, step }) => [size, momentum, drift ? 'drift' : 'still', step].join(';'),
  parse: (text) => {
    const [size, momentum, mode, stepText] = text.split(';');
    const step = Number(stepText);
    const state = { size: Number(size), momentum: Number(momentum), drift: mode === 'drift', step };
    const sound =
      SIZES.includes(state.size) &&
      MOMENTA.includes(state.momentum) &&
      (mode === 'drift' || mode === 'still') &&
      Number.isInteger(step) &&
      step >= 1 &&
      step <= STEPS;
    return sound ? state : null;
  },
};
