import * as tf from '@tensorflow/tfjs-core';

interface BottleneckParams {
  w1: tf.Tensor4D;
  w2: tf.Tensor4D;
  w3: tf.Tensor4D;
  s: [tf.Tensor1D, tf.Tensor1D, tf.Tensor1D];
  t: [tf.Tensor1D, tf.Tensor1D, tf.Tensor1D];
  proj?: { w: tf.Tensor4D; s: tf.Tensor1D; t: tf.Tensor1D };
}

function requireTensor(name: string, value: tf.Tensor, rank: number): void {
  if (!(value instanceof tf.Tensor) || value.rank !== rank || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`bottleneck: ${name} must be a float32 tensor of rank ${rank}, got ${got}`);
  }
  if (value.size === 0) throw new RangeError(`bottleneck: ${name} must not be empty, got shape [${value.shape}]`);
}

function requireKernel(name: string, w: tf.Tensor4D, size: number, inputs: number, outputs?: number): void {
  requireTensor(name, w, 4);
  const [height, width, taken, given] = w.shape;
  if (height !== size || width !== size || taken !== inputs || given !== (outputs ?? given)) {
    const due = [size, size, inputs, outputs ?? 'any'].join(', ');
    throw new RangeError(`bottleneck: ${name} must be [${due}], got [${w.shape}]`);
  }
}

function requireVector(name: string, value: tf.Tensor1D, length: number): void {
  requireTensor(name, value, 1);
  if (value.size !== length) throw new RangeError(`bottleneck: ${name} must have length ${length}, got ${value.size}`);
}

function validate(x: tf.Tensor4D, { w1, w2, w3, s, t, proj }: BottleneckParams, stride: number): void {
  requireTensor('x', x, 4);
  if (typeof stride !== 'number') throw new TypeError(`bottleneck: stride must be a number, got ${typeof stride}`);
  if (!Number.isInteger(stride) || stride < 1) {
    throw new RangeError(`bottleneck: stride must be an integer of at least 1, got ${stride}`);
  }
  const channels = x.shape[3];
  requireKernel('w1', w1, 1, channels);
  const width = w1.shape[3];
  requireKernel('w2', w2, 3, width, width);
  requireKernel('w3', w3, 1, width);
  const outputs = w3.shape[3];
  for (const [i, length] of [width, width, outputs].entries()) {
    requireVector(`s[${i}]`, s[i] as tf.Tensor1D, length);
    requireVector(`t[${i}]`, t[i] as tf.Tensor1D, length);
  }
  if (proj) {
    requireKernel('proj.w', proj.w, 1, channels, outputs);
    requireVector('proj.s', proj.s, outputs);
    requireVector('proj.t', proj.t, outputs);
  } else if (stride !== 1 || outputs !== channels) {
    throw new RangeError(
      `bottleneck: proj must be given for ${channels} → ${outputs} channels at stride ${stride}, got ${proj}`,
    );
  }
}

/** ReLU(F(x) + shortcut) with F = 1×1 → 3×3 at `stride` → 1×1; x: [N, H, W, C]. */
export function bottleneck(x: tf.Tensor4D, p: BottleneckParams, stride: number): tf.Tensor4D {
  validate(x, p, stride);
  return tf.tidy(() => {
    const affine = (h: tf.Tensor4D, s: tf.Tensor1D, t: tf.Tensor1D): tf.Tensor4D => tf.add(tf.mul(h, s), t);
    const narrow = tf.relu(affine(tf.conv2d(x, p.w1, 1, 0), p.s[0], p.t[0]));
    const spatial = tf.relu(affine(tf.conv2d(narrow, p.w2, stride, 1), p.s[1], p.t[1]));
    const wide = affine(tf.conv2d(spatial, p.w3, 1, 0), p.s[2], p.t[2]);
    const shortcut = p.proj ? affine(tf.conv2d(x, p.proj.w, stride, 0), p.proj.s, p.proj.t) : x;
    const sum: tf.Tensor4D = tf.add(wide, shortcut);
    return tf.relu(sum);
  });
}

/** Each convolution has its weights and, for its batch norm, γ and β per channel it gives. */
export function bottleneckParams(cin: number, width: number, cout: number, proj: boolean): number {
  for (const [name, value] of Object.entries({ cin, width, cout })) {
    if (typeof value !== 'number')
      throw new TypeError(`bottleneckParams: ${name} must be a number, got ${typeof value}`);
    if (!Number.isInteger(value) || value < 1) {
      throw new RangeError(`bottleneckParams: ${name} must be an integer of at least 1, got ${value}`);
    }
  }
  if (typeof proj !== 'boolean') throw new TypeError(`bottleneckParams: proj must be a boolean, got ${typeof proj}`);
  if (!proj && cin !== cout) {
    throw new RangeError(`bottleneckParams: proj must be true for ${cin} → ${cout} channels, got ${proj}`);
  }
  const layer = (size: number, inputs: number, outputs: number) => size * size * inputs * outputs + 2 * outputs;
  const branch = layer(1, cin, width) + layer(3, width, width) + layer(1, width, cout);
  return proj ? branch + layer(1, cin, cout) : branch;
}
