import type { Inputs } from '@/grading/checks/argument';
import { callTask, check, constant, each, equal, outputOf, vjpTask } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { errors, tensorOf, zeros } from '@/grading/checks/errors';
import type { Expectation } from '@/grading/checks/expectation';
import { gradientLabel, gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { crossEntropy64 } from './reference64';

type Args = readonly [TensorData, TensorData];
type Targets = (random: Random, n: number, k: number) => TensorData;

const NAMES = ['crossEntropy', 'entropy', 'kl', 'nll'] as const;
type Report = Partial<Record<(typeof NAMES)[number], number>>;

/** Shares as rows that sum to 1. */
const normalized = (n: number, k: number, shares: readonly number[]): TensorData =>
  tensorOf(
    [n, k],
    shares.map((share, i) => {
      const from = i - (i % k);
      return share / shares.slice(from, from + k).reduce((sum, other) => sum + other, 0);
    }),
  );
const soft: Targets = (random, n, k) => normalized(n, k, Array.from(random.uniform([n, k], 0.05, 1).values));
const oneHot: Targets = (random, n, k) => {
  const values = new Float32Array(n * k);
  for (let row = 0; row < n; row++) values[row * k + random.integer(0, k - 1)] = 1;
  return tensorOf([n, k], [...values]);
};

/** Targets and logits of `n` examples and `k` classes. */
const data =
  (n: number, k: number, targets = soft): Inputs<Args> =>
  (random) => [targets(random, n, k), random.normal([n, k], 2)];
const fresh: Inputs<Args> = (random) => {
  const [n, k] = random.extents(2, 2, 9) as [number, number];
  return data(n, k, random.next() < 0.5 ? oneHot : soft)(random);
};
const outputs = NAMES.map((label) => ({ label, path: [label], shape: () => [] }));
const of = (id: string, name: (typeof NAMES)[number]) => outputOf(id, [name]);

/** Cases with what is due of them. */
const known =
  (cases: (random: Random) => readonly (readonly [Args, Report])[]): Check['plan'] =>
  (random) => {
    const all = cases(random);
    return {
      tasks: all.map(([args], i) => callTask(String(i), 'nllReport', args)),
      expectations: all.flatMap(([, report], i) =>
        NAMES.flatMap((name): Expectation[] => {
          const due = report[name];
          if (due === undefined) return [];
          return [equal(name, of(String(i), name), constant(tensorOf([], [due])), 'forward', 10)];
        }),
      ),
    };
  };

/** Both sides on the left, so that whichever is wrong shows: the two must cancel. */
const cancels = (label: string, terms: readonly (readonly [number, (typeof NAMES)[number]])[], id: string) =>
  equal(
    label,
    { combine: terms.map(([factor, name]) => ({ factor, of: of(id, name) })) },
    constant(zeros([])),
    'gradient',
    10,
  );
const parts = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, 'nllReport', args)],
  expectations: [
    cancels(
      'entropy + kl − crossEntropy',
      [
        [1, 'entropy'],
        [1, 'kl'],
        [-1, 'crossEntropy'],
      ],
      id,
    ),
  ],
});
const sumIsMean = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, 'nllReport', args)],
  expectations: [
    cancels(
      'nll − N·crossEntropy',
      [
        [1, 'nll'],
        [-(args[1].shape[0] as number), 'crossEntropy'],
      ],
      id,
    ),
  ],
});

/** The probabilities of a row of logits in double precision. */
const softmax64 = (row: readonly number[]): number[] => {
  const powers = row.map((logit) => Math.exp(logit - Math.max(...row)));
  return powers.map((power) => power / powers.reduce((sum, other) => sum + other, 0));
};
const rowsOf = ({ shape, values }: TensorData): number[][] => {
  const [n, k] = shape as [number, number];
  return Array.from({ length: n }, (_, row) => Array.from(values.slice(row * k, (row + 1) * k)));
};

