import * as tf from '@tensorflow/tfjs-core';

type Vector = tf.Tensor1D;
type Statistics = { mean: Vector; variance: Vector };

function validate(x: tf.Tensor2D, vectors: Record<string, Vector>): void {
  const kind = (value: tf.Tensor) => (value instanceof tf.Tensor ? `${value.dtype} rank ${value.rank}` : 'no tensor');
  if (kind(x) !== 'float32 rank 2') throw new TypeError(`batchNorm: x must be a float32 matrix, got ${kind(x)}`);
  if (x.shape.includes(0)) throw new RangeError(`batchNorm: x must have elements, got [${x.shape}]`);
  for (const [name, vector] of Object.entries(vectors)) {
    if (kind(vector) !== 'float32 rank 1') {
      throw new TypeError(`batchNorm: ${name} must be a float32 vector, got ${kind(vector)}`);
    }
    if (vector.shape[0] !== x.shape[1]) {
      throw new RangeError(`batchNorm: ${name} must be as long as x is wide, got ${vector.shape[0]}`);
    }
  }
}

/** One feature at a time: its column, its four numbers, its new running statistics; joined at the end. */
export function batchNorm(
  x: tf.Tensor2D,
  gamma: Vector,
  beta: Vector,
  running: Statistics,
  o: { training: boolean; momentum?: number; eps?: number },
): { y: tf.Tensor2D; running: Statistics } {
  validate(x, { gamma, beta, 'running.mean': running.mean, 'running.variance': running.variance });
  const { training, momentum = 0.1, eps = 1e-5 } = o;
  if (typeof training !== 'boolean') throw new TypeError(`batchNorm: training must be true or false, got ${training}`);
  if (!(momentum >= 0) || momentum > 1) throw new RangeError(`batchNorm: momentum must be in [0, 1], got ${momentum}`);
  if (!(eps > 0)) throw new RangeError(`batchNorm: eps must be above 0, got ${eps}`);
  const [rows, columns] = x.shape;

  function feature(d: number) {
    const of = (vector: Vector) => tf.slice(vector, [d], [1]);
    const column = tf.slice(x, [0, d], [rows, 1]);
    const [oldMean, oldVariance] = [of(running.mean), of(running.variance)];
    const mean = training ? tf.reshape(tf.mean(column), [1]) : oldMean;
    const centered = tf.sub(column, mean);
    const squares = tf.sum(tf.mul(centered, centered));
    const variance = training ? tf.reshape(tf.div(squares, rows), [1]) : oldVariance;
    const y = tf.add(tf.div(tf.mul(of(gamma), centered), tf.pow(tf.add(variance, eps), 0.5)), of(beta));
    if (!training) return { y, mean, variance };
    const spread = rows === 1 ? variance : tf.reshape(tf.div(squares, rows - 1), [1]);
    const blend = (old: tf.Tensor, now: tf.Tensor) => tf.sub(old, tf.mul(tf.sub(old, now), momentum));
    return { y, mean: blend(oldMean, mean), variance: blend(oldVariance, spread) };
  }

  return tf.tidy(() => {
    const features = Array.from({ length: columns }, (_, d) => feature(d));
    const join = (name: keyof (typeof features)[0], axis: number) =>
      tf.concat(
        features.map((one) => one[name]),
        axis,
      );
    return {
      y: join('y', 1) as tf.Tensor2D,
      running: { mean: join('mean', 0) as Vector, variance: join('variance', 0) as Vector },
    };
  });
}
