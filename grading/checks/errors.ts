import type { Localized } from '../localized';
import type { WireValue } from '../task';
import type { TensorData } from '../tensor-data';
import { check, tensorArgument } from './cases';
import type { Check, Plan } from './check';

/** One row of a table of bad inputs. */
export interface BadInput {
  /** What is wrong with it, as the report says it: `a 1-D x`. */
  label: Localized;
  /** Tensors as they are; anything else as it goes over the wire. */
  args: readonly (TensorData | WireValue)[];
  /** Error class and parameter named; several where more than one rule is broken. */
  accept: readonly { name: 'TypeError' | 'RangeError'; param: string }[];
}

const isTensorData = (value: TensorData | WireValue): value is TensorData =>
  typeof value === 'object' && value !== null && 'values' in value && ArrayBuffer.isView(value.values);

/**
 * Kit E of the syllabus: a public and a hidden table of bad inputs. Each row wants its class of error, a message that
 * starts with `fn:` and names the parameter.
 */
export function errors(fn: string, publicRows: readonly BadInput[], hiddenRows: readonly BadInput[]): Check[] {
  const plan = (rows: readonly BadInput[]) => (): Plan => ({
    tasks: rows.map(({ args }, i) => ({
      id: String(i),
      do: 'call',
      fn,
      args: args.map((value) => (isTensorData(value) ? tensorArgument(value) : value)),
    })),
    expectations: rows.map(({ label, accept }, i) => ({
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

/** A float32 tensor of zeros, for tables of bad inputs. */
export function zeros(shape: readonly number[], dtype: 'float32' | 'int32' = 'float32'): TensorData {
  const size = shape.reduce((product, extent) => product * extent, 1);
  return { dtype, shape: [...shape], values: dtype === 'float32' ? new Float32Array(size) : new Int32Array(size) };
}

/** A float32 tensor of the given numbers. @example tensorOf([2, 2], [1, 2, 3, 4]) */
export function tensorOf(shape: readonly number[], values: readonly number[]): TensorData {
  return { dtype: 'float32', shape: [...shape], values: Float32Array.from(values) };
}
