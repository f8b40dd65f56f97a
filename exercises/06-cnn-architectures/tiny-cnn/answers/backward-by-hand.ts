import * as tf from '@tensorflow/tfjs-core';

interface Net {
  w1: tf.Tensor4D;
  b1: tf.Tensor1D;
  w2: tf.Tensor4D;
  b2: tf.Tensor1D;
  w3: tf.Tensor2D;
  b3: tf.Tensor1D;
}
type Data = { x: tf.Tensor4D; y: tf.Tensor1D };
type Options = { lr: number; steps: number; batch: number };

const INSIDE: ((dx: number, dy: number, r: number) => boolean)[] = [
  (dx, dy, r) => Math.hypot(dx, dy) <= r,
  (dx, dy, r) => Math.max(Math.abs(dx), Math.abs(dy)) / 0.85 <= r,
  (dx, dy, r) => dy >= -r && dy <= 0.8 * r && 1.8 * Math.abs(dx) <= dy + r,
  (dx, dy, r) => {
    const [x, y] = [Math.abs(dx), Math.abs(dy)];
    return (x <= 0.35 * r && y <= r) || (y <= 0.35 * r && x <= r);
  },
];

export const makeShapes = (n: number, rng: () => number): Data => {
  if (!(Number.isInteger(n) && n > 0)) throw new RangeError(`makeShapes: n must be positive and whole, got ${n}`);
  const drawn = Array.from({ length: n }, () => {
    const label = Math.floor(4 * rng());
    const [r, cx, cy, light] = [3 + 3 * rng(), 6 + 4 * rng(), 6 + 4 * rng(), 0.6 + 0.4 * rng()];
    const pixels = Array.from({ length: 256 }, (_, i) => {
      const noise = Math.sqrt(-2 * Math.log(1 - rng())) * Math.cos(2 * Math.PI * rng());
      const inside = INSIDE[label]?.((i % 16) - cx, Math.floor(i / 16) - cy, r) ?? false;
      return light * Number(inside) + 0.1 * noise;
    });
    return { label, pixels };
  });
  return {
    x: tf.tensor4d(
      drawn.flatMap(({ pixels }) => pixels),
      [n, 16, 16, 1],
    ),
    y: tf.tensor1d(
      drawn.map(({ label }) => label),
      'int32',
    ),
  };
};

/** Nine shifted copies side by side: [N, H, W, C] to [N·H·W, 9·C]. */
function columns(x: tf.Tensor4D): tf.Tensor2D {
  const [n, h, w, c] = x.shape;
  const padded = tf.pad4d(x, [
    [0, 0],
    [1, 1],
    [1, 1],
    [0, 0],
  ]);
  const taps = Array.from({ length: 9 }, (_, tap) =>
    tf.slice(padded, [0, Math.floor(tap / 3), tap % 3, 0], [n, h, w, c]),
  );
  return tf.reshape(tf.concat(taps, 3), [n * h * w, 9 * c]);
}

/** The gradient with respect to the input of a 3×3 convolution: a convolution with the kernel turned by half. */
function convolveBack(dy: tf.Tensor4D, w: tf.Tensor4D): tf.Tensor4D {
  const turned = tf.transpose(tf.reverse(w, [0, 1]), [0, 1, 3, 2]) as tf.Tensor4D;
  return tf.conv2d(dy, turned, 1, 'same');
}

/** The loss and six gradients, without automatic differentiation. */
function backward(x: tf.Tensor4D, target: tf.Tensor2D, [w1, b1, w2, b2, w3, b3]: tf.Tensor[]) {
  const n = x.shape[0];
  const patches1 = columns(x);
  const before1 = tf.reshape(tf.add(tf.matMul(patches1, tf.reshape(w1 as tf.Tensor, [9, 8])), b1 as tf.Tensor), [
    n,
    16,
    16,
    8,
  ]);
  const first = tf.relu(before1);
  const windows = tf.reshape(first, [n, 8, 2, 8, 2, 8]);
  const largest = tf.max(windows, [2, 4], true);
  const pooled = tf.reshape(largest, [n, 8, 8, 8]) as tf.Tensor4D;
  const patches2 = columns(pooled);
  const before2 = tf.add(tf.matMul(patches2, tf.reshape(w2 as tf.Tensor, [72, 16])), b2 as tf.Tensor);
  const means = tf.mean(tf.reshape(tf.relu(before2), [n, 64, 16]), 1) as tf.Tensor2D;
  const logits = tf.add(tf.matMul(means, w3 as tf.Tensor2D), b3 as tf.Tensor);
  const p = tf.softmax(logits) as tf.Tensor2D;
  const shifted = tf.sub(logits, tf.max(logits, 1, true));
  const logs = tf.sub(shifted, tf.log(tf.sum(tf.exp(shifted), 1, true)));

  const dz = tf.div(tf.sub(p, target), n) as tf.Tensor2D;
  const spread = tf.reshape(tf.div(tf.matMul(dz, w3 as tf.Tensor2D, false, true), 64), [n, 1, 16]);
  const d2 = tf.mul(tf.reshape(tf.tile(spread, [1, 64, 1]), [64 * n, 16]), tf.step(before2)) as tf.Tensor2D;
  const dPooled = convolveBack(tf.reshape(d2, [n, 8, 8, 16]), w2 as tf.Tensor4D);
  const routed = tf.mul(tf.reshape(dPooled, [n, 8, 1, 8, 1, 8]), tf.cast(tf.equal(windows, largest), 'float32'));
  // Where a whole window is 0, ReLU lets nothing through.
  const d1 = tf.reshape(tf.mul(tf.reshape(routed, [n, 16, 16, 8]), tf.step(before1)), [256 * n, 8]) as tf.Tensor2D;
  return {
    loss: tf.neg(tf.mean(tf.sum(tf.mul(target, logs), 1))) as tf.Scalar,
    gradients: [
      tf.reshape(tf.matMul(patches1, d1, true), [3, 3, 1, 8]),
      tf.sum(d1, 0),
      tf.reshape(tf.matMul(patches2, d2, true), [3, 3, 8, 16]),
      tf.sum(d2, 0),
      tf.matMul(means, dz, true),
      tf.sum(dz, 0),
    ] as tf.Tensor[],
  };
}

