/** What turns tensors into JSON and back, apart from the schemas: the bundles that hold learner code carry no zod. */
import type { DType, EncodedTensor } from './tensor-data';

/**
 * A tensor outside any tensor library: row-major values, one number per element.
 * `values.length` is the product of `shape` (1 for rank 0).
 */
export interface TensorData {
  dtype: DType;
  shape: readonly number[];
  values: Values;
}

/** Elements of a tensor; plain JavaScript numbers (`float64`) keep their precision. */
export type Values = Float32Array | Int32Array | Float64Array;

const ARRAYS = { float32: Float32Array, float64: Float64Array, int32: Int32Array, bool: Int32Array };

/** Numbers as the elements of a tensor of this dtype. */
export function valuesOf(dtype: DType, numbers: Iterable<number> | ArrayLike<number>): Values {
  return ARRAYS[dtype].from(numbers as ArrayLike<number>);
}

/** Number of elements of a shape; 1 for rank 0. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, extent) => size * extent, 1);
}

/** JSON form of a tensor. */
export function encodeTensor(tensor: TensorData): EncodedTensor {
  const bytes = new Uint8Array(tensor.values.buffer, tensor.values.byteOffset, tensor.values.byteLength);
  let binary = '';
  for (let start = 0; start < bytes.length; start += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  }
  return { dtype: tensor.dtype, shape: [...tensor.shape], base64: btoa(binary) };
}

/**
 * The tensor that {@link encodeTensor} wrote.
 * @throws {RangeError} when the bytes do not fill the shape.
 */
export function decodeTensor(encoded: EncodedTensor): TensorData {
  const binary = atob(encoded.base64);
  // Large nets come through here: several times as fast as `Uint8Array.from`, which makes a string of each byte.
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  const Elements = ARRAYS[encoded.dtype];
  if (bytes.byteLength !== Elements.BYTES_PER_ELEMENT * sizeOf(encoded.shape)) {
    throw new RangeError(`decodeTensor: base64 must fill shape [${encoded.shape}], got ${bytes.byteLength} bytes`);
  }
  return { dtype: encoded.dtype, shape: encoded.shape, values: new Elements(bytes.buffer) };
}
