import type { Tensor64 } from '@/grading/central-differences';

export type DenseLayer64 = Record<'s1' | 't1' | 'w1' | 's2' | 't2' | 'w2', Tensor64>;
/** Told how far the argument of each ReLU is from 0. */
type Near = (distance: number) => void;
type Four = [number, number, number, number];

/** One value per place of an image of this size and this many channels. */
function fill(
  [batch, height, width, channels]: Four,
  valueAt: (n: number, i: number, j: number, c: number) => number,
): Tensor64 {
  const values = Float64Array.from({ length: batch * height * width * channels }, (_, at) => {
    const pixel = Math.floor(at / channels);
    const row = Math.floor(pixel / width);
    return valueAt(Math.floor(row / height), row % height, pixel % width, at % channels);
  });
  return { shape: [batch, height, width, channels], values };
}

const pixelOf = ({ shape, values }: Tensor64, n: number, i: number, j: number, c: number): number => {
  const [, height, width, channels] = shape as Four;
  return values[((n * height + i) * width + j) * channels + c] as number;
};

/** ReLU(x·s + t) per channel. */
function normRelu64(x: Tensor64, s: Tensor64, t: Tensor64, near: Near): Tensor64 {
  const channels = s.shape[0] as number;
  const values = x.values.map((value, at) => {
    const affine = value * (s.values[at % channels] as number) + (t.values[at % channels] as number);
    near(Math.abs(affine));
    return Math.max(affine, 0);
  });
  return { ...x, values };
}

/** Cross-correlation with w: [k, k, Cin, Cout] that keeps the size. */
function conv64(x: Tensor64, w: Tensor64): Tensor64 {
  const [batch, height, width, inputs] = x.shape as Four;
  const [size, , , outputs] = w.shape as Four;
  const half = (size - 1) / 2;
  return fill([batch, height, width, outputs], (n, i, j, o) => {
    let sum = 0;
    for (let u = 0; u < size; u++) {
      for (let v = 0; v < size; v++) {
        const [row, column] = [i + u - half, j + v - half];
        if (row < 0 || row >= height || column < 0 || column >= width) continue;
        for (let c = 0; c < inputs; c++) {
          sum += pixelOf(x, n, row, column, c) * (w.values[((u * size + v) * inputs + c) * outputs + o] as number);
        }
      }
    }
    return sum;
  });
}

/** A dense block in double precision, from the definition. */
export function denseBlock64(x: Tensor64, layers: readonly DenseLayer64[], near: Near = () => {}): Tensor64 {
  return layers.reduce((all, { s1, t1, w1, s2, t2, w2 }) => {
    const added = conv64(normRelu64(conv64(normRelu64(all, s1, t1, near), w1), s2, t2, near), w2);
    const [batch, height, width, channels] = all.shape as Four;
    return fill([batch, height, width, channels + (added.shape[3] as number)], (n, i, j, c) =>
      c < channels ? pixelOf(all, n, i, j, c) : pixelOf(added, n, i, j, c - channels),
    );
  }, x);
}

/** A transition in double precision, from the definition. */
export function transition64(x: Tensor64, s: Tensor64, t: Tensor64, w: Tensor64, near: Near = () => {}): Tensor64 {
  const h = conv64(normRelu64(x, s, t, near), w);
  const [batch, height, width, channels] = h.shape as Four;
  return fill([batch, Math.floor(height / 2), Math.floor(width / 2), channels], (n, i, j, c) => {
    const [row, column] = [2 * i, 2 * j];
    const upper = pixelOf(h, n, row, column, c) + pixelOf(h, n, row, column + 1, c);
    return (upper + pixelOf(h, n, row + 1, column, c) + pixelOf(h, n, row + 1, column + 1, c)) / 4;
  });
}
