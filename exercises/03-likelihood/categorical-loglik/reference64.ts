import type { Tensor64 } from '@/grading/central-differences';

/** Σ log softmax(z) at the labels in double precision, from the definition: labels: [N], z: [N, K]. */
export function categoricalLogLik64(labels: Tensor64, z: Tensor64): Tensor64 {
  const classes = z.shape[1] as number;
  const total = labels.values.reduce((sum, label, n) => {
    const row = z.values.subarray(n * classes, (n + 1) * classes);
    const most = Math.max(...row);
    const logSum = most + Math.log(row.reduce((part, logit) => part + Math.exp(logit - most), 0));
    return sum + (row[label] as number) - logSum;
  }, 0);
  return { shape: [], values: Float64Array.of(total) };
}
