import { centralDifferences, type Forward64 } from '../central-differences';
import type { Random } from '../random';
import type { TensorData } from '../tensor-data';
import { type Argument, type Inputs, isTensorData, type Path } from './argument';
import { asReference, callTask, check, constant, each, equal, outputOf, repeat, trusted, vjpTask } from './cases';
import type { Check, Plan } from './check';

/** One gradient that a hand-written backward returns. */
export interface BackwardGradient {
  /** Label in the report, and key in the result unless `path` says otherwise: `dx`. */
  name: string;
  /** Where it is in the result; empty when the result is the gradient. */
  path?: Path;
  /** Which argument of the forward it belongs to. */
  argument: number;
  /** It has a batch axis 0 itself (the gradient of an input); otherwise it sums over the batch (of a parameter). */
  batched: boolean;
}

/** `F`: arguments of the forward whose gradients these are. */
export interface Backward<
  A extends readonly Argument[] = readonly TensorData[],
  F extends readonly Argument[] = readonly TensorData[],
> {
  fn: string;
  gradients: readonly BackwardGradient[];
  /** Index of the upstream gradient among the arguments; null where the forward is a loss, whose upstream gradient is 1. */
  upstream: number | null;
  /** Indices of the arguments with a batch axis 0, the upstream gradient included. */
  batchArguments: readonly number[];
  /** Arguments of the forward for arguments of the backward. */
  forwardInputs: (args: A) => F;
  forward64: Forward64;
  values: readonly Inputs<A>[];
  fresh: Inputs<A>;
  /** At most 64 elements per argument. */
  small: Inputs<A>;
  terms: number;
  /** Properties that do not hold here; checks under the same ids take their place. */
  without?: readonly ('linearity' | 'batch-additivity')[];
}

const FRESH_SEEDS = 20;
const ONE: TensorData = { dtype: 'float32', shape: [], values: Float32Array.of(1) };

function combineRows(factors: readonly number[], tensors: readonly TensorData[]): TensorData {
  const [first] = tensors as [TensorData];
  const values = Float32Array.from(first.values, (_, i) =>
    tensors.reduce((sum, tensor, term) => sum + (factors[term] as number) * (tensor.values[i] as number), 0),
  );
  return { dtype: 'float32', shape: first.shape, values };
}

function concatRows(a: TensorData, b: TensorData): TensorData {
  const rows = (a.shape[0] as number) + (b.shape[0] as number);
  return {
    dtype: 'float32',
    shape: [rows, ...a.shape.slice(1)],
    values: Float32Array.from([...a.values, ...b.values]),
  };
}

/** `args` with the argument at `index` replaced. */
const using = <A extends readonly Argument[]>(args: A, index: number, tensor: TensorData): A =>
  args.map((argument, i) => (i === index ? tensor : argument)) as unknown as A;

/**
 * Kit B of the syllabus, six checks on a hand-written backward: shapes, values, twenty fresh seeds, fp64 central
 * differences, linearity in the upstream gradient, additivity over the batch.
 */
