import type { Tensor64 } from '@/grading/central-differences';

/** max(x, 0) in double precision. */
export function relu64(x: Tensor64): Tensor64 {
  return { shape: x.shape, values: x.values.map((value) => Math.max(value, 0)) };
}
