import type { UrlFormat } from '../use-url-state';
import { type Hyper, OPTIMIZERS, type OptimizerName } from './optimizers';
import { KAPPA_RANGE, type Point, SURFACES, type SurfaceName, surfaceOf } from './surfaces';

/** One moment of a race: its settings, who runs, and how many steps have been made. */
export type RaceState = Hyper & {
  surface: SurfaceName;
  kappa: number;
  start: Point;
  step: number;
  shown: readonly OptimizerName[];
};

export const STEPS = 300;
/** Learning rates of both sliders. */
export const RATES: readonly number[] = [
  0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1,
];
export const MOMENTUM_RANGE = { min: 0, max: 0.99, step: 0.01 };
export const DECAY_RANGE = { min: 0, max: 1, step: 0.05 };

/** Where a race starts on each surface, and learning rates at which most runners arrive. */
const defaults: Record<SurfaceName, Pick<RaceState, 'start' | 'rate' | 'adaptiveRate'>> = {
  ellipse: { start: [-1.6, 0.9], rate: 0.02, adaptiveRate: 0.1 },
  rosenbrock: { start: [-1.2, 1], rate: 0.001, adaptiveRate: 0.05 },
  saddle: { start: [-1.6, 0.01], rate: 0.05, adaptiveRate: 0.05 },
  beale: { start: [1, 1.5], rate: 0.005, adaptiveRate: 0.05 },
};

export const raceInitial: RaceState = {
  surface: 'ellipse',
  kappa: 30,
  ...defaults.ellipse,
  momentum: 0.9,
  decay: 0.1,
  step: 40,
  shown: OPTIMIZERS,
};

/** The same race on another surface, from its usual start. */
export function onSurface(state: RaceState, surface: SurfaceName): RaceState {
  return { ...state, ...defaults[surface], surface, step: 0 };
}

/** A start within the drawn square, in hundredths. */
export function clampStart(state: RaceState, [x, y]: Point): Point {
  const { left, bottom, side } = surfaceOf(state.surface, state.kappa).box;
  const clamp = (value: number, low: number) => Number(Math.min(Math.max(value, low), low + side).toFixed(2));
  return [clamp(x, left), clamp(y, bottom)];
}

const CODES = 'smngdraw';
const isOneOf = <T>(list: readonly T[], value: unknown): value is T => list.includes(value as T);
const within = (value: number, { min, max }: { min: number; max: number }) => value >= min && value <= max;

/** `ellipse;30;0.02;0.1;0.9;0.1;-1.6;0.9;40;smngdraw`: surface, κ, both rates, μ, λ, start, step, runners. */
export const raceUrl: UrlFormat<RaceState> = {
  parameter: 'race',
  format: (s) =>
    [
      ...[s.surface, s.kappa, s.rate, s.adaptiveRate, s.momentum, s.decay, ...s.start, s.step],
      [...CODES].filter((_, i) => s.shown.includes(OPTIMIZERS[i] as OptimizerName)).join(''),
    ].join(';'),
  parse: (text) => {
    const parts = text.split(';');
    const surface = parts[0];
    const numbers = parts.slice(1, 9).map((part) => (part === '' ? Number.NaN : Number(part)));
    const [kappa = 0, rate, adaptiveRate, momentum = -1, decay = -1, x = 0, y = 0, step = -1] = numbers;
    const codes = parts[9] ?? '';
    const sound =
      isOneOf(SURFACES, surface) &&
      numbers.every(Number.isFinite) &&
      within(kappa, KAPPA_RANGE) &&
      isOneOf(RATES, rate) &&
      isOneOf(RATES, adaptiveRate) &&
      within(momentum, MOMENTUM_RANGE) &&
      within(decay, DECAY_RANGE) &&
      Number.isInteger(step) &&
      within(step, { min: 0, max: STEPS }) &&
      /^[smngdraw]{1,8}$/.test(codes);
    if (!sound) return null;
    const shown = OPTIMIZERS.filter((_, i) => codes.includes(CODES[i] as string));
    const state = { surface, kappa, rate, adaptiveRate, momentum, decay, step, shown };
    return { ...state, start: clampStart({ ...state, start: [x, y] }, [x, y]) };
  },
};
