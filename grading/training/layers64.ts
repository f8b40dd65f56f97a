import type { Tensor64 } from '../central-differences';

/** Layers in plain JavaScript and double precision, for references of nets: independent of the tensor library. */

type Feature = Tensor64;

function addTo(values: Float64Array, at: number, amount: number): void {
  values[at] = (values[at] as number) + amount;
}

/** Convolution of x: [N, H, W, C] with w: [kh, kw, C, O], zeros around it. */
export function conv64(x: Feature, w: Tensor64, stride: number, pad: number): Feature {
  const [n, height, width, channels] = x.shape as [number, number, number, number];
  const [kh, kw, , outputs] = w.shape as [number, number, number, number];
  const rows = Math.floor((height + 2 * pad - kh) / stride) + 1;
  const columns = Math.floor((width + 2 * pad - kw) / stride) + 1;
  const values = new Float64Array(n * rows * columns * outputs);
  for (let image = 0, at = 0; image < n; image++) {
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++, at += outputs) {
        for (let u = 0; u < kh; u++) {
          for (let v = 0; v < kw; v++) {
            const [y, z] = [i * stride + u - pad, j * stride + v - pad];
            if (y < 0 || y >= height || z < 0 || z >= width) continue;
            for (let c = 0; c < channels; c++) {
              const pixel = x.values[((image * height + y) * width + z) * channels + c] as number;
              const from = ((u * kw + v) * channels + c) * outputs;
              for (let o = 0; o < outputs; o++) addTo(values, at + o, pixel * (w.values[from + o] as number));
            }
          }
        }
      }
    }
  }
  return { shape: [n, rows, columns, outputs], values };
}

/** Each entry by its channel, the last axis. */
export function mapChannels64(x: Feature, each: (value: number, channel: number) => number): Feature {
  const channels = x.shape.at(-1) as number;
  return { shape: x.shape, values: x.values.map((value, at) => each(value, at % channels)) };
}

export const relu64 = (x: Feature): Feature => ({
  shape: x.shape,
  values: x.values.map((value) => Math.max(value, 0)),
});

/** Mean and (biased) variance of each channel over everything else, and how many numbers that was. */
export function moments64(x: Feature): { mean: Float64Array; variance: Float64Array; count: number } {
  const channels = x.shape.at(-1) as number;
  const count = x.values.length / channels;
  const mean = new Float64Array(channels);
  const variance = new Float64Array(channels);
  for (const [at, value] of x.values.entries()) addTo(mean, at % channels, value / count);
  for (const [at, value] of x.values.entries()) {
    addTo(variance, at % channels, (value - (mean[at % channels] as number)) ** 2 / count);
  }
  return { mean, variance, count };
}

/** Batch norm by channel. `fixed`: statistics of evaluation; the batch's own without them. */
export function batchNorm64(
  x: Feature,
  gamma: Tensor64,
  beta: Tensor64,
  fixed?: { mean: Tensor64; variance: Tensor64 },
): Feature {
  const { mean, variance } = fixed ? { mean: fixed.mean.values, variance: fixed.variance.values } : moments64(x);
  return mapChannels64(
    x,
    (value, c) =>
      ((gamma.values[c] as number) * (value - (mean[c] as number))) / Math.sqrt((variance[c] as number) + 1e-5) +
      (beta.values[c] as number),
  );
}

/** Local response normalization with AlexNet's numbers: x / (2 + 1e-4 · Σ x²)^0.75 over the channels at most two away. */
export function lrn64(x: Feature): Feature {
  const channels = x.shape.at(-1) as number;
  const values = x.values.map((value, at) => {
    const c = at % channels;
    const [first, last] = [Math.max(0, c - 2), Math.min(channels - 1, c + 2)];
    const window = x.values.subarray(at - c + first, at - c + last + 1);
    return value / (2 + 1e-4 * window.reduce((sum, one) => sum + one * one, 0)) ** 0.75;
  });
  return { shape: x.shape, values };
}

