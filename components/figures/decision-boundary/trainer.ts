import * as tf from '@tensorflow/tfjs-core';
import type { Activation, BoundaryConfig } from './config';
import { dataOf } from './datasets';
import { initialLayers } from './net';
import { gridPoints } from './plane';
import { UNIT_CELLS } from './units';

/**
 * What the net is after `step` updates: mean loss and share of right points at that moment, logits over the grid, and what
 * every hidden unit gives over a coarser one: [layers, units, UNIT_CELLS²].
 */
export type Snapshot = { step: number; loss: number; accuracy: number; grid: Float32Array; units: Float32Array };

/** An activation and its derivative, the latter from the activation's own output h. */
type ActivationPair = { forward: (a: tf.Tensor2D) => tf.Tensor2D; slope: (h: tf.Tensor2D) => tf.Tensor2D };

const activations: Record<Activation, ActivationPair> = {
  relu: { forward: tf.relu, slope: tf.step },
  tanh: { forward: tf.tanh, slope: (h) => tf.sub(1, tf.square(h)) },
  sigmoid: { forward: tf.sigmoid, slope: (h) => tf.mul(h, tf.sub(1, h)) },
  identity: { forward: tf.clone, slope: tf.onesLike },
};

type Dense = { w: tf.Tensor2D; b: tf.Tensor1D };

/**
 * Trains the chosen net on the chosen data by full-batch gradient descent, on whatever backend is set: forward, loss
 * gradient, backward, update, with the very formulas of the lesson. Written out rather than by automatic
 * differentiation, which would bring the gradients of every operation of the library into the worker.
 */
export function createTrainer(config: BoundaryConfig, cells: number) {
  const data = dataOf(config);
  const count = data.labels.length;
  const x = tf.tensor2d(data.points, [count, 2]);
  const y = tf.tensor2d(data.labels, [count, 1]);
  const grid = tf.tensor2d(gridPoints(cells), [cells * cells, 2]);
  const coarse = tf.tensor2d(gridPoints(UNIT_CELLS), [UNIT_CELLS ** 2, 2]);
  const { forward, slope } = activations[config.activation];
  let layers: Dense[] = initialLayers(config).map(({ fanIn, fanOut, w, b }) => ({
    w: tf.tensor2d(w, [fanIn, fanOut]),
    b: tf.tensor1d(b),
  }));
  let step = 0;

  /** Inputs of every layer, and last the logits. */
  const run = (input: tf.Tensor2D): tf.Tensor2D[] => {
    const rows = [input];
    layers.forEach(({ w, b }, index) => {
      const affine: tf.Tensor2D = tf.add(tf.matMul(rows[index] as tf.Tensor2D, w), b);
      rows.push(index + 1 < layers.length ? forward(affine) : affine);
    });
    return rows;
  };
  const logits = (input: tf.Tensor2D) => run(input).at(-1) as tf.Tensor2D;

  const updated = (): Dense[] => {
    const rows = run(x);
    const next: Dense[] = [];
    let dy: tf.Tensor2D = tf.div(tf.sub(tf.sigmoid(rows.at(-1) as tf.Tensor2D), y), count);
    for (let index = layers.length - 1; index >= 0; index--) {
      const { w, b } = layers[index] as Dense;
      const h = rows[index] as tf.Tensor2D;
      const dw = tf.matMul(h, dy, true, false);
      const db = tf.sum(dy, 0);
      next.unshift({ w: tf.sub(w, tf.mul(dw, config.rate)), b: tf.sub(b, tf.mul(db, config.rate)) });
      if (index > 0) dy = tf.mul(tf.matMul(dy, w, false, true), slope(h));
    }
    return next;
  };

  return {
    /** Makes `steps` updates. */
    advance(steps: number): void {
      for (let i = 0; i < steps; i++) {
        const next = tf.tidy(updated);
        tf.dispose(layers);
        layers = next;
      }
      step += steps;
    },
    /** Reads the present state back from the backend, in one transfer. */
    async snapshot(): Promise<Snapshot> {
      const all = tf.tidy(() => {
        const z = logits(x);
        // Cross-entropy of σ(z) with label y, as softplus(z) − y·z: finite for every z.
        const loss = tf.mean(tf.sub(tf.softplus(z), tf.mul(y, z)));
        const right = tf.mean(tf.cast(tf.equal(tf.greater(z, 0), tf.greater(y, 0.5)), 'float32'));
        const units = run(coarse)
          .slice(1, -1)
          .map((rows) => tf.reshape(tf.transpose(rows), [-1]));
        return tf.concat([tf.reshape(loss, [1]), tf.reshape(right, [1]), tf.reshape(logits(grid), [-1]), ...units]);
      });
      const values = Float32Array.from(await all.data());
      all.dispose();
      const area = cells * cells;
      return {
        step,
        loss: values[0] as number,
        accuracy: values[1] as number,
        grid: values.slice(2, 2 + area),
        units: values.slice(2 + area),
      };
    },
    dispose(): void {
      tf.dispose([x, y, grid, coarse]);
      tf.dispose(layers);
    },
  };
}
