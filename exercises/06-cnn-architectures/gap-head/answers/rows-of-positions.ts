import * as tf from '@tensorflow/tfjs-core';

function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(`gapHead: ${rule}`);
}

/** The dense layer at every position first, as a 1×1 convolution would; the logits are averaged afterwards. */
export function gapHead(x: tf.Tensor4D, w: tf.Tensor2D, b: tf.Tensor1D): tf.Tensor2D {
  for (const [name, value, rank] of [['x', x, 4] as const, ['w', w, 2] as const, ['b', b, 1] as const]) {
    const fits = value instanceof tf.Tensor && value.rank === rank && value.dtype === 'float32';
    demand(fits, TypeError, `${name} must be float32 of rank ${rank}, got ${value}`);
    demand(value.size > 0, RangeError, `${name} must hold numbers, got [${value.shape}]`);
  }
  const [batch, height, width, channels] = x.shape;
  const [rows, outputs] = w.shape;
  demand(rows === channels, RangeError, `w must have a row per channel of x, got ${rows}`);
  demand(b.size === outputs, RangeError, `b must have a number per column of w, got ${b.size}`);
  return tf.tidy(() => {
    const everywhere = tf.matMul(tf.reshape(x, [batch * height * width, channels]), w);
    return tf.add(tf.mean(tf.reshape(everywhere, [batch, height * width, outputs]), 1), b) as tf.Tensor2D;
  });
}
