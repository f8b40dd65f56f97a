import type { Tensor64 } from '@/grading/central-differences';

/** Softmax of each row of z: [N, K] in double precision, from the definition. */
export function softmax64(z: Tensor64): Tensor64 {
  const [rows, classes] = z.shape as [number, number];
  const values = new Float64Array(rows * classes);
  for (let n = 0; n < rows; n++) {
    const row = z.values.subarray(n * classes, (n + 1) * classes);
    const largest = Math.max(...row);
    const exponentials = row.map((logit) => Math.exp(logit - largest));
    const total = exponentials.reduce((sum, value) => sum + value, 0);
    for (const [k, value] of exponentials.entries()) values[n * classes + k] = value / total;
  }
  return { shape: [rows, classes], values };
}
