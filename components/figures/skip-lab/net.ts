import { mulberry32, normal } from '../rng';

/** Units of every hidden layer. */
export const WIDTH = 12;

/** A dense layer: w is [fanIn, fanOut] row by row, b is [fanOut]. */
export type Layer = { w: Float64Array; b: Float64Array };

/**
 * A net from one number to one number with `layers.length` weight layers: 1 → 12, then blocks of two layers 12 → 12, then
 * 12 → 1. A block gives relu(W₂·relu(W₁h + b₁) + b₂), with `skip` relu(h + W₂·relu(W₁h + b₁) + b₂) as in ResNet.
 */
export type Net = { layers: Layer[]; skip: boolean };

/**
 * He weights (variance 2 / fanIn; 1 / fanIn before the output, which has no ReLU) and zero biases, the same draws with
 * and without skip. With it, each block's last layer starts smaller by the number of blocks: nothing normalizes the sum
 * over them, which would otherwise grow at each.
 *
 * @param depth even, at least 2
 */
export function createNet(depth: number, skip: boolean, seed: number): Net {
  const gauss = normal(mulberry32(seed));
  const blocks = (depth - 2) / 2;
  const layers = Array.from({ length: depth }, (_, index) => {
    const fanIn = index === 0 ? 1 : WIDTH;
    const fanOut = index === depth - 1 ? 1 : WIDTH;
    const closes = skip && index > 0 && index < depth - 1 && index % 2 === 0;
    const gain = index === depth - 1 ? 1 : 2;
    const scale = Math.sqrt(gain / fanIn) / (closes ? blocks : 1);
    return { w: Float64Array.from({ length: fanIn * fanOut }, () => scale * gauss()), b: new Float64Array(fanOut) };
  });
  return { layers, skip };
}

/** rows·w + b for `rows` [n, fanIn]. */
function dense(rows: Float64Array, { w, b }: Layer): Float64Array {
  const fanOut = b.length;
  const fanIn = w.length / fanOut;
  const n = rows.length / fanIn;
  const out = new Float64Array(n * fanOut);
  for (let i = 0; i < n; i++) {
    for (let o = 0; o < fanOut; o++) out[i * fanOut + o] = b[o] as number;
    for (let k = 0; k < fanIn; k++) {
      const value = rows[i * fanIn + k] as number;
      if (value === 0) continue;
      for (let o = 0; o < fanOut; o++) {
        out[i * fanOut + o] = (out[i * fanOut + o] as number) + value * (w[k * fanOut + o] as number);
      }
    }
  }
  return out;
}

/** The input of every layer, and the net's outputs as the last entry. */
function activations({ layers, skip }: Net, inputs: Float64Array): Float64Array[] {
  const rows = [inputs];
  layers.forEach((layer, index) => {
    const out = dense(rows[index] as Float64Array, layer);
    if (index < layers.length - 1) {
      const from = skip && index > 0 && index % 2 === 0 ? (rows[index - 1] as Float64Array) : null;
      for (let i = 0; i < out.length; i++) out[i] = Math.max(0, (out[i] as number) + (from ? (from[i] as number) : 0));
    }
    rows.push(out);
  });
  return rows;
}

/** What the net gives for `inputs` [n]. */
export function outputsAt(net: Net, inputs: ArrayLike<number>): Float64Array {
  return activations(net, Float64Array.from(inputs)).at(-1) as Float64Array;
}

/** Mean squared error on `inputs` and `targets`, both [n], and its gradients, layer by layer. */
export function lossAndGradients(
  net: Net,
  inputs: Float64Array,
  targets: Float64Array,
): { loss: number; gradients: Layer[] } {
  const { layers, skip } = net;
  const n = targets.length;
  const last = layers.length - 1;
  const rows = activations(net, inputs);
  const outputs = rows[last + 1] as Float64Array;
  let loss = 0;
  let slope = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const error = (outputs[i] as number) - (targets[i] as number);
    loss += error ** 2 / n;
    slope[i] = (2 * error) / n;
  }

  const gradients: Layer[] = [];
  /** What reaches a block's input around the block. */
  let around: Float64Array | null = null;
  for (let index = last; index >= 0; index--) {
    const { w, b } = layers[index] as Layer;
    const input = rows[index] as Float64Array;
    const fanOut = b.length;
    const fanIn = w.length / fanOut;
    if (index < last) {
      const out = rows[index + 1] as Float64Array;
      for (let i = 0; i < slope.length; i++) if ((out[i] as number) <= 0) slope[i] = 0;
    }
    const dw = new Float64Array(w.length);
    const db = new Float64Array(fanOut);
    const below = new Float64Array(n * fanIn);
    for (let i = 0; i < n; i++) {
      for (let o = 0; o < fanOut; o++) db[o] = (db[o] as number) + (slope[i * fanOut + o] as number);
      for (let k = 0; k < fanIn; k++) {
        const value = input[i * fanIn + k] as number;
        let sum = 0;
        for (let o = 0; o < fanOut; o++) {
          const d = slope[i * fanOut + o] as number;
          dw[k * fanOut + o] = (dw[k * fanOut + o] as number) + value * d;
          sum += d * (w[k * fanOut + o] as number);
        }
        below[i * fanIn + k] = sum;
      }
    }
    gradients.unshift({ w: dw, b: db });
    if (skip && index > 0 && index < last) {
      if (index % 2 === 0) around = slope;
      else if (around) {
        for (let i = 0; i < below.length; i++) below[i] = (below[i] as number) + (around[i] as number);
      }
    }
    slope = below;
  }
  return { loss, gradients };
}

/** The length of one layer's gradient, weights and biases together. */
export function gradientNorm({ w, b }: Layer): number {
  const squares = (values: Float64Array) => values.reduce((sum, value) => sum + value * value, 0);
  return Math.sqrt(squares(w) + squares(b));
}
