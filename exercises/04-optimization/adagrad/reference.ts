import * as tf from '@tensorflow/tfjs-core';

export interface AdagradState {
  G: tf.Tensor[];
}

function requireTensors(name: string, list: unknown, like?: readonly tf.Tensor[]): void {
  if (!Array.isArray(list)) throw new TypeError(`adagradStep: ${name} must be a list of tensors, got ${typeof list}`);
  const other = list.find((entry) => !(entry instanceof tf.Tensor));
  if (other !== undefined) throw new TypeError(`adagradStep: ${name} must hold tensors only, got ${typeof other}`);
  if (list.length === 0) throw new RangeError(`adagradStep: ${name} must not be empty, got []`);
  if (like === undefined) return;
  const [shapes, due] = [list, like].map((tensors) => tensors.map(({ shape }) => `[${shape}]`).join(' '));
  if (shapes !== due)
    throw new RangeError(`adagradStep: ${name} must have the shapes of params, ${due}, got ${shapes}`);
}

function requireOption(name: string, value: number, holds: (value: number) => boolean, rule: string): void {
  if (typeof value !== 'number') throw new TypeError(`adagradStep: ${name} must be a number, got ${typeof value}`);
  if (!holds(value)) throw new RangeError(`adagradStep: ${name} must be ${rule}, got ${value}`);
}

const positive = (value: number): boolean => value > 0 && value < Number.POSITIVE_INFINITY;

/** Each weight's rate falls with the sum of its squared gradients. */
export function adagradStep(
  params: tf.Tensor[],
  grads: tf.Tensor[],
  state: AdagradState,
  { lr, eps = 1e-10 }: { lr: number; eps?: number },
): { params: tf.Tensor[]; state: AdagradState } {
  requireTensors('params', params);
  requireTensors('grads', grads, params);
  requireTensors('state.G', state.G, params);
  requireOption('lr', lr, positive, 'positive');
  requireOption('eps', eps, positive, 'positive');
  return tf.tidy(() => {
    const G = state.G.map((sum, i) => tf.add(sum, tf.square(grads[i] as tf.Tensor)));
    const updated = params.map((w, i) => {
      const step = tf.div(tf.mul(lr, grads[i] as tf.Tensor), tf.add(tf.sqrt(G[i] as tf.Tensor), eps));
      return tf.sub(w, step);
    });
    return { params: updated, state: { G } };
  });
}
