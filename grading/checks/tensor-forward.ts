import type { Random } from '../random';
import type { TensorData } from '../tensor-data';
import type { ToleranceName } from '../tolerance';
import { asReference, callTask, check, joinPlans, type OutputSpec, repeat } from './cases';
import type { Check, Plan } from './check';

/** Inputs that a check is run on; from small to large. */
export type Inputs = (random: Random) => TensorData[];

export interface TensorForward {
  fn: string;
  outputs: readonly OutputSpec[];
  /** Three or so sizes, no two extents alike, for shape and dtype. */
  shapes: readonly Inputs[];
  /** Public values; a mistake is recognised by at least two of them. */
  values: readonly Inputs[];
  /** Batch or length 1. */
  one: readonly Inputs[];
  /** Fresh sizes and numbers on each call, odd and non-square extents included. */
  fresh: Inputs;
  /** Longest reduction behind an element. */
  terms: number;
  tolerance?: ToleranceName;
}

const FRESH_SEEDS = 20;

/**
 * Kit T of the syllabus, six checks: shape and dtype, values, purity, leak, batch of one, twenty fresh seeds.
 *
 * @example
 * tensorForward({ fn: 'dense', outputs: [{ label: 'Y', path: [], shape: ([x, w]) => [x.shape[0], w.shape[1]] }], … })
 */
export function tensorForward(kit: TensorForward): Check[] {
  const { fn, outputs, terms, tolerance = 'forward' } = kit;
  const shapes = (inputs: TensorData[], id: string): Plan => ({
    tasks: [callTask(id, fn, inputs)],
    expectations: outputs.map(({ label, path, shape }) => ({
      expect: 'shape',
      label,
      actual: { output: id, path },
      shape: shape(inputs),
      dtype: 'float32',
    })),
  });
  const values = (inputs: TensorData[], id: string): Plan => ({
    tasks: [callTask(id, fn, inputs)],
    expectations: outputs.map(({ label, path }) => asReference(label, { output: id, path }, tolerance, terms)),
  });
  const each =
    (cases: readonly Inputs[], plan: (inputs: TensorData[], id: string) => Plan): Check['plan'] =>
    (random) =>
      joinPlans(cases.map((make, i) => plan(make(random.fork(`case ${i}`)), String(i))));
  const purity: Check['plan'] = (random) => {
    const inputs = kit.fresh(random);
    return {
      tasks: [callTask('first', fn, inputs), callTask('second', fn, inputs)],
      expectations: [
        { expect: 'intact', task: 'first' },
        { expect: 'intact', task: 'second' },
        ...outputs.map(({ label, path }) => ({
          expect: 'equal' as const,
          label: `${label} (2nd call)`,
          actual: { output: 'second', path },
          expected: { output: 'first', path },
          tolerance: 'exact' as const,
          terms: 1,
        })),
      ],
    };
  };
  const leak: Check['plan'] = (random) => ({
    tasks: [callTask('call', fn, kit.fresh(random))],
    expectations: [{ expect: 'no-leak', task: 'call' }],
  });

  return [
    check('shape', 'value', 'public', { en: 'Shape and dtype', ko: '형태와 dtype' }, each(kit.shapes, shapes)),
    check('values', 'value', 'public', { en: 'Values', ko: '값' }, each(kit.values, values)),
    check(
      'purity',
      'purity',
      'public',
      { en: 'Inputs stay intact, calls agree', ko: '입력 보존과 반복 호출 일치' },
      purity,
    ),
    check('no-leak', 'leak', 'hidden', { en: 'No tensor left behind', ko: '남는 텐서 없음' }, leak, {
      requires: ['shape'],
    }),
    check('batch-of-one', 'value', 'hidden', { en: 'Batch of one', ko: '크기 1인 배치' }, each(kit.one, values), {
      requires: ['shape'],
    }),
    check(
      'fresh-seeds',
      'value',
      'hidden',
      { en: 'Twenty fresh inputs', ko: '새로운 입력 20개' },
      (random) => repeat(FRESH_SEEDS, random, (source, i) => values(kit.fresh(source), String(i))),
      { requires: ['shape'] },
    ),
  ];
}
