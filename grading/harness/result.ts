import type { Tensor } from '@tensorflow/tfjs-core';
import type { WireValue } from '../task';
import { encodeTensor, valuesOf } from '../tensor-codec';
import type { DType, EncodedTensor } from '../tensor-data';
import type { Tf } from './events';

/** Most elements that all tensors of one result may have together: 16 MiB. */
export const MAX_RESULT_ELEMENTS = 4 * 1024 * 1024;
const MAX_ENTRIES = 10_000;
const MAX_DEPTH = 20;
const DTYPES: ReadonlySet<string> = new Set<DType>(['float32', 'int32', 'bool']);

/** A returned value that is no data: what it is, and where in the result. */
export class InvalidResult extends Error {
  constructor(
    readonly what: string,
    readonly path: string,
  ) {
    super(`${path}: ${what}`);
  }
}

/** Reads the values of a tensor; asynchronous on a GPU. */
export type ReadTensor = (tensor: Tensor) => Promise<ArrayLike<number>>;

/** The tensor as JSON. */
export async function encodeLibraryTensor(tensor: Tensor, read: ReadTensor): Promise<EncodedTensor> {
  const values = await read(tensor);
  const dtype = tensor.dtype as DType;
  return encodeTensor({
    dtype,
    shape: tensor.shape,
    values: valuesOf(dtype, values),
  });
}

const dotted = (path: string, key: string | number) =>
  typeof key === 'number' ? `${path}[${key}]` : `${path}${path && '.'}${key}`;

function nameOf(value: object): string {
  const maker: unknown = value.constructor;
  return typeof maker === 'function' && maker.name ? maker.name.slice(0, 80) : 'object';
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** A value without its tensors, and the tensors that go where the holes are. */
export interface CheckedResult {
  tensors: Set<Tensor>;
  /** Reads the tensors and gives the whole result as JSON. */
  encode(read: ReadTensor): Promise<WireValue>;
}

/**
 * Checks that a returned value is data: tensors, numbers, strings, booleans, null, and arrays and plain objects of them.
 * @throws {InvalidResult} for a promise, a function, undefined, a disposed tensor, a class instance, or too much of it.
 */
export function checkResult(tf: Tf, result: unknown): CheckedResult {
  const tensors = new Set<Tensor>();
  let elements = 0;
  let entries = 0;

  function checkTensor(tensor: Tensor, path: string): void {
    if (tensor.isDisposed) throw new InvalidResult('disposed-tensor', path);
    if (!DTYPES.has(tensor.dtype)) throw new InvalidResult(`${tensor.dtype}-tensor`, path);
    // tf.slice past an end makes one; a stride that is no number makes NaN.
    if (!tensor.shape.every((extent) => extent >= 0)) throw new InvalidResult('negative-extent', path);
    if (tensor.rank > 8) throw new InvalidResult(`rank-${tensor.rank}-tensor`, path);
    if (!tensors.has(tensor)) elements += tensor.size;
    tensors.add(tensor);
    if (elements > MAX_RESULT_ELEMENTS) throw new InvalidResult('too-large', path);
  }

  function checkEntries(value: object, path: string, depth: number): void {
    if (depth > MAX_DEPTH) throw new InvalidResult('too-deep', path);
    for (const [key, entry] of Object.entries(value)) {
      entries += 1;
      if (entries > MAX_ENTRIES) throw new InvalidResult('too-large', path);
      if (key.startsWith('$')) throw new InvalidResult('key-with-$', dotted(path, key));
      check(entry, dotted(path, Array.isArray(value) ? Number(key) : key.slice(0, 100)), depth + 1);
    }
  }

  function check(value: unknown, path: string, depth: number): void {
    if (value === null || typeof value === 'boolean' || typeof value === 'number') return;
    if (typeof value === 'string' && value.length <= MAX_ENTRIES) return;
    if (typeof value !== 'object') throw new InvalidResult(typeof value, path);
    if (value instanceof tf.Tensor) {
      checkTensor(value, path);
      return;
    }
    if (typeof (value as { then?: unknown }).then === 'function') throw new InvalidResult('promise', path);
    if (!ArrayBuffer.isView(value) && !Array.isArray(value) && !isPlain(value)) {
      throw new InvalidResult(nameOf(value), path);
    }
    checkEntries(value, path, depth);
  }

  check(result, '', 0);
  return {
    tensors,
    encode: (read) => encodeResult(tf, result, read),
  };
}

async function encodeResult(tf: Tf, value: unknown, read: ReadTensor): Promise<WireValue> {
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return Object.is(value, -0) ? { $number: '-0' } : value;
    return { $number: String(value) as 'NaN' };
  }
  if (typeof value !== 'object' || value === null) return value as WireValue;
  if (value instanceof tf.Tensor) return { $tensor: await encodeLibraryTensor(value, read) };
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    const encoded: WireValue[] = [];
    for (const entry of value as ArrayLike<unknown> & Iterable<unknown>) {
      encoded.push(await encodeResult(tf, entry, read));
    }
    return encoded;
  }
  const encoded: Record<string, WireValue> = {};
  for (const [key, entry] of Object.entries(value)) encoded[key] = await encodeResult(tf, entry, read);
  return encoded;
}
