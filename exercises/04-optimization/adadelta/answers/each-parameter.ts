import * as tf from '@tensorflow/tfjs-core';

const { Tensor } = tf;

function check(lists: Record<string, unknown>, rho: number, eps: number): void {
  let due: string | undefined;
  for (const [name, list] of Object.entries(lists)) {
    if (!Array.isArray(list) || list.some((entry) => !(entry instanceof Tensor))) {
      throw new TypeError(`adadeltaStep: ${name} is no list of tensors, got ${list}`);
    }
    const shapes = JSON.stringify(list.map((tensor: tf.Tensor) => tensor.shape));
    due ??= shapes;
    if (list.length === 0 || shapes !== due) {
      throw new RangeError(`adadeltaStep: ${name} must be ${due}, got ${shapes}`);
    }
  }
  if (!(rho >= 0 && rho < 1)) throw new RangeError(`adadeltaStep: rho is out of range, got ${rho}`);
  if (!(eps > 0 && eps < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`adadeltaStep: eps is out of range, got ${eps}`);
  }
}

/** One tensor: its new value and its new averages. */
function one(w: tf.Tensor, g: tf.Tensor, oldE: tf.Tensor, oldX: tf.Tensor, rho: number, eps: number) {
  return tf.tidy(() => {
    const E = tf.addN([tf.mul(oldE, rho), tf.mul(tf.mul(g, g), 1 - rho)]);
    const rate = tf.mul(tf.sqrt(tf.add(oldX, eps)), tf.rsqrt(tf.add(E, eps)));
    const change = tf.mul(tf.neg(rate), g);
    const X = tf.addN([tf.mul(oldX, rho), tf.mul(tf.mul(change, change), 1 - rho)]);
    return { moved: tf.add(w, change), E, X };
  });
}

export function adadeltaStep(
  params: tf.Tensor[],
  grads: tf.Tensor[],
  { E, X }: { E: tf.Tensor[]; X: tf.Tensor[] },
  o: { rho?: number; eps?: number } = {},
) {
  const { rho, eps } = { rho: 0.95, eps: 1e-6, ...o };
  check({ params, grads, E, X }, rho, eps);
  const all = params.map((w, i) => one(w, grads[i] as tf.Tensor, E[i] as tf.Tensor, X[i] as tf.Tensor, rho, eps));
  return {
    params: all.map(({ moved }) => moved),
    state: { E: all.map((each) => each.E), X: all.map((each) => each.X) },
  };
}
