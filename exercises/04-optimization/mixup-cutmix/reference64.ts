import type { Tensor64 } from '@/grading/central-differences';

/** Pixel by pixel: that of the image or of its partner, by how much of each. */
function pixels64(x: Tensor64, perm: readonly number[], shareOf: (row: number, column: number) => number): Tensor64 {
  const [, height, width, channels] = x.shape as [number, number, number, number];
  const image = height * width * channels;
  const values = x.values.map((own, i) => {
    const [n, inside] = [Math.floor(i / image), i % image];
    const pixel = Math.floor(inside / channels);
    const share = shareOf(Math.floor(pixel / width), pixel % width);
    return share * own + (1 - share) * (x.values[(perm[n] as number) * image + inside] as number);
  });
  return { shape: x.shape, values };
}

/** x of mixup in double precision. */
export function mixup64(x: Tensor64, _t: Tensor64, perm: readonly number[], lam: number): Tensor64 {
  return pixels64(x, perm, () => lam);
}

/** x of CutMix in double precision: a pixel is the partner's when it is at most so far before and after the centre. */
export function cutmix64(
  x: Tensor64,
  _t: Tensor64,
  perm: readonly number[],
  lam: number,
  cy: number,
  cx: number,
): Tensor64 {
  const [, height, width] = x.shape as [number, number, number];
  const within = (at: number, centre: number, size: number) => {
    const side = Math.floor(size * Math.sqrt(1 - lam));
    const offset = at - (centre - Math.floor(side / 2));
    return offset >= 0 && offset < side;
  };
  return pixels64(x, perm, (row, column) => (within(row, cy, height) && within(column, cx, width) ? 0 : 1));
}
