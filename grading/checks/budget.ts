import type { Argument, Inputs } from './argument';
import { callTask } from './cases';
import type { Check } from './check';

/** Tensors of a call may hold at most `ratio` times the bytes that the reference's hold at once. */
export function memoryBudget<A extends readonly Argument[]>(
  fn: string,
  inputs: Inputs<A>,
  ratio: number,
): Check['plan'] {
  return (random) => ({
    tasks: [callTask('call', fn, inputs(random))],
    expectations: [{ expect: 'bytes', task: 'call', ratio }],
  });
}

/**
 * A call launches one of some kernels, and none of others: that a convolution is made of matrix products, for example.
 * @example uses('conv1x1', image, { some: ['BatchMatMul'], none: ['Conv2D'] })
 */
export function uses<A extends readonly Argument[]>(
  fn: string,
  inputs: Inputs<A>,
  { some = [], none = [] }: { some?: string[]; none?: string[] },
): Check['plan'] {
  return (random) => ({
    tasks: [callTask('call', fn, inputs(random))],
    expectations: [{ expect: 'launches', task: 'call', some, none }],
  });
}

/**
 * A call may launch at most `ratio` times the kernels that the reference launches on the same inputs. Kernels are
 * counted, never the clock, so the verdict is the same on every machine.
 */
export function kernelBudget<A extends readonly Argument[]>(
  fn: string,
  inputs: Inputs<A>,
  ratio: number,
): Check['plan'] {
  return (random) => ({
    tasks: [callTask('call', fn, inputs(random))],
    expectations: [{ expect: 'kernels', task: 'call', ratio }],
  });
}
