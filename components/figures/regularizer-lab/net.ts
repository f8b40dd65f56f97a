import { mulberry32, normal } from '../rng';

/** 2 → 32 → 32 → 1, ReLU between. */
const SIZES = [2, 32, 32, 1] as const;
const HIDDEN = SIZES.length - 2;
const EPS = 1e-5;
const RUNNING = 0.1;

/** One layer: w is [fanIn, fanOut] row by row, b, gamma and beta are [fanOut]. */
export type Layer = { w: Float64Array; b: Float64Array; gamma: Float64Array; beta: Float64Array };
/** Running mean and variance of a hidden layer’s affine values. */
export type Running = { mean: Float64Array; variance: Float64Array };
export type Net = { layers: Layer[]; running: Running[] };

/** What acts inside the net in training; in evaluation only `batchNorm` matters. */
export type Inside = { dropout: number; batchNorm: boolean; penalty: number };

/** He weights, zero biases, γ = 1, β = 0. */
export function createNet(seed: number): Net {
  const gauss = normal(mulberry32(seed));
  const layers = SIZES.slice(1).map((fanOut, index) => {
    const fanIn = SIZES[index] as number;
    const scale = Math.sqrt(2 / fanIn);
    return {
      w: Float64Array.from({ length: fanIn * fanOut }, () => scale * gauss()),
      b: new Float64Array(fanOut),
      gamma: new Float64Array(fanOut).fill(1),
      beta: new Float64Array(fanOut),
    };
  });
  const running = SIZES.slice(1, -1).map((width) => ({
    mean: new Float64Array(width),
    variance: new Float64Array(width).fill(1),
  }));
  return { layers, running };
}

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

/** Mean and population variance of each column of [n, width]. */
function columnStatistics(rows: Float64Array, width: number): Running {
  const n = rows.length / width;
  const mean = new Float64Array(width);
  const variance = new Float64Array(width);
  rows.forEach((value, i) => {
    mean[i % width] = (mean[i % width] as number) + value / n;
  });
  rows.forEach((value, i) => {
    variance[i % width] = (variance[i % width] as number) + (value - (mean[i % width] as number)) ** 2 / n;
  });
  return { mean, variance };
}

/** Logits at `points` ([n, 2] row by row) in evaluation: no dropout, running statistics. */
export function logitsAt({ layers, running }: Net, points: ArrayLike<number>, batchNorm: boolean): Float64Array {
  let rows: Float64Array = Float64Array.from(points);
  layers.forEach((layer, index) => {
    rows = dense(rows, layer);
    const width = layer.b.length;
    if (index === HIDDEN) return;
    const { mean, variance } = running[index] as Running;
    rows.forEach((value, i) => {
      const o = i % width;
      const scale = (layer.gamma[o] as number) / Math.sqrt((variance[o] as number) + EPS);
      const a = batchNorm ? (value - (mean[o] as number)) * scale + (layer.beta[o] as number) : value;
      rows[i] = Math.max(a, 0);
    });
  });
  return rows;
}

/** Cross-entropy of σ(z) with target t: softplus(z) − t·z, finite for every z. */
export function crossEntropy(z: number, t: number): number {
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - t * z;
}

type Block = { rows: Float64Array; xhat: Float64Array; deviation: Float64Array; mask: Float64Array };

/**
 * Training forward and backward: mean cross-entropy plus ½λ‖W‖², and its gradients, layer by layer. Draws the dropout
 * masks from `rng`, unit by unit, and returns the batch statistics that the running ones take in.
 */
