import type { Tensor64 } from '@/grading/central-differences';
import { mulberry32 } from '@/grading/random';

/** y of inverted dropout in double precision, every call with the same numbers of a fresh rng. */
export function dropout64(x: Tensor64, rate: number, training: boolean, { $rng }: { $rng: number }): Tensor64 {
  const rng = mulberry32($rng);
  const values = x.values.map((value) => {
    if (!training || rate === 0) return value;
    return rng() < rate ? 0 : value / (1 - rate);
  });
  return { shape: x.shape, values };
}

/** y = x ⊙ mask in double precision. */
export function masked64(x: Tensor64, mask: Tensor64): Tensor64 {
  return { shape: x.shape, values: x.values.map((value, i) => value * (mask.values[i] as number)) };
}