/** With certain targets there is nothing but KL, and nll is the log-likelihood of the labels with its sign changed. */
const certain = known((random) =>
  [data(2, 3, oneHot), data(5, 4, oneHot), data(4, 2, oneHot)].map((make) => {
    const [t, z] = make(random);
    const labels = rowsOf(t).map((row) => row.indexOf(1));
    const nll = rowsOf(z).reduce((sum, row, n) => sum - Math.log(softmax64(row)[labels[n] as number] as number), 0);
    const mean = nll / labels.length;
    return [[t, z], { entropy: 0, crossEntropy: mean, kl: mean, nll }] as const;
  }),
);

/** Classes that are 1000 or 2000 behind: their probability is 0 in float32, their logarithm is not. */
const largeLogits = known(() => [
  [
    [tensorOf([1, 2], [0.5, 0.5]), tensorOf([1, 2], [1000, -1000])],
    { crossEntropy: 1000, entropy: Math.LN2, kl: 1000 - Math.LN2, nll: 1000 },
  ],
  [
    [tensorOf([2, 2], [1, 0, 1, 0]), tensorOf([2, 2], [0, 1000, 1000, 0])],
    { crossEntropy: 500, entropy: 0, kl: 500, nll: 1000 },
  ],
  [
    [tensorOf([2, 3], [0.25, 0.5, 0.25, 0, 0, 1]), tensorOf([2, 3], [-1000, -1000, 0, -1000, -1000, -1000])],
    {
      crossEntropy: 375 + Math.log(3) / 2,
      entropy: 0.75 * Math.LN2,
      kl: 375 + Math.log(3) / 2 - 0.75 * Math.LN2,
      nll: 750 + Math.log(3),
    },
  ],
]);

/** A model that is right: nothing is left but what nobody can avoid. */
const rightModel = known((random) =>
  [data(2, 3), data(5, 4)].map((make) => {
    const [, z] = make(random);
    const t = tensorOf(z.shape, rowsOf(z).flatMap(softmax64));
    const shares = Array.from(t.values);
    const entropy = shares.reduce((sum, share) => sum - share * Math.log(share), 0) / (z.shape[0] as number);
    return [[t, z], { kl: 0, entropy, crossEntropy: entropy }] as const;
  }),
);

/** Both are (softmax(z) − t)/N: the entropy of the targets has no part in it. */
const sameGradient = (args: Args, id: string): Plan => {
  const [t, z] = args;
  const rows = z.shape[0] as number;
  const due = rowsOf(z)
    .flatMap(softmax64)
    .map((share, i) => (share - (t.values[i] as number)) / rows);
  const tasks = (['crossEntropy', 'kl'] as const).map((name) =>
    vjpTask(`${id} ${name}`, 'nllReport', args, [[1]], tensorOf([], [1]), [name]),
  );
  return {
    tasks,
    expectations: [gradientLabel('z'), gradientLabel('z', 'kl')].map((label, i) =>
      equal(label, { gradient: tasks[i]?.id as string, index: 0 }, constant(tensorOf(z.shape, due)), 'gradient', 10),
    ),
  };
};

const [t, z] = [tensorOf([2, 3], [1, 0, 0, 0, 0.5, 0.5]), zeros([2, 3])];

