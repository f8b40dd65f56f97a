import type { Tensor64 } from '@/grading/central-differences';

/** Standardized columns in double precision, from the definition: x: [N, D]. */
export function standardize64(x: Tensor64, eps = 1e-5): Tensor64 {
  const [rows, columns] = x.shape as [number, number];
  const values = new Float64Array(rows * columns);
  for (let d = 0; d < columns; d++) {
    const column = Array.from({ length: rows }, (_, n) => x.values[n * columns + d] as number);
    const mean = column.reduce((sum, value) => sum + value, 0) / rows;
    const variance = column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rows;
    for (const [n, value] of column.entries()) values[n * columns + d] = (value - mean) / Math.sqrt(variance + eps);
  }
  return { shape: [rows, columns], values };
}
