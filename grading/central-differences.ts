import type { TensorData } from './tensor-data';

/** A tensor in double precision: what an independent reference in plain JavaScript takes and gives. */
export interface Tensor64 {
  shape: readonly number[];
  values: Float64Array;
}

/** A forward function in fp64, of the same arguments as the exercise's. */
export type Forward64 = (...inputs: Tensor64[]) => Tensor64;

/** Step relative to the size of what is moved. */
const STEP = 1e-4;

export function toTensor64({ shape, values }: Pick<TensorData, 'shape' | 'values'>): Tensor64 {
  return { shape: [...shape], values: Float64Array.from(values) };
}

/**
 * The gradient of Σ upstream ⊙ forward(...inputs) with respect to `inputs[index]`, by central differences in fp64 with
 * h = 1e-4·max(1, |x|).
 *
 * @example centralDifferences((x) => square(x), [x], ones, 0) // 2x
 */
export function centralDifferences(
  forward: Forward64,
  inputs: readonly TensorData[],
  upstream: TensorData,
  index: number,
): TensorData {
  const copies = inputs.map(toTensor64);
  const moved = copies[index] as Tensor64;
  const objective = () =>
    forward(...copies).values.reduce((sum, value, i) => sum + value * (upstream.values[i] as number), 0);
  const values = Float32Array.from(moved.values, (at, i) => {
    const h = STEP * Math.max(1, Math.abs(at));
    moved.values[i] = at + h;
    const above = objective();
    moved.values[i] = at - h;
    const below = objective();
    moved.values[i] = at;
    return (above - below) / (2 * h);
  });
  return { dtype: 'float32', shape: [...moved.shape], values };
}
