import * as tf from '@tensorflow/tfjs-core';

export interface SgdState {
  v: tf.Tensor[];
}

function requireTensors(name: string, list: unknown, like?: readonly tf.Tensor[]): void {
  if (!Array.isArray(list)) throw new TypeError(`sgdStep: ${name} must be a list of tensors, got ${typeof list}`);
  const other = list.find((entry) => !(entry instanceof tf.Tensor));
  if (other !== undefined) throw new TypeError(`sgdStep: ${name} must hold tensors only, got ${typeof other}`);
  if (list.length === 0) throw new RangeError(`sgdStep: ${name} must not be empty, got []`);
  if (like === undefined) return;
  const [shapes, due] = [list, like].map((tensors) => tensors.map(({ shape }) => `[${shape}]`).join(' '));
  if (shapes !== due) throw new RangeError(`sgdStep: ${name} must have the shapes of params, ${due}, got ${shapes}`);
}

function requireOption(name: string, value: number, holds: (value: number) => boolean, rule: string): void {
  if (typeof value !== 'number') throw new TypeError(`sgdStep: ${name} must be a number, got ${typeof value}`);
  if (!holds(value)) throw new RangeError(`sgdStep: ${name} must be ${rule}, got ${value}`);
}

const positive = (value: number): boolean => value > 0 && value < Number.POSITIVE_INFINITY;
const fraction = (value: number): boolean => value >= 0 && value < 1;

/** Velocities add up gradients that fade by the momentum; Nesterov goes along the velocity that comes next. */
export function sgdStep(
  params: tf.Tensor[],
  grads: tf.Tensor[],
  state: SgdState,
  { lr, momentum, nesterov }: { lr: number; momentum: number; nesterov: boolean },
): { params: tf.Tensor[]; state: SgdState } {
  requireTensors('params', params);
  requireTensors('grads', grads, params);
  requireTensors('state.v', state.v, params);
  requireOption('lr', lr, positive, 'positive');
  requireOption('momentum', momentum, fraction, 'in [0, 1)');
  if (typeof nesterov !== 'boolean') throw new TypeError(`sgdStep: nesterov must be true or false, got ${nesterov}`);
  if (nesterov && momentum === 0) throw new RangeError('sgdStep: nesterov must come with momentum, got momentum 0');
  return tf.tidy(() => {
    const v = state.v.map((old, i) => tf.add(tf.mul(momentum, old), grads[i] as tf.Tensor));
    const updated = params.map((w, i) => {
      const velocity = v[i] as tf.Tensor;
      const direction = nesterov ? tf.add(grads[i] as tf.Tensor, tf.mul(momentum, velocity)) : velocity;
      return tf.sub(w, tf.mul(lr, direction));
    });
    return { params: updated, state: { v } };
  });
}
