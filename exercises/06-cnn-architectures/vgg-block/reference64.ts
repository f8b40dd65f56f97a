import type { Tensor64 } from '@/grading/central-differences';

export interface Conv64 {
  w: Tensor64;
  b: Tensor64;
}
/** Told how far each ReLU and each maximum is from where its gradient jumps. */
type Near = (distance: number) => void;

/** x: [N, H, W, Cin] → ReLU of the cross-correlation with w: [3, 3, Cin, Cout], padding 1, plus b. */
function convRelu64(x: Tensor64, { w, b }: Conv64, near: Near): Tensor64 {
  const [batch, height, width, inputs] = x.shape as [number, number, number, number];
  const outputs = w.shape[3] as number;
  const values = new Float64Array(batch * height * width * outputs);
  for (let n = 0; n < batch; n++) {
    for (let i = 0; i < height; i++) {
      for (let j = 0; j < width; j++) {
        for (let o = 0; o < outputs; o++) {
          let sum = b.values[o] as number;
          for (let u = 0; u < 3; u++) {
            for (let v = 0; v < 3; v++) {
              const [row, column] = [i + u - 1, j + v - 1];
              if (row < 0 || row >= height || column < 0 || column >= width) continue;
              for (let c = 0; c < inputs; c++) {
                const pixel = x.values[((n * height + row) * width + column) * inputs + c] as number;
                sum += pixel * (w.values[((u * 3 + v) * inputs + c) * outputs + o] as number);
              }
            }
          }
          near(Math.abs(sum));
          values[((n * height + i) * width + j) * outputs + o] = Math.max(sum, 0);
        }
      }
    }
  }
  return { shape: [batch, height, width, outputs], values };
}

/** Maxima of 2×2 windows, stride 2. */
function maxPool64(x: Tensor64, near: Near): Tensor64 {
  const [batch, height, width, channels] = x.shape as [number, number, number, number];
  const [rows, columns] = [Math.floor(height / 2), Math.floor(width / 2)];
  const values = new Float64Array(batch * rows * columns * channels);
  for (let at = 0; at < values.length; at++) {
    const c = at % channels;
    const j = Math.floor(at / channels) % columns;
    const i = Math.floor(at / (channels * columns)) % rows;
    const n = Math.floor(at / (channels * columns * rows));
    const pixel = (u: number, v: number) =>
      x.values[((n * height + 2 * i + u) * width + 2 * j + v) * channels + c] as number;
    const window = [pixel(0, 0), pixel(0, 1), pixel(1, 0), pixel(1, 1)].sort((a, b) => b - a);
    const [first, second] = window as [number, number];
    if (first > 0) near(first - second);
    values[at] = first;
  }
  return { shape: [batch, rows, columns, channels], values };
}

/** A VGG block in double precision, from the definition. */
export function vggBlock64(x: Tensor64, convs: readonly Conv64[], near: Near = () => {}): Tensor64 {
  return maxPool64(
    convs.reduce((h, conv) => convRelu64(h, conv, near), x),
    near,
  );
}
