/** What turns tensors into JSON and back, apart from the schemas: the bundles that hold learner code carry no zod. */
import type { DType, EncodedTensor } from './tensor-data';

/**
 * A tensor outside any tensor library: row-major values, one number per element.
 * `values.length` is the product of `shape` (1 for rank 0).
 */
export interface TensorData {
  dtype: DType;
  shape: readonly number[];
  values: Float32Array | Int32Array;
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
  const bytes = Uint8Array.from(atob(encoded.base64), (character) => character.charCodeAt(0));
  if (bytes.byteLength !== 4 * sizeOf(encoded.shape)) {
    throw new RangeError(`decodeTensor: base64 must fill shape [${encoded.shape}], got ${bytes.byteLength} bytes`);
  }
  const values = encoded.dtype === 'float32' ? new Float32Array(bytes.buffer) : new Int32Array(bytes.buffer);
  return { dtype: encoded.dtype, shape: encoded.shape, values };
}
