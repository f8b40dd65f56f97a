import type { Inputs } from '@/grading/checks/argument';
import { agreesWithAutodiff, type Backward, backward } from '@/grading/checks/backward';
import { callTask, check, constant, equal, outputOf, repeat } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { errors, tensorOf, zeros } from '@/grading/checks/errors';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { linearMse64 } from './reference64';

type Args = readonly [TensorData, TensorData, TensorData, TensorData];

/** x, y, w and b for `n` examples of `d` features. */
const data =
  (n: number, d: number): Inputs<Args> =>
  (random) => [random.normal([n, d]), random.normal([n]), random.normal([d]), random.normal([])];
const fresh: Inputs<Args> = (random) => {
  const [n, d] = random.extents(2, 2, 9) as [number, number];
  return data(n, d)(random);
};

const kit: Backward<Args, Args> = {
  fn: 'linearGrads',
  gradients: [
    { name: 'dw', argument: 2, batched: false },
    { name: 'db', argument: 3, batched: false },
  ],
  upstream: null,
  batchArguments: [0, 1],
  forwardInputs: (args) => args,
  forward64: linearMse64,
  values: [data(2, 3), data(5, 4)],
  fresh,
  small: data(4, 3),
  terms: 10,
  // The mean couples the examples: two other properties take the place of additivity.
  without: ['batch-additivity'],
};
const NAMES = ['dw', 'db'];
const each = (make: (name: string) => Plan['expectations'][number]) => NAMES.map(make);

const twice = (tensor: TensorData): TensorData => ({
  ...tensor,
  shape: [2 * (tensor.shape[0] as number), ...tensor.shape.slice(1)],
  values: Float32Array.from([...tensor.values, ...tensor.values]),
});

const affineInTargets = (random: Random, index: number): Plan => {
  const [x, y, w, b] = fresh(random);
  const other = random.normal(y.shape);
  const mixed = { ...y, values: y.values.map((value, i) => 2 * value - (other.values[i] as number)) };
  const ids = ['y₁', 'y₂', '2·y₁ − y₂'].map((name) => `${index} ${name}`) as [string, string, string];
  return {
    tasks: [y, other, mixed].map((targets, i) => callTask(ids[i] as string, 'linearGrads', [x, targets, w, b])),
    expectations: each((name) =>
      equal(
        `${name}(2·y₁ − y₂)`,
        outputOf(ids[2], [name]),
        {
          combine: [
            { factor: 2, of: outputOf(ids[0], [name]) },
            { factor: -1, of: outputOf(ids[1], [name]) },
          ],
        },
        'gradient',
        10,
      ),
    ),
  };
};

const dataTwice = (random: Random, index: number): Plan => {
  const [x, y, w, b] = fresh(random);
  const [once, again] = [`${index} once`, `${index} twice`];
  return {
    tasks: [callTask(once, 'linearGrads', [x, y, w, b]), callTask(again, 'linearGrads', [twice(x), twice(y), w, b])],
    expectations: each((name) =>
      equal(`${name} of the data twice`, outputOf(again, [name]), outputOf(once, [name]), 'gradient', 10),
    ),
  };
};

const known =
  (args: Args, dw: readonly number[], db: number): Check['plan'] =>
  () => ({
    tasks: [callTask('call', 'linearGrads', args)],
    expectations: [
      equal('dw', outputOf('call', ['dw']), constant(tensorOf([dw.length], dw)), 'gradient', 4),
      equal('db', outputOf('call', ['db']), constant(tensorOf([], [db])), 'gradient', 4),
    ],
  });

const [x, y, w, b] = [zeros([3, 2]), zeros([3]), zeros([2]), zeros([])];

/** Kits T, B and E with S1–S3 of exercise 4: 17 checks. */
export const checks: Check[] = [
  ...tensorForward<Args>({
    fn: 'linearGrads',
    outputs: [
      { label: 'dw', path: ['dw'], shape: ([, , weights]) => [...weights.shape] },
      { label: 'db', path: ['db'], shape: () => [] },
    ],
    shapes: [data(2, 3), data(5, 2), data(3, 6)],
    values: [data(2, 2), data(3, 2), data(4, 3)],
    one: [data(1, 3), data(1, 1)],
    fresh,
    terms: 10,
    tolerance: 'gradient',
  }),
  ...backward(kit),
  check(
    'affine-in-targets',
    'property',
    'public',
    { en: 'Affine in the targets', ko: '정답에 대한 아핀성' },
    (random) => repeat(2, random, affineInTargets),
    { requires: ['backward-shape'] },
  ),
  check(
    'data-twice',
    'property',
    'public',
    { en: 'The same data twice has the same gradients', ko: '같은 데이터를 두 번 넣어도 기울기는 같음' },
    (random) => repeat(2, random, dataTwice),
    { requires: ['backward-shape'] },
  ),
  ...errors(
    'linearGrads',
    [
      {
        label: { en: 'a 1-D x', ko: '1차원 x' },
        args: [zeros([3]), y, w, b],
        accept: [{ name: 'TypeError', param: 'x' }],
      },
      {
        label: { en: 'y of length 2 with 3 examples', ko: '예시 3개에 길이 2인 y' },
        args: [x, zeros([2]), w, b],
        accept: [
          { name: 'RangeError', param: 'y' },
          { name: 'RangeError', param: 'x' },
        ],
      },
    ],
    [
      {
        label: { en: 'w of length 3 with 2 features', ko: '특징 2개에 길이 3인 w' },
        args: [x, y, zeros([3]), b],
        accept: [
          { name: 'RangeError', param: 'w' },
          { name: 'RangeError', param: 'x' },
        ],
      },
      {
        label: { en: 'a number in place of b', ko: 'b 자리에 숫자' },
        args: [x, y, w, 0],
        accept: [{ name: 'TypeError', param: 'b' }],
      },
      {
        label: { en: 'a 2-D y', ko: '2차원 y' },
        args: [x, zeros([3, 1]), w, b],
        accept: [{ name: 'TypeError', param: 'y' }],
      },
      {
        label: { en: 'a 2-D w', ko: '2차원 w' },
        args: [x, y, zeros([2, 1]), b],
        accept: [{ name: 'TypeError', param: 'w' }],
      },
      {
        label: { en: 'no examples', ko: '예시 없음' },
        args: [zeros([0, 2]), zeros([0]), w, b],
        accept: [
          { name: 'RangeError', param: 'x' },
          { name: 'RangeError', param: 'y' },
        ],
      },
    ],
  ),
  check(
    'by-hand',
    'backward',
    'public',
    { en: 'A case worked by hand', ko: '손으로 계산한 예' },
    known([tensorOf([2, 1], [1, 2]), tensorOf([2], [2, 4]), zeros([1]), zeros([])], [-10], -6),
  ),
  check(
    'least-squares',
    'backward',
    'public',
    { en: 'Zero at the least-squares solution', ko: '최소제곱해에서는 0' },
    known([tensorOf([3, 1], [0, 1, 2]), tensorOf([3], [0, 3, 3]), tensorOf([1], [1.5]), tensorOf([], [0.5])], [0], 0),
  ),
  check(
    'autodiff',
    'backward',
    'hidden',
    { en: 'Equals automatic differentiation', ko: '자동 미분과 일치' },
    agreesWithAutodiff(kit, 'linearMse', 5),
    { requires: ['backward-shape'] },
  ),
];
