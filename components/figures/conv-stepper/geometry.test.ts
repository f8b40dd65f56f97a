import { expect, test } from 'vitest';
import { costOf, outSide, unreadSide, windowOf, withPadding } from './geometry';

const geometry = (n: number, k: number, s = 1, p = 0, d = 1) => ({ n, k, s, p, d });

test.each([
  [32, 5, 1, 0, 1, 28],
  [227, 11, 4, 0, 1, 55],
  [224, 11, 4, 0, 1, 54],
  [224, 7, 2, 3, 1, 112],
  [7, 3, 1, 0, 2, 3],
  [7, 3, 2, 1, 1, 4],
  [3, 5, 1, 0, 1, 0],
  [3, 5, 4, 1, 1, 1],
  [5, 5, 3, 0, 3, 0],
])('input %i, kernel %i, stride %i, padding %i, dilation %i: output %i', (n, k, s, p, d, side) => {
  expect(outSide(geometry(n, k, s, p, d))).toBe(side);
});

test('what the floor leaves over is read by no window', () => {
  expect(unreadSide(geometry(7, 3, 3))).toBe(1);
  expect(unreadSide(geometry(7, 3, 2))).toBe(0);
  expect(unreadSide(geometry(3, 5))).toBe(0);
});

test('a window names its pixels, −1 in the padding', () => {
  expect(windowOf(geometry(4, 2), 0)).toEqual([0, 1, 4, 5]);
  expect(windowOf(geometry(4, 2, 2), 3)).toEqual([10, 11, 14, 15]);
  expect(windowOf(geometry(5, 2, 1, 0, 3), 3)).toEqual([6, 9, 21, 24]);
  expect(windowOf(geometry(4, 3, 1, 1), 0)).toEqual([-1, -1, -1, -1, 0, 1, -1, 4, 5]);
});

test('the notes’ layer, 32×32×3 by four 5×5×3: 300 weights, 235,200 multiply-adds, 9,633,792 weights if dense', () => {
  expect(costOf(geometry(32, 5), 3, 4, 1)).toEqual({
    weights: 300,
    biases: 4,
    multiplyAdds: 235_200,
    denseWeights: 9_633_792,
  });
});

test('g groups divide weights and multiply-adds by g', () => {
  const whole = costOf(geometry(8, 3), 4, 4, 1);
  const depthwise = costOf(geometry(8, 3), 4, 4, 4);
  expect(depthwise.weights).toBe(whole.weights / 4);
  expect(depthwise.multiplyAdds).toBe(whole.multiplyAdds / 4);
});

test('padding surrounds the matrix, and without it there is none', () => {
  expect(withPadding([1], { n: 1, p: 1 })).toEqual([null, null, null, null, 1, null, null, null, null]);
  expect(withPadding([1, 2, 3, 4], { n: 2, p: 0 })).toEqual([1, 2, 3, 4]);
});
