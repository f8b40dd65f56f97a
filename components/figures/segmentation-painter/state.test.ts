import { expect, test } from 'vitest';
import { COLS, PRESETS, painted, predictionOf, presetOf, ROWS, segmentationUrl, TRUTH } from './state';

test('the truth fills its grid', () => {
  expect(TRUTH).toHaveLength(ROWS * COLS);
  expect([0, 1, 2].map((label) => TRUTH.filter((one) => one === label).length)).toEqual([190, 6, 4]);
});

test.each(PRESETS)('%s survives the way through the address, by its name and painted over', (name) => {
  const prediction = predictionOf(name);
  expect(segmentationUrl.format(prediction)).toBe(name);
  expect(segmentationUrl.parse(name)).toEqual(prediction);
  const own = painted(painted(prediction, [0, 1, 17, 100], 2), [50, 215], 1);
  expect(presetOf(own)).toBeNull();
  expect(segmentationUrl.parse(segmentationUrl.format(own))).toEqual(own);
});

test.each(['', 'none', '0'.repeat(71), '0'.repeat(73), `${'0'.repeat(71)}r`, `${'0'.repeat(71)}-`])(
  'nonsense in the address is not taken: %s',
  (text) => {
    expect(segmentationUrl.parse(text)).toBeNull();
  },
);

test('a stroke of what is there already is no change', () => {
  const background = predictionOf('background');
  expect(painted(background, [3, 4], 0)).toBe(background);
  expect(painted(background, [3, 4], 1).filter((label) => label === 1)).toHaveLength(2);
});
