import type { Inputs } from '@/grading/checks/argument';
import { agreesWithAutodiff, type Backward, backward } from '@/grading/checks/backward';
import { callTask, check, constant, each, equal, outputOf, repeat } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { type BadInput, errors, tensorOf, zeros } from '@/grading/checks/errors';
import type { Expression } from '@/grading/checks/expectation';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { batchNorm64 } from './reference64';

/** dy, x, γ and ε, or the default of ε. */
type Args = readonly [TensorData, TensorData, TensorData] | readonly [TensorData, TensorData, TensorData, number];
/** x, γ, β and ε of the forward. */
type ForwardArgs = Args;

const changed = (tensor: TensorData, change: (value: number, index: number) => number): TensorData => ({
  ...tensor,
  values: tensor.values.map(change),
});

/** `n` examples of `d` features of different location and scale. */
const batch =
  (n: number, d: number, eps: number): Inputs<Args> =>
  (random) => [
    random.normal([n, d]),
    changed(random.normal([n, d]), (value, i) => value * (1 + (i % d)) + 2 * (i % d)),
    random.normal([d]),
    eps,
  ];
/** So small that the default of ε shows. */
const small =
  (n: number, d: number): Inputs<Args> =>
  (random) => [random.normal([n, d]), random.normal([n, d], 0.02), random.normal([d])];
const fresh: Inputs<Args> = (random) => {
  const [n, d] = random.extents(2, 2, 9) as [number, number];
  return batch(n, d, random.uniform([], 0.01, 1).values[0] as number)(random);
};

const forwardInputs = ([, x, gamma, ...eps]: Args): ForwardArgs =>
  [x, gamma, zeros(gamma.shape), ...eps] as unknown as ForwardArgs;

const kit: Backward<Args, ForwardArgs> = {
  fn: 'batchNormBackward',
  gradients: [
    { name: 'dx', argument: 0, batched: true },
    { name: 'dgamma', argument: 1, batched: false },
    { name: 'dbeta', argument: 2, batched: false },
  ],
  upstream: 0,
  batchArguments: [0, 1],
  forwardInputs,
  forward64: batchNorm64,
  values: [batch(3, 4, 0.5), batch(5, 2, 0.1), small(4, 3)],
  fresh,
  small: batch(5, 3, 0.1),
  terms: 10,
  // The statistics couple the examples of a batch; doubling it takes the place of joining two.
  without: ['batch-additivity'],
};

const twice = (tensor: TensorData): TensorData => ({
  ...tensor,
  shape: [2 * (tensor.shape[0] as number), ...tensor.shape.slice(1)],
  values: Float32Array.from([...tensor.values, ...tensor.values]),
});

/** Every example twice: the statistics stay, and with them each row of dx; the parameters are reached twice as often. */
const doubled = (random: Random, index: number): Plan => {
  const [dy, x, gamma, eps = 1e-5] = fresh(random);
  const [once, both] = [`${index} once`, `${index} twice`];
  const of = (task: string, name: string) => outputOf(task, [name]);
  return {
    tasks: [
      callTask(once, 'batchNormBackward', [dy, x, gamma, eps]),
      callTask(both, 'batchNormBackward', [twice(dy), twice(x), gamma, eps]),
    ],
    expectations: [
      equal('dx (twice)', of(both, 'dx'), { concat: [of(once, 'dx'), of(once, 'dx')] }, 'gradient', 10),
      ...['dgamma', 'dbeta'].map((name) =>
        equal(`${name} (twice)`, of(both, name), { combine: [{ factor: 2, of: of(once, name) }] }, 'gradient', 10),
      ),
    ],
  };
};

const columnsSumToZero = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, 'batchNormBackward', args)],
  expectations: [
    equal('Σₙ dx', { sum: outputOf(id, ['dx']), axis: 0 }, constant(zeros(args[2].shape)), 'gradient', 10),
  ],
});

/** Σ x̂·dx = γ/√(v + ε) · Σ dy·x̂ · ε/(v + ε) for one feature: as good as 0 when ε is small. */
const orthogonal = (random: Random, index: number): Plan => {
  const [n, eps, id] = [4 + index, 1e-3, String(index)];
  const [dy, x, gamma] = batch(n, 1, eps)(random);
  const numbers = Array.from(x.values);
  const mean = numbers.reduce((sum, value) => sum + value, 0) / n;
  const variance = numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n;
  const xhat = numbers.map((value) => (value - mean) / Math.sqrt(variance + eps));
  const along = xhat.reduce((sum, value, i) => sum + value * (dy.values[i] as number), 0);
  const due = ((gamma.values[0] as number) / Math.sqrt(variance + eps)) * along * (eps / (variance + eps));
  const rows: Expression[] = xhat.map((_, i) => ({ rows: outputOf(id, ['dx']), take: [i] }));
  return {
    tasks: [callTask(id, 'batchNormBackward', [dy, x, gamma, eps])],
    expectations: [
      equal(
        'Σₙ x̂·dx',
        { combine: rows.map((of, i) => ({ factor: xhat[i] as number, of })) },
        constant(tensorOf([1, 1], [due])),
        'gradient',
        10,
      ),
    ],
  };
};

