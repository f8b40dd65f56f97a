import type { Inputs } from '@/grading/checks/argument';
import { agreesWithAutodiff, type Backward, backward } from '@/grading/checks/backward';
import { asReference, callTask, check, constant, each, equal, outputOf, repeat } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { errors, tensorOf, zeros } from '@/grading/checks/errors';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { crossEntropy64 } from './reference64';

type Args = readonly [TensorData, TensorData];

/** Rows of positive shares that sum to 1. */
function distributions(random: Random, n: number, k: number): TensorData {
  const shares = random.uniform([n, k], 0.05, 1);
  const values = shares.values.map((share, i) => {
    const row = Array.from(shares.values.subarray(Math.floor(i / k) * k, (Math.floor(i / k) + 1) * k));
    return share / row.reduce((sum, value) => sum + value, 0);
  });
  return { ...shares, values };
}
function oneHot(random: Random, n: number, k: number): TensorData {
  const values = new Float32Array(n * k);
  for (let row = 0; row < n; row++) values[row * k + random.integer(0, k - 1)] = 1;
  return { dtype: 'float32', shape: [n, k], values };
}

/** Logits and targets of `n` examples and `k` classes. */
const data =
  (n: number, k: number, targets = distributions, scale = 2): Inputs<Args> =>
  (random) => [random.normal([n, k], scale), targets(random, n, k)];
const fresh: Inputs<Args> = (random) => {
  const [n, k] = random.extents(2, 2, 9) as [number, number];
  return data(n, k, random.next() < 0.5 ? oneHot : distributions)(random);
};

const kit: Backward<Args, Args> = {
  fn: 'softmaxCrossEntropy',
  gradients: [{ name: 'dz', argument: 0, batched: true }],
  upstream: null,
  batchArguments: [0, 1],
  forwardInputs: (args) => args,
  forward64: crossEntropy64,
  values: [data(3, 4), data(5, 3, oneHot)],
  fresh,
  small: data(4, 5),
  terms: 10,
  // The mean couples the examples: batches average, and dz is affine in the targets.
  without: ['batch-additivity'],
};

const rows = (tensor: TensorData, from: number, to: number): TensorData => {
  const inner = tensor.shape[1] as number;
  return { ...tensor, shape: [to - from, inner], values: tensor.values.slice(from * inner, to * inner) };
};

const affineInTargets = (random: Random, index: number): Plan => {
  const [z, t] = data(3, 4)(random);
  const other = distributions(random, 3, 4);
  const share = 0.25;
  const mixed = {
    ...t,
    values: t.values.map((value, i) => share * value + (1 - share) * (other.values[i] as number)),
  };
  const ids = ['t₁', 't₂', '¼t₁ + ¾t₂'].map((name) => `${index} ${name}`) as [string, string, string];
  return {
    tasks: [t, other, mixed].map((targets, i) => callTask(ids[i] as string, 'softmaxCrossEntropy', [z, targets])),
    expectations: [
      equal(
        'dz(¼t₁ + ¾t₂)',
        outputOf(ids[2], ['dz']),
        {
          combine: [
            { factor: share, of: outputOf(ids[0], ['dz']) },
            { factor: 1 - share, of: outputOf(ids[1], ['dz']) },
          ],
        },
        'gradient',
        10,
      ),
    ],
  };
};

const batchesAverage = (random: Random, index: number): Plan => {
  const [z, t] = data(5, 3)(random);
  const parts: Args[] = [
    [rows(z, 0, 2), rows(t, 0, 2)],
    [rows(z, 2, 5), rows(t, 2, 5)],
  ];
  const id = (name: string) => `${index} ${name}`;
  return {
    tasks: [
      callTask(id('all'), 'softmaxCrossEntropy', [z, t]),
      ...parts.map((part, i) => callTask(id(String(i)), 'softmaxCrossEntropy', part)),
    ],
    expectations: [
      equal(
        'loss(A, B)',
        outputOf(id('all'), ['loss']),
        {
          combine: [
            { factor: 0.4, of: outputOf(id('0'), ['loss']) },
            { factor: 0.6, of: outputOf(id('1'), ['loss']) },
          ],
        },
        'forward',
        10,
      ),
      equal(
        'dz(A, B)',
        outputOf(id('all'), ['dz']),
        {
          concat: [
            { combine: [{ factor: 0.4, of: outputOf(id('0'), ['dz']) }] },
            { combine: [{ factor: 0.6, of: outputOf(id('1'), ['dz']) }] },
          ],
        },
        'gradient',
        10,
      ),
    ],
  };
};

