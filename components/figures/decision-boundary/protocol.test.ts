import { expect, test } from 'vitest';
import { ReplySchema } from './protocol';

test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY])('a frame with loss %d reaches the page', (loss) => {
  const backend = { name: 'cpu', adapter: '' };
  const frame = { type: 'frame', run: 1, backend, step: 3, loss, accuracy: 1, grid: new Float32Array(4) };
  expect(ReplySchema.parse(frame)).toEqual(frame);
});
