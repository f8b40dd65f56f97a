import { sizeOf, type TensorData, valuesOf } from '../tensor-data';

/** The same elements in another order; undefined where a tensor's rank does not allow it. */
export type Arrangement = (tensor: TensorData) => TensorData | undefined;

function gather({ dtype, values }: TensorData, shape: readonly number[], from: (flat: number) => number): TensorData {
  return {
    dtype,
    shape,
    values: valuesOf(
      dtype,
      Array.from(values, (_, i) => values[from(i)] as number),
    ),
  };
}

/** Rank 2: rows become columns. */
export const transposed: Arrangement = (tensor) => {
  const [rows, columns] = tensor.shape as [number, number];
  if (tensor.shape.length !== 2) return undefined;
  return gather(tensor, [columns, rows], (i) => (i % rows) * columns + Math.floor(i / rows));
};

/** One axis in reverse order. */
export const reversed =
  (axis: number): Arrangement =>
  (tensor) => {
    const extent = tensor.shape[axis];
    if (extent === undefined) return undefined;
    const inner = sizeOf(tensor.shape.slice(axis + 1));
    return gather(tensor, tensor.shape, (i) => {
      const at = Math.floor(i / inner) % extent;
      return i + (extent - 1 - 2 * at) * inner;
    });
  };

/** Sum over one axis, which goes. */
export function summed({ shape, values }: TensorData, axis: number): TensorData {
  const extent = shape[axis] as number;
  const inner = sizeOf(shape.slice(axis + 1));
  const sums = new Float32Array(values.length / extent);
  values.forEach((value, i) => {
    const at = Math.floor(i / (extent * inner)) * inner + (i % inner);
    sums[at] = (sums[at] as number) + value;
  });
  return { dtype: 'float32', shape: shape.filter((_, i) => i !== axis), values: sums };
}
