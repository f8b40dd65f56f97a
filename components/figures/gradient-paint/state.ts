import { type Geometry, outSide } from '../conv-stepper/geometry';
import type { UrlFormat } from '../use-url-state';

export const MODES = ['conv', 'max'] as const;
export type Mode = (typeof MODES)[number];

/**
 * Settings of the gradient paint: the layer, the gradient dY that arrives, and what is looked at: an element of the output,
 * of the input, and of the kernel.
 */
export type PaintState = {
  mode: Mode;
  n: number;
  k: number;
  s: number;
  dy: readonly number[];
  out: number;
  pixel: number;
  tap: number;
};

export const RANGES = {
  n: { min: 4, max: 6, step: 1 },
  k: { min: 2, max: 3, step: 1 },
  s: { min: 1, max: 3, step: 1 },
} as const;
export const SETTINGS = ['n', 'k', 's'] as const;
export const DY_RANGE = { min: -2, max: 2, step: 1 };

export const geometryOf = ({ n, k, s }: Pick<PaintState, 'n' | 'k' | 's'>): Geometry => ({ n, k, s, p: 0, d: 1 });
export const sideOf = (state: Pick<PaintState, 'n' | 'k' | 's'>) => outSide(geometryOf(state));

/** A gradient of 1 at one element of the output. */
const single = (side: number, out: number) => Array.from({ length: side * side }, (_, i) => (i === out ? 1 : 0));

const middle = (side: number) => Math.floor((side * side) / 2);

const layer = (mode: Mode, n: number, k: number, s: number): PaintState => {
  const side = sideOf({ n, k, s });
  const out = middle(side);
  return { mode, n, k, s, dy: single(side, out), out, pixel: middle(n), tap: 0 };
};

export const PRESETS = {
  conv1: layer('conv', 5, 3, 1),
  conv2: layer('conv', 5, 3, 2),
  pool2: layer('max', 6, 2, 2),
  pool3: layer('max', 5, 3, 2),
} as const;
export const PRESET_NAMES = Object.keys(PRESETS) as (keyof typeof PRESETS)[];

export const paintInitial = PRESETS.conv1;

/** The state after a change: a new side of the output starts with one gradient again, and what is looked at exists. */
export function changed(state: PaintState, change: Partial<PaintState>): PaintState {
  const next = { ...state, ...change };
  const side = sideOf(next);
  if (next.dy.length !== side * side) {
    next.out = middle(side);
    next.dy = single(side, next.out);
  }
  next.pixel = Math.min(next.pixel, next.n * next.n - 1);
  next.tap = Math.min(next.tap, next.k * next.k - 1);
  return next;
}

/** The gradient at one output element set, and that element looked at. */
export const withGradient = (state: PaintState, out: number, value: number): PaintState => ({
  ...state,
  out,
  dy: state.dy.with(out, value),
});

/** What a press makes of a gradient: 0, 1, 2, −1 and round again. */
export const nextGradient = (value: number) => ({ 0: 1, 1: 2, 2: -1 })[value] ?? 0;

export const onlyOne = (state: PaintState): PaintState => ({ ...state, dy: single(sideOf(state), state.out) });
export const everywhere = (state: PaintState, value: number): PaintState => ({
  ...state,
  dy: state.dy.map(() => value),
});

const within = (value: number, { min, max }: { min: number; max: number }) =>
  Number.isInteger(value) && value >= min && value <= max;

/** `conv,5,3,1;0,0,0,0,1,0,0,0,0;4,12,0`: layer, dY, the elements of output, input and kernel looked at. */
export const paintUrl: UrlFormat<PaintState> = {
  parameter: 'paint',
  format: ({ mode, n, k, s, dy, out, pixel, tap }) => [[mode, n, k, s], dy, [out, pixel, tap]].join(';'),
  parse: (text) => {
    const [sizes = '', gradient = '', seen = ''] = text.split(';');
    const list = (part: string) => part.split(',').map((one) => Number(one || 'none'));
    const mode = MODES.find((name) => name === sizes.split(',')[0]);
    const [, n = 0, k = 0, s = 0] = list(sizes);
    const [out = -1, pixel = -1, tap = -1] = list(seen);
    const dy = list(gradient);
    if (!mode || !within(n, RANGES.n) || !within(k, RANGES.k) || !within(s, RANGES.s)) return null;
    const count = sideOf({ n, k, s }) ** 2;
    const sound =
      dy.length === count &&
      dy.every((value) => within(value, DY_RANGE)) &&
      within(out, { min: 0, max: count - 1 }) &&
      within(pixel, { min: 0, max: n * n - 1 }) &&
      within(tap, { min: 0, max: k * k - 1 });
    return sound ? { mode, n, k, s, dy, out, pixel, tap } : null;
  },
};
