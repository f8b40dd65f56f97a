import { mulberry32, normal } from '../rng';
import type { Activation, BoundaryConfig } from './config';

/** One dense layer: w is [fanIn, fanOut] row by row, b is [fanOut]. */
export type Layer = { fanIn: number; fanOut: number; w: Float32Array; b: Float32Array };

/**
 * Layers 2 → width (depth times) → 1 before training. Weights are normal with variance 2/fanIn for ReLU (He et al. 2015)
 * and 1/fanIn otherwise; biases are 0, except that first-layer ones are drawn small, so that kinks do not all meet at 0.
 */
export function initialLayers(config: Pick<BoundaryConfig, 'depth' | 'width' | 'activation' | 'seed'>): Layer[] {
  const gauss = normal(mulberry32(config.seed));
  const sizes = [2, ...Array<number>(config.depth).fill(config.width), 1];
  return sizes.slice(1).map((fanOut, index) => {
    const fanIn = sizes[index] as number;
    const scale = Math.sqrt((config.activation === 'relu' ? 2 : 1) / fanIn);
    const w = Float32Array.from({ length: fanIn * fanOut }, () => scale * gauss());
    const b = Float32Array.from({ length: fanOut }, () => (index === 0 && config.depth > 0 ? 0.1 * gauss() : 0));
    return { fanIn, fanOut, w, b };
  });
}

const functions: Record<Activation, (x: number) => number> = {
  relu: (x) => Math.max(x, 0),
  tanh: Math.tanh,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  identity: (x) => x,
};

/** Logits of the net at `points` ([n, 2] row by row): the score of class 1, whose sign decides. */
export function logitsAt(layers: readonly Layer[], activation: Activation, points: Float32Array): Float32Array {
  return activationsAt(layers, activation, points).at(-1) as Float32Array;
}

/** What every layer gives at `points`, [n, fanOut] row by row; the last are the logits. */
export function activationsAt(layers: readonly Layer[], activation: Activation, points: Float32Array): Float32Array[] {
  const n = points.length / 2;
  let rows = points;
  return layers.map(({ fanIn, fanOut, w, b }, index) => {
    const last = index === layers.length - 1;
    const next = new Float32Array(n * fanOut);
    for (let i = 0; i < n; i++) {
      for (let o = 0; o < fanOut; o++) {
        let sum = b[o] as number;
        for (let k = 0; k < fanIn; k++) sum += (rows[i * fanIn + k] as number) * (w[k * fanOut + o] as number);
        next[i * fanOut + o] = last ? sum : functions[activation](sum);
      }
    }
    rows = next;
    return next;
  });
}
