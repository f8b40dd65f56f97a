import * as tf from '@tensorflow/tfjs-core';

interface Data {
  x: tf.Tensor4D;
  y: tf.Tensor1D;
}
interface Net {
  w1: tf.Tensor4D;
  b1: tf.Tensor1D;
  w2: tf.Tensor4D;
  b2: tf.Tensor1D;
  w3: tf.Tensor2D;
  b3: tf.Tensor1D;
}
type Params = [tf.Tensor4D, tf.Tensor1D, tf.Tensor4D, tf.Tensor1D, tf.Tensor2D, tf.Tensor1D];

const SIDE = 16;
const CLASSES = 4;
const SHAPES: Readonly<Record<keyof Net, readonly number[]>> = {
  w1: [3, 3, 1, 8],
  b1: [8],
  w2: [3, 3, 8, 16],
  b2: [16],
  w3: [16, CLASSES],
  b3: [CLASSES],
};
const [BETA1, BETA2, EPSILON] = [0.9, 0.999, 1e-8];

/** Whether a pixel at (dx, dy) from the centre belongs to the shape of radius r, by class. */
const INSIDE: readonly ((dx: number, dy: number, r: number) => boolean)[] = [
  (dx, dy, r) => dx * dx + dy * dy <= r * r,
  (dx, dy, r) => Math.abs(dx) <= 0.85 * r && Math.abs(dy) <= 0.85 * r,
  (dx, dy, r) => -r <= dy && dy <= 0.8 * r && Math.abs(dx) <= (dy + r) / 1.8,
  (dx, dy, r) => (Math.abs(dx) <= 0.35 * r && Math.abs(dy) <= r) || (Math.abs(dy) <= 0.35 * r && Math.abs(dx) <= r),
];

function requireCount(fn: string, name: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least) {
    throw new RangeError(`${fn}: ${name} must be an integer of at least ${least}, got ${value}`);
  }
}

function requireShape(name: string, tensor: tf.Tensor | undefined, shape: readonly number[]): void {
  const got = String(tensor?.shape);
  if (got !== String(shape)) throw new RangeError(`trainTinyCnn: ${name} must have shape [${shape}], got [${got}]`);
}

/** n noisy images of four shapes, x: [n, 16, 16, 1], and their classes, y: [n]. */
export function makeShapes(n: number, rng: () => number): Data {
  requireCount('makeShapes', 'n', n, 1);
  const pixels = new Float32Array(n * SIDE * SIDE);
  const labels = new Int32Array(n);
  for (let image = 0; image < n; image++) {
    const label = Math.floor(CLASSES * rng());
    const r = 3 + 3 * rng();
    const cx = 6 + 4 * rng();
    const cy = 6 + 4 * rng();
    const intensity = 0.6 + 0.4 * rng();
    labels[image] = label;
    for (let py = 0; py < SIDE; py++) {
      for (let px = 0; px < SIDE; px++) {
        const mask = INSIDE[label]?.(px - cx, py - cy, r) ? intensity : 0;
        // 1 − u is in (0, 1]: its logarithm is finite.
        const noise = Math.sqrt(-2 * Math.log(1 - rng())) * Math.cos(2 * Math.PI * rng());
        pixels[(image * SIDE + py) * SIDE + px] = Math.min(Math.max(mask + 0.1 * noise, 0), 1);
      }
    }
  }
  return { x: tf.tensor4d(pixels, [n, SIDE, SIDE, 1]), y: tf.tensor1d(labels, 'int32') };
}

/** Mean cross-entropy, a scalar; x: [B, 16, 16, 1], target: [B, 4], one-hot. */
function lossOf(x: tf.Tensor4D, target: tf.Tensor2D, [w1, b1, w2, b2, w3, b3]: Params): tf.Scalar {
  const first = tf.relu(tf.add(tf.conv2d(x, w1, 1, 1), b1)) as tf.Tensor4D;
  const pooled = tf.maxPool(first, 2, 2, 0);
  const second = tf.relu(tf.add(tf.conv2d(pooled, w2, 1, 1), b2));
  const logits = tf.add(tf.matMul(tf.mean(second, [1, 2]) as tf.Tensor2D, w3), b3);
  return tf.neg(tf.mean(tf.sum(tf.mul(target, tf.logSoftmax(logits)), 1))) as tf.Scalar;
}

/** An average that forgets: β of the old one, 1 − β of the new value. */
const average = (beta: number, old: tf.Tensor, value: tf.Tensor): tf.Tensor =>
  tf.add(tf.mul(beta, old), tf.mul(1 - beta, value));

/** Adam on batches drawn with replacement; each step frees what it no longer needs. */
export function trainTinyCnn(
  data: Data,
  init: Net,
  o: { lr: number; steps: number; batch: number },
  rng: () => number,
): { params: Net; losses: number[] } {
  const images = data.x?.shape[0] ?? 0;
  requireCount('trainTinyCnn', 'data.x', images, 1);
  requireShape('data.x', data.x, [images, SIDE, SIDE, 1]);
  requireShape('data.y', data.y, [images]);
  for (const [name, shape] of Object.entries(SHAPES)) requireShape(`init.${name}`, init[name as keyof Net], shape);
  if (!(o.lr > 0)) throw new RangeError(`trainTinyCnn: lr must be positive, got ${o.lr}`);
  requireCount('trainTinyCnn', 'steps', o.steps, 0);
  requireCount('trainTinyCnn', 'batch', o.batch, 1);
  return tf.tidy(() => {
    let params: tf.Tensor[] = [init.w1, init.b1, init.w2, init.b2, init.w3, init.b3].map((value) => tf.clone(value));
    let m = params.map((value) => tf.zerosLike(value));
    let v = params.map((value) => tf.zerosLike(value));
    const losses: tf.Scalar[] = [];
    for (let t = 1; t <= o.steps; t++) {
      const next = tf.tidy(() => {
        const chosen = tf.tensor1d(
          Array.from({ length: o.batch }, () => Math.floor(rng() * images)),
          'int32',
        );
        const x = tf.gather(data.x, chosen);
        const target = tf.oneHot(tf.gather(data.y, chosen), CLASSES) as tf.Tensor2D;
        const { value, grads } = tf.valueAndGrads((...now: tf.Tensor[]) => lossOf(x, target, now as Params))(params);
        const newM = m.map((old, i) => average(BETA1, old, grads[i] as tf.Tensor));
        const newV = v.map((old, i) => average(BETA2, old, tf.square(grads[i] as tf.Tensor)));
        const updated = params.map((w, i) => {
          const mHat = tf.div(newM[i] as tf.Tensor, 1 - BETA1 ** t);
          const vHat = tf.div(newV[i] as tf.Tensor, 1 - BETA2 ** t);
          return tf.sub(w, tf.div(tf.mul(o.lr, mHat), tf.add(tf.sqrt(vHat), EPSILON)));
        });
        return { params: updated, m: newM, v: newV, loss: value };
      });
      tf.dispose([params, m, v]);
      ({ params, m, v } = next);
      losses.push(next.loss);
    }
    const [w1, b1, w2, b2, w3, b3] = params as Params;
    // One read at the end, not one each step.
    return {
      params: { w1, b1, w2, b2, w3, b3 },
      losses: losses.length === 0 ? [] : Array.from(tf.stack(losses).dataSync()),
    };
  });
}
