import type { Tensor64 } from '@/grading/central-differences';

/** Pooling in double precision, window by window from the definition: x: [N, H, W, C]. */
export function pool64(x: Tensor64, k: number, stride: number, pad: number, mode: 'max' | 'avg'): Tensor64 {
  const [n, height, width, c] = x.shape as [number, number, number, number];
  const rows = Math.floor((height + 2 * pad - k) / stride) + 1;
  const columns = Math.floor((width + 2 * pad - k) / stride) + 1;
  const values = new Float64Array(n * rows * columns * c).map((_, index) => {
    const channel = index % c;
    const j = Math.floor(index / c) % columns;
    const i = Math.floor(index / (c * columns)) % rows;
    const image = Math.floor(index / (c * columns * rows));
    const window: number[] = [];
    for (let row = i * stride - pad; row < i * stride - pad + k; row++) {
      for (let column = j * stride - pad; column < j * stride - pad + k; column++) {
        if (row < 0 || row >= height || column < 0 || column >= width) continue;
        window.push(x.values[((image * height + row) * width + column) * c + channel] as number);
      }
    }
    return mode === 'max' ? Math.max(...window) : window.reduce((sum, value) => sum + value, 0) / window.length;
  });
  return { shape: [n, rows, columns, c], values };
}
