import * as tf from '@tensorflow/tfjs-core';

const { Tensor } = tf;

function check(lists: Record<string, unknown>, numbers: Record<string, [number, number]>): void {
  let due: string | undefined;
  for (const [name, list] of Object.entries(lists)) {
    if (!Array.isArray(list) || list.some((entry) => !(entry instanceof Tensor))) {
      throw new TypeError(`rmspropStep: ${name} is no list of tensors, got ${list}`);
    }
    const shapes = JSON.stringify(list.map((tensor: tf.Tensor) => tensor.shape));
    due ??= shapes;
    if (list.length === 0 || shapes !== due) throw new RangeError(`rmspropStep: ${name} must be ${due}, got ${shapes}`);
  }
  for (const [name, [value, end]] of Object.entries(numbers)) {
    // Up to an infinite end 0 is excluded, up to 1 it is not.
    const holds = value < end && (end === 1 ? value >= 0 : value > 0);
    if (!holds) throw new RangeError(`rmspropStep: ${name} is out of range, got ${value}`);
  }
}

/** One tensor: its new value and its new average. */
function one(w: tf.Tensor, g: tf.Tensor, old: tf.Tensor, lr: number, rho: number, eps: number) {
  return tf.tidy(() => {
    const average = tf.addN([tf.mul(old, rho), tf.mul(tf.mul(g, g), 1 - rho)]);
    const rate = tf.mul(-lr, tf.reciprocal(tf.add(tf.sqrt(average), eps)));
    return { moved: tf.add(w, tf.mul(rate, g)), average };
  });
}

export function rmspropStep(
  params: tf.Tensor[],
  grads: tf.Tensor[],
  { E }: { E: tf.Tensor[] },
  { lr, rho = 0.9, eps = 1e-8 }: { lr: number; rho?: number; eps?: number },
) {
  const end = Number.POSITIVE_INFINITY;
  check({ params, grads, E }, { lr: [lr, end], eps: [eps, end], rho: [rho, 1] });
  const all = params.map((w, i) => one(w, grads[i] as tf.Tensor, E[i] as tf.Tensor, lr, rho, eps));
  return { params: all.map(({ moved }) => moved), state: { E: all.map(({ average }) => average) } };
}
