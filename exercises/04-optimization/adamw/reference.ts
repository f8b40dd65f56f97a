import * as tf from '@tensorflow/tfjs-core';

export interface AdamState {
  t: number;
  m: tf.Tensor[];
  v: tf.Tensor[];
}
export interface AdamwOptions {
  lr: number;
  beta1?: number;
  beta2?: number;
  eps?: number;
  weightDecay?: number;
  decayMask?: boolean[];
}

function requireTensors(name: string, list: unknown, like?: readonly tf.Tensor[]): void {
  if (!Array.isArray(list)) throw new TypeError(`adamwStep: ${name} must be a list of tensors, got ${typeof list}`);
  const other = list.find((entry) => !(entry instanceof tf.Tensor));
  if (other !== undefined) throw new TypeError(`adamwStep: ${name} must hold tensors only, got ${typeof other}`);
  if (list.length === 0) throw new RangeError(`adamwStep: ${name} must not be empty, got []`);
  if (like === undefined) return;
  const [shapes, due] = [list, like].map((tensors) => tensors.map(({ shape }) => `[${shape}]`).join(' '));
  if (shapes !== due) throw new RangeError(`adamwStep: ${name} must have the shapes of params, ${due}, got ${shapes}`);
}

function requireOption(name: string, value: number, holds: (value: number) => boolean, rule: string): void {
  if (typeof value !== 'number') throw new TypeError(`adamwStep: ${name} must be a number, got ${typeof value}`);
  if (!holds(value)) throw new RangeError(`adamwStep: ${name} must be ${rule}, got ${value}`);
}

const positive = (value: number): boolean => value > 0 && value < Number.POSITIVE_INFINITY;
const fraction = (value: number): boolean => value >= 0 && value < 1;
const count = (value: number): boolean => Number.isInteger(value) && value >= 0;

function requireArguments(
  params: tf.Tensor[],
  grads: tf.Tensor[],
  state: AdamState,
  { lr, beta1, beta2, eps, weightDecay, decayMask }: Required<AdamwOptions>,
): void {
  requireTensors('params', params);
  requireTensors('grads', grads, params);
  requireTensors('state.m', state.m, params);
  requireTensors('state.v', state.v, params);
  requireOption('state.t', state.t, count, 'an integer of at least 0');
  requireOption('lr', lr, positive, 'positive');
  requireOption('beta1', beta1, fraction, 'in [0, 1)');
  requireOption('beta2', beta2, fraction, 'in [0, 1)');
  requireOption('eps', eps, positive, 'positive');
  requireOption('weightDecay', weightDecay, (value) => value === 0 || positive(value), 'at least 0');
  requireOption('decayMask', decayMask.length, (length) => length === params.length, 'as long as params');
}

/** An average that forgets: a share of β of the old one, with a share of 1 − β of the new value. */
const average = (beta: number, old: tf.Tensor, value: tf.Tensor): tf.Tensor =>
  tf.add(tf.mul(beta, old), tf.mul(1 - beta, value));

/** The weights shrink by lr · weightDecay; Adam then sees the raw gradient only. */
export function adamwStep(
  params: tf.Tensor[],
  grads: tf.Tensor[],
  state: AdamState,
  o: AdamwOptions,
): { params: tf.Tensor[]; state: AdamState } {
  const defaults = { beta1: 0.9, beta2: 0.999, eps: 1e-8, weightDecay: 1e-2 };
  const options = { ...defaults, decayMask: Array.isArray(params) ? params.map(() => true) : [], ...o };
  requireArguments(params, grads, state, options);
  const { lr, beta1, beta2, eps, weightDecay, decayMask } = options;
  const t = state.t + 1;
  return tf.tidy(() => {
    const m = state.m.map((old, i) => average(beta1, old, grads[i] as tf.Tensor));
    const v = state.v.map((old, i) => average(beta2, old, tf.square(grads[i] as tf.Tensor)));
    const updated = params.map((w, i) => {
      const decayed = decayMask[i] ? tf.mul(w, 1 - lr * weightDecay) : w;
      const mHat = tf.div(m[i] as tf.Tensor, 1 - beta1 ** t);
      const vHat = tf.div(v[i] as tf.Tensor, 1 - beta2 ** t);
      return tf.sub(decayed, tf.div(tf.mul(lr, mHat), tf.add(tf.sqrt(vHat), eps)));
    });
    return { params: updated, state: { t, m, v } };
  });
}
