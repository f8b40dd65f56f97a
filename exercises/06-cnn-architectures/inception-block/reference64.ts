import type { Tensor64 } from '@/grading/central-differences';

type Conv64 = { w: Tensor64; b: Tensor64 };
export type InceptionParams64 = Record<'b1' | 'b3r' | 'b3' | 'b5r' | 'b5' | 'pp', Conv64>;
/** Told how far each ReLU and each maximum is from where its gradient jumps. */
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

/** The pixels of an image within a window of `size` around (i, j): their offsets in the window, and where they begin. */
function* windowOf([, height, width, channels]: Four, size: number, n: number, i: number, j: number) {
  const half = (size - 1) / 2;
  for (let u = 0; u < size; u++) {
    for (let v = 0; v < size; v++) {
      const [row, column] = [i + u - half, j + v - half];
      if (row < 0 || row >= height || column < 0 || column >= width) continue;
      yield { tap: u * size + v, start: ((n * height + row) * width + column) * channels };
    }
  }
}

/** ReLU of the cross-correlation with w: [k, k, Cin, Cout] that keeps the size, plus b. */
function convRelu64(x: Tensor64, { w, b }: Conv64, near: Near): Tensor64 {
  const shape = x.shape as Four;
  const [size, , inputs, outputs] = w.shape as Four;
  return fill([shape[0], shape[1], shape[2], outputs], (n, i, j, o) => {
    let sum = b.values[o] as number;
    for (const { tap, start } of windowOf(shape, size, n, i, j)) {
      for (let c = 0; c < inputs; c++) {
        sum += (x.values[start + c] as number) * (w.values[(tap * inputs + c) * outputs + o] as number);
      }
    }
    near(Math.abs(sum));
    return Math.max(sum, 0);
  });
}

/** Maxima of 3×3 windows at stride 1; beyond the border there is nothing. */
function maxPool64(x: Tensor64, near: Near): Tensor64 {
  const shape = x.shape as Four;
  return fill(shape, (n, i, j, c) => {
    const window = [...windowOf(shape, 3, n, i, j)].map(({ start }) => x.values[start + c] as number);
    const [first, second = Number.NEGATIVE_INFINITY] = window.sort((a, b) => b - a) as [number, ...number[]];
    near(first - second);
    return first;
  });
}

/** An inception block in double precision, from the definition. */
export function inception64(x: Tensor64, p: InceptionParams64, near: Near = () => {}): Tensor64 {
  const branches = [
    convRelu64(x, p.b1, near),
    convRelu64(convRelu64(x, p.b3r, near), p.b3, near),
    convRelu64(convRelu64(x, p.b5r, near), p.b5, near),
    convRelu64(maxPool64(x, near), p.pp, near),
  ];
  const [batch, height, width] = x.shape as Four;
  const origins = branches.flatMap((branch) =>
    Array.from({ length: branch.shape[3] as number }, (_, c) => ({ branch, c })),
  );
  return fill([batch, height, width, origins.length], (n, i, j, channel) => {
    const { branch, c } = origins[channel] as (typeof origins)[0];
    return branch.values[((n * height + i) * width + j) * (branch.shape[3] as number) + c] as number;
  });
}
