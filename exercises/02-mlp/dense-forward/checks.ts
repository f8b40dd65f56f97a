import type { Inputs } from '@/grading/checks/argument';
import { kernelBudget } from '@/grading/checks/budget';
import { asReference, callTask, check, repeat } from '@/grading/checks/cases';
import type { Check } from '@/grading/checks/check';
import { errors, tensorOf, zeros } from '@/grading/checks/errors';
import { gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import { encodeTensor, type TensorData } from '@/grading/tensor-data';
import { dense64 } from './reference64';

/** x, w and b for a batch of `n`, `i` inputs and `o` outputs. */
const layer =
  (n: number, i: number, o: number, scale = 1): Inputs =>
  (random) => [random.normal([n, i], scale), random.normal([i, o]), random.normal([o])];
const fresh: Inputs = (random) => {
  const [n, i, o] = random.extents(3, 2, 9) as [number, number, number];
  return layer(n, i, o)(random);
};
const outputShape = ([x, w]: readonly TensorData[]) => [x?.shape[0] ?? 0, w?.shape[1] ?? 0];

const identity = (size: number): TensorData => ({
  ...zeros([size, size]),
  values: Float32Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? 1 : 0)),
});

const unchanged: Check['plan'] = (random) =>
  repeat(2, random, (source, index) => {
    const size = 3 + index;
    const x = source.normal([2 + index, size]);
    const id = String(index);
    return {
      tasks: [callTask(id, 'dense', [x, identity(size), zeros([size])])],
      expectations: [
        {
          expect: 'equal',
          label: 'dense(X, I, 0)',
          actual: { output: id, path: [] },
          expected: { tensor: encodeTensor(x) },
          tolerance: 'forward',
          terms: size,
        },
      ],
    };
  });

const mix = (share: number, a: TensorData, b: TensorData): TensorData => ({
  ...a,
  values: Float32Array.from(a.values, (value, at) => share * value + (1 - share) * (b.values[at] as number)),
});

const affine = (random: Random, index: number) => {
  const [x, w, b] = fresh(random) as [TensorData, TensorData, TensorData];
  const other = random.normal(x.shape);
  const share = 0.25;
  const [first, second, mixed] = [`${index} x`, `${index} other`, `${index} mixed`] as const;
  return {
    tasks: [
      callTask(first, 'dense', [x, w, b]),
      callTask(second, 'dense', [other, w, b]),
      callTask(mixed, 'dense', [mix(share, x, other), w, b]),
    ],
    expectations: [
      {
        expect: 'equal' as const,
        label: 'dense(αX + (1−α)X′)',
        actual: { output: mixed, path: [] },
        expected: {
          combine: [
            { factor: share, of: { output: first, path: [] } },
            { factor: 1 - share, of: { output: second, path: [] } },
          ],
        },
        tolerance: 'forward' as const,
        terms: 10,
      },
    ],
  };
};

const tall: Check['plan'] = (random) =>
  repeat(3, random, (source, index) => {
    const sizes = [
      [7, 2, 5],
      [2, 8, 3],
      [5, 3, 9],
    ][index] as [number, number, number];
    const id = String(index);
    return {
      tasks: [callTask(id, 'dense', layer(...sizes)(source))],
      expectations: [asReference('Y', { output: id, path: [] }, 'forward', 8)],
    };
  });

const [x, w, b] = [zeros([2, 3]), zeros([3, 4]), zeros([4])];

/** Kits T, G and E with S1–S4 of exercise 6: 16 checks. */
export const checks: Check[] = [
  ...tensorForward({
    fn: 'dense',
    outputs: [{ label: 'Y', path: [], shape: outputShape }],
    shapes: [layer(2, 3, 4), layer(5, 2, 3), layer(3, 6, 2)],
    values: [layer(2, 2, 2), layer(3, 3, 3), layer(4, 4, 4)],
    one: [layer(1, 3, 2), layer(1, 1, 1)],
    fresh,
    terms: 10,
  }),
  ...gradients({
    fn: 'dense',
    outputs: [{ label: 'Y', path: [], shape: outputShape }],
    wrt: [
      { name: 'X', path: [0] },
      { name: 'W', path: [1] },
      { name: 'b', path: [2] },
    ],
    values: [layer(3, 3, 3), layer(4, 4, 4)],
    fresh,
    small: layer(4, 3, 5),
    stress: [layer(3, 4, 2, 1e3), layer(1, 1, 1, 1e-6)],
    forward64: dense64,
    terms: 10,
  }),
  ...errors(
    'dense',
    [
      {
        label: { en: 'a 1-D x', ko: '1차원 x' },
        args: [zeros([3]), w, b],
        accept: [{ name: 'TypeError', param: 'x' }],
      },
      {
        label: { en: 'a 2-D b', ko: '2차원 b' },
        args: [x, w, zeros([1, 4])],
        accept: [{ name: 'TypeError', param: 'b' }],
      },
      {
        label: { en: 'x [2, 3] with w [2, 4]', ko: 'x [2, 3]과 w [2, 4]' },
        args: [x, zeros([2, 4]), b],
        accept: [
          { name: 'RangeError', param: 'w' },
          { name: 'RangeError', param: 'x' },
        ],
      },
      {
        label: { en: 'w [3, 4] with b [3]', ko: 'w [3, 4]와 b [3]' },
        args: [x, w, zeros([3])],
        accept: [
          { name: 'RangeError', param: 'b' },
          { name: 'RangeError', param: 'w' },
        ],
      },
    ],
    [
      {
        label: { en: 'an int32 x', ko: 'int32인 x' },
        args: [zeros([2, 3], 'int32'), w, b],
        accept: [{ name: 'TypeError', param: 'x' }],
      },
      { label: { en: 'a number for w', ko: '숫자인 w' }, args: [x, 3, b], accept: [{ name: 'TypeError', param: 'w' }] },
      {
        label: { en: 'no b', ko: 'b 누락' },
        args: [x, w, { $undefined: true }],
        accept: [{ name: 'TypeError', param: 'b' }],
      },
      {
        label: { en: 'a 3-D w', ko: '3차원 w' },
        args: [x, zeros([1, 3, 4]), b],
        accept: [{ name: 'TypeError', param: 'w' }],
      },
      {
        label: { en: 'an empty x', ko: '빈 x' },
        args: [zeros([0, 3]), w, b],
        accept: [{ name: 'RangeError', param: 'x' }],
      },
      {
        label: { en: 'b of length 1', ko: '길이 1인 b' },
        args: [x, w, tensorOf([1], [1])],
        accept: [
          { name: 'RangeError', param: 'b' },
          { name: 'RangeError', param: 'w' },
        ],
      },
    ],
  ),
  check(
    'identity',
    'property',
    'public',
    { en: 'W = I and b = 0 change nothing', ko: 'W = I, b = 0이면 입력 그대로' },
    unchanged,
  ),
  check('affinity', 'property', 'hidden', { en: 'Affine in X', ko: 'X에 대한 아핀성' }, (random) =>
    repeat(3, random, affine),
  ),
  check('not-square', 'value', 'hidden', { en: 'No two extents alike', ko: '크기가 서로 다른 축' }, tall),
  check(
    'kernel-budget',
    'budget',
    'hidden',
    { en: 'At most 3 × the kernels of one matMul and add', ko: '커널 수는 matMul과 add의 3배 이내' },
    kernelBudget('dense', layer(64, 32, 48), 3),
    { requires: ['shape'] },
  ),
];