const uniform: Check['plan'] = (random) => ({
  tasks: [2, 5, 10].map((k) => callTask(String(k), 'softmaxCrossEntropy', [zeros([3, k]), oneHot(random, 3, k)])),
  expectations: [2, 5, 10].map((k) =>
    equal('loss', outputOf(String(k), ['loss']), constant(tensorOf([], [Math.log(k)])), 'forward', 10),
  ),
});

/** A class that is 1000, or 2000, behind: its probability is 0 in float32, its logarithm is not. */
const largeLogits: Check['plan'] = () => {
  const cases: [TensorData, TensorData, number][] = [
    [tensorOf([1, 2], [1000, -1000]), tensorOf([1, 2], [0.5, 0.5]), 1000],
    [tensorOf([2, 2], [0, 1000, 1000, 0]), tensorOf([2, 2], [1, 0, 1, 0]), 500],
    [tensorOf([1, 3], [-1000, -1000, -1000]), tensorOf([1, 3], [0, 1, 0]), Math.log(3)],
  ];
  return {
    tasks: cases.map(([z, t], i) => callTask(String(i), 'softmaxCrossEntropy', [z, t])),
    expectations: cases.flatMap(([, , loss], i) => [
      equal('loss', outputOf(String(i), ['loss']), constant(tensorOf([], [loss])), 'forward', 10),
      { expect: 'finite' as const, label: 'dz', actual: outputOf(String(i), ['dz']) },
    ]),
  };
};

const rowsSumToZero = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, 'softmaxCrossEntropy', args)],
  expectations: [
    equal(
      'Σₖ dz',
      { sum: outputOf(id, ['dz']), axis: 1 },
      constant(zeros([args[0].shape[0] as number])),
      'gradient',
      10,
    ),
  ],
});

const both = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, 'softmaxCrossEntropy', args)],
  expectations: [
    asReference('loss', outputOf(id, ['loss']), 'forward', 10),
    asReference('dz', outputOf(id, ['dz']), 'gradient', 10),
  ],
});

/** With t = softmax(z) the gradient is 0; with the classes of t swapped it is not. */
const zeroAtTarget: Check['plan'] = () => {
  const z = tensorOf([1, 2], [0, Math.log(3)]);
  return {
    tasks: [
      callTask('equal', 'softmaxCrossEntropy', [z, tensorOf([1, 2], [0.25, 0.75])]),
      callTask('swapped', 'softmaxCrossEntropy', [z, tensorOf([1, 2], [0.75, 0.25])]),
    ],
    expectations: [
      equal('dz', outputOf('equal', ['dz']), constant(zeros([1, 2])), 'gradient', 10),
      equal('dz', outputOf('swapped', ['dz']), constant(tensorOf([1, 2], [-0.5, 0.5])), 'gradient', 10),
    ],
  };
};

const [z, t] = [zeros([2, 3]), tensorOf([2, 3], [1, 0, 0, 0, 0.5, 0.5])];

