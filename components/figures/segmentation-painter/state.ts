import type { UrlFormat } from '../use-url-state';

/** The classes in the order of their numbers, 0 to 2. The truth also has pixels to ignore. */
export const CLASSES = ['background', 'cat', 'ball'] as const;
export const CLASS_COUNT = CLASSES.length;
export const IGNORE = 255;

const DRAWN = [
  '..............xxxx',
  '..............xxxx',
  '..............xxxx',
  '..............xxxx',
  '..................',
  '....111...........',
  '....111...........',
  '..................',
  '...........22.....',
  '...........22.....',
  '..................',
  '..................',
];
const LABELS: Record<string, number> = { '.': 0, '1': 1, '2': 2, x: IGNORE };

export const ROWS = DRAWN.length;
export const COLS = 18;

/** The truth, row by row: 190 pixels of background, 6 of the cat, 4 of the ball, 16 to ignore. */
export const TRUTH: readonly number[] = [...DRAWN.join('')].map((one) => LABELS[one] as number);

export const PRESETS = ['background', 'perfect', 'shifted'] as const;
export type PresetName = (typeof PRESETS)[number];

/** A class per pixel, row by row. */
export type Prediction = readonly number[];

const asClass = (label: number | undefined) => (label === undefined || label === IGNORE ? 0 : label);

const PREDICTIONS: Record<PresetName, Prediction> = {
  background: TRUTH.map(() => 0),
  perfect: TRUTH.map(asClass),
  shifted: TRUTH.map((_, pixel) => (pixel % COLS === 0 ? 0 : asClass(TRUTH[pixel - 1]))),
};
export const predictionOf = (name: PresetName) => PREDICTIONS[name];

const isSame = (a: Prediction, b: Prediction) => a.every((label, pixel) => label === b[pixel]);

/** The preset that a prediction is; null for one of the reader's own. */
export const presetOf = (prediction: Prediction): PresetName | null =>
  PRESETS.find((name) => isSame(PREDICTIONS[name], prediction)) ?? null;

export const segmentationInitial: Prediction = PREDICTIONS.background;

/** The prediction after a stroke; the same one where the stroke changes nothing. */
export function painted(prediction: Prediction, pixels: readonly number[], label: number): Prediction {
  if (pixels.every((pixel) => prediction[pixel] === label)) return prediction;
  return prediction.map((old, pixel) => (pixels.includes(pixel) ? label : old));
}

/** Three classes a digit: 27 values, in base 36. */
const PER_DIGIT = 3;

function toDigits(prediction: Prediction): string {
  const digits = Array.from({ length: prediction.length / PER_DIGIT }, (_, i) =>
    prediction
      .slice(i * PER_DIGIT, (i + 1) * PER_DIGIT)
      .reduce((value, label) => value * CLASS_COUNT + label, 0)
      .toString(36),
  );
  return digits.join('');
}

function fromDigits(text: string): Prediction | null {
  if (text.length !== TRUTH.length / PER_DIGIT || !/^[0-9a-q]*$/.test(text)) return null;
  return [...text].flatMap((digit) => {
    const value = Number.parseInt(digit, 36);
    return [Math.floor(value / 9), Math.floor(value / 3) % 3, value % 3];
  });
}

/** A preset by name, or the prediction in {@link toDigits}. */
export const segmentationUrl: UrlFormat<Prediction> = {
  parameter: 'segmentation',
  format: (prediction) => presetOf(prediction) ?? toDigits(prediction),
  parse: (text) => {
    const name = PRESETS.find((one) => one === text);
    return name ? PREDICTIONS[name] : fromDigits(text);
  },
};
