import * as tf from '@tensorflow/tfjs-core';

interface CB {
  w: tf.Tensor4D;
  b: tf.Tensor1D;
}
interface InceptionParams {
  b1: CB;
  b3r: CB;
  b3: CB;
  b5r: CB;
  b5: CB;
  pp: CB;
}

function requireTensor(name: string, value: tf.Tensor, rank: number): void {
  if (!(value instanceof tf.Tensor) || value.rank !== rank || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`inception: ${name} must be a float32 tensor of rank ${rank}, got ${got}`);
  }
  if (value.size === 0) throw new RangeError(`inception: ${name} must not be empty, got shape [${value.shape}]`);
}

/** @returns the channels that it gives */
function requireConv(name: string, { w, b }: CB, size: number, inputs: number): number {
  requireTensor(`${name}.w`, w, 4);
  requireTensor(`${name}.b`, b, 1);
  const [height, width, taken, outputs] = w.shape;
  if (height !== size || width !== size || taken !== inputs) {
    throw new RangeError(`inception: ${name}.w must be [${size}, ${size}, ${inputs}, …], got [${w.shape}]`);
  }
  if (b.size !== outputs) throw new RangeError(`inception: ${name}.b must have length ${outputs}, got ${b.size}`);
  return outputs;
}

/** Convolution at stride 1 that keeps height and width, bias, ReLU. */
function convRelu(h: tf.Tensor4D, { w, b }: CB): tf.Tensor4D {
  const affine: tf.Tensor4D = tf.add(tf.conv2d(h, w, 1, 'same'), b);
  return tf.relu(affine);
}

/** 1×1, 1×1 → 3×3, 1×1 → 5×5 and max pooling 3/1 → 1×1 of the same x, side by side; x: [N, H, W, C]. */
export function inception(x: tf.Tensor4D, p: InceptionParams): tf.Tensor4D {
  requireTensor('x', x, 4);
  const channels = x.shape[3];
  requireConv('b1', p.b1, 1, channels);
  requireConv('b3', p.b3, 3, requireConv('b3r', p.b3r, 1, channels));
  requireConv('b5', p.b5, 5, requireConv('b5r', p.b5r, 1, channels));
  requireConv('pp', p.pp, 1, channels);
  return tf.tidy(() =>
    tf.concat(
      [
        convRelu(x, p.b1),
        convRelu(convRelu(x, p.b3r), p.b3),
        convRelu(convRelu(x, p.b5r), p.b5),
        convRelu(tf.maxPool(x, 3, 1, 'same'), p.pp),
      ],
      3,
    ),
  );
}

/** k²·in·out for each of the six convolutions. */
export function inceptionWeights(cin: number, s: [number, number, number, number, number, number]): number {
  if (!Array.isArray(s)) throw new TypeError(`inceptionWeights: s must be an array, got ${s}`);
  if (s.length !== 6) throw new RangeError(`inceptionWeights: s must have 6 entries, got ${s.length}`);
  for (const [name, value] of [['cin', cin] as const, ...s.map((entry, i) => [`s[${i}]`, entry] as const)]) {
    if (typeof value !== 'number')
      throw new TypeError(`inceptionWeights: ${name} must be a number, got ${typeof value}`);
    if (!Number.isInteger(value) || value < 1) {
      throw new RangeError(`inceptionWeights: ${name} must be an integer of at least 1, got ${value}`);
    }
  }
  const [b1, b3r, b3, b5r, b5, pp] = s;
  return cin * (b1 + b3r + b5r + pp) + 9 * b3r * b3 + 25 * b5r * b5;
}
