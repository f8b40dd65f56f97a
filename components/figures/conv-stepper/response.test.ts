import { expect, test } from 'vitest';
import { KERNELS } from './kernels';
import { outputOf, subtotalsOf, totalOf } from './response';
import { type ConvState, changed, convInitial, imageOf, notesLayer } from './state';

const output = (change: Partial<ConvState>) => {
  const state = changed(convInitial, change);
  return outputOf(state, imageOf(state));
};
const rounded = (values: readonly number[]) => values.map((value) => +value.toFixed(6));

test('at the step from 0.2 to 0.8 the edge kernel answers 4 · 0.6, and elsewhere nothing', () => {
  // At side 7 the columns are 0.2 three times and 0.8 four times.
  expect(rounded(output({ picture: 'step' })).slice(0, 5)).toEqual([0, 2.4, 2.4, 0, 0]);
});

test('a white dot is answered by the kernel in half a turn; a flip gives the kernel itself', () => {
  const kernel = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  expect(output({ picture: 'dot', n: 5, kernel })).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect(output({ picture: 'dot', n: 5, kernel, flip: true })).toEqual(kernel);
});

test('the shift kernel moves the picture by one pixel to the right', () => {
  const image = imageOf(convInitial)[0] as readonly number[];
  const moved = output({ kernel: KERNELS.shift, pad: 1 });
  expect(moved).toEqual(image.map((_, i) => (i % 7 === 0 ? 0 : image[i - 1])));
});

test('stride and dilation read what they should', () => {
  const pixels = Array.from({ length: 25 }, (_, i) => (i % 20) / 20);
  expect(rounded(output({ picture: pixels, n: 5, kernel: [1], stride: 2 }))).toEqual(
    [0, 2, 4, 10, 12, 14, 20, 22, 24].map((i) => (i % 20) / 20),
  );
  expect(rounded(output({ picture: pixels, n: 5, kernel: [1, 0, 0, 1], dilation: 3 }))).toEqual([0.9, 1, 0.4, 0.5]);
});

test('channels add up within the group and not across groups', () => {
  const whole = changed(convInitial, { cin: 2, cout: 2 });
  const sums = subtotalsOf(whole, imageOf(whole), 0);
  expect(sums).toHaveLength(2);
  const depthwise = changed(whole, { groups: 2, outChannel: 1 });
  const alone = subtotalsOf(depthwise, imageOf(depthwise), 0);
  expect(alone.map(({ channel }) => channel)).toEqual([1]);
  expect(totalOf(sums)).toBeCloseTo(
    sums.reduce((total, { sum }) => total + sum, 0),
    12,
  );
});

test('the notes’ layer gives 28×28 elements of 75 products each', () => {
  const image = imageOf(notesLayer);
  expect(outputOf(notesLayer, image)).toHaveLength(784);
  expect(subtotalsOf(notesLayer, image, 0).flatMap(({ terms }) => terms)).toHaveLength(75);
});

test('an output element is the sum of its terms written out', () => {
  const state = changed(notesLayer, { pad: 2, stride: 3, flip: true, outChannel: 2 });
  const image = imageOf(state);
  outputOf(state, image).forEach((value, at) => {
    expect(value).toBeCloseTo(totalOf(subtotalsOf(state, image, at)), 9);
  });
});

test('a tap in the padding counts as 0', () => {
  const state = changed(convInitial, { pad: 1, kernel: KERNELS.blur });
  const [first] = subtotalsOf(state, imageOf(state), 0);
  expect(first?.terms.filter(({ outside }) => outside)).toHaveLength(5);
  expect(first?.sum).toBeCloseTo(0.1 * (9 / 16), 12);
});
