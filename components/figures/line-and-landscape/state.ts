import type { UrlFormat } from '../use-url-state';
import type { Parameters, Point } from './regression';

/** Settings of the figure. The path follows from them: `steps` updates of gradient descent from `start`. */
export type LandscapeState = { points: readonly Point[]; rate: number; start: Parameters; steps: number };

export const X_RANGE = { min: -2, max: 4 };
export const Y_RANGE = { min: 0, max: 10 };
/** The plane of w and b that is drawn; both axes have the same scale, so that slopes stand at right angles to contours. */
export const W_RANGE = { min: -3, max: 7 };
export const B_RANGE = { min: -4, max: 6 };
/** The learning rate's slider moves its decimal logarithm. */
export const LOG_RATE_RANGE = { min: -2, max: 0, step: 0.01 };
export const MOST_STEPS = 400;

const xs = [0, 1, 2, 3, 4];

export const DATASETS = {
  line: xs.map((x) => [x, 2 * x + 1]),
  noisy: [
    [0, 2],
    [1, 2],
    [2, 6],
    [3, 5.5],
    [4, 9.5],
  ],
  standardized: [-1.41, -0.71, 0, 0.71, 1.41].map((x, n) => [x, 2 * n + 1]),
  same: [1, 3, 5, 7, 9].map((y) => [2, y]),
} as const satisfies Record<string, readonly (readonly number[])[]>;

export type DatasetName = keyof typeof DATASETS;
export const DATASET_NAMES = Object.keys(DATASETS) as DatasetName[];

export const pointsOf = (name: DatasetName) => DATASETS[name] as unknown as readonly Point[];

const text = (points: readonly Point[]) => points.map((point) => point.join(',')).join(' ');

/** Which of the ready data sets these points are; null after a point was moved. */
export function datasetOf(points: readonly Point[]): DatasetName | null {
  return DATASET_NAMES.find((name) => text(pointsOf(name)) === text(points)) ?? null;
}

export const landscapeInitial: LandscapeState = { points: pointsOf('line'), rate: 0.05, start: [0, 0], steps: 0 };

type Range = { min: number; max: number };
const within = (value: number, { min, max }: Range) => value >= min && value <= max;
const clamp = (value: number, { min, max }: Range) => Math.min(max, Math.max(min, value));
/** Two decimals, so that addresses stay short. */
const round = (value: number) => +value.toFixed(2) + 0;

/** A data point put where its plot reaches. */
export const placePoint = ([x, y]: Point): Point => [round(clamp(x, X_RANGE)), round(clamp(y, Y_RANGE))];
/** Parameters put where their plot reaches. */
export const placeStart = ([w, b]: Parameters): Parameters => [round(clamp(w, W_RANGE)), round(clamp(b, B_RANGE))];

const pair = (part: string): [number, number] | null => {
  const [a = '', b = '', ...rest] = part.split(',');
  return a === '' || b === '' || rest.length > 0 ? null : [Number(a), Number(b)];
};

/** `0,1 1,3 2,5 3,7 4,9;0.05;0,0;0`: data points, learning rate, start, steps made. */
export const landscapeUrl: UrlFormat<LandscapeState> = {
  parameter: 'line',
  format: ({ points, rate, start, steps }) => [text(points), rate, start.join(','), steps].join(';'),
  parse: (address) => {
    const [list = '', rate, at = '', steps] = address.split(';');
    const points = list.split(' ').map(pair);
    const start = pair(at);
    const state = { rate: Number(rate || 'none'), steps: Number(steps || 'none') };
    const sound =
      points.length === xs.length &&
      points.every((point) => point && within(point[0], X_RANGE) && within(point[1], Y_RANGE)) &&
      within(state.rate, { min: 0.01, max: 1 }) &&
      start !== null &&
      within(start[0], W_RANGE) &&
      within(start[1], B_RANGE) &&
      Number.isInteger(state.steps) &&
      within(state.steps, { min: 0, max: MOST_STEPS });
    return sound ? { ...state, points: points as Point[], start } : null;
  },
};
