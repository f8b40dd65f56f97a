import type { Tensor64 } from '@/grading/central-differences';

interface Options {
  training: boolean;
  eps?: number;
}

/** y of batch norm in double precision, column by column from the definition: x: [N, D], the rest: [D]. */
export function batchNorm64(
  x: Tensor64,
  gamma: Tensor64,
  beta: Tensor64,
  running: { mean: Tensor64; variance: Tensor64 },
  { training, eps = 1e-5 }: Options,
): Tensor64 {
  const [rows, columns] = x.shape as [number, number];
  const values = new Float64Array(rows * columns);
  for (let d = 0; d < columns; d++) {
    const at = ({ values: vector }: Tensor64) => vector[d] as number;
    const column = Array.from({ length: rows }, (_, n) => x.values[n * columns + d] as number);
    const average = (numbers: readonly number[]) => numbers.reduce((sum, value) => sum + value, 0) / rows;
    const mean = training ? average(column) : at(running.mean);
    const variance = training ? average(column.map((value) => (value - mean) ** 2)) : at(running.variance);
    for (const [n, value] of column.entries()) {
      values[n * columns + d] = (at(gamma) * (value - mean)) / Math.sqrt(variance + eps) + at(beta);
    }
  }
  return { shape: [rows, columns], values };
}
