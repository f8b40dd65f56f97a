import { expect, test } from 'vitest';
import { scoresOf } from './metrics';
import { CLASS_COUNT, IGNORE, PRESETS, predictionOf, TRUTH } from './state';

const scored = (prediction: readonly number[]) => scoresOf(prediction, TRUTH, CLASS_COUNT, IGNORE);

test('background everywhere is 95 % right, and its mIoU is below ⅓', () => {
  const { accuracy, miou, classes, counted } = scored(predictionOf('background'));
  expect(counted).toBe(200);
  expect(accuracy).toBe(0.95);
  expect(classes.map(({ iou }) => iou)).toEqual([0.95, 0, 0]);
  expect(miou).toBeCloseTo(0.95 / 3, 15);
});

test('the truth itself scores 1 in everything', () => {
  expect(scored(predictionOf('perfect'))).toMatchObject({ accuracy: 1, miou: 1, counted: 200 });
});

test('one pixel to the right costs 4 % of the accuracy and four tenths of the mIoU', () => {
  const { accuracy, miou, classes } = scored(predictionOf('shifted'));
  expect(accuracy).toBe(0.96);
  expect(classes[1]).toEqual({ tp: 4, fp: 2, fn: 2, iou: 0.5 });
  expect(classes[2]).toEqual({ tp: 2, fp: 2, fn: 2, iou: 1 / 3 });
  expect(miou).toBeCloseTo((186 / 194 + 1 / 2 + 1 / 3) / 3, 15);
});

test('what is painted on ignored pixels changes nothing', () => {
  const painted = TRUTH.map((label) => (label === IGNORE ? 2 : label));
  expect(scored(painted)).toEqual(scored(predictionOf('perfect')));
  expect(TRUTH.filter((label) => label === IGNORE)).toHaveLength(16);
});

test('95 pixels of background and 5 of one class, all called background: accuracy 0.95, mIoU 0.475', () => {
  const truth = Array.from({ length: 100 }, (_, i) => (i < 95 ? 0 : 1));
  const { accuracy, miou } = scoresOf(Array(100).fill(0), truth, 2, 255);
  expect([accuracy, miou]).toEqual([0.95, 0.475]);
});

test('rows are the truth; a class that occurs nowhere is NaN and outside the mean; nothing counted gives NaN', () => {
  const { confusion, classes, miou } = scoresOf([1, 1, 0], [0, 1, 1], 3, 255);
  expect(confusion).toEqual([
    [0, 1, 0],
    [1, 1, 0],
    [0, 0, 0],
  ]);
  expect(classes[2]?.iou).toBeNaN();
  expect(miou).toBeCloseTo((0 + 1 / 3) / 2, 15);
  expect(scoresOf([0, 1], [255, 255], 2, 255)).toMatchObject({ miou: Number.NaN, accuracy: Number.NaN, counted: 0 });
});

test('presets are maps of the three classes', () => {
  for (const name of PRESETS) {
    expect(predictionOf(name)).toHaveLength(TRUTH.length);
    expect(predictionOf(name).every((label) => label >= 0 && label < CLASS_COUNT)).toBe(true);
  }
});
