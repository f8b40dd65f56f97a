import type { UrlFormat } from '../use-url-state';
import { CURVES, type CurveName, type Precision } from './difference';

/** Settings: the curve, the point, the decimal logarithm of the step, the arithmetic. */
export type SecantState = { curve: CurveName; x: number; logH: number; precision: Precision };

export const secantInitial: SecantState = { curve: 'exp', x: 1, logH: 0, precision: 'float64' };

export const CURVE_NAMES = Object.keys(CURVES) as CurveName[];
export const X_RANGE = { min: -2, max: 2, step: 0.1 };
export const LOG_H_RANGE = { min: -12, max: 0, step: 0.25 };

const within = (value: number, { min, max }: { min: number; max: number }) => value >= min && value <= max;

/** `exp;1;-3;float64`: curve, x, log₁₀ h, precision. */
export const secantUrl: UrlFormat<SecantState> = {
  parameter: 'secant',
  format: ({ curve, x, logH, precision }) => [curve, x, logH, precision].join(';'),
  parse: (text) => {
    const [name, x, logH, precision] = text.split(';');
    const curve = CURVE_NAMES.find((one) => one === name);
    const state = { x: Number(x || 'none'), logH: Number(logH || 'none') };
    const sound = within(state.x, X_RANGE) && within(state.logH, LOG_H_RANGE);
    if (!curve || !sound || (precision !== 'float32' && precision !== 'float64')) return null;
    return { curve, ...state, precision };
  },
};
