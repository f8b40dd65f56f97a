import { centralDifferences, type Forward64 } from '../central-differences';
import { encodeTensor, type TensorData } from '../tensor-data';
import { asReference, callTask, check, joinPlans, repeat, trusted, vjpTask } from './cases';
import type { Check, Plan } from './check';
import type { Expression } from './expectation';
import type { Inputs } from './tensor-forward';

/** One gradient that a hand-written backward returns. */
export interface BackwardGradient {
  /** Key in the result and label in the report: `dx`. */
  name: string;
  /** Which argument of the forward it belongs to. */
  argument: number;
  /** It has a batch axis 0 itself (the gradient of an input); otherwise it sums over the batch (of a parameter). */
  batched: boolean;
}

export interface Backward {
  fn: string;
  gradients: readonly BackwardGradient[];
  /** Index of the upstream gradient among the arguments. */
  upstream: number;
  /** Indices of the arguments with a batch axis 0, the upstream gradient included. */
  batchArguments: readonly number[];
  /** Arguments of the forward for arguments of the backward. */
  forwardInputs: (inputs: readonly TensorData[]) => TensorData[];
  forward64: Forward64;
  values: readonly Inputs[];
  fresh: Inputs;
  /** At most 64 elements per argument. */
  small: Inputs;
  terms: number;
}

const FRESH_SEEDS = 20;

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

/**
 * Kit B of the syllabus, six checks on a hand-written backward that returns an object of gradients: shapes, values,
 * twenty fresh seeds, fp64 central differences, linearity in the upstream gradient, additivity over the batch.
 */
export function backward(kit: Backward): Check[] {
  const { fn, gradients, terms } = kit;
  const output = (task: string, name: string): Expression => ({ output: task, path: [name] });
  const values = (inputs: TensorData[], id: string): Plan => ({
    tasks: [callTask(id, fn, inputs)],
    expectations: gradients.map(({ name }) => asReference(name, output(id, name), 'gradient', terms)),
  });
  const shapes: Check['plan'] = (random) => {
    const inputs = kit.fresh(random);
    return {
      tasks: [callTask('call', fn, inputs)],
      expectations: gradients.map(({ name, argument }) => ({
        expect: 'shape',
        label: name,
        actual: output('call', name),
        shape: [...(kit.forwardInputs(inputs)[argument] as TensorData).shape],
        dtype: 'float32',
      })),
    };
  };
  const differences: Check['plan'] = (random) => {
    const inputs = kit.small(random);
    const upstream = inputs[kit.upstream] as TensorData;
    return {
      tasks: [callTask('call', fn, inputs)],
      expectations: gradients.map(({ name, argument }) => ({
        expect: 'equal',
        label: name,
        actual: output('call', name),
        expected: {
          tensor: encodeTensor(centralDifferences(kit.forward64, kit.forwardInputs(inputs), upstream, argument)),
        },
        tolerance: 'differences',
        terms,
      })),
    };
  };
  const linearity: Check['plan'] = (random) => {
    const inputs = kit.fresh(random);
    const first = inputs[kit.upstream] as TensorData;
    const second = random.fork('second upstream').normal(first.shape);
    const using = (upstream: TensorData) => inputs.map((input, i) => (i === kit.upstream ? upstream : input));
    return {
      tasks: [
        callTask('first', fn, inputs),
        callTask('second', fn, using(second)),
        callTask('both', fn, using(combineRows([2, -1], [first, second]))),
      ],
      expectations: gradients.map(({ name }) => ({
        expect: 'equal',
        label: `${name}(2·dY₁ − dY₂)`,
        actual: output('both', name),
        expected: {
          combine: [
            { factor: 2, of: output('first', name) },
            { factor: -1, of: output('second', name) },
          ],
        },
        tolerance: 'gradient',
        terms,
      })),
    };
  };
  const additivity: Check['plan'] = (random) => {
    const first = kit.fresh(random);
    const fork = random.fork('second batch');
    const second = first.map((input, i) => (kit.batchArguments.includes(i) ? fork.normal(input.shape) : input));
    const both = first.map((input, i) =>
      kit.batchArguments.includes(i) ? concatRows(input, second[i] as TensorData) : input,
    );
    return {
      tasks: [callTask('first', fn, first), callTask('second', fn, second), callTask('both', fn, both)],
      expectations: gradients.map(({ name, batched }) => {
        const parts = [output('first', name), output('second', name)];
        return {
          expect: 'equal',
          label: `${name}(A, B)`,
          actual: output('both', name),
          expected: batched ? { concat: parts } : { combine: parts.map((of) => ({ factor: 1, of })) },
          tolerance: 'gradient',
          terms,
        };
      }),
    };
  };
  const after = { requires: ['backward-shape'] };

  return [
    check(
      'backward-shape',
      'backward',
      'public',
      { en: "Each gradient has its input's shape", ko: '기울기와 입력의 형태 일치' },
      shapes,
    ),
    check('backward-values', 'backward', 'public', { en: 'Gradients', ko: '기울기' }, (random) =>
      joinPlans(kit.values.map((make, i) => values(make(random.fork(`case ${i}`)), String(i)))),
    ),
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
    check(
      'linearity',
      'property',
      'public',
      { en: 'Linear in the upstream gradient', ko: '상류 기울기에 대한 선형성' },
      linearity,
      after,
    ),
    check(
      'batch-additivity',
      'property',
      'public',
      { en: 'Batches add up', ko: '배치에 대한 가법성' },
      additivity,
      after,
    ),
  ];
}

/**
 * A backward against the automatic gradient of the forward in the folder's `oracle.ts`, on fresh hidden inputs.
 *
 * @param forward name of the forward function in `oracle.ts`.
 */
export function agreesWithAutodiff(kit: Backward, forward: string, count: number): Check['plan'] {
  return (random) =>
    repeat(count, random, (source, i) => {
      const inputs = kit.fresh(source);
      const upstream = inputs[kit.upstream] as TensorData;
      const id = String(i);
      return {
        tasks: [callTask(id, kit.fn, inputs)],
        oracleTasks: [vjpTask(id, forward, kit.forwardInputs(inputs), upstream)],
        expectations: kit.gradients.map(({ name, argument }) => ({
          expect: 'equal',
          label: name,
          actual: { output: id, path: [name] },
          expected: trusted({ gradient: id, index: argument }, 'oracle'),
          tolerance: 'gradient',
          terms: kit.terms,
        })),
      };
    });
}
