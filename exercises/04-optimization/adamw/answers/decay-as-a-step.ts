import * as tf from '@tensorflow/tfjs-core';

const { Tensor } = tf;

function check(lists: Record<string, unknown>, numbers: Record<string, [number, number]>): void {
  let due: string | undefined;
  for (const [name, list] of Object.entries(lists)) {
    if (!Array.isArray(list) || list.some((entry) => !(entry instanceof Tensor))) {
      throw new TypeError(`adamwStep: ${name} is no list of tensors, got ${list}`);
    }
    const shapes = JSON.stringify(list.map((tensor: tf.Tensor) => tensor.shape));
    due ??= shapes;
    if (list.length === 0 || shapes !== due) throw new RangeError(`adamwStep: ${name} must be ${due}, got ${shapes}`);
  }
  for (const [name, [value, end]] of Object.entries(numbers)) {
    // Up to an infinite end 0 is excluded, up to 1 it is not.
    const holds = value < end && (end === 1 ? value >= 0 : value > 0);
    if (!holds) throw new RangeError(`adamwStep: ${name} is out of range, got ${value}`);
  }
}

interface State {
  t: number;
  m: tf.Tensor[];
  v: tf.Tensor[];
}
interface Options {
  lr: number;
  beta1?: number;
  beta2?: number;
  eps?: number;
  weightDecay?: number;
  decayMask?: boolean[];
}

/** Decay and Adam's direction as one sum, which the rate multiplies. */
export function adamwStep(params: tf.Tensor[], grads: tf.Tensor[], { t, m, v }: State, o: Options) {
  const { lr, beta1 = 0.9, beta2 = 0.999, eps = 1e-8, weightDecay = 0.01 } = o;
  const end = Number.POSITIVE_INFINITY;
  check({ params, grads, m, v }, { lr: [lr, end], eps: [eps, end], beta1: [beta1, 1], beta2: [beta2, 1] });
  const mask = o.decayMask ?? params.map(() => true);
  if (!Number.isSafeInteger(t) || t < 0) throw new RangeError(`adamwStep: t must be a count, got ${t}`);
  if (Number.isNaN(weightDecay) || weightDecay < 0) throw new RangeError(`adamwStep: weightDecay, got ${weightDecay}`);
  if (mask.length !== params.length) throw new RangeError(`adamwStep: decayMask must fit, got length ${mask.length}`);
  const [first, second] = [1 - beta1 ** (t + 1), Math.sqrt(1 - beta2 ** (t + 1))];
  const next = { params: [] as tf.Tensor[], state: { t: t + 1, m: [] as tf.Tensor[], v: [] as tf.Tensor[] } };
  params.forEach((w, i) => {
    const g = grads[i] as tf.Tensor;
    const [moved, mean, square] = tf.tidy(() => {
      const average = tf.addN([tf.mul(m[i] as tf.Tensor, beta1), tf.mul(g, 1 - beta1)]);
      const squares = tf.addN([tf.mul(v[i] as tf.Tensor, beta2), tf.mul(tf.mul(g, g), 1 - beta2)]);
      const direction = tf.div(tf.mul(average, second / first), tf.add(tf.sqrt(squares), eps * second));
      const whole = mask[i] ? tf.add(direction, tf.mul(w, weightDecay)) : direction;
      return [tf.sub(w, tf.mul(whole, lr)), average, squares];
    }) as [tf.Tensor, tf.Tensor, tf.Tensor];
    next.params.push(moved);
    next.state.m.push(mean);
    next.state.v.push(square);
  });
  return next;
}
