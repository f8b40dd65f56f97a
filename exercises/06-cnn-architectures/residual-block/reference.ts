import * as tf from '@tensorflow/tfjs-core';

interface Projection {
  w: tf.Tensor4D;
  s: tf.Tensor1D;
  t: tf.Tensor1D;
}
interface ResidualParams {
  w1: tf.Tensor4D;
  s1: tf.Tensor1D;
  t1: tf.Tensor1D;
  w2: tf.Tensor4D;
  s2: tf.Tensor1D;
  t2: tf.Tensor1D;
  proj?: Projection;
}

function requireTensor(name: string, value: tf.Tensor, rank: number): void {
  if (!(value instanceof tf.Tensor) || value.rank !== rank || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`residual: ${name} must be a float32 tensor of rank ${rank}, got ${got}`);
  }
  if (value.size === 0) throw new RangeError(`residual: ${name} must not be empty, got shape [${value.shape}]`);
}

function requireKernel(name: string, w: tf.Tensor4D, size: number, inputs: number): void {
  requireTensor(name, w, 4);
  if (w.shape[0] !== size || w.shape[1] !== size || w.shape[2] !== inputs) {
    throw new RangeError(`residual: ${name} must be [${size}, ${size}, ${inputs}, …], got [${w.shape}]`);
  }
}

function requireVector(name: string, value: tf.Tensor1D, length: number): void {
  requireTensor(name, value, 1);
  if (value.size !== length) throw new RangeError(`residual: ${name} must have length ${length}, got ${value.size}`);
}

function validate(x: tf.Tensor4D, { w1, s1, t1, w2, s2, t2, proj }: ResidualParams, stride: number): void {
  requireTensor('x', x, 4);
  if (typeof stride !== 'number') throw new TypeError(`residual: stride must be a number, got ${typeof stride}`);
  if (!Number.isInteger(stride) || stride < 1) {
    throw new RangeError(`residual: stride must be an integer of at least 1, got ${stride}`);
  }
  const channels = x.shape[3];
  requireKernel('w1', w1, 3, channels);
  const middle = w1.shape[3];
  requireVector('s1', s1, middle);
  requireVector('t1', t1, middle);
  requireKernel('w2', w2, 3, middle);
  const outputs = w2.shape[3];
  requireVector('s2', s2, outputs);
  requireVector('t2', t2, outputs);
  if (!proj) {
    if (stride === 1 && outputs === channels) return;
    throw new RangeError(
      `residual: proj must be given for ${channels} → ${outputs} channels at stride ${stride}, got ${proj}`,
    );
  }
  requireKernel('proj.w', proj.w, 1, channels);
  if (proj.w.shape[3] !== outputs) {
    throw new RangeError(`residual: proj.w must give ${outputs} channels, got ${proj.w.shape[3]}`);
  }
  requireVector('proj.s', proj.s, outputs);
  requireVector('proj.t', proj.t, outputs);
}

/** ReLU(F(x) + x), or with a projection of x; x: [N, H, W, C]. Padding is 1 on every side, whatever the stride. */
export function residual(x: tf.Tensor4D, p: ResidualParams, stride: number): tf.Tensor4D {
  validate(x, p, stride);
  return tf.tidy(() => {
    const affine = (h: tf.Tensor4D, s: tf.Tensor1D, t: tf.Tensor1D): tf.Tensor4D => tf.add(tf.mul(h, s), t);
    const first = tf.relu(affine(tf.conv2d(x, p.w1, stride, 1), p.s1, p.t1));
    const second = affine(tf.conv2d(first, p.w2, 1, 1), p.s2, p.t2);
    const shortcut = p.proj ? affine(tf.conv2d(x, p.proj.w, stride, 0), p.proj.s, p.proj.t) : x;
    const sum: tf.Tensor4D = tf.add(second, shortcut);
    return tf.relu(sum);
  });
}
