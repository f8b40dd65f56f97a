import type { ToleranceName } from '../tolerance';
import type { Argument, Inputs, Path } from './argument';
import { asReference, type Callee, callTask, check, constant, each, equal, plainOf, repeat } from './cases';
import type { Check, Plan } from './check';
import { numbersOf, tensorOf } from './errors';

/** Plain numbers within a result. */
export interface NumbersSpec {
  /** In the exercise's symbols: `w`, `losses`. */
  label: string;
  path: Path;
  /** `plain` (1e-9) unless said otherwise; `exact` for integers, indices and booleans. */
  tolerance?: ToleranceName;
}

/** One row of a table that can be followed by hand. */
export interface KnownNumbers<A extends readonly Argument[]> {
  args: A;
  /** By label: a number, a boolean, or a list of either. */
  expected: Readonly<Record<string, number | boolean | readonly number[] | readonly boolean[]>>;
}

export interface Numbers<A extends readonly Argument[]> {
  /** The function, or the driver that calls it. */
  callee: Callee;
  outputs: readonly NumbersSpec[];
  /** Public, worked out by hand. */
  table: readonly KnownNumbers<A>[];
  /** Public, against the reference; a mistake is recognised by at least two of these or of the table. */
  values: readonly Inputs<A>[];
  fresh: Inputs<A>;
  /** Hidden: at the edges of what is allowed. */
  boundary: readonly Inputs<A>[];
  /** How many hidden random cases; 200 unless a call is slow. */
  cases?: number;
}

const FRESH_CASES = 200;

function asTensor(value: number | boolean | readonly number[] | readonly boolean[]) {
  const list = Array.isArray(value) ? (value as readonly (number | boolean)[]) : [value as number | boolean];
  const shape = Array.isArray(value) ? [list.length] : [];
  const isBool = list.length > 0 && list.every((entry) => typeof entry === 'boolean');
  return isBool ? tensorOf(shape, list.map(Number), 'bool') : numbersOf(shape, list.map(Number));
}

/**
 * Kit N of the syllabus, five checks on a function of plain numbers: a public table, two hundred hidden random cases,
 * arguments left alone, boundary values, and results that are numbers in every place (a NaN where none is due fails).
 */
export function numbers<A extends readonly Argument[]>(kit: Numbers<A>): Check[] {
  const { callee, outputs } = kit;
  const values = (args: A, id: string): Plan => ({
    tasks: [callTask(id, callee, args)],
    expectations: outputs.map(({ label, path, tolerance = 'plain' }) =>
      asReference(label, plainOf(id, path), tolerance, 1),
    ),
  });
  const table: Check['plan'] = () => ({
    tasks: kit.table.map(({ args }, i) => callTask(`row ${i}`, callee, args)),
    expectations: kit.table.flatMap(({ expected }, i) =>
      outputs.flatMap(({ label, path, tolerance = 'plain' }) => {
        const due = expected[label];
        return due === undefined
          ? []
          : [equal(label, plainOf(`row ${i}`, path), constant(asTensor(due)), tolerance, 1)];
      }),
    ),
  });
  const intact: Check['plan'] = (random) => {
    const args = kit.fresh(random);
    return {
      tasks: [callTask('first', callee, args), callTask('second', callee, args)],
      expectations: [
        { expect: 'intact', task: 'first' },
        { expect: 'intact', task: 'second' },
        ...outputs.map(({ label, path }) =>
          equal(`${label} (2nd call)`, plainOf('second', path), plainOf('first', path), 'exact', 1),
        ),
      ],
    };
  };

  return [
    check('table', 'value', 'public', { en: 'Cases worked by hand', ko: '손으로 계산한 예' }, table),
    check('values', 'value', 'public', { en: 'Values', ko: '값' }, each(kit.values, values)),
    check(
      'arguments-intact',
      'purity',
      'public',
      { en: 'Arguments stay intact, calls agree', ko: '인수 보존과 반복 호출 일치' },
      intact,
    ),
    check('boundary', 'value', 'hidden', { en: 'Boundary values', ko: '경계값' }, each(kit.boundary, values)),
    check('fresh-cases', 'value', 'hidden', { en: 'Fresh random cases', ko: '새로운 무작위 입력' }, (random) =>
      repeat(kit.cases ?? FRESH_CASES, random, (source, i) => values(kit.fresh(source), String(i))),
    ),
  ];
}
