import * as tf from '@tensorflow/tfjs-core';

function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(rule);
}

const isFloat = (value: unknown) => value instanceof tf.Tensor && value.dtype === 'float32';

function demandAll(fn: string, name: string, list: tf.Tensor[], lambda: number): void {
  demand(Array.isArray(list) && list.every(isFloat), TypeError, `${fn}: ${name} must hold tensors, got ${list}`);
  demand(list.length > 0, RangeError, `${fn}: ${name} must hold a tensor, got none`);
  for (const { size } of list) demand(size > 0, RangeError, `${fn}: ${name} must have elements, got an empty tensor`);
  demand(typeof lambda === 'number', TypeError, `${fn}: lambda must be a number, got ${lambda}`);
  demand(lambda >= 0 && lambda < Infinity, RangeError, `${fn}: lambda must not be negative, got ${lambda}`);
}

/** The penalty of one tensor after the other is added to the loss; √(λ/2)·W is what is squared. */
export function l2Loss(dataLoss: tf.Scalar, weights: tf.Tensor[], lambda: number): tf.Scalar {
  demand(isFloat(dataLoss) && dataLoss.rank === 0, TypeError, `l2Loss: dataLoss must be a scalar, got ${dataLoss}`);
  demandAll('l2Loss', 'weights', weights, lambda);
  return tf.tidy(() => {
    let total = dataLoss;
    for (const w of weights) {
      const scaled = tf.mul(w, Math.sqrt(lambda / 2));
      total = tf.add(total, tf.sum(tf.mul(scaled, scaled)));
    }
    return total;
  });
}

/** g − (−λ)W. */
export function l2Grads(grads: tf.Tensor[], weights: tf.Tensor[], lambda: number): tf.Tensor[] {
  demandAll('l2Grads', 'grads', grads, lambda);
  demandAll('l2Grads', 'weights', weights, lambda);
  demand(grads.length === weights.length, RangeError, `l2Grads: grads must be ${weights.length}, got ${grads.length}`);
  for (const [i, { shape }] of weights.entries()) {
    const { shape: got } = grads[i] as tf.Tensor;
    const fits = got.length === shape.length && got.every((extent, axis) => extent === shape[axis]);
    demand(fits, RangeError, `l2Grads: grads[${i}] must have shape ${shape}, got ${got}`);
  }
  return tf.tidy(() => weights.map((w, i) => tf.sub(grads[i] as tf.Tensor, tf.mul(w, -lambda))));
}
