import type { Localized } from '../localized';
import { sizeOf, type TensorData, valuesOf } from '../tensor-data';
import type { Argument } from './argument';
import { type Callee, callTask, check } from './cases';
import type { Check, Plan } from './check';

/** One row of a table of bad inputs. */
export interface BadInput {
  /** What is wrong with it, as the report says it: `a 1-D x`. */
  label: Localized;
  args: readonly Argument[];
  /** Error class and parameter named; several where more than one rule is broken. */
  accept: readonly { name: 'TypeError' | 'RangeError'; param: string }[];
  /** Another function than the table's. */
  fn?: string;
  /** Calls the function, where an argument must be a function; the function's name is still the message's. */
  driver?: string;
}

/**
 * Kit E of the syllabus: a public and a hidden table of bad inputs. Each row wants its class of error, a message that
 * starts with `fn:` and names the parameter.
 */
export function errors(tableFn: string, publicRows: readonly BadInput[], hiddenRows: readonly BadInput[]): Check[] {
  const calleeOf = ({ fn = tableFn, driver }: BadInput): Callee => (driver === undefined ? fn : { driver });
  const plan = (rows: readonly BadInput[]) => (): Plan => ({
    tasks: rows.map((row, i) => callTask(String(i), calleeOf(row), row.args)),
    expectations: rows.map(({ fn = tableFn, label, accept }, i) => ({
      expect: 'throws',
      task: String(i),
      fn,
      label,
      accept: [...accept],
    })),
  });
  return [
    check(
      'bad-input',
      'throws',
      'public',
      { en: 'Errors on bad input', ko: '잘못된 입력에 대한 오류' },
      plan(publicRows),
    ),
    check(
      'more-bad-input',
      'throws',
      'hidden',
      { en: 'Errors on more bad input', ko: '다른 잘못된 입력에 대한 오류' },
      plan(hiddenRows),
    ),
  ];
}

/** A tensor of zeros, for tables of bad inputs. */
export function zeros(shape: readonly number[], dtype: 'float32' | 'int32' = 'float32'): TensorData {
  return { dtype, shape: [...shape], values: valuesOf(dtype, new Float32Array(sizeOf(shape))) };
}

/** A tensor of the given numbers, float32 unless said otherwise. @example tensorOf([2, 2], [1, 2, 3, 4]) */
export function tensorOf(
  shape: readonly number[],
  values: readonly number[],
  dtype: TensorData['dtype'] = 'float32',
): TensorData {
  return { dtype, shape: [...shape], values: valuesOf(dtype, values) };
}

/** Plain numbers as the expected side of a comparison with {@link plainOf}. @example numbersOf([2], [0.5, 0.5]) */
export function numbersOf(shape: readonly number[], values: readonly number[]): TensorData {
  return tensorOf(shape, values, 'float64');
}
