import * as tf from '@tensorflow/tfjs-core';

function requireFloat(fn: string, name: string, value: tf.Tensor): void {
  if (!(value instanceof tf.Tensor) || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? value.dtype : String(value);
    throw new TypeError(`${fn}: ${name} must be a float32 tensor, got ${got}`);
  }
  if (value.size === 0) throw new RangeError(`${fn}: ${name} must not be empty, got shape [${value.shape}]`);
}

function requireList(fn: string, name: string, list: tf.Tensor[]): void {
  if (!Array.isArray(list)) throw new TypeError(`${fn}: ${name} must be a list of tensors, got ${typeof list}`);
  if (list.length === 0) throw new RangeError(`${fn}: ${name} must not be empty, got []`);
  for (const [i, tensor] of list.entries()) requireFloat(fn, `${name}[${i}]`, tensor);
}

function requireStrength(fn: string, lambda: number): void {
  if (typeof lambda !== 'number') throw new TypeError(`${fn}: lambda must be a number, got ${typeof lambda}`);
  if (!(lambda >= 0 && lambda < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${fn}: lambda must be finite and at least 0, got ${lambda}`);
  }
}

/** dataLoss + ½λ Σ‖W‖², over all elements of all weights. */
export function l2Loss(dataLoss: tf.Scalar, weights: tf.Tensor[], lambda: number): tf.Scalar {
  requireFloat('l2Loss', 'dataLoss', dataLoss);
  if (dataLoss.rank !== 0) throw new TypeError(`l2Loss: dataLoss must be a scalar, got rank ${dataLoss.rank}`);
  requireList('l2Loss', 'weights', weights);
  requireStrength('l2Loss', lambda);
  return tf.tidy(() => {
    const squares = weights.map((w) => tf.sum(tf.square(w)));
    return tf.add(dataLoss, tf.mul(tf.addN(squares), lambda / 2));
  });
}

/** g + λW for each weight: the ½ cancels the 2 of the square. */
export function l2Grads(grads: tf.Tensor[], weights: tf.Tensor[], lambda: number): tf.Tensor[] {
  requireList('l2Grads', 'grads', grads);
  requireList('l2Grads', 'weights', weights);
  const [due, shapes] = [weights, grads].map((list) => list.map(({ shape }) => `[${shape}]`).join(' '));
  if (shapes !== due) throw new RangeError(`l2Grads: grads must have the shapes of weights, ${due}, got ${shapes}`);
  requireStrength('l2Grads', lambda);
  return tf.tidy(() => grads.map((g, i) => tf.add(g, tf.mul(weights[i] as tf.Tensor, lambda))));
}