export function lossAndGradients(
  net: Net,
  points: Float64Array,
  targets: ArrayLike<number>,
  inside: Inside,
  rng: () => number,
): { loss: number; gradients: Layer[]; statistics: Running[] } {
  const n = targets.length;
  const statistics: Running[] = [];
  const blocks: Block[] = [];
  let rows = points;
  net.layers.forEach((layer, index) => {
    const a = dense(rows, layer);
    const width = layer.b.length;
    const block = {
      rows,
      xhat: a,
      deviation: new Float64Array(width).fill(1),
      mask: new Float64Array(a.length).fill(1),
    };
    blocks.push(block);
    rows = a;
    if (index === HIDDEN) return;
    if (inside.batchNorm) {
      const { mean, variance } = columnStatistics(a, width);
      statistics.push({ mean, variance });
      block.deviation = variance.map((v) => Math.sqrt(v + EPS));
      block.xhat = a.map((value, i) => (value - (mean[i % width] as number)) / (block.deviation[i % width] as number));
      rows = block.xhat.map((x, i) => x * (layer.gamma[i % width] as number) + (layer.beta[i % width] as number));
    }
    // ReLU and inverted dropout in one factor, which is also their derivative.
    block.mask = rows.map((value) => {
      const kept = inside.dropout === 0 || rng() >= inside.dropout;
      return value > 0 && kept ? 1 / (1 - inside.dropout) : 0;
    });
    rows = rows.map((value, i) => value * (block.mask[i] as number));
  });

  let loss = 0;
  let slope = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const z = rows[i] as number;
    const t = targets[i] as number;
    loss += crossEntropy(z, t) / n;
    slope[i] = (1 / (1 + Math.exp(-z)) - t) / n;
  }

  const gradients: Layer[] = [];
  for (let index = HIDDEN; index >= 0; index--) {
    const { w, b, gamma } = net.layers[index] as Layer;
    const block = blocks[index] as Block;
    const width = b.length;
    const fanIn = w.length / width;
    const dGamma = new Float64Array(width);
    const dBeta = new Float64Array(width);
    let da = slope;
    if (index < HIDDEN) {
      da = slope.map((d, i) => d * (block.mask[i] as number));
      if (inside.batchNorm) {
        da.forEach((d, i) => {
          dGamma[i % width] = (dGamma[i % width] as number) + d * (block.xhat[i] as number);
          dBeta[i % width] = (dBeta[i % width] as number) + d;
        });
        da = da.map((d, i) => {
          const o = i % width;
          const rest = n * d - (dBeta[o] as number) - (block.xhat[i] as number) * (dGamma[o] as number);
          return ((gamma[o] as number) / (n * (block.deviation[o] as number))) * rest;
        });
      }
    }
    const dw = w.map((value) => inside.penalty * value);
    const db = new Float64Array(width);
    const below = new Float64Array(n * fanIn);
    for (let i = 0; i < n; i++) {
      for (let o = 0; o < width; o++) db[o] = (db[o] as number) + (da[i * width + o] as number);
      for (let k = 0; k < fanIn; k++) {
        const value = block.rows[i * fanIn + k] as number;
        let sum = 0;
        for (let o = 0; o < width; o++) {
          const d = da[i * width + o] as number;
          dw[k * width + o] = (dw[k * width + o] as number) + value * d;
          sum += d * (w[k * width + o] as number);
        }
        below[i * fanIn + k] = sum;
      }
    }
    loss += (inside.penalty / 2) * w.reduce((sum, value) => sum + value * value, 0);
    gradients.unshift({ w: dw, b: db, gamma: dGamma, beta: dBeta });
    slope = below;
  }
  return { loss, gradients, statistics };
}

/** Running statistics after one more batch of `n`: one tenth of the way to the batch’s, its variance unbiased. */
export function intoRunning(running: readonly Running[], statistics: readonly Running[], n: number): Running[] {
  const mix = (old: number, now: number) => (1 - RUNNING) * old + RUNNING * now;
  return running.map(({ mean, variance }, index) => {
    const batch = statistics[index];
    if (!batch) return { mean, variance };
    return {
      mean: mean.map((old, o) => mix(old, batch.mean[o] as number)),
      variance: variance.map((old, o) => mix(old, ((batch.variance[o] as number) * n) / (n - 1))),
    };
  });
}
