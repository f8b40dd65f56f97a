import { sizeOf, type TensorData } from './tensor-codec';

/** How a tensor was drawn: by which method, from which state of mulberry32, with which arguments after the shape. */
export type Draw =
  | readonly [how: 'normal', state: number, scale: number]
  | readonly [how: 'uniform', state: number, low: number, high: number];

/** Seeded pseudo-random numbers for inputs of checks: the same seed gives the same numbers everywhere. */
export interface Random {
  /** What decides every number that is drawn from here. */
  readonly seed: number;
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform integer in [low, high], both ends included. */
  integer(low: number, high: number): number;
  /** Standard normal times `scale`, shape as given, float32. */
  normal(shape: readonly number[], scale?: number): TensorData;
  /** Uniform in [low, high), float32. */
  uniform(shape: readonly number[], low: number, high: number): TensorData;
  /** `count` different extents in [low, high], so that no wrong axis goes unnoticed. */
  extents(count: number, low: number, high: number): number[];
  /** A permutation of 0 … n−1 that is not the identity (n ≥ 2). */
  permutation(n: number): number[];
  /** A generator of its own, decided by this one's seed and the name alone. */
  fork(name: string): Random;
}

/** 32-bit FNV-1a of a text: turns ids into seeds. */
export function hashSeed(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** What one number adds to mulberry32's state: the state after n numbers is the seed + n times this, mod 2³². */
const STRIDE = 0x6d2b79f5;

/** mulberry32 (Tommy Ettinger, public domain): 32-bit state, uniform in [0, 1). The `rng` of learner code is the same. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + STRIDE) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The state of mulberry32, started from `seed`, after `count` numbers. */
export const stateAfter = (seed: number, count: number): number => (seed + Math.imul(STRIDE, count)) >>> 0;

/**
 * @param onDraw told of each tensor of random numbers, of forks as well, how to draw it again
 * @example createRandom(7).normal([2, 3]) // six float32 numbers, always the same
 */
export function createRandom(seed: number, onDraw?: (tensor: TensorData, draw: Draw) => void): Random {
  const source = mulberry32(seed);
  let drawn = 0;
  const next = () => {
    drawn += 1;
    return source();
  };
  const told = (draw: Draw, make: () => TensorData): TensorData => {
    const tensor = make();
    onDraw?.(tensor, draw);
    return tensor;
  };
  const fill = (shape: readonly number[], draw: () => number): TensorData => ({
    dtype: 'float32',
    shape: [...shape],
    values: Float32Array.from({ length: sizeOf(shape) }, draw),
  });
  const shuffled = (items: number[]): number[] => {
    for (let i = items.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [items[i], items[j]] = [items[j] as number, items[i] as number];
    }
    return items;
  };
  const range = (low: number, high: number) => Array.from({ length: high - low + 1 }, (_, i) => low + i);
  return {
    seed,
    next,
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    normal: (shape, scale = 1) =>
      told(['normal', stateAfter(seed, drawn), scale], () =>
        fill(shape, () => scale * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())),
      ),
    uniform: (shape, low, high) =>
      told(['uniform', stateAfter(seed, drawn), low, high], () => fill(shape, () => low + (high - low) * next())),
    extents: (count, low, high) => shuffled(range(low, high)).slice(0, count),
    permutation: (n) => {
      const order = shuffled(range(0, n - 1));
      return order.every((value, i) => value === i) ? [...order.slice(1), ...order.slice(0, 1)] : order;
    },
    fork: (name) => createRandom((seed ^ hashSeed(name)) >>> 0, onDraw),
  };
}

/** The tensor that was drawn so: the same numbers wherever sine and logarithm are rounded alike, else but for last bits. */
export function drawAgain(shape: readonly number[], draw: Draw): TensorData {
  const random = createRandom(draw[1]);
  return draw[0] === 'normal' ? random.normal(shape, draw[2]) : random.uniform(shape, draw[2], draw[3]);
}