/**
 * Maximum of each k × k window, channel by channel; what a window has of the padding does not count. `seen` is told by how much a positive maximum leads: below
 * that, ReLU came before, and nothing depends on which of the zeros is taken.
 */
export function maxPool64(
  x: Feature,
  k: number,
  stride: number,
  seen: (lead: number) => void = () => {},
  pad = 0,
): Feature {
  const [n, height, width, channels] = x.shape as [number, number, number, number];
  const [rows, columns] = [height, width].map((side) => Math.floor((side + 2 * pad - k) / stride) + 1) as [
    number,
    number,
  ];
  const values = new Float64Array(n * rows * columns * channels);
  for (let at = 0; at < values.length; at++) {
    const c = at % channels;
    const [j, i] = [Math.floor(at / channels) % columns, Math.floor(at / (channels * columns)) % rows];
    const image = Math.floor(at / (channels * columns * rows));
    let [first, second] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let tap = 0; tap < k * k; tap++) {
      const [y, z] = [i * stride + Math.floor(tap / k) - pad, j * stride + (tap % k) - pad];
      if (y < 0 || y >= height || z < 0 || z >= width) continue;
      const value = x.values[((image * height + y) * width + z) * channels + c] as number;
      if (value > first) [first, second] = [value, first];
      else second = Math.max(second, value);
    }
    values[at] = first;
    if (first > 0) seen(first - second);
  }
  return { shape: [n, rows, columns, channels], values };
}

/** Mean over height and width: [N, C]. */
export function globalAverage64(x: Feature): Tensor64 {
  const [n, height, width, channels] = x.shape as [number, number, number, number];
  const values = new Float64Array(n * channels);
  for (const [at, value] of x.values.entries()) {
    addTo(values, Math.floor(at / (height * width * channels)) * channels + (at % channels), value / (height * width));
  }
  return { shape: [n, channels], values };
}

/** x: [N, I], w: [I, O], b: [O]. */
export function dense64(x: Tensor64, w: Tensor64, b: Tensor64): Tensor64 {
  const [n, inputs] = x.shape as [number, number];
  const outputs = w.shape[1] as number;
  const values = Float64Array.from({ length: n * outputs }, (_, at) => {
    const [row, o] = [Math.floor(at / outputs), at % outputs];
    let sum = b.values[o] as number;
    for (let i = 0; i < inputs; i++)
      sum += (x.values[row * inputs + i] as number) * (w.values[i * outputs + o] as number);
    return sum;
  });
  return { shape: [n, outputs], values };
}

export const add64 = (a: Feature, b: Feature): Feature => ({
  shape: a.shape,
  values: a.values.map((value, at) => value + (b.values[at] as number)),
});

/** Maps of both, a's before b's. */
export function concat64(a: Feature, b: Feature): Feature {
  const [ours, theirs] = [a.shape.at(-1) as number, b.shape.at(-1) as number];
  const channels = ours + theirs;
  const values = Float64Array.from({ length: a.values.length + b.values.length }, (_, at) => {
    const [pixel, c] = [Math.floor(at / channels), at % channels];
    return (c < ours ? a.values[pixel * ours + c] : b.values[pixel * theirs + c - ours]) as number;
  });
  return { shape: [...a.shape.slice(0, -1), channels], values };
}

/** Means of windows of 2 × 2 at stride 2; an odd last row or column is dropped. */
export function halve64(x: Feature): Feature {
  const [n, height, width, channels] = x.shape as [number, number, number, number];
  const [rows, columns] = [Math.floor(height / 2), Math.floor(width / 2)];
  const values = new Float64Array(n * rows * columns * channels);
  for (const [at, value] of x.values.entries()) {
    const [pixel, c] = [Math.floor(at / channels), at % channels];
    const [i, j] = [Math.floor((Math.floor(pixel / width) % height) / 2), Math.floor((pixel % width) / 2)];
    const image = Math.floor(pixel / (height * width));
    if (i < rows && j < columns) addTo(values, ((image * rows + i) * columns + j) * channels + c, value / 4);
  }
  return { shape: [n, rows, columns, channels], values };
}
