import * as tf from '@tensorflow/tfjs-core';

type Net = { w1: tf.Tensor2D; b1: tf.Tensor1D; w2: tf.Tensor2D; b2: tf.Tensor1D };
const NAMES = ['w1', 'b1', 'w2', 'b2'] as const;
const SHAPES = ['2,16', '16', '16,2', '2'];

/** Parameters as a list, softmax by hand, the loss read at every step. */
export function trainXor(init: Net, { lr, steps }: { lr: number; steps: number }): Net & { losses: number[] } {
  for (const [i, name] of NAMES.entries()) {
    const shape = init[name].shape.join();
    if (shape !== SHAPES[i]) throw new RangeError(`trainXor: ${name} must have shape [${SHAPES[i]}], got [${shape}]`);
  }
  if (Number.isNaN(lr) || lr <= 0) throw new RangeError(`trainXor: lr must be above 0, got ${lr}`);
  if (steps < 0 || steps % 1 !== 0) throw new RangeError(`trainXor: steps must be a count, got ${steps}`);
  const losses: number[] = [];
  const [w1, b1, w2, b2] = tf.tidy(() => {
    const x = tf.tensor2d([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
    const t = tf.tensor2d([
      [1, 0],
      [0, 1],
      [0, 1],
      [1, 0],
    ]);
    let params: tf.Tensor[] = NAMES.map((name) => tf.clone(init[name]));
    for (let i = 0; i < steps; i++) {
      const updated: tf.Tensor[] = tf.tidy(() => {
        const [a, b, c, d] = params as [tf.Tensor2D, tf.Tensor1D, tf.Tensor2D, tf.Tensor1D];
        const before = tf.add(tf.dot(x, a), b);
        const h = tf.maximum(before, 0) as tf.Tensor2D;
        const z = tf.add(tf.dot(h, c), d);
        const exponentials = tf.exp(tf.sub(z, tf.max(z, 1, true)));
        const p = tf.div(exponentials, tf.sum(exponentials, 1, true));
        losses.push(tf.neg(tf.mean(tf.log(tf.sum(tf.mul(p, t), 1)))).dataSync()[0] as number);
        const dz = tf.mul(tf.sub(p, t), 0.25) as tf.Tensor2D;
        const open = tf.cast(tf.greater(before, 0), 'float32');
        const dh = tf.mul(tf.dot(dz, tf.transpose(c)), open) as tf.Tensor2D;
        const gradients = [tf.dot(tf.transpose(x), dh), tf.sum(dh, 0), tf.dot(tf.transpose(h), dz), tf.sum(dz, 0)];
        return params.map((value, k) => tf.sub(value, tf.mul(lr, gradients[k] as tf.Tensor)));
      });
      tf.dispose(params);
      params = updated;
    }
    return params;
  }) as [tf.Tensor2D, tf.Tensor1D, tf.Tensor2D, tf.Tensor1D];
  return { w1, b1, w2, b2, losses };
}
