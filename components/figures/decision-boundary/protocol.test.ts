import { expect, test } from 'vitest';
import { ReplySchema } from './protocol';

test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY])('a frame with loss %d reaches the page', (loss) => {
  const backend = { name: 'cpu', adapter: '' };
  const drawn = { grid: new Float32Array(4), units: new Float32Array(0) };
  const frame = { type: 'frame', run: 1, backend, step: 3, loss, accuracy: 1, ...drawn };
  expect(ReplySchema.parse(frame)).toEqual(frame);
});
