import { expect, test } from 'vitest';
import { greyColor, greyTextColor } from './cell-grid';
import { cellAfter, lineAt } from './cell-picker';

test('text on every grey has a contrast of 4.5:1', () => {
  for (let step = 0; step <= 20; step++) {
    const byte = Number(/\d+/.exec(greyColor(step / 20))?.[0]);
    const light = byte <= 10 ? byte / 3294.6 : ((byte / 255 + 0.055) / 1.055) ** 2.4;
    const contrast = greyTextColor(step / 20) === 'white' ? 1.05 / (light + 0.05) : (light + 0.05) / 0.05;
    expect(contrast, `grey ${byte}`).toBeGreaterThanOrEqual(4.5);
  }
});

test.each([
  ['ArrowRight', 2, 3],
  ['ArrowLeft', 3, 2],
  ['ArrowLeft', 0, 0],
  ['ArrowDown', 2, 5],
  ['ArrowDown', 4, 4],
  ['ArrowUp', 1, 1],
  ['Home', 4, 0],
  ['End', 1, 5],
  ['a', 1, null],
])('in two rows of three, %s leads from %i to %s', (key, at, to) => {
  expect(cellAfter(key, at, 2, 3)).toBe(to);
});

test('a place outside the grid belongs to the nearest cell', () => {
  expect([-5, 0, 9.9, 10, 99].map((x) => lineAt(x, 10, 3))).toEqual([0, 0, 0, 1, 2]);
});
