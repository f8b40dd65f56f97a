import type { Tensor64 } from '@/grading/central-differences';

/** y = γ(x − μ)/√(v + eps) + β in double precision, column by column from the definition: x: [N, D], γ, β: [D]. */
export function batchNorm64(x: Tensor64, gamma: Tensor64, beta: Tensor64, eps = 1e-5): Tensor64 {
  const [rows, columns] = x.shape as [number, number];
  const values = new Float64Array(rows * columns);
  for (let d = 0; d < columns; d++) {
    const column = Array.from({ length: rows }, (_, n) => x.values[n * columns + d] as number);
    const mean = column.reduce((sum, value) => sum + value, 0) / rows;
    const variance = column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rows;
    for (const [n, value] of column.entries()) {
      const normalized = (value - mean) / Math.sqrt(variance + eps);
      values[n * columns + d] = (gamma.values[d] as number) * normalized + (beta.values[d] as number);
    }
  }
  return { shape: [rows, columns], values };
}
