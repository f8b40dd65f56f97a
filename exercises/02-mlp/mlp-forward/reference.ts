import * as tf from '@tensorflow/tfjs-core';

interface Layer {
  w: tf.Tensor2D;
  b: tf.Tensor1D;
}

const ACTIVATIONS = { relu: tf.relu, tanh: tf.tanh, identity: (h: tf.Tensor2D) => h };

function requireTensor(name: string, value: tf.Tensor, rank: number): void {
  if (!(value instanceof tf.Tensor) || value.rank !== rank || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`mlp: ${name} must be a float32 tensor of rank ${rank}, got ${got}`);
  }
  if (value.size === 0) throw new RangeError(`mlp: ${name} must not be empty, got shape [${value.shape}]`);
}

function requireChain(x: tf.Tensor2D, layers: readonly Layer[]): void {
  let width = x.shape[1];
  for (const [i, { w, b }] of layers.entries()) {
    requireTensor(`layers[${i}].w`, w, 2);
    requireTensor(`layers[${i}].b`, b, 1);
    if (w.shape[0] !== width) throw new RangeError(`mlp: layers[${i}].w must have ${width} rows, got ${w.shape[0]}`);
    if (b.shape[0] !== w.shape[1]) {
      throw new RangeError(`mlp: layers[${i}].b must have length ${w.shape[1]}, got ${b.shape[0]}`);
    }
    width = w.shape[1];
  }
}

/** h ← act(hW + b) for all layers but the last, which is affine; x: [N, I], result: [N, O]. */
export function mlp(x: tf.Tensor2D, layers: readonly Layer[], act: 'relu' | 'tanh' | 'identity'): tf.Tensor2D {
  requireTensor('x', x, 2);
  if (!Object.hasOwn(ACTIVATIONS, act)) {
    throw new TypeError(`mlp: act must be one of ${Object.keys(ACTIVATIONS).join(', ')}, got ${act}`);
  }
  if (!(layers.length > 0)) throw new RangeError(`mlp: layers must not be empty, got ${layers.length} layers`);
  requireChain(x, layers);
  return tf.tidy(() => {
    let h = x;
    for (const [i, { w, b }] of layers.entries()) {
      const affine: tf.Tensor2D = tf.add(tf.matMul(h, w), b);
      h = i === layers.length - 1 ? affine : ACTIVATIONS[act](affine);
    }
    return h;
  });
}
