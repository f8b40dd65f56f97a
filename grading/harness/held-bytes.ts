/**
 * How much memory plain values hold. Neither a worker nor a sandboxed process can ask its engine, so this counts what
 * can be reached, with the sizes that V8 gives things: 8 bytes per element or property, 24 per object.
 */
const SLOT_BYTES = 8;
const OBJECT_BYTES = 24;
/** Elements of a collection that stand for the others, by depth. */
const SAMPLES = [8, 4, 4, 2, 1] as const;
/** Objects after which an exact count takes the estimate's word. */
const MAX_OBJECTS = 4_000_000;

const isTensor = (value: object): value is { size: number; isDisposed: boolean } => 'dataId' in value;

/** Bytes of `value` itself, and what it leads to. */
function parts(value: unknown): { bytes: number; inner: ArrayLike<unknown> | Iterable<unknown>; count: number } {
  const none = { inner: [], count: 0 };
  if (typeof value === 'string') return { bytes: 2 * value.length, ...none };
  if (typeof value !== 'object' || value === null) return { bytes: 0, ...none };
  if (ArrayBuffer.isView(value)) return { bytes: value.byteLength, ...none };
  if (value instanceof ArrayBuffer) return { bytes: value.byteLength, ...none };
  if (Array.isArray(value)) {
    return { bytes: OBJECT_BYTES + SLOT_BYTES * value.length, inner: value, count: value.length };
  }
  if (value instanceof Map || value instanceof Set) {
    const width = value instanceof Map ? 4 : 3;
    return { bytes: width * SLOT_BYTES * value.size, inner: value, count: value.size };
  }
  // A size may be negative or NaN, from arguments that the library does not check.
  if (isTensor(value)) return { bytes: value.isDisposed || !(value.size > 0) ? 0 : 4 * value.size, ...none };
  const inner = Object.values(value);
  return { bytes: OBJECT_BYTES + SLOT_BYTES * inner.length, inner, count: inner.length };
}

/** Up to `most` elements of an array at equal steps. The last come first: what grows, grows there. */
function arraySamples(array: readonly unknown[], most: number): unknown[] {
  const step = Math.max(1, Math.floor(array.length / most));
  const samples: unknown[] = [];
  for (let index = array.length - 1; index >= 0 && samples.length < most; index -= step) samples.push(array[index]);
  return samples;
}

function samplesOf(inner: ArrayLike<unknown> | Iterable<unknown>, most: number): unknown[] {
  if (Array.isArray(inner)) return arraySamples(inner, most);
  const samples: unknown[] = [];
  for (const entry of inner as Iterable<unknown>) {
    if (samples.length === most) break;
    samples.push(entry);
  }
  return samples;
}

const isPlainNumber = (value: unknown) => typeof value === 'number' || value === undefined;

/** Bytes that can be reached from `value`, from a few elements of each collection. */
export function estimateHeldBytes(value: unknown, depth = 0): number {
  if (isPlainNumber(value)) return 0;
  // Most arrays are of numbers, and this is done often.
  if (Array.isArray(value) && isPlainNumber(value[0]) && isPlainNumber(value[value.length - 1])) {
    return OBJECT_BYTES + SLOT_BYTES * value.length;
  }
  const { bytes: own, inner, count } = parts(value);
  const most = SAMPLES[depth];
  if (count === 0 || most === undefined) return own;
  const samples = samplesOf(inner, most);
  // The same object again and again is held once. Whether two texts are one cannot be seen.
  const objects = samples.filter((sample) => typeof sample === 'object');
  const [first] = objects;
  if (objects.length > 1 && objects.every((sample) => sample === first)) {
    return own + estimateHeldBytes(first, depth + 1);
  }
  const bytes = samples.reduce<number>((sum, sample) => sum + estimateHeldBytes(sample, depth + 1), 0);
  return own + (bytes / samples.length) * count;
}

/** Whether more than `limit` bytes can be reached from `values`; every object counts once. */
export function holdsMoreThan(limit: number, values: readonly unknown[]): boolean {
  const seen = new Set<unknown>();
  const stack: unknown[] = [...values];
  let bytes = 0;
  while (stack.length > 0 && bytes <= limit) {
    const value = stack.pop();
    if (typeof value === 'string') bytes += parts(value).bytes;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (seen.size > MAX_OBJECTS) return true;
    const shared = ArrayBuffer.isView(value) ? value.buffer : value;
    if (shared !== value) {
      stack.push(shared);
      continue;
    }
    const found = parts(value);
    bytes += found.bytes;
    for (const entry of found.inner as Iterable<unknown>) {
      if (typeof entry === 'object' || typeof entry === 'string') stack.push(entry);
    }
  }
  return bytes > limit;
}
