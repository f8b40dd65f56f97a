import type { Inputs } from '@/grading/checks/argument';
import { callTask, check, constant, equal, outputOf, repeat, vjpTask } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { type BadInput, errors, tensorOf, zeros } from '@/grading/checks/errors';
import { gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { batchNorm64 } from './reference64';

type Statistics = { readonly mean: TensorData; readonly variance: TensorData };
type Options = { readonly training: boolean; readonly momentum?: number; readonly eps?: number };
type Args = readonly [TensorData, TensorData, TensorData, Statistics, Options];

const changed = (tensor: TensorData, change: (value: number, index: number) => number): TensorData => ({
  ...tensor,
  values: tensor.values.map(change),
});

/** `n` examples of `d` features of different location and scale; ε large enough to show where it stands. */
const batch =
  (n: number, d: number, options: Options): Inputs<Args> =>
  (random) => [
    changed(random.normal([n, d]), (value, i) => value * (1 + (i % d)) + 2 * (i % d)),
    random.normal([d]),
    random.normal([d]),
    { mean: random.normal([d]), variance: random.uniform([d], 0.5, 3) },
    options,
  ];
/** So small that the default of ε shows. */
const small = (n: number, d: number): Inputs<Args> => {
  const ordinary = batch(n, d, { training: true });
  return (random) => {
    const [x, ...others] = ordinary(random);
    return [changed(x, (value) => value / 100), ...others];
  };
};
const train = (eps: number, momentum = 0.1): Options => ({ training: true, eps, momentum });
const evaluate = (eps: number): Options => ({ training: false, eps, momentum: 0.1 });

const fresh: Inputs<Args> = (random) => {
  const [n, d] = random.extents(2, 2, 9) as [number, number];
  const number = (low: number, high: number) => random.uniform([], low, high).values[0] as number;
  const options = { training: random.next() < 0.7, momentum: number(0.05, 0.95), eps: number(0.01, 1) };
  return batch(n, d, options)(random);
};
const Y = { label: 'y', path: ['y'], shape: ([x]: Args) => [...x.shape] };
const outputs = [
  Y,
  { label: 'running.mean', path: ['running', 'mean'], shape: ([, gamma]: Args) => [...gamma.shape] },
  { label: 'running.variance', path: ['running', 'variance'], shape: ([, gamma]: Args) => [...gamma.shape] },
];
const filled = (d: number, value: number) =>
  tensorOf(
    [d],
    Array.from({ length: d }, () => value),
  );
const rest = (d: number): Statistics => ({ mean: filled(d, 0), variance: filled(d, 1) });

/** With γ = 1 and β = 0 columns sum to 0, and rows c ± a have variance a², so that y = ±a/√(a² + ε). */
const columnStatistics: Check['plan'] = (random) => {
  const [sizes, centre, eps] = [[0.1, 1, 10], [5, -2, 0.5], 0.5];
  const x = tensorOf(
    [2, 3],
    [1, -1].flatMap((sign) => sizes.map((a, d) => (centre[d] as number) + sign * a)),
  );
  const due = [1, -1].flatMap((sign) => sizes.map((a) => (sign * a) / Math.sqrt(a * a + eps)));
  const plain = (data: TensorData, d: number): Args => [data, filled(d, 1), filled(d, 0), rest(d), train(eps)];
  return {
    tasks: [
      callTask('two rows', 'batchNorm', plain(x, 3)),
      callTask('six rows', 'batchNorm', plain(random.normal([6, 4]), 4)),
    ],
    expectations: [
      equal('y', outputOf('two rows', ['y']), constant(tensorOf([2, 3], due)), 'forward', 10),
      equal('Σₙ y', { sum: outputOf('six rows', ['y']), axis: 0 }, constant(zeros([4])), 'forward', 10),
    ],
  };
};

/** Columns 1, 3, 5, 7 and 0, 0, 0, 8: means 4 and 2, variances 5 and 12, unbiased 20/3 and 16. */
const runningByHand: Check['plan'] = () => ({
  tasks: [
    callTask('call', 'batchNorm', [
      tensorOf([4, 2], [1, 0, 3, 0, 5, 0, 7, 8]),
      filled(2, 1),
      filled(2, 0),
      { mean: tensorOf([2], [0, 10]), variance: tensorOf([2], [1, 6]) },
      { training: true },
    ]),
  ],
  expectations: [
    equal('running.mean', outputOf('call', ['running', 'mean']), constant(tensorOf([2], [0.4, 9.2])), 'forward', 10),
    equal(
      'running.variance',
      outputOf('call', ['running', 'variance']),
      constant(tensorOf([2], [0.9 + 2 / 3, 7])),
      'forward',
      10,
    ),
  ],
});

/** y = 2·(7 − 4)/√(8 + 1) + 1 = 3 and 3·(0 − 1)/√(3 + 1) − 1 = −2.5. */
const evaluateOne: Check['plan'] = () => {
  const running = { mean: tensorOf([2], [4, 1]), variance: tensorOf([2], [8, 3]) };
  const args: Args = [tensorOf([1, 2], [7, 0]), tensorOf([2], [2, 3]), tensorOf([2], [1, -1]), running, evaluate(1)];
  return {
    tasks: [callTask('call', 'batchNorm', args), callTask('freed', { driver: 'free-running' }, args)],
    expectations: [
      equal('y', outputOf('call', ['y']), constant(tensorOf([1, 2], [3, -2.5])), 'forward', 10),
      equal('running.mean', outputOf('call', ['running', 'mean']), constant(running.mean), 'exact', 1),
      equal('running.variance', outputOf('call', ['running', 'variance']), constant(running.variance), 'exact', 1),
      { expect: 'intact', task: 'freed' },
    ],
  };
};

/** One example is its own mean: y = β, and the running variance is fed 0. */
const oneExample: Check['plan'] = (random) =>
  repeat(2, random, (source, index) => {
    const args = batch(1, 2 + index, train(0.25, 0.5))(source);
    const [x, , beta, { mean, variance }] = args;
    const id = String(index);
    const half = (tensor: TensorData) => ({ factor: 0.5, of: constant(tensor) });
    const row = { ...x, shape: [2 + index] };
    return {
      tasks: [callTask(id, 'batchNorm', args)],
      expectations: [
        equal('y', { sum: outputOf(id, ['y']), axis: 0 }, constant(beta), 'forward', 10),
        equal('running.mean', outputOf(id, ['running', 'mean']), { combine: [half(mean), half(row)] }, 'forward', 10),
        equal('running.variance', outputOf(id, ['running', 'variance']), { combine: [half(variance)] }, 'forward', 10),
      ],
    };
  });

/** y(2x + 3; 4ε) = y(x; ε): the mean takes the 3, the root takes the 2. */
const movedAndStretched = (random: Random, index: number): Plan => {
  const eps = 0.25;
  const [x, gamma, beta, running] = batch(5 + index, 3, train(eps))(random);
  const [plain, moved] = [`${index} x`, `${index} 2x + 3`];
  const stretched = changed(x, (value) => 2 * value + 3);
  return {
    tasks: [
      callTask(plain, 'batchNorm', [x, gamma, beta, running, train(eps)]),
      callTask(moved, 'batchNorm', [stretched, gamma, beta, running, train(4 * eps)]),
    ],
    expectations: [equal('y(2x + 3; 4ε)', outputOf(moved, ['y']), outputOf(plain, ['y']), 'gradient', 10)],
  };
};

/**
 * All y moved alike, or stretched alike: neither can come from x. The gradient for upstream 1 is 0, and the one for
 * upstream x̂ is γ/√(v + ε)·ε/(v + ε)·x̂; with μ and v held constant both would be about γ/√(v + ε) times the upstream.
 */
const throughStatistics: Check['plan'] = (random) => {
  const [n, d, eps] = [6, 3, 0.01];
  const args = batch(n, d, train(eps))(random);
  const [x, gamma, beta, running] = args;
  const tensors64 = [x, filled(d, 1), filled(d, 0)].map(({ shape, values }) => ({
    shape,
    values: Float64Array.from(values),
  }));
  const [x64, one, zero] = tensors64 as [(typeof tensors64)[0], (typeof tensors64)[0], (typeof tensors64)[0]];
  const xhat = batchNorm64(x64, one, zero, { mean: zero, variance: one }, { training: true, eps });
  const squares = Array.from({ length: d }, (_, j) => {
    const column = Array.from({ length: n }, (_, i) => xhat.values[i * d + j] as number);
    return column.reduce((sum, value) => sum + value * value, 0) / n;
  });
  // mean(x̂²) = v/(v + ε), so that v + ε = ε/(1 − mean(x̂²))
  const due = Array.from(xhat.values, (value, i) => {
    const left = 1 - (squares[i % d] as number);
    return ((gamma.values[i % d] as number) / Math.sqrt(eps / left)) * left * value;
  });
  const wrt = [[0]];
  return {
    tasks: [
      vjpTask(
        'alike',
        'batchNorm',
        args,
        wrt,
        changed(x, () => 1),
        ['y'],
      ),
      vjpTask(
        'stretched',
        'batchNorm',
        [x, gamma, beta, running, train(eps)],
        wrt,
        tensorOf([n, d], [...xhat.values]),
        ['y'],
      ),
    ],
    expectations: [
      equal('∂(Σ y)/∂x', { gradient: 'alike', index: 0 }, constant(zeros([n, d])), 'gradient', 10),
      equal('∂(Σ x̂·y)/∂x', { gradient: 'stretched', index: 0 }, constant(tensorOf([n, d], due)), 'gradient', 10),
    ],
  };
};

const x = zeros([2, 3]);
const [gamma, beta, running] = [filled(3, 1), filled(3, 0), rest(3)];
const on: Options = { training: true };
const bad = (
  name: 'TypeError' | 'RangeError',
  params: readonly string[],
  [en, ko]: readonly [string, string],
  args: BadInput['args'],
): BadInput => ({ label: { en, ko }, args, accept: params.map((param) => ({ name, param })) });
const same = (text: string) => [text, text] as const;

/** Kits T, G and E with S1–S6 of exercise 33: 18 checks. */
export const checks: Check[] = [
  ...tensorForward<Args>({
    fn: 'batchNorm',
    outputs,
    shapes: [batch(2, 3, train(0.1)), batch(5, 2, evaluate(0.1)), batch(3, 6, { training: true })],
    values: [
      batch(3, 3, train(0.5)),
      batch(4, 4, train(0.1, 0.25)),
      batch(2, 2, evaluate(0.5)),
      batch(5, 3, evaluate(1)),
      batch(4, 4, { training: true, eps: 1 }),
      small(4, 3),
    ],
    one: [batch(1, 4, train(0.1)), batch(1, 3, evaluate(0.1)), batch(1, 1, { training: true })],
    fresh,
    terms: 10,
  }),
  ...gradients<Args>({
    fn: 'batchNorm',
    outputs: [Y],
    wrt: [
      { name: 'x', path: [0] },
      { name: 'γ', path: [1] },
      { name: 'β', path: [2] },
    ],
    values: [batch(3, 3, train(0.5)), batch(4, 4, train(0.1)), batch(3, 2, evaluate(0.5))],
    fresh,
    small: batch(5, 3, train(0.1)),
    stress: [
      batch(1, 3, { training: true }),
      () => [zeros([4, 2]), filled(2, 1), filled(2, 0), rest(2), { training: true }],
      () => [
        zeros([3, 2]),
        filled(2, 1),
        filled(2, 0),
        { mean: zeros([2]), variance: zeros([2]) },
        { training: false },
      ],
    ],
    forward64: batchNorm64,
    terms: 10,
  }),
  ...errors(
    'batchNorm',
    [
      bad('TypeError', ['x'], ['a 1-D x', '1차원 x'], [zeros([3]), gamma, beta, running, on]),
      bad(
        'RangeError',
        ['gamma', 'x'],
        ['gamma [2] with x [2, 3]', 'gamma [2]와 x [2, 3]'],
        [x, filled(2, 1), beta, running, on],
      ),
      bad('RangeError', ['eps'], same('eps = 0'), [x, gamma, beta, running, { training: true, eps: 0 }]),
      bad('RangeError', ['momentum'], same('momentum = 1.1'), [
        x,
        gamma,
        beta,
        running,
        { training: true, momentum: 1.1 },
      ]),
    ],
    [
      bad('TypeError', ['beta'], ['a 2-D beta', '2차원 beta'], [x, gamma, zeros([1, 3]), running, on]),
      bad(
        'RangeError',
        ['beta', 'x'],
        ['beta [4] with x [2, 3]', 'beta [4]와 x [2, 3]'],
        [x, gamma, zeros([4]), running, on],
      ),
      bad(
        'RangeError',
        ['running', 'x'],
        ['a running mean [2] with x [2, 3]', '이동 평균 [2]와 x [2, 3]'],
        [x, gamma, beta, { ...running, mean: zeros([2]) }, on],
      ),
      bad(
        'TypeError',
        ['running'],
        ['an array as running variance', '이동 분산 자리에 배열'],
        [x, gamma, beta, { mean: running.mean, variance: [1, 1, 1] }, on],
      ),
      bad('RangeError', ['x'], ['no examples', '예시 없음'], [zeros([0, 3]), gamma, beta, running, on]),
      bad('TypeError', ['x'], ['an int32 x', 'int32인 x'], [zeros([2, 3], 'int32'), gamma, beta, running, on]),
      bad('TypeError', ['training'], ['no training', 'training 누락'], [x, gamma, beta, running, {}]),
      bad('RangeError', ['eps'], same('eps = NaN'), [x, gamma, beta, running, { training: false, eps: Number.NaN }]),
      bad('RangeError', ['momentum'], same('momentum = −0.1'), [
        x,
        gamma,
        beta,
        running,
        { training: true, momentum: -0.1 },
      ]),
    ],
  ),
  check(
    'column-statistics',
    'value',
    'public',
    { en: 'Columns of mean 0 and variance v/(v + ε)', ko: '열의 평균은 0, 분산은 v/(v + ε)' },
    columnStatistics,
    { requires: ['shape'] },
  ),
  check(
    'running-by-hand',
    'value',
    'public',
    { en: 'Running statistics after one batch, by hand', ko: '배치 하나 뒤의 이동 통계, 손으로 계산한 예' },
    runningByHand,
    { requires: ['shape'] },
  ),
  check('evaluate-one', 'value', 'public', { en: 'Evaluation of one example', ko: '예시 하나의 평가' }, evaluateOne, {
    requires: ['shape'],
  }),
  check(
    'one-example',
    'value',
    'hidden',
    { en: 'Training on one example gives β', ko: '예시 하나로 훈련하면 β' },
    oneExample,
    { requires: ['shape'] },
  ),
  check(
    'shift-and-scale',
    'property',
    'hidden',
    { en: 'Location and scale of x do not matter', ko: 'x의 위치와 크기에 대한 불변성' },
    (random) => repeat(3, random, movedAndStretched),
    { requires: ['shape'] },
  ),
  check(
    'through-statistics',
    'gradient',
    'hidden',
    { en: 'Gradients flow through μ and v', ko: 'μ와 v를 지나는 기울기' },
    throughStatistics,
    { requires: ['shape'] },
  ),
];
