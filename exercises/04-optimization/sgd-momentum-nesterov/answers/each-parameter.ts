import * as tf from '@tensorflow/tfjs-core';

const { Tensor } = tf;

function check(lists: Record<string, unknown>, numbers: Record<string, [number, number]>): void {
  let due: string | undefined;
  for (const [name, list] of Object.entries(lists)) {
    if (!Array.isArray(list) || list.some((entry) => !(entry instanceof Tensor))) {
      throw new TypeError(`sgdStep: ${name} is no list of tensors, got ${list}`);
    }
    const shapes = JSON.stringify(list.map((tensor: tf.Tensor) => tensor.shape));
    due ??= shapes;
    if (list.length === 0 || shapes !== due) throw new RangeError(`sgdStep: ${name} must be ${due}, got ${shapes}`);
  }
  for (const [name, [value, end]] of Object.entries(numbers)) {
    // Up to an infinite end 0 is excluded, up to 1 it is not.
    const holds = value < end && (end === 1 ? value >= 0 : value > 0);
    if (!holds) throw new RangeError(`sgdStep: ${name} is out of range, got ${value}`);
  }
}

type Options = { lr: number; momentum: number; nesterov: boolean };

/** The old velocity and the gradient, with no new velocity in between: g + μ·v is (1 + μ)·g + μ²·v before the step. */
function moved(w: tf.Tensor, g: tf.Tensor, old: tf.Tensor, { lr, momentum, nesterov }: Options): tf.Tensor {
  const [a, b] = nesterov ? [1 + momentum, momentum ** 2] : [1, momentum];
  return tf.tidy(() => tf.addN([w, tf.mul(g, -lr * a), tf.mul(old, -lr * b)]));
}

export function sgdStep(params: tf.Tensor[], grads: tf.Tensor[], { v }: { v: tf.Tensor[] }, o: Options) {
  check({ params, grads, v }, { lr: [o.lr, Number.POSITIVE_INFINITY], momentum: [o.momentum, 1] });
  if (o.nesterov && o.momentum === 0) throw new RangeError('sgdStep: nesterov must have a momentum above 0, got 0');
  const next = { params: [] as tf.Tensor[], state: { v: [] as tf.Tensor[] } };
  params.forEach((w, i) => {
    const [g, old] = [grads[i] as tf.Tensor, v[i] as tf.Tensor];
    next.params.push(moved(w, g, old, o));
    next.state.v.push(tf.tidy(() => tf.add(g, tf.mul(old, o.momentum))));
  });
  return next;
}
