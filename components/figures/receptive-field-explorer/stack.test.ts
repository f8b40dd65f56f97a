import { expect, test } from 'vitest';
import { fieldsOf, type Layer, litCells, STACKS, sidesFor, weightsOf } from './stack';

const conv = (k: number, s = 1, d = 1): Layer => ({ kind: 'conv', k, s, d });
const last = (layers: readonly Layer[]) => fieldsOf(layers).at(-1);

test.each([
  ['two3', 5, 1],
  ['one5', 5, 1],
  ['three3', 7, 1],
  ['one7', 7, 1],
  ['dilated', 15, 1],
  ['vgg', 196, 16],
] as const)('%s sees %i inputs, neighbours %i apart', (name, size, jump) => {
  expect(last(STACKS[name])).toMatchObject({ size, jump });
});

test('after its last pooling VGG-16 sees 212', () => {
  expect(last([...STACKS.vgg, { kind: 'pool', k: 2, s: 2, d: 1 }])?.size).toBe(212);
});

test('a stride widens the layers after it, not its own', () => {
  expect(last([conv(3, 2), conv(3)])?.size).toBe(7);
  expect(last([conv(3), conv(3, 2)])?.size).toBe(5);
});

const STACKS_TO_SWEEP = [
  ...Object.values(STACKS),
  [],
  [conv(3, 2, 3), conv(2), conv(5, 3)],
  [conv(1, 4), conv(3, 1, 8)],
];

test.each(STACKS_TO_SWEEP.map((layers) => [layers]))(
  'the cells that are lit reach as far as the formula says, %#',
  (layers) => {
    const fields = fieldsOf(layers);
    const { size, jump, start } = fields.at(-1) as (typeof fields)[number];
    for (const cell of [0, 3]) {
      const [input = []] = litCells(layers, cell);
      const [first, end] = [input[0] as number, input.at(-1) as number];
      expect(end - first + 1).toBe(size);
      expect((first + end) / 2).toBe(start + cell * jump);
    }
  },
);

test('the input has room for just what five outputs see', () => {
  const sides = sidesFor(STACKS.vgg, 5);
  expect(sides).toHaveLength(18);
  expect(sides[0]).toBe(196 + 4 * 16);
  expect(litCells(STACKS.vgg, 4)[0]?.at(-1)).toBe(259);
});

test('a dilated layer alone leaves gaps, three of them together none', () => {
  expect(litCells([conv(3, 1, 4)], 0)[0]).toEqual([0, 4, 8]);
  expect(litCells(STACKS.dilated, 0)[0]).toHaveLength(15);
});

test('with 64 channels two 3×3 have 73,728 weights, one 5×5 has 102,400, and pooling has none', () => {
  expect(weightsOf(STACKS.two3, 64)).toBe(73_728);
  expect(weightsOf(STACKS.one5, 64)).toBe(102_400);
  expect(weightsOf(STACKS.vgg, 1)).toBe(13 * 9);
});
