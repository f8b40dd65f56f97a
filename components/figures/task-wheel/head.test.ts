import { expect, test } from 'vitest';
import { headOf, numbersPerExample, TASKS } from './head';
import { HEIGHTS, wheelInitial, wheelUrl } from './state';

const sizes = { batch: 8, height: 64, classes: 5 };

test.each([
  ['classification', [8, 5], 5],
  ['multilabel', [8, 5], 5],
  ['segmentation', [8, 64, 96, 5], 30_720],
  ['detection', [8, 100, 10], 1_000],
  ['pose', [8, 17, 2], 34],
  ['vqa', [8, 1000], 1_000],
] as const)('%s gives %j: %i numbers for one image', (task, shape, numbers) => {
  const head = headOf(task, sizes);
  expect(head.output.shape).toEqual(shape);
  expect(numbersPerExample(head)).toBe(numbers);
});

test('every task starts from the same images; only questions add a second input', () => {
  for (const task of TASKS) expect(headOf(task, sizes).inputs[0]?.shape).toEqual([8, 64, 96, 3]);
  expect(TASKS.filter((task) => headOf(task, sizes).inputs.length > 1)).toEqual(['vqa']);
});

test('where exactly one class is right the label is an index, else a float per class', () => {
  expect(headOf('classification', sizes).label).toEqual({ shape: [8], dtype: 'int32' });
  expect(headOf('segmentation', sizes).label).toEqual({ shape: [8, 64, 96], dtype: 'int32' });
  expect(headOf('multilabel', sizes).label).toEqual({ shape: [8, 5], dtype: 'float32' });
});

test('the size of the image changes only what is said about pixels', () => {
  const changed = TASKS.filter(
    (task) => numbersPerExample(headOf(task, sizes)) !== numbersPerExample(headOf(task, { ...sizes, height: 128 })),
  );
  expect(changed).toEqual(['segmentation']);
});

test('every height gives a whole width, and settings survive the way through the address', () => {
  for (let h = HEIGHTS.min; h <= HEIGHTS.max; h += HEIGHTS.step) expect((3 * h) % 2).toBe(0);
  const state = { task: 'pose', height: 128, classes: 20 } as const;
  expect(wheelUrl.parse(wheelUrl.format(state))).toEqual(state);
  expect(wheelUrl.parse(wheelUrl.format(wheelInitial))).toEqual(wheelInitial);
});

test.each(['', 'pose', 'poses;64;5', 'pose;65;5', 'pose;64;3', 'pose;64;101', 'pose;64;5.5', 'pose;64;5;1'])(
  'nonsense in the address is not taken: %s',
  (text) => {
    expect(wheelUrl.parse(text)).toBeNull();
  },
);
