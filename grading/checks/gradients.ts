import { centralDifferences, type Forward64 } from '../central-differences';
import type { Random } from '../random';
import { encodeTensor, type TensorData } from '../tensor-data';
import { asReference, check, joinPlans, repeat, vjpTask } from './cases';
import type { Check, Plan } from './check';
import type { Inputs } from './tensor-forward';

export interface Gradients {
  fn: string;
  /** Names of the arguments, all of them tensors, all differentiated. */
  inputs: readonly string[];
  /** Shape of the output for these arguments. */
  outputShape: (inputs: readonly TensorData[]) => number[];
  /** Public; a mistake is recognised by at least two of them. */
  values: readonly Inputs[];
  fresh: Inputs;
  /** At most 64 elements per argument: each is moved twice. */
  small: Inputs;
  /** Extreme inputs on which every gradient must exist and be finite. */
  stress: readonly Inputs[];
  /** The independent forward in double precision. */
  forward64: Forward64;
  terms: number;
}

const FRESH_SEEDS = 10;

/** How the gradient with respect to an argument is called in a report. */
export const gradientLabel = (input: string): string => `∂L/∂${input}`;

/**
 * Kit G of the syllabus, four checks on automatic gradients of the learner's own forward, for every argument and every
 * element: against the reference, on ten fresh seeds, against fp64 central differences, connected and finite.
 */
export function gradients(kit: Gradients): Check[] {
  const { fn, terms } = kit;
  const upstreamFor = (inputs: TensorData[], random: Random) => random.fork('upstream').normal(kit.outputShape(inputs));
  const asReferences = (make: Inputs, random: Random, id: string): Plan => {
    const inputs = make(random);
    return {
      tasks: [vjpTask(id, fn, inputs, upstreamFor(inputs, random))],
      expectations: kit.inputs.map((name, index) =>
        asReference(gradientLabel(name), { gradient: id, index }, 'gradient', terms),
      ),
    };
  };
  const differences: Check['plan'] = (random) => {
    const inputs = kit.small(random);
    const upstream = upstreamFor(inputs, random);
    return {
      tasks: [vjpTask('vjp', fn, inputs, upstream)],
      expectations: kit.inputs.map((name, index) => ({
        expect: 'equal',
        label: gradientLabel(name),
        actual: { gradient: 'vjp', index },
        expected: { tensor: encodeTensor(centralDifferences(kit.forward64, inputs, upstream, index)) },
        tolerance: 'differences',
        terms,
      })),
    };
  };
  const finite = (make: Inputs, random: Random, id: string): Plan => {
    const inputs = make(random);
    return {
      tasks: [vjpTask(id, fn, inputs, upstreamFor(inputs, random))],
      expectations: kit.inputs.map((name, index) => ({
        expect: 'finite',
        label: gradientLabel(name),
        actual: { gradient: id, index },
      })),
    };
  };
  const each =
    (cases: readonly Inputs[], plan: typeof finite): Check['plan'] =>
    (random) =>
      joinPlans(cases.map((make, i) => plan(make, random.fork(`case ${i}`), String(i))));
  const after = { requires: ['shape'] };

  return [
    check('gradient', 'gradient', 'public', { en: 'Gradients', ko: '기울기' }, each(kit.values, asReferences), after),
    check(
      'gradient-fresh-seeds',
      'gradient',
      'hidden',
      { en: 'Gradients on ten fresh inputs', ko: '새로운 입력 10개에서의 기울기' },
      (random) => repeat(FRESH_SEEDS, random, (source, i) => asReferences(kit.fresh, source, String(i))),
      after,
    ),
    check(
      'gradient-differences',
      'gradient',
      'public',
      { en: 'Gradients against central differences', ko: '중앙 차분과 비교한 기울기' },
      differences,
      after,
    ),
    check(
      'gradient-finite',
      'gradient',
      'public',
      { en: 'Every gradient exists and is finite', ko: '모든 기울기가 존재하고 유한함' },
      each(kit.stress, finite),
      after,
    ),
  ];
}
