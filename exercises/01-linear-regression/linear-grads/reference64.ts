import type { Tensor64 } from '@/grading/central-differences';

/** Mean squared error in double precision, from the definition: x: [N, D], y: [N], w: [D], b: []. */
export function linearMse64(x: Tensor64, y: Tensor64, w: Tensor64, b: Tensor64): Tensor64 {
  const [rows, columns] = x.shape as [number, number];
  let sum = 0;
  for (let n = 0; n < rows; n++) {
    let prediction = b.values[0] as number;
    for (let d = 0; d < columns; d++) prediction += (x.values[n * columns + d] as number) * (w.values[d] as number);
    sum += (prediction - (y.values[n] as number)) ** 2;
  }
  return { shape: [], values: Float64Array.of(sum / rows) };
}