/** Kits T, G and E with S1–S6 of exercise 19: 18 checks. */
export const checks: Check[] = [
  ...tensorForward<Args>({
    fn: 'nllReport',
    outputs,
    shapes: [data(2, 3), data(5, 2), data(3, 6)],
    values: [data(2, 3), data(4, 4), data(3, 5, oneHot)],
    one: [data(1, 3), data(1, 1), data(4, 1)],
    fresh,
    terms: 10,
  }),
  ...gradients<Args>({
    fn: 'nllReport',
    outputs: outputs.slice(0, 1),
    wrt: [{ name: 'z', path: [1] }],
    values: [data(3, 4), data(5, 3, oneHot)],
    fresh,
    small: data(4, 5),
    stress: [
      () => [tensorOf([2, 2], [1, 0, 0.5, 0.5]), tensorOf([2, 2], [-1000, 1000, 1000, -1000])],
      () => [t, z],
      () => [tensorOf([1, 1], [1]), tensorOf([1, 1], [3])],
    ],
    forward64: crossEntropy64,
    terms: 10,
  }),
  ...errors(
    'nllReport',
    [
      { label: { en: 'a 1-D z', ko: '1차원 z' }, args: [t, zeros([3])], accept: [{ name: 'TypeError', param: 'z' }] },
      {
        label: { en: 't [3, 2] with z [2, 3]', ko: 't [3, 2]와 z [2, 3]' },
        args: [tensorOf([3, 2], [1, 0, 1, 0, 1, 0]), z],
        accept: [
          { name: 'RangeError', param: 't' },
          { name: 'RangeError', param: 'z' },
        ],
      },
      {
        label: { en: 'a row of t that sums to 2', ko: '합이 2인 t의 행' },
        args: [tensorOf([2, 3], [1, 0, 0, 1, 0.5, 0.5]), z],
        accept: [{ name: 'RangeError', param: 't' }],
      },
    ],
    [
      {
        label: { en: 'a negative target', ko: '음수인 정답' },
        args: [tensorOf([2, 3], [1, 0, 0, -0.5, 1, 0.5]), z],
        accept: [{ name: 'RangeError', param: 't' }],
      },
      {
        label: { en: 'labels instead of distributions', ko: '분포 대신 레이블' },
        args: [zeros([2], 'int32'), z],
        accept: [{ name: 'TypeError', param: 't' }],
      },
      {
        label: { en: 'int32 targets', ko: 'int32인 정답' },
        args: [tensorOf([2, 3], [1, 0, 0, 0, 1, 0], 'int32'), z],
        accept: [{ name: 'TypeError', param: 't' }],
      },
      {
        label: { en: 'an int32 z', ko: 'int32인 z' },
        args: [t, zeros([2, 3], 'int32')],
        accept: [{ name: 'TypeError', param: 'z' }],
      },
      {
        label: { en: 'no examples', ko: '예시 없음' },
        args: [zeros([0, 3]), zeros([0, 3])],
        accept: [
          { name: 'RangeError', param: 't' },
          { name: 'RangeError', param: 'z' },
        ],
      },
    ],
  ),
  check(
    'parts',
    'property',
    'public',
    { en: 'Cross-entropy is entropy plus KL', ko: '교차 엔트로피 = 엔트로피 + KL' },
    each<Args>([data(2, 3), data(4, 5), data(3, 4, oneHot)], parts),
    { requires: ['shape'] },
  ),
  check(
    'nll-is-sum',
    'property',
    'public',
    { en: 'NLL is N times the cross-entropy', ko: 'NLL은 교차 엔트로피의 N배' },
    each<Args>([data(2, 3), data(5, 4), data(3, 6, oneHot)], sumIsMean),
    { requires: ['shape'] },
  ),
  check('one-hot', 'value', 'public', { en: 'One-hot targets', ko: '원-핫 정답' }, certain, { requires: ['shape'] }),
  check('large-logits', 'value', 'public', { en: 'Logits of ±1000', ko: '±1000인 로짓' }, largeLogits, {
    requires: ['shape'],
  }),
  check('right-model', 'value', 'hidden', { en: 'KL is 0 where t = q', ko: 't = q이면 KL은 0' }, rightModel, {
    requires: ['shape'],
  }),
  check(
    'same-gradient',
    'gradient',
    'hidden',
    { en: 'Cross-entropy and KL have one gradient', ko: '교차 엔트로피와 KL의 기울기는 같음' },
    each<Args>([data(3, 4), data(2, 5, oneHot)], sameGradient),
    { requires: ['shape'] },
  ),
];