export function backward<A extends readonly Argument[], F extends readonly Argument[]>(kit: Backward<A, F>): Check[] {
  const { fn, gradients, terms, without = [] } = kit;
  const pathOf = ({ name, path = [name] }: BackwardGradient) => path;
  const upstreamOf = (args: A): TensorData => (kit.upstream === null ? ONE : (args[kit.upstream] as TensorData));
  const values = (args: A, id: string): Plan => ({
    tasks: [callTask(id, fn, args)],
    expectations: gradients.map((one) => asReference(one.name, outputOf(id, pathOf(one)), 'gradient', terms)),
  });
  const shapes: Check['plan'] = (random) => {
    const args = kit.fresh(random);
    return {
      tasks: [callTask('call', fn, args)],
      expectations: gradients.map((one) => ({
        expect: 'shape',
        label: one.name,
        actual: outputOf('call', pathOf(one)),
        shape: [...(kit.forwardInputs(args)[one.argument] as TensorData).shape],
        dtype: 'float32',
      })),
    };
  };
  const differences: Check['plan'] = (random) => {
    const args = kit.small(random);
    return {
      tasks: [callTask('call', fn, args)],
      expectations: gradients.map((one) =>
        equal(
          one.name,
          outputOf('call', pathOf(one)),
          constant(centralDifferences(kit.forward64, kit.forwardInputs(args), upstreamOf(args), [one.argument])),
          'differences',
          terms,
        ),
      ),
    };
  };
  const linearity =
    (upstream: number): Check['plan'] =>
    (random) => {
      const args = kit.fresh(random);
      const first = args[upstream] as TensorData;
      const second = random.fork('second upstream').normal(first.shape);
      return {
        tasks: [
          callTask('first', fn, args),
          callTask('second', fn, using(args, upstream, second)),
          callTask('both', fn, using(args, upstream, combineRows([2, -1], [first, second]))),
        ],
        expectations: gradients.map((one) =>
          equal(
            `${one.name}(2·dY₁ − dY₂)`,
            outputOf('both', pathOf(one)),
            {
              combine: [
                { factor: 2, of: outputOf('first', pathOf(one)) },
                { factor: -1, of: outputOf('second', pathOf(one)) },
              ],
            },
            'gradient',
            terms,
          ),
        ),
      };
    };
  const additivity: Check['plan'] = (random) => {
    const first = kit.fresh(random);
    const fork = random.fork('second batch');
    const batched = (i: number) => kit.batchArguments.includes(i);
    const second = first.map((argument, i) =>
      batched(i) && isTensorData(argument) ? fork.normal(argument.shape) : argument,
    );
    const both = first.map((argument, i) =>
      batched(i) ? concatRows(argument as TensorData, second[i] as TensorData) : argument,
    );
    return {
      tasks: [callTask('first', fn, first), callTask('second', fn, second), callTask('both', fn, both)],
      expectations: gradients.map((one) => {
        const parts = [outputOf('first', pathOf(one)), outputOf('second', pathOf(one))];
        const expected = one.batched ? { concat: parts } : { combine: parts.map((of) => ({ factor: 1, of })) };
        return equal(`${one.name}(A, B)`, outputOf('both', pathOf(one)), expected, 'gradient', terms);
      }),
    };
  };
  const after = { requires: ['backward-shape'] };

  const all = [
    check(
      'backward-shape',
      'backward',
      'public',
      { en: "Each gradient has its input's shape", ko: '기울기와 입력의 형태 일치' },
      shapes,
    ),
    check('backward-values', 'backward', 'public', { en: 'Gradients', ko: '기울기' }, each(kit.values, values)),
    check(
      'backward-fresh-seeds',
      'backward',
      'hidden',
      { en: 'Gradients on twenty fresh inputs', ko: '새로운 입력 20개에서의 기울기' },
      (random) => repeat(FRESH_SEEDS, random, (source, i) => values(kit.fresh(source), String(i))),
      after,
    ),
    check(
      'backward-differences',
      'backward',
      'public',
      { en: 'Gradients against central differences', ko: '중앙 차분과 비교한 기울기' },
      differences,
    ),
    ...(kit.upstream === null
      ? []
      : [
          check(
            'linearity',
            'property',
            'public',
            { en: 'Linear in the upstream gradient', ko: '상류 기울기에 대한 선형성' },
            linearity(kit.upstream),
            after,
          ),
        ]),
    check(
      'batch-additivity',
      'property',
      'public',
      { en: 'Batches add up', ko: '배치에 대한 가법성' },
      additivity,
      after,
    ),
  ];
  return all.filter(({ id }) => !(without as readonly string[]).includes(id));
}

/**
 * A backward against the automatic gradient of the forward in the folder's `oracle.ts`, on fresh hidden inputs.
 *
 * @param forward name of the forward function in `oracle.ts`.
 * @param output where the differentiated tensor is in the forward's result.
 */
export function agreesWithAutodiff<A extends readonly Argument[], F extends readonly Argument[]>(
  kit: Backward<A, F>,
  forward: string,
  count: number,
  output: Path = [],
): Check['plan'] {
  const one = (random: Random, id: string): Plan => {
    const args = kit.fresh(random);
    const upstream = kit.upstream === null ? ONE : (args[kit.upstream] as TensorData);
    const wrt = kit.gradients.map(({ argument }) => [argument]);
    return {
      tasks: [callTask(id, kit.fn, args)],
      oracleTasks: [vjpTask(id, forward, kit.forwardInputs(args), wrt, upstream, output)],
      expectations: kit.gradients.map(({ name, path = [name] }, index) =>
        equal(name, outputOf(id, path), trusted({ gradient: id, index }, 'oracle'), 'gradient', kit.terms),
      ),
    };
  };
  return (random) => repeat(count, random, (source, i) => one(source, String(i)));
}
