import { expect, test } from 'vitest';
import { STACKS } from './stack';
import { fieldInitial, fieldUrl, moved, withLayers } from './state';

test.each([fieldInitial, withLayers(fieldInitial, []), { layers: STACKS.vgg, cell: 4, down: 3, channels: 512 }])(
  'settings survive the way through the address',
  (state) => {
    expect(fieldUrl.parse(fieldUrl.format(state))).toEqual(state);
  },
);

test.each([
  '',
  'c3.1.1;5;1;64',
  'c3.1.1;0;2;64',
  'c3.1.1;0;1;65',
  'c3.1;0;1;64',
  'd3.1.1;0;1;64',
  'c12.1.1;0;1;64',
  'c3.0.1;0;1;64',
  'c3.1.9;0;1;64',
  'c3.1.1_;0;1;64',
  `${Array(19).fill('c1.1.1').join('_')};0;1;64`,
])('nonsense in the address is not taken: %s', (text) => {
  expect(fieldUrl.parse(text)).toBeNull();
});

test('a layer moves one place and never out of the stack', () => {
  const [a, b, c] = STACKS.dilated;
  expect(moved(STACKS.dilated, 0, 1)).toEqual([b, a, c]);
  expect(moved(STACKS.dilated, 2, 1)).toEqual([a, c, b]);
  expect(moved(STACKS.dilated, 0, -1)).toEqual(STACKS.dilated);
  expect(moved(STACKS.dilated, 2, 3)).toEqual(STACKS.dilated);
});

test('a new stack is followed down to the input', () => {
  expect(withLayers(fieldInitial, STACKS.vgg).down).toBe(17);
});
