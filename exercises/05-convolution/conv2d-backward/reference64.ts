import type { Tensor64 } from '@/grading/central-differences';

/** y = x ⋆ w + b in double precision, from the definition: x: [N, H, W, C], w: [kh, kw, C, O], b: [O]. */
export function conv64(
  x: Tensor64,
  w: Tensor64,
  b: Tensor64,
  { stride, pad }: { stride: number; pad: number },
): Tensor64 {
  const [n, height, width, c] = x.shape as [number, number, number, number];
  const [kh, kw, , o] = w.shape as [number, number, number, number];
  const rows = Math.floor((height + 2 * pad - kh) / stride) + 1;
  const columns = Math.floor((width + 2 * pad - kw) / stride) + 1;
  const values = new Float64Array(n * rows * columns * o).map((_, index) => {
    const filter = index % o;
    const j = Math.floor(index / o) % columns;
    const i = Math.floor(index / (o * columns)) % rows;
    const image = Math.floor(index / (o * columns * rows));
    let sum = b.values[filter] as number;
    for (let u = 0; u < kh; u++) {
      for (let v = 0; v < kw; v++) {
        const [row, column] = [i * stride + u - pad, j * stride + v - pad];
        if (row < 0 || row >= height || column < 0 || column >= width) continue;
        for (let channel = 0; channel < c; channel++) {
          const pixel = x.values[((image * height + row) * width + column) * c + channel] as number;
          sum += pixel * (w.values[((u * kw + v) * c + channel) * o + filter] as number);
        }
      }
    }
    return sum;
  });
  return { shape: [n, rows, columns, o], values };
}
