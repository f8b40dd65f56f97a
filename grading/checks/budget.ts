import type { Argument, Inputs } from './argument';
import { callTask } from './cases';
import type { Check } from './check';

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
