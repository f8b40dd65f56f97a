import type { Argument, Inputs } from '@/grading/checks/argument';
import { callTask, check, constant, each, equal, outputOf } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { type BadInput, errors, tensorOf } from '@/grading/checks/errors';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { SMOOTHED_LOSSES } from './pytorch';

type Args = readonly [TensorData, number, number];

const FN = 'smoothLabels';
const crossEntropy = { driver: 'cross-entropy' };
const int32 = (...labels: number[]): TensorData => tensorOf([labels.length], labels, 'int32');
const labelsOf = (random: Random, n: number, K: number): TensorData =>
  int32(...Array.from({ length: n }, () => random.integer(0, K - 1)));

/** Labels of `n` examples of `K` classes. */
const data =
  (n: number, K: number, eps: number): Inputs<Args> =>
  (random) => [labelsOf(random, n, K), K, eps];
const fresh: Inputs<Args> = (random) => {
  const [n, K] = random.extents(2, 2, 12) as [number, number];
  return data(n, K, 0.9 * random.next())(random);
};

const rowsSumToOne = ([labels, K, eps]: Args, id: string): Plan => ({
  tasks: [callTask(id, FN, [labels, K, eps])],
  expectations: [
    equal(
      'Σₖ q',
      { sum: outputOf(id), axis: 1 },
      constant(
        tensorOf(
          [...labels.shape],
          Array.from(labels.values, () => 1),
        ),
      ),
      'forward',
      10,
    ),
  ],
});

/** Ten classes, ε = 0.1: 0.91 for the true class and 0.01 for the others. */
const known: Check['plan'] = () => {
  const due = tensorOf(
    [2, 10],
    [7, 0].flatMap((label) => Array.from({ length: 10 }, (_, k) => (k === label ? 0.91 : 0.01))),
  );
  return {
    tasks: [callTask('ten', FN, [int32(7, 0), 10, 0.1]), callTask('two', FN, [int32(1), 2, 0.5])],
    expectations: [
      equal('q', outputOf('ten'), constant(due), 'forward', 1),
      equal('q', outputOf('two'), constant(tensorOf([1, 2], [0.25, 0.75])), 'forward', 1),
    ],
  };
};

const oneHot = ([labels, K, eps]: Args, id: string): Plan => {
  const values = Array.from(labels.values).flatMap((label) =>
    Array.from({ length: K }, (_, k) => (k === label ? 1 : 0)),
  );
  return {
    tasks: [callTask(id, FN, [labels, K, eps])],
    expectations: [equal('q', outputOf(id), constant(tensorOf([values.length / K, K], values)), 'exact', 1)],
  };
};

/** Logits whose softmax is the smoothed target itself: the true class is ahead by ln(q_t/q_k). */
const logitsAtTarget = (labels: TensorData, K: number, eps: number): TensorData => {
  const [true_, other] = [1 - eps + eps / K, eps / K];
  const values = Array.from(labels.values).flatMap((label) =>
    Array.from({ length: K }, (_, k) => Math.log(k === label ? true_ : other)),
  );
  return tensorOf([values.length / K, K], values);
};

/** The entropy of the target is the least cross-entropy: 0.500288 for ε = 0.1 and K = 10. */
const leastLoss: Check['plan'] = (random) => {
  const [labels, K, eps] = data(4, 10, 0.1)(random);
  const entropy = -(0.91 * Math.log(0.91) + 9 * 0.01 * Math.log(0.01));
  const least = logitsAtTarget(labels, K, eps);
  const moved = [0.3, 3].map((scale) => {
    const noise = random.normal(least.shape, scale);
    return { ...least, values: least.values.map((value, i) => value + (noise.values[i] as number)) };
  });
  return {
    tasks: [least, ...moved].map((z, i) => callTask(String(i), crossEntropy, [labels, K, eps, z])),
    expectations: [
      equal('L at p = q', outputOf('0', ['loss']), constant(tensorOf([], [entropy])), 'forward', 10),
      ...moved.map((_, i) => ({
        expect: 'between' as const,
        label: 'L elsewhere',
        actual: outputOf(String(i + 1), ['loss']),
        low: constant(tensorOf([], [entropy])),
      })),
    ],
  };
};

const flatAtTarget = ([labels, K, eps]: Args, id: string): Plan => {
  const z = logitsAtTarget(labels, K, eps);
  const zero = { ...z, values: z.values.map(() => 0) };
  return {
    tasks: [callTask(id, crossEntropy, [labels, K, eps, z])],
    expectations: [equal('dz at p = q', outputOf(id, ['dz']), constant(zero), 'gradient', 1)],
  };
};

