import type { Tensor64 } from '@/grading/central-differences';

/** dataLoss + ½λ Σ‖W‖² in double precision. */
export function l2Loss64(dataLoss: Tensor64, weights: readonly Tensor64[], lambda: number): Tensor64 {
  let squares = 0;
  for (const { values } of weights) for (const value of values) squares += value * value;
  return { shape: [], values: Float64Array.of((dataLoss.values[0] as number) + 0.5 * lambda * squares) };
}
