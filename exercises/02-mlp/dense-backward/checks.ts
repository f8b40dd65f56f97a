import type { Inputs } from '@/grading/checks/argument';
import { agreesWithAutodiff, type Backward, backward } from '@/grading/checks/backward';
import { callTask, check } from '@/grading/checks/cases';
import type { Check } from '@/grading/checks/check';
import { errors, tensorOf, zeros } from '@/grading/checks/errors';
import { tensorForward } from '@/grading/checks/tensor-forward';
import { encodeTensor, type TensorData } from '@/grading/tensor-data';
import { dense64 } from './reference64';

/** dy, x and w for a batch of `n`, `i` inputs and `o` outputs. */
const layer =
  (n: number, i: number, o: number): Inputs =>
  (random) => [random.normal([n, o]), random.normal([n, i]), random.normal([i, o])];

/** The same with whole numbers, so that every element can be checked by hand. */
const wholeNumbers =
  (n: number, i: number, o: number): Inputs =>
  (random) =>
    layer(
      n,
      i,
      o,
    )(random).map((tensor) => ({ ...tensor, values: tensor.values.map((value) => Math.round(3 * value)) }));

const fresh: Inputs = (random) => {
  const [n, i, o] = random.extents(3, 2, 9) as [number, number, number];
  return layer(n, i, o)(random);
};

const forwardInputs = ([, x, w]: readonly TensorData[]) => [
  x as TensorData,
  w as TensorData,
  zeros([w?.shape[1] ?? 0]),
];

const kit: Backward = {
  fn: 'denseBackward',
  gradients: [
    { name: 'dx', argument: 0, batched: true },
    { name: 'dw', argument: 1, batched: false },
    { name: 'db', argument: 2, batched: false },
  ],
  upstream: 0,
  batchArguments: [0, 1],
  forwardInputs,
  forward64: dense64,
  values: [layer(2, 3, 4), layer(5, 4, 2)],
  fresh,
  small: layer(4, 3, 5),
  terms: 10,
};

const byHand: Check['plan'] = () => ({
  tasks: [
    callTask('call', 'denseBackward', [
      tensorOf([2, 2], [1, 0, -1, 2]),
      tensorOf([2, 3], [1, 2, 3, 4, 5, 6]),
      tensorOf([3, 2], [1, -1, 0, 2, 3, 1]),
    ]),
  ],
  expectations: (
    [
      ['dx', tensorOf([2, 3], [1, 0, 3, -3, 4, -1])],
      ['dw', tensorOf([3, 2], [-3, 8, -3, 10, -3, 12])],
      ['db', tensorOf([2], [0, 2])],
    ] as const
  ).map(([name, expected]) => ({
    expect: 'equal',
    label: name,
    actual: { output: 'call', path: [name] },
    expected: { tensor: encodeTensor(expected) },
    tolerance: 'gradient',
    terms: 3,
  })),
});

const [dy, x, w] = [zeros([2, 4]), zeros([2, 3]), zeros([3, 4])];

/** Kits T, B and E with S1 and S2 of exercise 7: 16 checks. */
export const checks: Check[] = [
  ...tensorForward({
    fn: 'denseBackward',
    outputs: kit.gradients.map(({ name, argument }) => ({
      label: name,
      path: [name],
      shape: (inputs: readonly TensorData[]) => [...(forwardInputs(inputs)[argument]?.shape ?? [])],
    })),
    shapes: [layer(2, 3, 4), layer(5, 2, 3), layer(3, 6, 2)],
    values: [wholeNumbers(2, 2, 2), wholeNumbers(3, 3, 3), wholeNumbers(4, 4, 4)],
    one: [layer(1, 3, 2), layer(1, 1, 1)],
    fresh,
    terms: 10,
    tolerance: 'gradient',
  }),
  ...backward(kit),
  ...errors(
    'denseBackward',
    [
      {
        label: { en: 'a 1-D dy', ko: '1차원 dy' },
        args: [zeros([4]), x, w],
        accept: [{ name: 'TypeError', param: 'dy' }],
      },
      {
        label: { en: 'dy [3, 4] with x [2, 3]', ko: 'dy [3, 4]와 x [2, 3]' },
        args: [zeros([3, 4]), x, w],
        accept: [
          { name: 'RangeError', param: 'dy' },
          { name: 'RangeError', param: 'x' },
        ],
      },
      {
        label: { en: 'dy [2, 5] with w [3, 4]', ko: 'dy [2, 5]와 w [3, 4]' },
        args: [zeros([2, 5]), x, w],
        accept: [
          { name: 'RangeError', param: 'dy' },
          { name: 'RangeError', param: 'w' },
        ],
      },
    ],
    [
      {
        label: { en: 'x [2, 5] with w [3, 4]', ko: 'x [2, 5]와 w [3, 4]' },
        args: [dy, zeros([2, 5]), w],
        accept: [
          { name: 'RangeError', param: 'x' },
          { name: 'RangeError', param: 'w' },
        ],
      },
      {
        label: { en: 'a 1-D w', ko: '1차원 w' },
        args: [dy, x, zeros([4])],
        accept: [{ name: 'TypeError', param: 'w' }],
      },
      {
        label: { en: 'no x', ko: 'x 누락' },
        args: [dy, { $undefined: true }, w],
        accept: [{ name: 'TypeError', param: 'x' }],
      },
      {
        label: { en: 'an empty batch', ko: '빈 배치' },
        args: [zeros([0, 4]), zeros([0, 3]), w],
        accept: [
          { name: 'RangeError', param: 'dy' },
          { name: 'RangeError', param: 'x' },
        ],
      },
    ],
  ),
  check('by-hand', 'backward', 'public', { en: 'A case worked by hand', ko: '손으로 계산한 예' }, byHand),
  check(
    'autodiff',
    'backward',
    'hidden',
    { en: 'Equals automatic differentiation', ko: '자동 미분과 일치' },
    agreesWithAutodiff(kit, 'dense', 5),
    { requires: ['backward-shape'] },
  ),
];
