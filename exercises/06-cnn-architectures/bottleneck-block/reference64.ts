import type { Tensor64 } from '@/grading/central-differences';

export interface BottleneckParams64 {
  w1: Tensor64;
  w2: Tensor64;
  w3: Tensor64;
  s: [Tensor64, Tensor64, Tensor64];
  t: [Tensor64, Tensor64, Tensor64];
  proj?: { w: Tensor64; s: Tensor64; t: Tensor64 };
}

/** Cross-correlation of x: [N, H, W, Cin] with w: [k, k, Cin, Cout], `padding` zeros on every side. */
function conv64(x: Tensor64, w: Tensor64, stride: number, padding: number): Tensor64 {
  const [batch, height, width, inputs] = x.shape as [number, number, number, number];
  const [size, , , outputs] = w.shape as [number, number, number, number];
  const extent = (side: number) => Math.floor((side + 2 * padding - size) / stride) + 1;
  const [rows, columns] = [extent(height), extent(width)];
  const values = new Float64Array(batch * rows * columns * outputs);
  for (let at = 0; at < values.length; at++) {
    const o = at % outputs;
    const j = Math.floor(at / outputs) % columns;
    const i = Math.floor(at / (outputs * columns)) % rows;
    const n = Math.floor(at / (outputs * columns * rows));
    let sum = 0;
    for (let u = 0; u < size; u++) {
      for (let v = 0; v < size; v++) {
        const [row, column] = [i * stride + u - padding, j * stride + v - padding];
        if (row < 0 || row >= height || column < 0 || column >= width) continue;
        for (let c = 0; c < inputs; c++) {
          const pixel = x.values[((n * height + row) * width + column) * inputs + c] as number;
          sum += pixel * (w.values[((u * size + v) * inputs + c) * outputs + o] as number);
        }
      }
    }
    values[at] = sum;
  }
  return { shape: [batch, rows, columns, outputs], values };
}

/** x·s + t per channel. */
function affine64(x: Tensor64, s: Tensor64, t: Tensor64): Tensor64 {
  const channels = s.shape[0] as number;
  const values = x.values.map(
    (value, at) => value * (s.values[at % channels] as number) + (t.values[at % channels] as number),
  );
  return { ...x, values };
}

/**
 * A bottleneck block in double precision, from the definition.
 *
 * @param near is told how far the argument of each ReLU is from 0
 */
export function bottleneck64(
  x: Tensor64,
  { w1, w2, w3, s, t, proj }: BottleneckParams64,
  stride: number,
  near: (distance: number) => void = () => {},
): Tensor64 {
  const relu64 = (h: Tensor64): Tensor64 => {
    for (const value of h.values) near(Math.abs(value));
    return { ...h, values: h.values.map((value) => Math.max(value, 0)) };
  };
  const narrow = relu64(affine64(conv64(x, w1, 1, 0), s[0], t[0]));
  const spatial = relu64(affine64(conv64(narrow, w2, stride, 1), s[1], t[1]));
  const wide = affine64(conv64(spatial, w3, 1, 0), s[2], t[2]);
  const shortcut = proj ? affine64(conv64(x, proj.w, stride, 0), proj.s, proj.t) : x;
  return relu64({ ...wide, values: wide.values.map((value, at) => value + (shortcut.values[at] as number)) });
}
