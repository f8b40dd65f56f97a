import * as tf from '@tensorflow/tfjs-core';

const { Tensor } = tf;

function check(lists: Record<string, unknown>, numbers: Record<string, [number, number]>): void {
  let due: string | undefined;
  for (const [name, list] of Object.entries(lists)) {
    if (!Array.isArray(list) || list.some((entry) => !(entry instanceof Tensor))) {
      throw new TypeError(`adagradStep: ${name} is no list of tensors, got ${list}`);
    }
    const shapes = JSON.stringify(list.map((tensor: tf.Tensor) => tensor.shape));
    due ??= shapes;
    if (list.length === 0 || shapes !== due) throw new RangeError(`adagradStep: ${name} must be ${due}, got ${shapes}`);
  }
  for (const [name, [value, end]] of Object.entries(numbers)) {
    // Up to an infinite end 0 is excluded, up to 1 it is not.
    const holds = value < end && (end === 1 ? value >= 0 : value > 0);
    if (!holds) throw new RangeError(`adagradStep: ${name} is out of range, got ${value}`);
  }
}

/** A loop that frees its own intermediates, and the rate of each weight first. */
export function adagradStep(
  params: tf.Tensor[],
  grads: tf.Tensor[],
  { G }: { G: tf.Tensor[] },
  { lr, eps }: { lr: number; eps?: number },
) {
  const small = eps ?? 1e-10;
  check({ params, grads, G }, { lr: [lr, Number.POSITIVE_INFINITY], eps: [small, Number.POSITIVE_INFINITY] });
  const next = { params: [] as tf.Tensor[], state: { G: [] as tf.Tensor[] } };
  for (const [i, w] of params.entries()) {
    const g = grads[i] as tf.Tensor;
    const squared = tf.mul(g, g);
    const sum = tf.add(G[i] as tf.Tensor, squared);
    const rate = tf.tidy(() => tf.mul(lr, tf.reciprocal(tf.add(tf.sqrt(sum), small))));
    const step = tf.mul(rate, g);
    next.params.push(tf.sub(w, step));
    next.state.G.push(sum);
    tf.dispose([squared, rate, step]);
  }
  return next;
}
