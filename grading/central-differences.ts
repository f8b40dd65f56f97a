import { type Argument, isTensorData, type Path } from './checks/argument';
import type { TensorData } from './tensor-data';

/** A tensor in double precision: what an independent reference in plain JavaScript takes and gives. */
export interface Tensor64 {
  shape: readonly number[];
  values: Float64Array;
}

/**
 * A forward function in fp64: the exercise's arguments with every tensor as a `Tensor64`. Several outputs come in the order
 * of the check's.
 */
export type Forward64 = (...args: never[]) => Tensor64 | readonly Tensor64[];

/** Step relative to the size of what is moved. */
const STEP = 1e-4;

export function toTensor64({ shape, values }: Pick<TensorData, 'shape' | 'values'>): Tensor64 {
  return { shape: [...shape], values: Float64Array.from(values) };
}

/** A copy of arguments with every tensor in double precision. */
function toArguments64(value: unknown): unknown {
  if (isTensorData(value)) return toTensor64(value);
  if (Array.isArray(value)) return value.map(toArguments64);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, toArguments64(entry)]));
}

/**
 * The gradient of Σ upstream ⊙ forward(...args) with respect to the tensor at `path` of the arguments, by central
 * differences in fp64 with h = 1e-4·max(1, |x|).
 *
 * @param output which of several outputs the upstream gradient belongs to.
 * @example centralDifferences((x) => square(x), [x], ones, [0]) // 2x
 */
export function centralDifferences(
  forward: Forward64,
  args: readonly Argument[],
  upstream: TensorData,
  path: Path,
  output = 0,
): TensorData {
  const copies = toArguments64(args) as never[];
  const moved = path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], copies) as Tensor64;
  const objective = () => {
    const result = forward(...copies);
    const { values } = (Array.isArray(result) ? result[output] : result) as Tensor64;
    return values.reduce((sum, value, i) => sum + value * (upstream.values[i] as number), 0);
  };
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
