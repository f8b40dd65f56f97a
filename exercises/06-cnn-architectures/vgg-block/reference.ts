import * as tf from '@tensorflow/tfjs-core';

interface Conv {
  w: tf.Tensor4D;
  b: tf.Tensor1D;
}

function requireTensor(name: string, value: tf.Tensor, rank: number): void {
  if (!(value instanceof tf.Tensor) || value.rank !== rank || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`vggBlock: ${name} must be a float32 tensor of rank ${rank}, got ${got}`);
  }
  if (value.size === 0) throw new RangeError(`vggBlock: ${name} must not be empty, got shape [${value.shape}]`);
}

function requireChain(channels: number, convs: readonly Conv[]): void {
  let given = channels;
  for (const [i, { w, b }] of convs.entries()) {
    requireTensor(`convs[${i}].w`, w, 4);
    requireTensor(`convs[${i}].b`, b, 1);
    const [height, width, inputs, outputs] = w.shape;
    if (height !== 3 || width !== 3) {
      throw new RangeError(`vggBlock: convs[${i}].w must have a 3×3 kernel, got ${height}×${width}`);
    }
    if (inputs !== given) {
      throw new RangeError(`vggBlock: convs[${i}].w must take ${given} channels, got ${inputs}`);
    }
    if (b.shape[0] !== outputs) {
      throw new RangeError(`vggBlock: convs[${i}].b must have length ${outputs}, got ${b.shape[0]}`);
    }
    given = outputs;
  }
}

/** (3×3 convolution, bias, ReLU) for each of `convs`, then max pooling 2/2; x: [N, H, W, C]. */
export function vggBlock(x: tf.Tensor4D, convs: readonly Conv[]): tf.Tensor4D {
  requireTensor('x', x, 4);
  const [, height, width, channels] = x.shape;
  if (height < 2 || width < 2) {
    throw new RangeError(`vggBlock: x must have at least 2 rows and columns, got ${height}×${width}`);
  }
  if (!(convs.length > 0)) throw new RangeError(`vggBlock: convs must not be empty, got ${convs.length} convolutions`);
  requireChain(channels, convs);
  return tf.tidy(() => {
    let h = x;
    for (const { w, b } of convs) {
      const affine: tf.Tensor4D = tf.add(tf.conv2d(h, w, 1, 'same'), b);
      h = tf.relu(affine);
    }
    return tf.maxPool(h, 2, 2, 'valid');
  });
}
