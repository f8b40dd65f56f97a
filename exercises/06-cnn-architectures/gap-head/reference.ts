import * as tf from '@tensorflow/tfjs-core';

function requireTensor(name: string, value: tf.Tensor, rank: number): void {
  if (!(value instanceof tf.Tensor) || value.rank !== rank || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`gapHead: ${name} must be a float32 tensor of rank ${rank}, got ${got}`);
  }
  if (value.size === 0) throw new RangeError(`gapHead: ${name} must not be empty, got shape [${value.shape}]`);
}

/** Mean over height and width, then a dense layer; x: [N, H, W, C], w: [C, O], b: [O], result: [N, O]. */
export function gapHead(x: tf.Tensor4D, w: tf.Tensor2D, b: tf.Tensor1D): tf.Tensor2D {
  requireTensor('x', x, 4);
  requireTensor('w', w, 2);
  requireTensor('b', b, 1);
  const channels = x.shape[3];
  if (w.shape[0] !== channels) {
    throw new RangeError(`gapHead: w must have ${channels} rows to fit x, got ${w.shape[0]}`);
  }
  if (b.shape[0] !== w.shape[1]) {
    throw new RangeError(`gapHead: b must have length ${w.shape[1]} to fit w, got ${b.shape[0]}`);
  }
  return tf.tidy(() => tf.add(tf.matMul(tf.mean(x, [1, 2]) as tf.Tensor2D, w), b));
}