/** Kits T, B and E with S1–S5 of exercise 10, and autodiff. */
export const checks: Check[] = [
  ...tensorForward<Args>({
    fn: 'softmaxCrossEntropy',
    outputs: [
      { label: 'loss', path: ['loss'], shape: () => [] },
      { label: 'dz', path: ['dz'], shape: ([logits]) => [...logits.shape] },
    ],
    shapes: [data(2, 3), data(5, 2), data(3, 6)],
    values: [data(2, 3), data(4, 4), data(3, 5, oneHot)],
    one: [data(1, 3), data(1, 1), data(4, 1)],
    fresh,
    terms: 10,
    tolerance: 'gradient',
  }),
  ...backward(kit),
  check(
    'affine-in-targets',
    'property',
    'public',
    { en: 'The gradient is affine in the targets', ko: '정답에 대한 기울기의 아핀성' },
    (random) => repeat(2, random, affineInTargets),
    { requires: ['backward-shape'] },
  ),
  check(
    'batches-average',
    'property',
    'public',
    { en: 'Batches average', ko: '배치의 가중 평균' },
    (random) => repeat(2, random, batchesAverage),
    { requires: ['backward-shape'] },
  ),
  ...errors(
    'softmaxCrossEntropy',
    [
      { label: { en: 'a 1-D z', ko: '1차원 z' }, args: [zeros([3]), t], accept: [{ name: 'TypeError', param: 'z' }] },
      {
        label: { en: 't [3, 2] with z [2, 3]', ko: 't [3, 2]와 z [2, 3]' },
        args: [z, tensorOf([3, 2], [1, 0, 1, 0, 1, 0])],
        accept: [
          { name: 'RangeError', param: 't' },
          { name: 'RangeError', param: 'z' },
        ],
      },
      {
        label: { en: 'a row of t that sums to 2', ko: '합이 2인 t의 행' },
        args: [z, tensorOf([2, 3], [1, 0, 0, 1, 0.5, 0.5])],
        accept: [{ name: 'RangeError', param: 't' }],
      },
    ],
    [
      {
        label: { en: 'a negative target', ko: '음수인 정답' },
        args: [z, tensorOf([2, 3], [1, 0, 0, -0.5, 1, 0.5])],
        accept: [{ name: 'RangeError', param: 't' }],
      },
      {
        label: { en: 'labels instead of distributions', ko: '분포 대신 레이블' },
        args: [z, { ...zeros([2], 'int32') }],
        accept: [{ name: 'TypeError', param: 't' }],
      },
      {
        label: { en: 'int32 targets', ko: 'int32인 정답' },
        args: [z, tensorOf([2, 3], [1, 0, 0, 0, 1, 0], 'int32')],
        accept: [{ name: 'TypeError', param: 't' }],
      },
      {
        label: { en: 'no examples', ko: '예시 없음' },
        args: [zeros([0, 3]), zeros([0, 3])],
        accept: [
          { name: 'RangeError', param: 'z' },
          { name: 'RangeError', param: 't' },
        ],
      },
    ],
  ),
  check('uniform', 'value', 'public', { en: 'Equal logits cost ln K', ko: '로짓이 모두 같으면 손실은 ln K' }, uniform, {
    requires: ['shape'],
  }),
  check('large-logits', 'value', 'public', { en: 'Logits of ±1000', ko: '±1000인 로짓' }, largeLogits, {
    requires: ['shape'],
  }),
  check(
    'rows-sum-to-zero',
    'property',
    'public',
    { en: 'Rows of dz sum to 0', ko: 'dz의 각 행의 합은 0' },
    each<Args>([data(3, 4), data(4, 2, oneHot)], rowsSumToZero),
    { requires: ['shape'] },
  ),
  check(
    'soft-targets',
    'value',
    'hidden',
    { en: 'Soft targets', ko: '부드러운 정답' },
    each<Args>([data(4, 6), data(2, 9)], both),
    { requires: ['shape'] },
  ),
  check(
    'zero-at-target',
    'backward',
    'hidden',
    { en: 'dz is 0 exactly where p = t', ko: 'p = t일 때만 dz는 0' },
    zeroAtTarget,
    { requires: ['shape'] },
  ),
  check(
    'autodiff',
    'backward',
    'hidden',
    { en: 'Equals automatic differentiation', ko: '자동 미분과 일치' },
    agreesWithAutodiff(kit, 'crossEntropy', 5),
    { requires: ['backward-shape'] },
  ),
];
