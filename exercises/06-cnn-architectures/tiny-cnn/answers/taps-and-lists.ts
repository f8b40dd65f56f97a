import * as tf from '@tensorflow/tfjs-core';

const NAMES = ['w1', 'b1', 'w2', 'b2', 'w3', 'b3'] as const;
const EXPECTED = ['3,3,1,8', '8', '3,3,8,16', '16', '16,4', '4'];
type Net = { w1: tf.Tensor4D; b1: tf.Tensor1D; w2: tf.Tensor4D; b2: tf.Tensor1D; w3: tf.Tensor2D; b3: tf.Tensor1D };
type Data = { x: tf.Tensor4D; y: tf.Tensor1D };

/** A row of pixels at a time; what is inside is decided by the distances alone. */
export function makeShapes(n: number, rng: () => number): Data {
  if (n < 1 || n % 1 !== 0) throw new RangeError(`makeShapes: n must be a count above 0, got ${n}`);
  const labels: number[] = [];
  const pixels: number[] = [];
  for (let image = 0; image < n; image++) {
    const [u, a, b, c, d] = [rng(), rng(), rng(), rng(), rng()] as [number, number, number, number, number];
    const label = Math.trunc(u * 4);
    const [r, cx, cy, intensity] = [3 + a * 3, 6 + b * 4, 6 + c * 4, 0.6 + d * 0.4];
    labels.push(label);
    for (let at = 0; at < 256; at++) {
      const dx = (at % 16) - cx;
      const dy = Math.floor(at / 16) - cy;
      const [near, far] = [Math.min(Math.abs(dx), Math.abs(dy)), Math.max(Math.abs(dx), Math.abs(dy))];
      let inside = false;
      if (label === 0) inside = dx * dx + dy * dy <= r * r;
      else if (label === 1) inside = far <= 0.85 * r;
      else if (label === 2) inside = -r <= dy && dy <= 0.8 * r && Math.abs(dx) <= (dy + r) / 1.8;
      else inside = near <= 0.35 * r && far <= r;
      const radius = Math.sqrt(-2 * Math.log(1 - rng()));
      pixels.push((inside ? intensity : 0) + 0.1 * radius * Math.cos(2 * Math.PI * rng()));
    }
  }
  return { x: tf.tensor4d(pixels, [n, 16, 16, 1]), y: tf.tensor1d(labels, 'int32') };
}

/** A 3×3 convolution as nine products of matrices, one per tap. */
function convolve(x: tf.Tensor4D, w: tf.Tensor4D, b: tf.Tensor1D): tf.Tensor4D {
  const [n, height, width, channels] = x.shape;
  const outputs = w.shape[3];
  const padded = tf.pad(x, [
    [0, 0],
    [1, 1],
    [1, 1],
    [0, 0],
  ]);
  const patches: tf.Tensor[] = [];
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) patches.push(tf.slice(padded, [0, i, j, 0], [n, height, width, channels]));
  }
  const rows = tf.reshape(tf.concat(patches, 3), [n * height * width, 9 * channels]) as tf.Tensor2D;
  const product = tf.matMul(rows, tf.reshape(w, [9 * channels, outputs]) as tf.Tensor2D);
  return tf.reshape(tf.add(product, b), [n, height, width, outputs]);
}

function loss(x: tf.Tensor4D, labels: tf.Tensor1D, [w1, b1, w2, b2, w3, b3]: tf.Tensor[]): tf.Scalar {
  const hidden = tf.maximum(convolve(x, w1 as tf.Tensor4D, b1 as tf.Tensor1D), 0);
  const [n] = x.shape;
  const pooled = tf.max(tf.reshape(hidden, [n, 8, 2, 8, 2, 8]), [2, 4]) as tf.Tensor4D;
  const maps = tf.maximum(convolve(pooled, w2 as tf.Tensor4D, b2 as tf.Tensor1D), 0);
  const means = tf.div(tf.sum(tf.reshape(maps, [n, 64, 16]), 1), 64) as tf.Tensor2D;
  const logits = tf.add(tf.matMul(means, w3 as tf.Tensor2D), b3 as tf.Tensor1D);
  const right = tf.sum(tf.mul(logits, tf.cast(tf.oneHot(labels, 4), 'float32')), 1);
  return tf.mean(tf.sub(tf.logSumExp(logits, 1), right)) as tf.Scalar;
}

/** Gradients of `tf.grads`; the loss is computed, and read, in each step. */
export function trainTinyCnn(
  data: Data,
  init: Net,
  { lr, steps, batch }: { lr: number; steps: number; batch: number },
  rng: () => number,
): { params: Net; losses: number[] } {
  const fail = (rule: string): never => {
    throw new RangeError(`trainTinyCnn: ${rule}`);
  };
  const n = data.x.shape[0];
  if (n < 1 || data.x.shape.slice(1).join() !== '16,16,1') fail(`x must be [N, 16, 16, 1], got [${data.x.shape}]`);
  if (data.y.shape.join() !== String(n)) fail(`y must be [${n}], got [${data.y.shape}]`);
  for (const [i, name] of NAMES.entries()) {
    if (init[name].shape.join() !== EXPECTED[i]) fail(`${name} must be [${EXPECTED[i]}], got [${init[name].shape}]`);
  }
  if (Number.isNaN(lr) || lr <= 0) fail(`lr must be above 0, got ${lr}`);
  if (!Number.isInteger(steps) || steps < 0) fail(`steps must be a count, got ${steps}`);
  if (!Number.isInteger(batch) || batch < 1) fail(`batch must be a count above 0, got ${batch}`);
  const losses: number[] = [];
  // Parameters, then both averages of each.
  let state: tf.Tensor[] = tf.tidy(() => {
    const params = NAMES.map((name) => tf.clone(init[name]) as tf.Tensor);
    return [...params, ...params.map((p) => tf.zerosLike(p)), ...params.map((p) => tf.zerosLike(p))];
  });
  for (let t = 1; t <= steps; t++) {
    const next: tf.Tensor[] = tf.tidy(() => {
      const indices = Array.from({ length: batch }, () => Math.floor(n * rng()));
      const x = tf.gather(data.x, indices);
      const y = tf.gather(data.y, indices);
      const params = state.slice(0, 6);
      losses.push(loss(x, y, params).dataSync()[0] as number);
      const gradients = tf.grads((...p: tf.Tensor[]) => loss(x, y, p))(params);
      const m = gradients.map((g, i) =>
        tf.add(state[6 + i] as tf.Tensor, tf.mul(tf.sub(g, state[6 + i] as tf.Tensor), 0.1)),
      );
      const v = gradients.map((g, i) => tf.add(tf.mul(state[12 + i] as tf.Tensor, 0.999), tf.mul(tf.square(g), 0.001)));
      const updated = params.map((p, i) => {
        const root = tf.sqrt(tf.div(v[i] as tf.Tensor, 1 - 0.999 ** t));
        const direction = tf.div(tf.div(m[i] as tf.Tensor, 1 - 0.9 ** t), tf.add(root, 1e-8));
        return tf.sub(p, tf.mul(direction, lr));
      });
      return [...updated, ...m, ...v];
    });
    tf.dispose(state);
    state = next;
  }
  tf.dispose(state.slice(6));
  const [w1, b1, w2, b2, w3, b3] = state as [
    tf.Tensor4D,
    tf.Tensor1D,
    tf.Tensor4D,
    tf.Tensor1D,
    tf.Tensor2D,
    tf.Tensor1D,
  ];
  return { params: { w1, b1, w2, b2, w3, b3 }, losses };
}
