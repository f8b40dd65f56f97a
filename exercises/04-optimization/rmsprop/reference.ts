import * as tf from '@tensorflow/tfjs-core';

export interface RmspropState {
  E: tf.Tensor[];
}

function requireTensors(name: string, list: unknown, like?: readonly tf.Tensor[]): void {
  if (!Array.isArray(list)) throw new TypeError(`rmspropStep: ${name} must be a list of tensors, got ${typeof list}`);
  const other = list.find((entry) => !(entry instanceof tf.Tensor));
  if (other !== undefined) throw new TypeError(`rmspropStep: ${name} must hold tensors only, got ${typeof other}`);
  if (list.length === 0) throw new RangeError(`rmspropStep: ${name} must not be empty, got []`);
  if (like === undefined) return;
  const [shapes, due] = [list, like].map((tensors) => tensors.map(({ shape }) => `[${shape}]`).join(' '));
  if (shapes !== due)
    throw new RangeError(`rmspropStep: ${name} must have the shapes of params, ${due}, got ${shapes}`);
}

function requireOption(name: string, value: number, holds: (value: number) => boolean, rule: string): void {
  if (typeof value !== 'number') throw new TypeError(`rmspropStep: ${name} must be a number, got ${typeof value}`);
  if (!holds(value)) throw new RangeError(`rmspropStep: ${name} must be ${rule}, got ${value}`);
}

const positive = (value: number): boolean => value > 0 && value < Number.POSITIVE_INFINITY;
const fraction = (value: number): boolean => value >= 0 && value < 1;

/** Each weight's rate follows an average of its squared gradients. */
export function rmspropStep(
  params: tf.Tensor[],
  grads: tf.Tensor[],
  state: RmspropState,
  { lr, rho = 0.9, eps = 1e-8 }: { lr: number; rho?: number; eps?: number },
): { params: tf.Tensor[]; state: RmspropState } {
  requireTensors('params', params);
  requireTensors('grads', grads, params);
  requireTensors('state.E', state.E, params);
  requireOption('lr', lr, positive, 'positive');
  requireOption('rho', rho, fraction, 'in [0, 1)');
  requireOption('eps', eps, positive, 'positive');
  return tf.tidy(() => {
    const E = state.E.map((old, i) => tf.add(tf.mul(rho, old), tf.mul(1 - rho, tf.square(grads[i] as tf.Tensor))));
    const updated = params.map((w, i) => {
      const step = tf.div(tf.mul(lr, grads[i] as tf.Tensor), tf.add(tf.sqrt(E[i] as tf.Tensor), eps));
      return tf.sub(w, step);
    });
    return { params: updated, state: { E } };
  });
}
