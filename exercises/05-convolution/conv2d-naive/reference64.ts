import type { Tensor64 } from '@/grading/central-differences';

/** b[o] + Σ x[n, i+u, j+v, c]·w[u, v, c, o] in double precision, sum by sum. */
export function conv64(x: Tensor64, w: Tensor64, b: Tensor64): Tensor64 {
  const [n, height, width, channels] = x.shape as [number, number, number, number];
  const [kh, kw, , cout] = w.shape as [number, number, number, number];
  const shape = [n, height - kh + 1, width - kw + 1, cout] as const;
  const values = new Float64Array(shape.reduce((size, extent) => size * extent, 1));
  for (let at = 0; at < values.length; at++) {
    const o = at % cout;
    const j = Math.floor(at / cout) % shape[2];
    const i = Math.floor(at / (cout * shape[2])) % shape[1];
    const image = Math.floor(at / (cout * shape[2] * shape[1]));
    let sum = b.values[o] as number;
    for (let u = 0; u < kh; u++) {
      for (let v = 0; v < kw; v++) {
        for (let c = 0; c < channels; c++) {
          const pixel = ((image * height + i + u) * width + j + v) * channels + c;
          const weight = ((u * kw + v) * channels + c) * cout + o;
          sum += (x.values[pixel] as number) * (w.values[weight] as number);
        }
      }
    }
    values[at] = sum;
  }
  return { shape, values };
}