function validate({ x, y }: Data, init: Net, { lr, steps, batch }: Options): void {
  const n = x.shape[0];
  const rules: [string, unknown, boolean][] = [
    ['data.x', x.shape, n > 0 && `${x.shape}` === `${n},16,16,1`],
    ['data.y', y.shape, `${y.shape}` === `${n}`],
    ['w1', init.w1.shape, `${init.w1.shape}` === '3,3,1,8'],
    ['b1', init.b1.shape, `${init.b1.shape}` === '8'],
    ['w2', init.w2.shape, `${init.w2.shape}` === '3,3,8,16'],
    ['b2', init.b2.shape, `${init.b2.shape}` === '16'],
    ['w3', init.w3.shape, `${init.w3.shape}` === '16,4'],
    ['b3', init.b3.shape, `${init.b3.shape}` === '4'],
    ['lr', lr, lr > 0],
    ['steps', steps, Number.isInteger(steps) && steps >= 0],
    ['batch', batch, Number.isInteger(batch) && batch >= 1],
  ];
  for (const [name, got, holds] of rules) {
    if (!holds) throw new RangeError(`trainTinyCnn: ${name} is out of range, got ${got}`);
  }
}

export function trainTinyCnn(data: Data, init: Net, o: Options, rng: () => number): { params: Net; losses: number[] } {
  validate(data, init, o);
  const losses: number[] = [];
  const params = tf.tidy(() => {
    let slots = [init.w1, init.b1, init.w2, init.b2, init.w3, init.b3].map((value: tf.Tensor) => ({
      w: tf.clone(value),
      m: tf.zerosLike(value),
      v: tf.zerosLike(value),
    }));
    for (let t = 1; t <= o.steps; t++) {
      const before = slots;
      slots = tf.tidy(() => {
        const chosen = tf.tensor1d(
          Array.from({ length: o.batch }, () => Math.floor(rng() * data.x.shape[0])),
          'int32',
        );
        const target = tf.cast(tf.oneHot(tf.gather(data.y, chosen), 4), 'float32') as tf.Tensor2D;
        const { loss, gradients } = backward(
          tf.gather(data.x, chosen),
          target,
          before.map(({ w }) => w),
        );
        losses.push(loss.dataSync()[0] as number);
        const rate = (o.lr * Math.sqrt(1 - 0.999 ** t)) / (1 - 0.9 ** t);
        const eps = 1e-8 * Math.sqrt(1 - 0.999 ** t);
        return before.map(({ w, m, v }, i) => {
          const g = gradients[i] as tf.Tensor;
          const newM = tf.add(tf.mul(0.9, m), tf.mul(0.1, g));
          const newV = tf.add(tf.mul(0.999, v), tf.mul(0.001, tf.mul(g, g)));
          return { w: tf.sub(w, tf.mul(rate, tf.div(newM, tf.add(tf.sqrt(newV), eps)))), m: newM, v: newV };
        });
      });
      for (const { w, m, v } of before) tf.dispose([w, m, v]);
    }
    return slots.map(({ w }) => w);
  });
  const [w1, b1, w2, b2, w3, b3] = params as [
    tf.Tensor4D,
    tf.Tensor1D,
    tf.Tensor4D,
    tf.Tensor1D,
    tf.Tensor2D,
    tf.Tensor1D,
  ];
  return { params: { w1, b1, w2, b2, w3, b3 }, losses };
}
