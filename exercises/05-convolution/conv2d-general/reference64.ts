import type { Tensor64 } from '@/grading/central-differences';

type Pair = readonly [number, number];

/** Σ xp[n, i·s + u·d, j·t + v·e, c]·w[u, v, c, o] in double precision; outside the image xp is 0. */
export function conv64(
  x: Tensor64,
  w: Tensor64,
  { stride, pad, dilation }: { stride: Pair; pad: Pair; dilation: Pair },
): Tensor64 {
  const [n, height, width, channels] = x.shape as [number, number, number, number];
  const [kh, kw, , cout] = w.shape as [number, number, number, number];
  const rows = Math.floor((height + 2 * pad[0] - dilation[0] * (kh - 1) - 1) / stride[0]) + 1;
  const columns = Math.floor((width + 2 * pad[1] - dilation[1] * (kw - 1) - 1) / stride[1]) + 1;
  const values = new Float64Array(n * rows * columns * cout);
  for (let at = 0; at < values.length; at++) {
    const o = at % cout;
    const j = Math.floor(at / cout) % columns;
    const i = Math.floor(at / (cout * columns)) % rows;
    const image = Math.floor(at / (cout * columns * rows));
    let sum = 0;
    for (let u = 0; u < kh; u++) {
      for (let v = 0; v < kw; v++) {
        const row = i * stride[0] + u * dilation[0] - pad[0];
        const column = j * stride[1] + v * dilation[1] - pad[1];
        if (row < 0 || row >= height || column < 0 || column >= width) continue;
        for (let c = 0; c < channels; c++) {
          const pixel = ((image * height + row) * width + column) * channels + c;
          const weight = ((u * kw + v) * channels + c) * cout + o;
          sum += (x.values[pixel] as number) * (w.values[weight] as number);
        }
      }
    }
    values[at] = sum;
  }
  return { shape: [n, rows, columns, cout], values };
}
