import type { Tensor64 } from '@/grading/central-differences';

/** −(1/N) Σ t·log softmax(z) in double precision, from the definition: t, z: [N, K]. */
export function crossEntropy64(t: Tensor64, z: Tensor64): Tensor64 {
  const [rows, classes] = z.shape as [number, number];
  let total = 0;
  for (let n = 0; n < rows; n++) {
    const row = z.values.subarray(n * classes, (n + 1) * classes);
    const most = row.reduce((a, b) => Math.max(a, b));
    const logSum = most + Math.log(row.reduce((sum, value) => sum + Math.exp(value - most), 0));
    for (let k = 0; k < classes; k++) total -= (t.values[n * classes + k] as number) * ((row[k] as number) - logSum);
  }
  return { shape: [], values: Float64Array.of(total / rows) };
}
