import type { Tensor64 } from '@/grading/central-differences';

/** Max pooling without padding in double precision, window by window: x: [N, H, W, C]. */
export function maxPool64(x: Tensor64, k: number, stride: number): Tensor64 {
  const [n, height, width, c] = x.shape as [number, number, number, number];
  const rows = Math.floor((height - k) / stride) + 1;
  const columns = Math.floor((width - k) / stride) + 1;
  const values = new Float64Array(n * rows * columns * c).map((_, index) => {
    const channel = index % c;
    const j = Math.floor(index / c) % columns;
    const i = Math.floor(index / (c * columns)) % rows;
    const image = Math.floor(index / (c * columns * rows));
    const window = Array.from({ length: k * k }, (__, at) => {
      const [row, column] = [i * stride + Math.floor(at / k), j * stride + (at % k)];
      return x.values[((image * height + row) * width + column) * c + channel] as number;
    });
    return Math.max(...window);
  });
  return { shape: [n, rows, columns, c], values };
}
