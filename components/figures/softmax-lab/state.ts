import type { UrlFormat } from '../use-url-state';

/** Settings of the softmax lab: base logits in tenths, the constant added to all, the temperature, the implementation. */
export type SoftmaxState = { logits: number[]; shift: number; temperature: number; naive: boolean };

export const softmaxInitial: SoftmaxState = { logits: [2, 1, 0, -1], shift: 0, temperature: 1, naive: true };

export const LOGIT_RANGE = { min: -5, max: 5, step: 0.1 };
export const SHIFT_RANGE = { min: 0, max: 100, step: 1 };
/** The temperature's slider moves its decimal logarithm. */
export const LOG_TEMPERATURE_RANGE = { min: -1, max: 1, step: 0.05 };

const within = (value: number, { min, max }: { min: number; max: number }) => value >= min && value <= max;

/** `2,1,0,-1;0;1;naive`: logits, constant, temperature, implementation. */
export const softmaxUrl: UrlFormat<SoftmaxState> = {
  parameter: 'softmax',
  format: ({ logits, shift, temperature, naive }) =>
    [logits.map((z) => +z.toFixed(1)).join(','), shift, +temperature.toFixed(3), naive ? 'naive' : 'stable'].join(';'),
  parse: (text) => {
    const [list = '', shift = '', temperature = '', mode] = text.split(';');
    const state = {
      logits: list.split(',').map(Number),
      shift: Number(shift),
      temperature: Number(temperature),
      naive: mode === 'naive',
    };
    const sound =
      state.logits.length === softmaxInitial.logits.length &&
      state.logits.every((z) => within(z, LOGIT_RANGE)) &&
      within(state.shift, SHIFT_RANGE) &&
      within(state.temperature, { min: 0.1, max: 10 }) &&
      (mode === 'naive' || mode === 'stable');
    return sound ? state : null;
  },
};
