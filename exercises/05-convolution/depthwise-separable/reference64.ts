import type { Tensor64 } from '@/grading/central-differences';

type Options = { stride: number; pad: number };

/** x ⋆ w in double precision, from the definition: x: [N, H, W, C], w: [kh, kw, C, O]. */
export function conv64(x: Tensor64, w: Tensor64, { stride, pad }: Options): Tensor64 {
  const [n, height, width, c] = x.shape as [number, number, number, number];
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
          const pixel = x.values[((image * height + row) * width + column) * c + channel] as number;
          sum += pixel * (w.values[((u * kw + v) * c + channel) * o + filter] as number);
        }
      }
    }
    return sum;
  });
  return { shape: [n, rows, columns, o], values };
}

/** The dense filters that do the same: w[u, v, c, o] = dw[u, v, c, 0]·pw[c, o]. */
function denseFilters(dw: Tensor64, pw: Tensor64): Tensor64 {
  const [kh, kw, c] = dw.shape as [number, number, number];
  const o = pw.shape[1] as number;
  const values = new Float64Array(kh * kw * c * o).map((_, index) => {
    const tap = Math.floor(index / o);
    return (dw.values[tap] as number) * (pw.values[(tap % c) * o + (index % o)] as number);
  });
  return { shape: [kh, kw, c, o], values };
}

/** Depthwise and pointwise step as one dense convolution in double precision. */
export function depthwiseSeparable64(x: Tensor64, dw: Tensor64, pw: Tensor64, options: Options): Tensor64 {
  return conv64(x, denseFilters(dw, pw), options);
}
