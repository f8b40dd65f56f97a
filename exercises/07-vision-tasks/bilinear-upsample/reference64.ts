import type { Tensor64 } from '@/grading/central-differences';

/** The two source pixels of output pixel `i`, with their weights. */
function neighbours(i: number, size: number, out: number): [number, number][] {
  const source = Math.min(Math.max(((i + 0.5) * size) / out - 0.5, 0), size - 1);
  const low = Math.floor(source);
  return [
    [low, 1 - (source - low)],
    [Math.min(low + 1, size - 1), source - low],
  ];
}

/** Pixel by pixel from its four neighbours, in double precision: x: [N, H, W, C]. */
export function bilinear64(x: Tensor64, outH: number, outW: number): Tensor64 {
  const [n, h, w, c] = x.shape as [number, number, number, number];
  const values = new Float64Array(n * outH * outW * c);
  for (let at = 0; at < values.length; at++) {
    const [channel, j] = [at % c, Math.floor(at / c) % outW];
    const [i, image] = [Math.floor(at / (c * outW)) % outH, Math.floor(at / (c * outW * outH))];
    for (const [row, rowWeight] of neighbours(i, h, outH)) {
      for (const [column, columnWeight] of neighbours(j, w, outW)) {
        const pixel = x.values[((image * h + row) * w + column) * c + channel] as number;
        values[at] = (values[at] as number) + rowWeight * columnWeight * pixel;
      }
    }
  }
  return { shape: [n, outH, outW, c], values };
}
