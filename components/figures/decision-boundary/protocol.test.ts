import { expect, test } from 'vitest';
import { FrameSchema } from './protocol';

const frame = {
  run: 1,
  backend: { name: 'cpu', adapter: '' },
  step: 3,
  loss: 0.5,
  accuracy: 1,
  grid: new Float32Array(4),
  units: new Float32Array(0),
};

test('a frame comes through whole', () => {
  expect(FrameSchema.parse(frame)).toEqual(frame);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])(
  'a frame of loss %d is refused: the training has diverged',
  (loss) => {
    expect(FrameSchema.safeParse({ ...frame, loss }).success).toBe(false);
  },
);
