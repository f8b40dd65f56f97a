import { type Draw, drawAgain, mulberry32, stateAfter } from '@/grading/random';
import type { Task, WireValue } from '@/grading/task';
import { decodeTensor, type EncodedTensor, encodeTensor } from '@/grading/tensor-data';

/** Fewer numbers may be like those of a source by chance. */
const TELLING = 64;
/** Numbers of a source that are looked through: more than the start of any net of the course draws. */
const LOOKED_AT = 200_000;

/** Seeds of the random sources that tasks hand to what they call. */
export function seedsIn(tasks: readonly Task[]): number[] {
  const seedsOf = (value: WireValue): number[] => {
    if (typeof value !== 'object' || value === null) return [];
    if ('$rng' in value) return [value.$rng as number];
    return Object.values(value).flatMap((part) => seedsOf(part as WireValue));
  };
  return tasks.flatMap((task) => task.args.flatMap(seedsOf));
}

/** Tensors that tasks hand to what they call. */
export function tensorsIn(tasks: readonly Task[]): EncodedTensor[] {
  const tensorsOf = (value: WireValue): EncodedTensor[] => {
    if (typeof value !== 'object' || value === null) return [];
    if ('$tensor' in value) return [value.$tensor as EncodedTensor];
    return Object.values(value).flatMap((part) => tensorsOf(part as WireValue));
  };
  return tasks.flatMap((task) => task.args.flatMap(tensorsOf));
}

const normals = new Map<number, Float64Array>();

/** The normal number that a source of this seed would give after each count of uniform ones. */
function normalsOf(seed: number): Float64Array {
  const known = normals.get(seed);
  if (known) return known;
  const rng = mulberry32(seed);
  const uniform = Float64Array.from({ length: LOOKED_AT + 1 }, () => rng());
  const all = Float64Array.from({ length: LOOKED_AT }, (_, at) => {
    const [first, second] = [uniform[at] as number, uniform[at + 1] as number];
    return Math.sqrt(-2 * Math.log(1 - first)) * Math.cos(2 * Math.PI * second);
  });
  normals.set(seed, all);
  return all;
}

/** A factor that makes float32 numbers of normal ones: the middle of those that no rounding speaks against. */
function scaleOf(values: ArrayLike<number>, normal: (i: number) => number): number {
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    const [value, by] = [values[i] as number, normal(i)];
    const half = 2 ** (Math.floor(Math.log2(Math.abs(value))) - 24);
    const ends = [(value - half) / by, (value + half) / by];
    low = Math.max(low, Math.min(...ends));
    high = Math.min(high, Math.max(...ends));
  }
  return (low + high) / 2;
}

/**
 * How a tensor was drawn, if it is what `Random.normal` would have given from a source of one of these seeds, at some place:
 * the same to the last bit. A net's start is.
 */
export function findDraw(tensor: EncodedTensor, seeds: readonly number[]): Draw | undefined {
  const { dtype, shape, values } = decodeTensor(tensor);
  if (dtype !== 'float32' || values.length < TELLING) return undefined;
  const ratio = (values[1] as number) / (values[0] as number);
  for (const seed of seeds) {
    const all = normalsOf(seed);
    for (let at = 0; at + 2 * values.length <= LOOKED_AT; at++) {
      const there = (all[at + 2] as number) / (all[at] as number);
      if (!(Math.abs(there - ratio) <= 1e-6 * Math.abs(ratio))) continue;
      const scale = scaleOf(values, (i) => all[at + 2 * i] as number);
      const draw = ['normal', stateAfter(seed, at), scale] as const;
      if (Number.isFinite(scale) && encodeTensor(drawAgain(shape, draw)).base64 === tensor.base64) return draw;
    }
  }
  return undefined;
}
