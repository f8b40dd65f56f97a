import type { Observation, WireValue } from '../task';
import { encodeTensor, type TensorData } from '../tensor-data';

/** A float32 tensor for tests. */
export function tensor(shape: readonly number[], ...values: number[]): TensorData {
  return { dtype: 'float32', shape: [...shape], values: Float32Array.from(values) };
}

const isTensorData = (value: TensorData | WireValue): value is TensorData =>
  typeof value === 'object' && value !== null && 'values' in value && ArrayBuffer.isView(value.values);

/** What a runner says of a call that returned this. */
export function returned(task: string, value: TensorData | WireValue, more: Partial<Observation> = {}): Observation {
  const wire = isTensorData(value) ? { $tensor: encodeTensor(value) } : value;
  return {
    task,
    ms: 1,
    result: { type: 'returned', value: wire },
    leaked: 0,
    inputs: 'intact',
    kernels: { Add: 1 },
    peakBytes: 8,
    ...more,
  };
}

/** What a runner says of a call that threw. */
export function threw(task: string, name: string, message: string): Observation {
  return {
    ...returned(task, null),
    result: { type: 'threw', thrown: { name, message, location: { line: 3, column: 1 } } },
  };
}

/** Observations by task. */
export function seen(...observations: Observation[]): Map<string, Observation> {
  return new Map(observations.map((observation) => [observation.task, observation]));
}
