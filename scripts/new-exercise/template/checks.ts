import type { Inputs } from '@/grading/checks/argument';
import type { Check } from '@/grading/checks/check';
import { errors, zeros } from '@/grading/checks/errors';
import { gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { TensorData } from '@/grading/tensor-data';
import { template64 } from './reference64';

const matrix =
  (n: number, d: number): Inputs =>
  (random) => [random.normal([n, d])];
const fresh: Inputs = (random) => {
  const [n, d] = random.extents(2, 2, 9) as [number, number];
  return matrix(n, d)(random);
};
const outputShape = ([x]: readonly TensorData[]) => [...(x?.shape ?? [])];

export const checks: Check[] = [
  ...tensorForward({
    fn: 'template',
    outputs: [{ label: 'Y', path: [], shape: outputShape }],
    shapes: [matrix(2, 3), matrix(5, 2), matrix(3, 6)],
    values: [matrix(2, 3), matrix(4, 3)],
    one: [matrix(1, 4)],
    fresh,
    terms: 1,
  }),
  ...gradients({
    fn: 'template',
    outputs: [{ label: 'Y', path: [], shape: outputShape }],
    wrt: [{ name: 'X', path: [0] }],
    values: [matrix(2, 3), matrix(4, 3)],
    fresh,
    small: matrix(3, 4),
    stress: [matrix(1, 1)],
    forward64: template64,
    terms: 1,
  }),
  ...errors(
    'template',
    [
      {
        label: { en: 'a 1-D x', ko: '1차원 x' },
        args: [zeros([3])],
        accept: [{ name: 'TypeError', param: 'x' }],
      },
    ],
    [
      {
        label: { en: 'an empty x', ko: '빈 x' },
        args: [zeros([0, 3])],
        accept: [{ name: 'RangeError', param: 'x' }],
      },
    ],
  ),
];
