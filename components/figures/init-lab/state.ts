import type { UrlFormat } from '../use-url-state';
import type { InitActivation } from './activations';

/** Settings of the init lab: weights are drawn with standard deviation `gain` / √fan-in. */
export type InitState = { activation: InitActivation; gain: number };

export const initInitial: InitState = { activation: 'relu', gain: 1 };

export const GAIN_RANGE = { min: 0, max: 3, step: 0.05 };

/** The gains that theory gives: √2 for ReLU (He), 1 for tanh. */
export const theoryGain: Record<InitActivation, number> = { relu: Math.SQRT2, tanh: 1 };

/** `relu;1`: activation, gain. */
export const initUrl: UrlFormat<InitState> = {
  parameter: 'init',
  format: ({ activation, gain }) => `${activation};${+gain.toFixed(4)}`,
  parse: (text) => {
    const [activation, gainText = ''] = text.split(';');
    const gain = Number(gainText);
    if (activation !== 'relu' && activation !== 'tanh') return null;
    return gainText !== '' && gain >= GAIN_RANGE.min && gain <= GAIN_RANGE.max ? { activation, gain } : null;
  },
};
