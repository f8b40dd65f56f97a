import type { Tensor64 } from '@/grading/central-differences';

/** b[o] + Σ x[n, i, j, c]·w[c, o] in double precision, pixel by pixel. */
export function pixelwise64(x: Tensor64, w: Tensor64, b: Tensor64): Tensor64 {
  const [channels, cout] = w.shape as [number, number];
  const pixels = x.values.length / channels;
  const values = new Float64Array(pixels * cout);
  for (let pixel = 0; pixel < pixels; pixel++) {
    for (let o = 0; o < cout; o++) {
      let sum = b.values[o] as number;
      for (let c = 0; c < channels; c++) {
        sum += (x.values[pixel * channels + c] as number) * (w.values[c * cout + o] as number);
      }
      values[pixel * cout + o] = sum;
    }
  }
  return { shape: [...x.shape.slice(0, 3), cout], values };
}