/** One example is its own mean: y = β whatever x is. */
const oneExample = (args: Args, id: string): Plan => {
  const [dy, x, gamma] = args;
  return {
    tasks: [callTask(id, 'batchNormBackward', args)],
    expectations: [
      equal('dx', outputOf(id, ['dx']), constant(zeros(x.shape)), 'gradient', 10),
      equal('dgamma', outputOf(id, ['dgamma']), constant(zeros(gamma.shape)), 'gradient', 10),
      equal('dbeta', outputOf(id, ['dbeta']), constant({ ...dy, shape: gamma.shape }), 'gradient', 10),
    ],
  };
};

const [dy, x, gamma] = [zeros([2, 3]), zeros([2, 3]), zeros([3])];
const bad = (
  name: 'TypeError' | 'RangeError',
  params: readonly string[],
  [en, ko]: readonly [string, string],
  args: BadInput['args'],
): BadInput => ({ label: { en, ko }, args, accept: params.map((param) => ({ name, param })) });
const same = (text: string) => [text, text] as const;

/** Kits T, B and E with S1–S4 of exercise 34: 18 checks. */
export const checks: Check[] = [
  ...tensorForward<Args>({
    fn: 'batchNormBackward',
    outputs: kit.gradients.map(({ name, argument }) => ({
      label: name,
      path: [name],
      shape: (args: Args) => [...(forwardInputs(args)[argument] as TensorData).shape],
    })),
    shapes: [batch(2, 3, 0.1), batch(5, 2, 0.1), small(3, 6)],
    values: [batch(3, 3, 0.5), batch(4, 4, 0.1), batch(6, 2, 1)],
    one: [batch(1, 4, 0.1), batch(1, 1, 1e-5)],
    fresh,
    terms: 10,
    tolerance: 'gradient',
  }),
  ...backward(kit),
  check(
    'doubled-batch',
    'property',
    'public',
    { en: 'Every example twice', ko: '모든 예시를 두 번' },
    (random) => repeat(2, random, doubled),
    { requires: ['backward-shape'] },
  ),
  ...errors(
    'batchNormBackward',
    [
      bad('TypeError', ['dy'], ['a 1-D dy', '1차원 dy'], [zeros([3]), x, gamma]),
      bad('RangeError', ['dy', 'x'], ['dy [3, 2] with x [2, 3]', 'dy [3, 2]와 x [2, 3]'], [zeros([3, 2]), x, gamma]),
      bad('RangeError', ['eps'], same('eps = 0'), [dy, x, gamma, 0]),
    ],
    [
      bad('TypeError', ['x'], ['an int32 x', 'int32인 x'], [dy, zeros([2, 3], 'int32'), gamma]),
      bad('TypeError', ['gamma'], ['a 2-D gamma', '2차원 gamma'], [dy, x, zeros([1, 3])]),
      bad('RangeError', ['gamma', 'x'], ['gamma [2] with x [2, 3]', 'gamma [2]와 x [2, 3]'], [dy, x, zeros([2])]),
      bad('RangeError', ['dy', 'x'], ['dy [1, 3] with x [2, 3]', 'dy [1, 3]과 x [2, 3]'], [zeros([1, 3]), x, gamma]),
      bad('RangeError', ['dy', 'x'], ['no examples', '예시 없음'], [zeros([0, 3]), zeros([0, 3]), gamma]),
      bad('RangeError', ['eps'], same('eps = NaN'), [dy, x, gamma, Number.NaN]),
    ],
  ),
  check(
    'columns-sum-to-zero',
    'property',
    'public',
    { en: 'Columns of dx sum to 0', ko: 'dx의 각 열의 합은 0' },
    each<Args>([batch(4, 3, 0.1), batch(7, 2, 1)], columnsSumToZero),
    { requires: ['backward-shape'] },
  ),
  check(
    'orthogonal',
    'property',
    'public',
    { en: 'dx is all but orthogonal to x̂', ko: 'dx는 x̂과 거의 직교' },
    (random) => repeat(3, random, orthogonal),
    { requires: ['backward-shape'] },
  ),
  check(
    'one-example',
    'backward',
    'hidden',
    { en: 'One example: no gradient reaches x', ko: '예시가 하나면 x의 기울기는 0' },
    each<Args>([batch(1, 3, 0.1), batch(1, 2, 1e-5)], oneExample),
    { requires: ['backward-shape'] },
  ),
  check(
    'autodiff',
    'backward',
    'hidden',
    { en: 'Equals automatic differentiation', ko: '자동 미분과 일치' },
    agreesWithAutodiff(kit, 'batchNorm', 5),
    { requires: ['backward-shape'] },
  ),
];
