import type { UrlFormat } from '../use-url-state';

/** Dropout rate, number of training steps drawn, whether kept values are scaled, and whether it is training at all. */
export type MasksState = { rate: number; step: number; scaled: boolean; training: boolean };

export const masksInitial: MasksState = { rate: 0.5, step: 12, scaled: true, training: true };

export const RATE_RANGE = { min: 0, max: 0.9, step: 0.05 };
export const STEP_RANGE = { min: 1, max: 300, step: 1 };

/** `0.5;1;scaled;train`: rate, step, `scaled` or `plain`, `train` or `eval`. */
export const masksUrl: UrlFormat<MasksState> = {
  parameter: 'dropout',
  format: ({ rate, step, scaled, training }) =>
    [+rate.toFixed(2), step, scaled ? 'scaled' : 'plain', training ? 'train' : 'eval'].join(';'),
  parse: (text) => {
    const [rateText = '', stepText, scale, mode] = text.split(';');
    const rate = rateText === '' ? Number.NaN : Number(rateText);
    const step = Number(stepText);
    const sound =
      rate >= RATE_RANGE.min &&
      rate <= RATE_RANGE.max &&
      Number.isInteger(step) &&
      step >= STEP_RANGE.min &&
      step <= STEP_RANGE.max &&
      (scale === 'scaled' || scale === 'plain') &&
      (mode === 'train' || mode === 'eval');
    return sound ? { rate, step, scaled: scale === 'scaled', training: mode === 'train' } : null;
  },
};
