import { expect, test } from 'vitest';
import { type Box, iou, iouMatrix, overlapOf } from './boxes';
import { decisionsOf } from './nms';
import { PRESETS } from './state';

test.each([
  ['that share a quarter of each', [0, 0, 2, 2], [1, 1, 3, 3], 1 / 7],
  ['that are equal', [1, 2, 5, 4], [1, 2, 5, 4], 1],
  ['that touch', [0, 0, 2, 2], [2, 0, 4, 2], 0],
  ['apart along both axes', [0, 0, 1, 1], [3, 3, 4, 4], 0],
  ['nested', [0, 0, 6, 4], [1, 1, 4, 3], 6 / 24],
  ['without area', [1, 1, 1, 1], [1, 1, 1, 1], 0],
] as const)('IoU of boxes %s', (_, a, b, expected) => {
  expect(iou(a, b)).toBeCloseTo(expected, 15);
  expect(iou(b, a)).toBe(iou(a, b));
});

test('equal boxes with IoU ½ share two thirds of each', () => {
  const [a, b] = PRESETS.equal.boxes as [Box, Box];
  const { intersection } = overlapOf(a, b);
  expect(iou(a, b)).toBe(0.5);
  expect(intersection / ((a[2] - a[0]) * (a[3] - a[1]))).toBeCloseTo(2 / 3, 15);
});

const namesOf = (boxes: readonly Box[], scores: readonly number[], threshold: number) => {
  const decisions = decisionsOf(boxes, scores, threshold);
  return decisions.filter(({ isKept }) => isKept).map(({ box }) => box);
};

test('in the chain A suppresses B, and B, being suppressed, does nothing to C', () => {
  const { boxes, scores } = PRESETS.chain;
  expect(iouMatrix(boxes).map((row) => row.map((value) => +value.toFixed(3)))).toEqual([
    [1, 0.6, 0.333],
    [0.6, 1, 0.6],
    [0.333, 0.6, 1],
  ]);
  expect(decisionsOf(boxes, scores, 0.5)).toMatchObject([
    { box: 0, isKept: true, compared: [], by: null, powerless: [] },
    { box: 1, isKept: false, compared: [{ box: 0, iou: 0.6 }], by: 0, powerless: [] },
    { box: 2, isKept: true, compared: [{ box: 0, iou: 1 / 3 }], by: null, powerless: [1] },
  ]);
});

test('an IoU equal to the threshold suppresses nothing; threshold 1 keeps all; 0 keeps what does not overlap', () => {
  const { boxes, scores } = PRESETS.equal;
  expect(namesOf(boxes, scores, 0.5)).toEqual([0, 1]);
  expect(namesOf(boxes, scores, 0.45)).toEqual([0]);
  expect(namesOf(PRESETS.chain.boxes, PRESETS.chain.scores, 1)).toEqual([0, 1, 2]);
  expect(namesOf(PRESETS.chain.boxes, PRESETS.chain.scores, 0)).toEqual([0]);
});

test('a box inside another has the ratio of their areas, and is no reason to go at ½', () => {
  const { boxes, scores } = PRESETS.nested;
  const [[, ab, ac], [, , bc]] = iouMatrix(boxes) as [number[], number[]];
  expect([ab, ac, bc].map((value) => +(value as number).toFixed(4))).toEqual([0.3333, 0.25, 0.75]);
  expect(namesOf(boxes, scores, 0.5)).toEqual([1, 0]);
});

test('of equal scores the lower index comes first, and nothing given is changed', () => {
  const scores = Object.freeze([50, 90, 90]);
  expect(decisionsOf(PRESETS.chain.boxes, scores, 0.5).map(({ box }) => box)).toEqual([1, 2, 0]);
});
