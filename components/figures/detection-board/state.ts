import type { UrlFormat } from '../use-url-state';
import type { Box } from './boxes';

/** Settings of the board. Scores and the threshold are in hundredths, so that 60 / 100 is the very 0.6 of an IoU of 3/5. */
export type DetectionState = {
  boxes: readonly Box[];
  scores: readonly number[];
  threshold: number;
  /** Decisions of non-maximum suppression that have been made. */
  steps: number;
  /** The box whose score and corner can be changed. */
  chosen: number;
};

/** The scene in pixels; boxes lie on whole ones. */
export const SCENE_WIDTH = 60;
export const SCENE_HEIGHT = 40;
export const LEAST_SIDE = 2;
export const BOX_COUNT = { min: 2, max: 6 };
export const SCORE_RANGE = { min: 1, max: 99, step: 1 };
export const THRESHOLD_RANGE = { min: 0, max: 100, step: 5 };

/** Boxes are named A, B, C and so on. */
export const nameOf = (box: number) => String.fromCharCode(65 + box);

export const PRESETS = {
  /** A and B, B and C overlap by 0.6, A and C by ⅓. */
  chain: {
    boxes: [
      [6, 7, 30, 31],
      [12, 7, 36, 31],
      [18, 7, 42, 31],
    ],
    scores: [90, 80, 70],
  },
  equal: {
    boxes: [
      [10, 8, 34, 32],
      [18, 8, 42, 32],
    ],
    scores: [90, 60],
  },
  /** B and C inside A, C inside B. */
  nested: {
    boxes: [
      [6, 5, 46, 35],
      [20, 10, 40, 30],
      [20, 12, 40, 27],
    ],
    scores: [70, 90, 80],
  },
} as const satisfies Record<string, { boxes: readonly Box[]; scores: readonly number[] }>;

export type PresetName = keyof typeof PRESETS;
export const PRESET_NAMES = Object.keys(PRESETS) as PresetName[];

export const withPreset = (name: PresetName): DetectionState => ({
  ...PRESETS[name],
  threshold: 50,
  steps: 0,
  chosen: 0,
});

export const detectionInitial = withPreset('chain');

const textOf = ({ boxes, scores }: Pick<DetectionState, 'boxes' | 'scores'>) =>
  boxes.map((box, i) => [...box, scores[i]].join(',')).join(' ');

/** The preset that these boxes and scores are; null after a change. */
export const presetOf = (state: DetectionState): PresetName | null =>
  PRESET_NAMES.find((name) => textOf(PRESETS[name]) === textOf(state)) ?? null;

const clamp = (value: number, min: number, max: number) => Math.round(Math.max(min, Math.min(max, value)));

/** The box with its upper left corner there, as far as the scene reaches. */
export function moved([x1, y1, x2, y2]: Box, x: number, y: number): Box {
  const [width, height] = [x2 - x1, y2 - y1];
  const [left, top] = [clamp(x, 0, SCENE_WIDTH - width), clamp(y, 0, SCENE_HEIGHT - height)];
  return [left, top, left + width, top + height];
}

/** The box with its lower right corner there, never smaller than {@link LEAST_SIDE}. */
export const resized = ([x1, y1]: Box, x: number, y: number): Box => [
  x1,
  y1,
  clamp(x, x1 + LEAST_SIDE, SCENE_WIDTH),
  clamp(y, y1 + LEAST_SIDE, SCENE_HEIGHT),
];

/** The state with one box replaced, and that one chosen. Decisions that were made are made anew. */
export const withBox = (state: DetectionState, chosen: number, box: Box): DetectionState => ({
  ...state,
  chosen,
  boxes: state.boxes.with(chosen, box),
});

/** A copy of the chosen box, a little aside and with a smaller score. */
export function withCopy(state: DetectionState): DetectionState {
  const { boxes, scores, chosen } = state;
  const box = boxes[chosen] as Box;
  return {
    ...state,
    boxes: [...boxes, moved(box, box[0] + 4, box[1] + 2)],
    scores: [...scores, Math.max(SCORE_RANGE.min, (scores[chosen] as number) - 10)],
    chosen: boxes.length,
  };
}

export function withoutChosen(state: DetectionState): DetectionState {
  const { boxes, scores, steps, chosen } = state;
  return {
    ...state,
    boxes: boxes.toSpliced(chosen, 1),
    scores: scores.toSpliced(chosen, 1),
    steps: Math.min(steps, boxes.length - 1),
    chosen: Math.min(chosen, boxes.length - 2),
  };
}

const within = (value: number | undefined, { min, max }: { min: number; max: number }) =>
  Number.isInteger(value) && (value as number) >= min && (value as number) <= max;

const isBox = ([x1, y1, x2, y2]: readonly number[]) =>
  within(x1, { min: 0, max: SCENE_WIDTH - LEAST_SIDE }) &&
  within(y1, { min: 0, max: SCENE_HEIGHT - LEAST_SIDE }) &&
  within(x2, { min: (x1 as number) + LEAST_SIDE, max: SCENE_WIDTH }) &&
  within(y2, { min: (y1 as number) + LEAST_SIDE, max: SCENE_HEIGHT });

/** `6,7,30,31,90 12,7,36,31,80;50;2;0`: boxes with their scores, threshold, decisions made, the chosen box. */
export const detectionUrl: UrlFormat<DetectionState> = {
  parameter: 'detection',
  format: (state) => [textOf(state), state.threshold, state.steps, state.chosen].join(';'),
  parse: (text) => {
    const [list = '', ...rest] = text.split(';');
    const rows = list.split(' ').map((row) => row.split(',').map((one) => Number(one || 'none')));
    const [threshold = -1, steps = -1, chosen = -1] = rest.map((one) => Number(one || 'none'));
    const sound =
      within(rows.length, BOX_COUNT) &&
      rows.every((row) => row.length === 5 && isBox(row) && within(row[4], SCORE_RANGE)) &&
      within(threshold, THRESHOLD_RANGE) &&
      threshold % THRESHOLD_RANGE.step === 0 &&
      within(steps, { min: 0, max: rows.length }) &&
      within(chosen, { min: 0, max: rows.length - 1 });
    if (!sound) return null;
    return {
      boxes: rows.map(([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) => [x1, y1, x2, y2] as const),
      scores: rows.map((row) => row[4] as number),
      threshold,
      steps,
      chosen,
    };
  },
};
