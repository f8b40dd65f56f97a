import * as tf from '@tensorflow/tfjs-core';

export interface AdamState {
  t: number;
  m: tf.Tensor[];
  v: tf.Tensor[];
}

function requireTensors(name: string, list: unknown, like?: readonly tf.Tensor[]): void {
  if (!Array.isArray(list)) throw new TypeError(`adamStep: ${name} must be a list of tensors, got ${typeof list}`);
  const other = list.find((entry) => !(entry instanceof tf.Tensor));
  if (other !== undefined) throw new TypeError(`adamStep: ${name} must hold tensors only, got ${typeof other}`);
  if (list.length === 0) throw new RangeError(`adamStep: ${name} must not be empty, got []`);
  if (like === undefined) return;
  const [shapes, due] = [list, like].map((tensors) => tensors.map(({ shape }) => `[${shape}]`).join(' '));
  if (shapes !== due) throw new RangeError(`adamStep: ${name} must have the shapes of params, ${due}, got ${shapes}`);
}

function requireOption(name: string, value: number, holds: (value: number) => boolean, rule: string): void {
  if (typeof value !== 'number') throw new TypeError(`adamStep: ${name} must be a number, got ${typeof value}`);
  if (!holds(value)) throw new RangeError(`adamStep: ${name} must be ${rule}, got ${value}`);
}

const positive = (value: number): boolean => value > 0 && value < Number.POSITIVE_INFINITY;
const fraction = (value: number): boolean => value >= 0 && value < 1;
const count = (value: number): boolean => Number.isInteger(value) && value >= 0;

/** An average that forgets: all but 1 − β of the old one, with a share of 1 − β of the new value. */
const average = (beta: number, old: tf.Tensor, value: tf.Tensor): tf.Tensor =>
  tf.add(tf.mul(beta, old), tf.mul(1 - beta, value));

/** Momentum over RMSprop, both averages corrected for their start at zero. */
export function adamStep(
  params: tf.Tensor[],
  grads: tf.Tensor[],
  state: AdamState,
  { lr, beta1 = 0.9, beta2 = 0.999, eps = 1e-8 }: { lr: number; beta1?: number; beta2?: number; eps?: number },
): { params: tf.Tensor[]; state: AdamState } {
  requireTensors('params', params);
  requireTensors('grads', grads, params);
  requireTensors('state.m', state.m, params);
  requireTensors('state.v', state.v, params);
  requireOption('state.t', state.t, count, 'an integer of at least 0');
  requireOption('lr', lr, positive, 'positive');
  requireOption('beta1', beta1, fraction, 'in [0, 1)');
  requireOption('beta2', beta2, fraction, 'in [0, 1)');
  requireOption('eps', eps, positive, 'positive');
  const t = state.t + 1;
  return tf.tidy(() => {
    const m = state.m.map((old, i) => average(beta1, old, grads[i] as tf.Tensor));
    const v = state.v.map((old, i) => average(beta2, old, tf.square(grads[i] as tf.Tensor)));
    const updated = params.map((w, i) => {
      const mHat = tf.div(m[i] as tf.Tensor, 1 - beta1 ** t);
      const vHat = tf.div(v[i] as tf.Tensor, 1 - beta2 ** t);
      return tf.sub(w, tf.div(tf.mul(lr, mHat), tf.add(tf.sqrt(vHat), eps)));
    });
    return { params: updated, state: { t, m, v } };
  });
}