/** One output of the loss against PyTorch's own label smoothing. */
const asPytorch =
  (output: 'loss' | 'dz'): Check['plan'] =>
  () => ({
    tasks: SMOOTHED_LOSSES.map(({ labels, K, eps, z }, i) =>
      callTask(String(i), crossEntropy, [int32(...labels), K, eps, tensorOf([labels.length, K], z)]),
    ),
    expectations: SMOOTHED_LOSSES.map(({ labels, K, loss, dz }, i) =>
      output === 'loss'
        ? equal('L', outputOf(String(i), ['loss']), constant(tensorOf([], [loss])), 'forward', 10)
        : equal('dz', outputOf(String(i), ['dz']), constant(tensorOf([labels.length, K], dz)), 'gradient', 10),
    ),
  });

const bad = (
  name: 'TypeError' | 'RangeError',
  params: readonly string[],
  [en, ko]: readonly [string, string],
  args: readonly Argument[],
): BadInput => ({ label: { en, ko }, args, accept: params.map((param) => ({ name, param })) });
const same = (text: string) => [text, text] as const;
const labels = int32(0, 2);

/** Kits T and E with S1–S7 of exercise 31: 15 checks. */
export const checks: Check[] = [
  ...tensorForward<Args>({
    fn: FN,
    outputs: [{ label: 'q', path: [], shape: ([given, K]) => [given.shape[0] as number, K] }],
    shapes: [data(2, 3, 0.1), data(5, 2, 0.3), data(3, 7, 0)],
    // Never as many examples as classes: ε/N must not pass for ε/K.
    values: [data(2, 4, 0.1), data(5, 3, 0.3), data(3, 6, 0.2)],
    one: [data(1, 3, 0.1), data(1, 2, 0.8)],
    fresh,
    terms: 1,
  }),
  ...errors(
    FN,
    [
      bad('TypeError', ['labels'], ['float32 labels', 'float32인 레이블'], [tensorOf([2], [0, 2]), 3, 0.1]),
      bad('RangeError', ['eps'], same('eps = 1'), [labels, 3, 1]),
      bad('RangeError', ['K', 'labels'], same('K = 1'), [int32(0, 0), 1, 0.1]),
      bad('RangeError', ['labels'], ['label 3 of 3 classes', '클래스가 3개일 때 레이블 3'], [int32(0, 3), 3, 0.1]),
    ],
    [
      bad('RangeError', ['labels'], ['label −1', '레이블 −1'], [int32(-1, 0), 3, 0.1]),
      bad('RangeError', ['eps'], same('eps = −0.1'), [labels, 3, -0.1]),
      bad('RangeError', ['eps'], same('eps = NaN'), [labels, 3, Number.NaN]),
      bad('RangeError', ['K'], same('K = 3.5'), [labels, 3.5, 0.1]),
      bad('TypeError', ['labels'], ['one-hot labels', '원-핫 레이블'], [tensorOf([1, 3], [0, 1, 0], 'int32'), 3, 0.1]),
      bad('TypeError', ['labels'], ['a list in place of a tensor', '텐서 자리에 목록'], [[0, 2], 3, 0.1]),
      bad('TypeError', ['K'], ['no K', 'K 누락'], [labels, { $undefined: true }, 0.1]),
      bad('TypeError', ['eps'], ['no eps', 'eps 누락'], [labels, 3, { $undefined: true }]),
      bad('RangeError', ['labels'], ['no examples', '예시 없음'], [int32(), 3, 0.1]),
    ],
  ),
  check(
    'rows-sum-to-one',
    'property',
    'public',
    { en: 'Rows sum to 1', ko: '각 행의 합은 1' },
    each<Args>([data(3, 4, 0.2), data(4, 7, 0.6)], rowsSumToOne),
    { requires: ['shape'] },
  ),
  check('known', 'value', 'public', { en: 'Cases worked by hand', ko: '손으로 계산한 예' }, known, {
    requires: ['shape'],
  }),
  check(
    'one-hot',
    'value',
    'public',
    { en: 'ε = 0 is one-hot', ko: 'ε = 0이면 원-핫' },
    each<Args>([data(3, 4, 0), data(4, 2, 0)], oneHot),
    { requires: ['shape'] },
  ),
  check(
    'least-loss',
    'value',
    'hidden',
    {
      en: 'The least cross-entropy is 0.5003 for ε = 0.1, K = 10',
      ko: 'ε = 0.1, K = 10이면 교차 엔트로피의 최솟값은 0.5003',
    },
    leastLoss,
    { requires: ['shape'] },
  ),
  check(
    'flat-at-target',
    'value',
    'hidden',
    { en: 'The loss is flat where p = q', ko: 'p = q에서 손실의 기울기는 0' },
    each<Args>([data(3, 4, 0.1), data(2, 9, 0.4)], flatAtTarget),
    { requires: ['shape'] },
  ),
  check(
    'pytorch-loss',
    'value',
    'hidden',
    { en: 'The loss is PyTorch’s', ko: 'PyTorch의 손실과 일치' },
    asPytorch('loss'),
    { requires: ['shape'] },
  ),
  check(
    'pytorch-gradient',
    'value',
    'hidden',
    { en: 'Its gradient is PyTorch’s', ko: 'PyTorch의 기울기와 일치' },
    asPytorch('dz'),
    { requires: ['shape'] },
  ),
];
