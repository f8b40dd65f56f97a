import type { UrlFormat } from '../use-url-state';
import { CONVENTIONS, type Convention, METHODS, type Method, type Size } from './resize';

export const SOURCE: Size = [3, 4];

export const PICTURES = {
  ramp: [0, 1, 2, 3, 1, 2, 3, 4, 2, 3, 4, 5],
  edge: [0, 0, 4, 4, 0, 0, 4, 4, 0, 0, 4, 4],
  dot: [0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0],
} as const satisfies Record<string, readonly number[]>;

export type PictureName = keyof typeof PICTURES;
export const PICTURE_NAMES = Object.keys(PICTURES) as PictureName[];

/** Settings of the microscope; `at` is the output pixel looked at, row by row. */
export type UpsampleState = {
  picture: PictureName;
  convention: Convention;
  method: Method;
  rows: number;
  cols: number;
  at: number;
};

export const upsampleInitial: UpsampleState = {
  picture: 'ramp',
  convention: 'half-pixel',
  method: 'bilinear',
  rows: 6,
  cols: 8,
  at: 9,
};

export const ROW_RANGE = { min: 1, max: 9, step: 1 };
export const COL_RANGE = { min: 1, max: 12, step: 1 };

/** The state after a change; of another size, the pixel looked at stays in its row and column as far as they exist. */
export function changed(state: UpsampleState, change: Partial<UpsampleState>): UpsampleState {
  const next = { ...state, ...change };
  if (next.rows === state.rows && next.cols === state.cols) return next;
  const row = Math.min(Math.floor(state.at / state.cols), next.rows - 1);
  const col = Math.min(state.at % state.cols, next.cols - 1);
  return { ...next, at: row * next.cols + col };
}

const within = (value: number, { min, max }: { min: number; max: number }) =>
  Number.isInteger(value) && value >= min && value <= max;

/** `ramp;half-pixel;bilinear;6,8;9`: picture, convention, method, output size, the output pixel looked at. */
export const upsampleUrl: UrlFormat<UpsampleState> = {
  parameter: 'upsample',
  format: ({ picture, convention, method, rows, cols, at }) =>
    [picture, convention, method, `${rows},${cols}`, at].join(';'),
  parse: (text) => {
    const [name, how, way, size = '', place] = text.split(';');
    const picture = PICTURE_NAMES.find((one) => one === name);
    const convention = CONVENTIONS.find((one) => one === how);
    const method = METHODS.find((one) => one === way);
    const [rows = 0, cols = 0] = size.split(',').map((one) => Number(one || 'none'));
    const at = Number(place || 'none');
    if (!picture || !convention || !method || !within(rows, ROW_RANGE) || !within(cols, COL_RANGE)) return null;
    return within(at, { min: 0, max: rows * cols - 1 }) ? { picture, convention, method, rows, cols, at } : null;
  },
};
