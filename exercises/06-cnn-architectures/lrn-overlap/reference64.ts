import type { Tensor64 } from '@/grading/central-differences';

type Four = [number, number, number, number];

/** x[c] / (k + α·Σ x²)^β in double precision, every window from its definition; x: [N, H, W, C]. */
export function lrn64(
  x: Tensor64,
  { n = 5, k = 2, alpha = 1e-4, beta = 0.75 }: { n?: number; k?: number; alpha?: number; beta?: number } = {},
): Tensor64 {
  const channels = x.shape[3] as number;
  const half = Math.floor(n / 2);
  const values = x.values.map((value, at) => {
    const c = at % channels;
    let sum = 0;
    for (let other = Math.max(0, c - half); other <= Math.min(channels - 1, c + half); other++) {
      sum += (x.values[at - c + other] as number) ** 2;
    }
    return value / (k + alpha * sum) ** beta;
  });
  return { ...x, values };
}

/** Cross-correlation of x: [N, H, W, Cin] with w: [kh, kw, Cin, Cout], without padding, plus b. */
function conv64(x: Tensor64, w: Tensor64, b: Tensor64, stride: number): Tensor64 {
  const [batch, height, width, inputs] = x.shape as Four;
  const [kernelHeight, kernelWidth, , outputs] = w.shape as Four;
  const rows = Math.floor((height - kernelHeight) / stride) + 1;
  const columns = Math.floor((width - kernelWidth) / stride) + 1;
  const values = new Float64Array(batch * rows * columns * outputs);
  for (let at = 0; at < values.length; at++) {
    const o = at % outputs;
    const j = Math.floor(at / outputs) % columns;
    const i = Math.floor(at / (outputs * columns)) % rows;
    const image = Math.floor(at / (outputs * columns * rows));
    let sum = b.values[o] as number;
    for (let u = 0; u < kernelHeight; u++) {
      for (let v = 0; v < kernelWidth; v++) {
        for (let c = 0; c < inputs; c++) {
          const pixel = ((image * height + i * stride + u) * width + j * stride + v) * inputs + c;
          sum += (x.values[pixel] as number) * (w.values[((u * kernelWidth + v) * inputs + c) * outputs + o] as number);
        }
      }
    }
    values[at] = sum;
  }
  return { shape: [batch, rows, columns, outputs], values };
}

/** Maxima of 3×3 windows, stride 2. */
function maxPool64(x: Tensor64, near: (distance: number) => void): Tensor64 {
  const [batch, height, width, channels] = x.shape as Four;
  const [rows, columns] = [Math.floor((height - 3) / 2) + 1, Math.floor((width - 3) / 2) + 1];
  const values = new Float64Array(batch * rows * columns * channels);
  for (let at = 0; at < values.length; at++) {
    const c = at % channels;
    const j = Math.floor(at / channels) % columns;
    const i = Math.floor(at / (channels * columns)) % rows;
    const image = Math.floor(at / (channels * columns * rows));
    const window = Array.from({ length: 9 }, (_, tap) => {
      const [u, v] = [Math.floor(tap / 3), tap % 3];
      return x.values[((image * height + 2 * i + u) * width + 2 * j + v) * channels + c] as number;
    });
    const [first, second] = window.sort((a, b) => b - a) as [number, number];
    if (first > 0) near(first - second);
    values[at] = first;
  }
  return { shape: [batch, rows, columns, channels], values };
}

/**
 * A layer of AlexNet in double precision, from the definition.
 *
 * @param near is told how far each ReLU and each maximum is from where its gradient jumps
 */
export function alexBlock64(
  x: Tensor64,
  w: Tensor64,
  b: Tensor64,
  stride: number,
  near: (distance: number) => void = () => {},
): Tensor64 {
  const h = conv64(x, w, b, stride);
  for (const value of h.values) near(Math.abs(value));
  return maxPool64(lrn64({ ...h, values: h.values.map((value) => Math.max(value, 0)) }), near);
}
