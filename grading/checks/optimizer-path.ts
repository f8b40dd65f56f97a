import type { TensorData } from '../tensor-data';
import type { Argument } from './argument';
import { callTask, constant, equal, outputOf } from './cases';
import type { Plan } from './check';
import { tensorOf } from './errors';
import type { Options } from './optimizer';

/**
 * Steps of an optimizer on one vector, whose path is known without running an optimizer.
 *
 * @param gradients one per step: [steps][elements]
 * @param expected the parameters after each step: [steps][elements]
 */
export function optimizerPath({
  id = 'call',
  fn,
  start,
  state,
  gradients,
  options,
  expected,
}: {
  id?: string;
  fn: string;
  start: readonly number[];
  state: Record<string, TensorData[] | number>;
  gradients: readonly (readonly number[])[];
  options: Options;
  expected: readonly (readonly number[])[];
}): Plan {
  const shape = [start.length];
  const lists = gradients.map((gradient) => [tensorOf(shape, gradient)]);
  return {
    tasks: [
      callTask(id, { driver: 'optimizer-trajectory' }, [
        fn,
        [tensorOf(shape, start)],
        lists,
        state,
        options as Argument,
      ]),
    ],
    expectations: [
      equal(
        'params',
        outputOf(id, ['params']),
        constant(tensorOf([expected.length, start.length], expected.flat())),
        'gradient',
        10,
      ),
    ],
  };
}
