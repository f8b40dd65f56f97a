import type { TensorData } from '../tensor-data';
import type { ToleranceName } from '../tolerance';
import type { Argument, Inputs } from './argument';
import { asReference, callTask, check, each, equal, type OutputSpec, outputOf, repeat } from './cases';
import type { Check, Plan } from './check';

export interface TensorForward<A extends readonly Argument[] = readonly TensorData[]> {
  fn: string;
  outputs: readonly OutputSpec<A>[];
  /** Three or so sizes, no two extents alike, for shape and dtype. */
  shapes: readonly Inputs<A>[];
  /** Public values; a mistake is recognised by at least two of them. */
  values: readonly Inputs<A>[];
  /** Batch or length 1. */
  one: readonly Inputs<A>[];
  /** Fresh sizes and numbers on each call, odd and non-square extents included. */
  fresh: Inputs<A>;
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
export function tensorForward<A extends readonly Argument[]>(kit: TensorForward<A>): Check[] {
  const { fn, outputs, terms, tolerance = 'forward' } = kit;
  const shapes = (args: A, id: string): Plan => ({
    tasks: [callTask(id, fn, args)],
    expectations: outputs.map(({ label, path, shape, dtype = 'float32' }) => ({
      expect: 'shape',
      label,
      actual: outputOf(id, path),
      shape: shape(args),
      dtype,
    })),
  });
  const values = (args: A, id: string): Plan => ({
    tasks: [callTask(id, fn, args)],
    expectations: outputs.map(({ label, path }) => asReference(label, outputOf(id, path), tolerance, terms)),
  });
  const purity: Check['plan'] = (random) => {
    const args = kit.fresh(random);
    return {
      tasks: [callTask('first', fn, args), callTask('second', fn, args)],
      expectations: [
        { expect: 'intact', task: 'first' },
        { expect: 'intact', task: 'second' },
        ...outputs.map(({ label, path }) =>
          // Not to the last bit: what a GPU adds up atomically (`tf.scatterND`) comes in any order.
          equal(`${label} (2nd call)`, outputOf('second', path), outputOf('first', path), tolerance, terms),
        ),
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
