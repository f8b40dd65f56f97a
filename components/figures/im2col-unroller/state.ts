import { type Geometry, outSide } from '../conv-stepper/geometry';
import type { UrlFormat } from '../use-url-state';

/** Settings of the unroller: sizes of the layer, the row looked at (an output element), the column looked at (a tap). */
export type UnrollState = Geometry & { channels: number; at: number; tap: number };

export const unrollInitial: UnrollState = { n: 5, k: 3, s: 1, p: 0, d: 1, channels: 1, at: 0, tap: 4 };

export const RANGES = {
  n: { min: 3, max: 5, step: 1 },
  k: { min: 1, max: 3, step: 1 },
  s: { min: 1, max: 2, step: 1 },
  p: { min: 0, max: 1, step: 1 },
  channels: { min: 1, max: 2, step: 1 },
} as const;
type Setting = keyof typeof RANGES;
export const SETTINGS = Object.keys(RANGES) as Setting[];

export const columnsOf = ({ k, channels }: UnrollState) => k * k * channels;
export const rowsOf = (state: UnrollState) => outSide(state) ** 2;

/** The state after a change: its row and its column exist. */
export function changed(state: UnrollState, change: Partial<UnrollState>): UnrollState {
  const next = { ...state, ...change };
  return { ...next, at: Math.min(next.at, rowsOf(next) - 1), tap: Math.min(next.tap, columnsOf(next) - 1) };
}

/** `5,3,1,0,1;0,4`: image side, kernel side, stride, padding, channels; row, column. */
export const unrollUrl: UrlFormat<UnrollState> = {
  parameter: 'unroll',
  format: (state) => [SETTINGS.map((name) => state[name]), [state.at, state.tap]].join(';'),
  parse: (text) => {
    const [sizes = '', seen = '', ...rest] = text.split(';');
    const list = (part: string) => part.split(',').map((one) => Number(one || 'none'));
    const [n = 0, k = 0, s = 0, p = -1, channels = 0, ...more] = list(sizes);
    const [at = -1, tap = -1, ...others] = list(seen);
    const state = { n, k, s, p, d: 1, channels, at, tap };
    const within = (value: number, min: number, max: number) => Number.isInteger(value) && value >= min && value <= max;
    const sound =
      [...rest, ...more, ...others].length === 0 &&
      SETTINGS.every((name) => within(state[name], RANGES[name].min, RANGES[name].max)) &&
      within(at, 0, rowsOf(state) - 1) &&
      within(tap, 0, columnsOf(state) - 1);
    return sound ? state : null;
  },
};
