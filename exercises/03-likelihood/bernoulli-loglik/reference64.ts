import type { Tensor64 } from '@/grading/central-differences';

/** Σ log p(y) in double precision, each label by the softplus of its own sign: y, z: [N]. */
export function bernoulliLogLik64(y: Tensor64, z: Tensor64): Tensor64 {
  const total = z.values.reduce((sum, logit, n) => {
    const against = y.values[n] === 1 ? -logit : logit;
    return sum - (against > 0 ? against + Math.log1p(Math.exp(-against)) : Math.log1p(Math.exp(against)));
  }, 0);
  return { shape: [], values: Float64Array.of(total) };
}
