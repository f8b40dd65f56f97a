import type { Tensor64 } from '@/grading/central-differences';

type Options = { stride: number; pad: number };

/** The scatter of the definition in double precision: x: [N, H, W, Cin], w: [kh, kw, Cout, Cin]. */
export function convTranspose64(x: Tensor64, w: Tensor64, { stride, pad }: Options): Tensor64 {
  const [n, height, width, cin] = x.shape as [number, number, number, number];
  const [kh, kw, cout] = w.shape as [number, number, number];
  const rows = (height - 1) * stride - 2 * pad + kh;
  const columns = (width - 1) * stride - 2 * pad + kw;
  const values = new Float64Array(n * rows * columns * cout);
  for (const [index, pixel] of x.values.entries()) {
    const channel = index % cin;
    const j = Math.floor(index / cin) % width;
    const i = Math.floor(index / (cin * width)) % height;
    const image = Math.floor(index / (cin * width * height));
    for (let u = 0; u < kh; u++) {
      for (let v = 0; v < kw; v++) {
        const [row, column] = [i * stride + u - pad, j * stride + v - pad];
        if (row < 0 || row >= rows || column < 0 || column >= columns) continue;
        for (let o = 0; o < cout; o++) {
          const at = ((image * rows + row) * columns + column) * cout + o;
          const weight = w.values[((u * kw + v) * cout + o) * cin + channel] as number;
          values[at] = (values[at] as number) + pixel * weight;
        }
      }
    }
  }
  return { shape: [n, rows, columns, cout], values };
}

/** z ⋆ w in double precision, from the definition: z: [N, H, W, C], w: [kh, kw, C, O]. */
export function conv64(z: Tensor64, w: Tensor64, { stride, pad }: Options): Tensor64 {
  const [n, height, width, c] = z.shape as [number, number, number, number];
  const [kh, kw, , o] = w.shape as [number, number, number, number];
  const rows = Math.floor((height + 2 * pad - kh) / stride) + 1;
  const columns = Math.floor((width + 2 * pad - kw) / stride) + 1;
  const values = new Float64Array(n * rows * columns * o).map((_, index) => {
    const filter = index % o;
    const j = Math.floor(index / o) % columns;
    const i = Math.floor(index / (o * columns)) % rows;
    const image = Math.floor(index / (o * columns * rows));
    let sum = 0;
    for (let u = 0; u < kh; u++) {
      for (let v = 0; v < kw; v++) {
        const [row, column] = [i * stride + u - pad, j * stride + v - pad];
        if (row < 0 || row >= height || column < 0 || column >= width) continue;
        for (let channel = 0; channel < c; channel++) {
          const pixel = z.values[((image * height + row) * width + column) * c + channel] as number;
          sum += pixel * (w.values[((u * kw + v) * c + channel) * o + filter] as number);
        }
      }
    }
    return sum;
  });
  return { shape: [n, rows, columns, o], values };
}
