import * as tf from '@tensorflow/tfjs-core';

const { Tensor } = tf;

function check(lists: Record<string, unknown>, numbers: Record<string, [number, number]>): void {
  let due: string | undefined;
  for (const [name, list] of Object.entries(lists)) {
    if (!Array.isArray(list) || list.some((entry) => !(entry instanceof Tensor))) {
      throw new TypeError(`adamStep: ${name} is no list of tensors, got ${list}`);
    }
    const shapes = JSON.stringify(list.map((tensor: tf.Tensor) => tensor.shape));
    due ??= shapes;
    if (list.length === 0 || shapes !== due) throw new RangeError(`adamStep: ${name} must be ${due}, got ${shapes}`);
  }
  for (const [name, [value, end]] of Object.entries(numbers)) {
    // Up to an infinite end 0 is excluded, up to 1 it is not.
    const holds = value < end && (end === 1 ? value >= 0 : value > 0);
    if (!holds) throw new RangeError(`adamStep: ${name} is out of range, got ${value}`);
  }
}

/** The paper's faster order: both corrections in the rate of the step, and in ε. */
export function adamStep(
  params: tf.Tensor[],
  grads: tf.Tensor[],
  { t, m, v }: { t: number; m: tf.Tensor[]; v: tf.Tensor[] },
  { lr, beta1 = 0.9, beta2 = 0.999, eps = 1e-8 }: { lr: number; beta1?: number; beta2?: number; eps?: number },
) {
  const end = Number.POSITIVE_INFINITY;
  check({ params, grads, m, v }, { lr: [lr, end], eps: [eps, end], beta1: [beta1, 1], beta2: [beta2, 1] });
  if (!Number.isSafeInteger(t) || t < 0) throw new RangeError(`adamStep: t must be a count, got ${t}`);
  const second = Math.sqrt(1 - beta2 ** (t + 1));
  const rate = (lr * second) / (1 - beta1 ** (t + 1));
  const next = { params: [] as tf.Tensor[], state: { t: t + 1, m: [] as tf.Tensor[], v: [] as tf.Tensor[] } };
  params.forEach((w, i) => {
    const g = grads[i] as tf.Tensor;
    const [moved, mean, square] = tf.tidy(() => {
      const average = tf.addN([tf.mul(m[i] as tf.Tensor, beta1), tf.mul(g, 1 - beta1)]);
      const squares = tf.addN([tf.mul(v[i] as tf.Tensor, beta2), tf.mul(tf.mul(g, g), 1 - beta2)]);
      return [tf.sub(w, tf.div(tf.mul(average, rate), tf.add(tf.sqrt(squares), eps * second))), average, squares];
    }) as [tf.Tensor, tf.Tensor, tf.Tensor];
    next.params.push(moved);
    next.state.m.push(mean);
    next.state.v.push(square);
  });
  return next;
}
