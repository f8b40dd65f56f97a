import * as tf from '@tensorflow/tfjs-core';

type Layer = { w: tf.Tensor2D; b: tf.Tensor1D };

function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(`mlp: ${rule}`);
}

const is = (value: unknown, rank: number) =>
  value instanceof tf.Tensor && value.dtype === 'float32' && value.shape.length === rank;

/** All but the last layer folded over x, then the last. */
export function mlp(x: tf.Tensor2D, layers: readonly Layer[], act: string): tf.Tensor2D {
  const activations = new Map<string, (h: tf.Tensor2D) => tf.Tensor2D>([
    ['relu', (h) => tf.maximum(h, 0)],
    ['tanh', (h) => tf.tanh(h)],
    ['identity', (h) => tf.mul(h, 1)],
  ]);
  const activation = activations.get(act);
  demand(is(x, 2), TypeError, `x must be a float32 matrix, got ${x}`);
  demand(x.size > 0, RangeError, `x must not be empty, got [${x.shape}]`);
  demand(layers.length > 0, RangeError, `layers must hold a layer, got ${layers.length}`);
  layers.forEach(({ w, b }, i) => {
    const inputs = i === 0 ? x.shape[1] : layers[i - 1]?.w.shape[1];
    demand(is(w, 2), TypeError, `layers[${i}].w must be a float32 matrix, got ${w}`);
    demand(is(b, 1), TypeError, `layers[${i}].b must be a float32 vector, got ${b}`);
    demand(w.size > 0, RangeError, `layers[${i}].w must not be empty, got [${w.shape}]`);
    demand(w.shape[0] === inputs, RangeError, `layers[${i}].w must take ${inputs} inputs, got ${w.shape[0]}`);
    demand(b.size === w.shape[1], RangeError, `layers[${i}].b must have ${w.shape[1]} elements, got ${b.size}`);
  });
  if (activation === undefined) throw new TypeError(`mlp: act must be relu, tanh or identity, got ${act}`);
  const dense = (h: tf.Tensor2D, { w, b }: Layer) => tf.add(tf.dot(h, w), b) as tf.Tensor2D;
  return tf.tidy(() => {
    const hidden = layers.slice(0, -1).reduce((h, layer) => activation(dense(h, layer)), x);
    return dense(hidden, layers.at(-1) as Layer);
  });
}
