import { expect, test } from 'vitest';
import { callTask } from '@/grading/checks/cases';
import { drawAgain, mulberry32 } from '@/grading/random';
import { decodeTensor, encodeTensor } from '@/grading/tensor-data';
import { findDraw, seedsIn } from './find-draw';

/** Normal numbers as a net's start draws them, `before` others first. */
function start(seed: number, before: number, scale: number) {
  const rng = mulberry32(seed);
  for (let i = 0; i < before; i++) rng();
  const values = Float32Array.from({ length: 72 }, () => {
    const radius = Math.sqrt(-2 * Math.log(1 - rng()));
    return scale * radius * Math.cos(2 * Math.PI * rng());
  });
  return encodeTensor({ dtype: 'float32', shape: [3, 3, 1, 8], values });
}

test.each([
  ['at the beginning', 0, Math.SQRT2 / 3],
  ['after others', 144, Math.sqrt(2 / 27)],
  ['at an odd place', 1001, 1],
])('a tensor that a source draws %s is drawn again to the last bit', (_where, before, scale) => {
  const tensor = start(5, before, scale);
  const draw = findDraw(tensor, [4, 5]);
  expect(draw && encodeTensor(drawAgain(tensor.shape, draw))).toEqual(tensor);
});

test('what another source draws, or is one bit off, is not found', () => {
  expect(findDraw(start(5, 0, 1), [6])).toBeUndefined();
  const near = decodeTensor(start(5, 0, 1));
  const bits = new Uint32Array(near.values.buffer);
  bits[40] = (bits[40] as number) ^ 1;
  expect(findDraw(encodeTensor(near), [5])).toBeUndefined();
});

test('seeds are found wherever they stand in the arguments', () => {
  expect(seedsIn([callTask('a', 'f', [{ $rng: 3 }, [{ x: { $rng: 8 } }], 7])])).toEqual([3, 8]);
});
