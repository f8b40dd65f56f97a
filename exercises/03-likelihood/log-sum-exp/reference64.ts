import type { Tensor64 } from '@/grading/central-differences';

/** log Σ exp of each row of z: [N, K] in double precision. */
export function logSumExp64(z: Tensor64): Tensor64 {
  const [rows, classes] = z.shape as [number, number];
  const values = Float64Array.from({ length: rows }, (_, n) => {
    const row = z.values.subarray(n * classes, (n + 1) * classes);
    const most = Math.max(...row);
    return most + Math.log(row.reduce((sum, logit) => sum + Math.exp(logit - most), 0));
  });
  return { shape: [rows], values };
}
