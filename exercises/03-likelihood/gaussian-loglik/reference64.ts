import type { Tensor64 } from '@/grading/central-differences';

/** Σ log N(x; μ, σ²) in double precision: x: [N], μ and log σ: []. */
export function gaussianLogLik64(x: Tensor64, mu: Tensor64, logSigma: Tensor64): Tensor64 {
  const [centre] = mu.values as unknown as [number];
  const [logScale] = logSigma.values as unknown as [number];
  const variance = Math.exp(2 * logScale);
  const total = x.values.reduce(
    (sum, value) => sum - 0.5 * Math.log(2 * Math.PI * variance) - (value - centre) ** 2 / (2 * variance),
    0,
  );
  return { shape: [], values: Float64Array.of(total) };
}
