import { callTask } from './cases';
import type { Check } from './check';
import type { Inputs } from './tensor-forward';

/**
 * A call may launch at most `ratio` times the kernels that the reference launches on the same inputs. Kernels are
 * counted, never the clock, so the verdict is the same on every machine.
 */
export function kernelBudget(fn: string, inputs: Inputs, ratio: number): Check['plan'] {
  return (random) => ({
    tasks: [callTask('call', fn, inputs(random))],
    expectations: [{ expect: 'kernels', task: 'call', ratio }],
  });
}
