import * as tf from '@tensorflow/tfjs-core';

export interface AdadeltaState {
  E: tf.Tensor[];
  X: tf.Tensor[];
}

function requireTensors(name: string, list: unknown, like?: readonly tf.Tensor[]): void {
  if (!Array.isArray(list)) throw new TypeError(`adadeltaStep: ${name} must be a list of tensors, got ${typeof list}`);
  const other = list.find((entry) => !(entry instanceof tf.Tensor));
  if (other !== undefined) throw new TypeError(`adadeltaStep: ${name} must hold tensors only, got ${typeof other}`);
  if (list.length === 0) throw new RangeError(`adadeltaStep: ${name} must not be empty, got []`);
  if (like === undefined) return;
  const [shapes, due] = [list, like].map((tensors) => tensors.map(({ shape }) => `[${shape}]`).join(' '));
  if (shapes !== due)
    throw new RangeError(`adadeltaStep: ${name} must have the shapes of params, ${due}, got ${shapes}`);
}

function requireOption(name: string, value: number, holds: (value: number) => boolean, rule: string): void {
  if (typeof value !== 'number') throw new TypeError(`adadeltaStep: ${name} must be a number, got ${typeof value}`);
  if (!holds(value)) throw new RangeError(`adadeltaStep: ${name} must be ${rule}, got ${value}`);
}

const positive = (value: number): boolean => value > 0 && value < Number.POSITIVE_INFINITY;
const fraction = (value: number): boolean => value >= 0 && value < 1;

/** The gradient in units of its usual size, times the usual size of a step so far. */
export function adadeltaStep(
  params: tf.Tensor[],
  grads: tf.Tensor[],
  state: AdadeltaState,
  { rho = 0.95, eps = 1e-6 }: { rho?: number; eps?: number } = {},
): { params: tf.Tensor[]; state: AdadeltaState } {
  requireTensors('params', params);
  requireTensors('grads', grads, params);
  requireTensors('state.E', state.E, params);
  requireTensors('state.X', state.X, params);
  requireOption('rho', rho, fraction, 'in [0, 1)');
  requireOption('eps', eps, positive, 'positive');
  const averaged = (old: tf.Tensor, value: tf.Tensor) => tf.add(tf.mul(rho, old), tf.mul(1 - rho, tf.square(value)));
  const root = (average: tf.Tensor) => tf.sqrt(tf.add(average, eps));
  return tf.tidy(() => {
    const E = state.E.map((old, i) => averaged(old, grads[i] as tf.Tensor));
    const steps = grads.map((g, i) => tf.div(tf.mul(g, root(state.X[i] as tf.Tensor)), root(E[i] as tf.Tensor)));
    const X = state.X.map((old, i) => averaged(old, steps[i] as tf.Tensor));
    return { params: params.map((w, i) => tf.sub(w, steps[i] as tf.Tensor)), state: { E, X } };
  });
}
