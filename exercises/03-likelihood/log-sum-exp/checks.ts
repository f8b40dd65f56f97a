import { toTensor64 } from '@/grading/central-differences';
import type { Inputs } from '@/grading/checks/argument';
import { callTask, check, constant, each, equal, outputOf, repeat, vjpTask } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { errors, tensorOf, zeros } from '@/grading/checks/errors';
import { gradientLabel, gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { logSumExp64 } from './reference64';

type Args = readonly [TensorData];

/** Logits of `n` examples and `k` classes. */
const logits =
  (n: number, k: number, scale = 2): Inputs<Args> =>
  (random) => [random.normal([n, k], scale)];
const fresh: Inputs<Args> = (random) => {
  const [n, k] = random.extents(2, 2, 9) as [number, number];
  return logits(n, k)(random);
};
const outputs = [{ label: 'ℓ', path: [], shape: ([z]: Args) => [z.shape[0] as number] }];

const moved = (tensor: TensorData, by: number): TensorData => ({
  ...tensor,
  values: tensor.values.map((value) => value + by),
});
const filled = (n: number, value: number) => tensorOf([n], Array<number>(n).fill(value));

const shiftEquivariance = (random: Random, index: number): Plan => {
  const [n, k] = [3 + index, 4 - index];
  const z = random.normal([n, k]);
  const [plain, up, down] = [`${index} z`, `${index} z + 50`, `${index} z − 50`];
  const plus = (by: number) => ({
    combine: [
      { factor: 1, of: outputOf(plain) },
      { factor: 1, of: constant(filled(n, by)) },
    ],
  });
  return {
    tasks: [
      callTask(plain, 'logSumExp', [z]),
      callTask(up, 'logSumExp', [moved(z, 50)]),
      callTask(down, 'logSumExp', [moved(z, -50)]),
    ],
    expectations: [
      equal('ℓ(Z + 50)', outputOf(up), plus(50), 'forward', 10),
      equal('ℓ(Z − 50)', outputOf(down), plus(-50), 'forward', 10),
    ],
  };
};

/** A smooth maximum: from the largest logit to the largest plus log K. */
const smoothMaximum = ([z]: Args, id: string): Plan => {
  const [rows, classes] = z.shape as [number, number];
  const most = Array.from({ length: rows }, (_, n) => Math.max(...z.values.slice(n * classes, (n + 1) * classes)));
  const high = most.map((value) => value + Math.log(classes) + 1e-4);
  return {
    tasks: [callTask(id, 'logSumExp', [z])],
    expectations: [
      {
        expect: 'between',
        label: 'ℓ',
        actual: outputOf(id),
        low: constant(tensorOf([rows], most)),
        high: constant(tensorOf([rows], high)),
      },
    ],
  };
};

/** What is left of the result when the size of the logits is taken off, to the last digits that float32 has there. */
const beyond =
  (size: number, cases: readonly TensorData[]): Check['plan'] =>
  () => ({
    tasks: cases.map((z, i) => callTask(String(i), 'logSumExp', [z])),
    expectations: cases.map((z, i) => {
      const rows = z.shape[0] as number;
      const due = logSumExp64(toTensor64(moved(z, -size))).values;
      const actual = {
        combine: [
          { factor: 1, of: outputOf(String(i)) },
          { factor: -1, of: constant(filled(rows, size)) },
        ],
      };
      return equal(`ℓ ${size < 0 ? '+' : '−'} 1000`, actual, constant(tensorOf([rows], [...due])), 'gradient', 10);
    }),
  });

const minusInfinity: Check['plan'] = () => {
  const none = Number.NEGATIVE_INFINITY;
  const z = tensorOf([3, 2], [none, none, none, 3, 1, 1]);
  return {
    tasks: [callTask('some', 'logSumExp', [z]), callTask('one', 'logSumExp', [tensorOf([1, 1], [none])])],
    expectations: [
      equal('ℓ', outputOf('some'), constant(tensorOf([3], [none, 3, 1 + Math.log(2)])), 'forward', 10),
      equal('ℓ', outputOf('one'), constant(tensorOf([1], [none])), 'forward', 10),
    ],
  };
};

/** The gradient of Σ ℓ is softmax(z), ties included. */
const gradientIsSoftmax = ([z]: Args, id: string): Plan => {
  const [rows, classes] = z.shape as [number, number];
  const logs = logSumExp64(toTensor64(z)).values;
  const due = [...z.values].map((logit, at) => Math.exp(logit - (logs[Math.floor(at / classes)] as number)));
  return {
    tasks: [vjpTask(id, 'logSumExp', [z], [[0]], filled(rows, 1))],
    expectations: [
      equal(gradientLabel('Z'), { gradient: id, index: 0 }, constant(tensorOf(z.shape, due)), 'gradient', 10),
    ],
  };
};

/** Kits T, G and E with S1–S6 of exercise 13: 18 checks. */
export const checks: Check[] = [
  ...tensorForward<Args>({
    fn: 'logSumExp',
    outputs,
    shapes: [logits(2, 3), logits(5, 2), logits(3, 7)],
    values: [logits(2, 2), logits(3, 3), logits(2, 5)],
    one: [logits(1, 4), logits(3, 1), logits(1, 1)],
    fresh,
    terms: 10,
  }),
  ...gradients<Args>({
    fn: 'logSumExp',
    outputs,
    wrt: [{ name: 'Z', path: [0] }],
    values: [logits(2, 3), logits(4, 3)],
    fresh,
    small: logits(5, 4),
    stress: [() => [tensorOf([2, 2], [1000, 999, -1000, -1001])], () => [zeros([2, 3])]],
    forward64: logSumExp64,
    terms: 10,
  }),
  ...errors(
    'logSumExp',
    [
      { label: { en: 'a 1-D z', ko: '1차원 z' }, args: [zeros([3])], accept: [{ name: 'TypeError', param: 'z' }] },
      {
        label: { en: 'a 3-D z', ko: '3차원 z' },
        args: [zeros([1, 2, 3])],
        accept: [{ name: 'TypeError', param: 'z' }],
      },
      {
        label: { en: 'z of shape [2, 0]', ko: '형태가 [2, 0]인 z' },
        args: [zeros([2, 0])],
        accept: [{ name: 'RangeError', param: 'z' }],
      },
    ],
    [
      {
        label: { en: 'an int32 z', ko: 'int32인 z' },
        args: [zeros([2, 3], 'int32')],
        accept: [{ name: 'TypeError', param: 'z' }],
      },
      {
        label: { en: 'an array for z', ko: '배열인 z' },
        args: [[[1, 2, 3]]],
        accept: [{ name: 'TypeError', param: 'z' }],
      },
      {
        label: { en: 'no z', ko: 'z 누락' },
        args: [{ $undefined: true }],
        accept: [{ name: 'TypeError', param: 'z' }],
      },
      {
        label: { en: 'z of shape [0, 3]', ko: '형태가 [0, 3]인 z' },
        args: [zeros([0, 3])],
        accept: [{ name: 'RangeError', param: 'z' }],
      },
    ],
  ),
  check(
    'shift-equivariance',
    'property',
    'public',
    { en: 'A constant added to the logits is added to the result', ko: '로짓에 상수를 더하면 결과에도 더해짐' },
    (random) => repeat(2, random, shiftEquivariance),
    { requires: ['shape'] },
  ),
  check(
    'smooth-maximum',
    'property',
    'public',
    { en: 'From the maximum to the maximum plus log K', ko: '최댓값 이상, 최댓값 + log K 이하' },
    each<Args>([logits(4, 3), logits(3, 8)], smoothMaximum),
    { requires: ['shape'] },
  ),
  check(
    'large-logits',
    'value',
    'public',
    { en: 'Logits around 1000', ko: '1000 근처의 로짓' },
    beyond(1000, [
      tensorOf([1, 2], [1000, 1000]),
      tensorOf([2, 3], [1000, 998, 1001, 999, 1000, 1000]),
      tensorOf([2, 2], [1000, 0, -1000, 1000]),
    ]),
    { requires: ['shape'] },
  ),
  check(
    'small-logits',
    'value',
    'hidden',
    { en: 'Logits around −1000', ko: '−1000 근처의 로짓' },
    beyond(-1000, [tensorOf([1, 2], [-1000, -1000]), tensorOf([2, 3], [-1000, -1002, -999, -1001, -1000, -1000])]),
    { requires: ['shape'] },
  ),
  check('minus-infinity', 'value', 'hidden', { en: 'Logits of −∞', ko: '−∞인 로짓' }, minusInfinity, {
    requires: ['shape'],
  }),
  check(
    'gradient-is-softmax',
    'gradient',
    'hidden',
    { en: 'The gradient is softmax', ko: '기울기는 소프트맥스' },
    each<Args>([logits(3, 4), logits(2, 6), () => [tensorOf([2, 3], [2, 2, -1, 0, 0, 0])]], gradientIsSoftmax),
    { requires: ['shape'] },
  ),
];
