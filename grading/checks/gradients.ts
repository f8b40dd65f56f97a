import { centralDifferences, type Forward64 } from '../central-differences';
import type { Random } from '../random';
import type { TensorData } from '../tensor-data';
import type { Argument, Inputs, Path } from './argument';
import { asReference, check, constant, each, equal, joinPlans, type OutputSpec, repeat, vjpTask } from './cases';
import type { Check, Plan } from './check';

/** A tensor among the arguments that is differentiated. */
export interface Wrt {
  /** In the exercise's symbols: `W`. */
  name: string;
  /** Where it is in the arguments: `[1]`, `[1, 0, 'w']`. */
  path: Path;
}

export interface Gradients<A extends readonly Argument[] = readonly TensorData[]> {
  fn: string;
  /** Each is differentiated by itself, with an upstream gradient of its own. */
  outputs: readonly OutputSpec<A>[];
  wrt: readonly Wrt[];
  /** Public; a mistake is recognised by at least two of them. */
  values: readonly Inputs<A>[];
  fresh: Inputs<A>;
  /** At most 64 elements per differentiated tensor: each is moved twice. */
  small: Inputs<A>;
  /** Extreme inputs on which every gradient must exist and be finite. */
  stress: readonly Inputs<A>[];
  /** The independent forward in double precision. */
  forward64: Forward64;
  terms: number;
}

const FRESH_SEEDS = 10;

/** How the gradient with respect to an argument is called in a report. */
export const gradientLabel = (input: string, output = 'L'): string => `∂${output}/∂${input}`;

/**
 * Kit G of the syllabus, four checks on automatic gradients of the learner's own forward, for every argument named and
 * every element: against the reference, on ten fresh seeds, against fp64 central differences, connected and finite.
 */
export function gradients<A extends readonly Argument[]>(kit: Gradients<A>): Check[] {
  const { fn, terms, outputs, wrt } = kit;
  const paths = wrt.map(({ path }) => path);
  const labelOf = (name: string, output: OutputSpec<A>) =>
    outputs.length === 1 ? gradientLabel(name) : gradientLabel(name, output.label);

  /** One task per output, and what must hold of each gradient that it gives. */
  const differentiated = (
    args: A,
    id: string,
    random: Random,
    expectation: (
      task: string,
      index: number,
      label: string,
      upstream: TensorData,
      output: number,
    ) => Plan['expectations'][number],
  ): Plan =>
    joinPlans(
      outputs.map((output, at): Plan => {
        const task = outputs.length === 1 ? id : `${id}.${output.label}`;
        const upstream = random.fork(`upstream ${output.label}`).normal(output.shape(args));
        return {
          tasks: [vjpTask(task, fn, args, paths, upstream, output.path)],
          expectations: wrt.map(({ name }, index) => expectation(task, index, labelOf(name, output), upstream, at)),
        };
      }),
    );

  const asReferences = (args: A, id: string, random: Random): Plan =>
    differentiated(args, id, random, (task, index, label) =>
      asReference(label, { gradient: task, index }, 'gradient', terms),
    );
  const differences: Check['plan'] = (random) => {
    const args = kit.small(random);
    return differentiated(args, 'vjp', random, (task, index, label, upstream, output) =>
      equal(
        label,
        { gradient: task, index },
        constant(centralDifferences(kit.forward64, args, upstream, paths[index] as Path, output)),
        'differences',
        terms,
      ),
    );
  };
  const finite = (args: A, id: string, random: Random): Plan =>
    differentiated(args, id, random, (task, index, label) => ({
      expect: 'finite',
      label,
      actual: { gradient: task, index },
    }));
  const after = { requires: ['shape'] };

  return [
    check('gradient', 'gradient', 'public', { en: 'Gradients', ko: '기울기' }, each(kit.values, asReferences), after),
    check(
      'gradient-fresh-seeds',
      'gradient',
      'hidden',
      { en: 'Gradients on ten fresh inputs', ko: '새로운 입력 10개에서의 기울기' },
      (random) => repeat(FRESH_SEEDS, random, (source, i) => asReferences(kit.fresh(source), String(i), source)),
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
