import type { Tensor64 } from '@/grading/central-differences';

/** Y = XW + b in double precision, from the definition: x: [N, I], w: [I, O], b: [O]. */
export function dense64(x: Tensor64, w: Tensor64, b: Tensor64): Tensor64 {
  const [rows, inner] = x.shape as [number, number];
  const [, columns] = w.shape as [number, number];
  const values = new Float64Array(rows * columns);
  for (let n = 0; n < rows; n++) {
    for (let o = 0; o < columns; o++) {
      let sum = b.values[o] as number;
      for (let i = 0; i < inner; i++) {
        sum += (x.values[n * inner + i] as number) * (w.values[i * columns + o] as number);
      }
      values[n * columns + o] = sum;
    }
  }
  return { shape: [rows, columns], values };
}
