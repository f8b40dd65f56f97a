import { add, concat, div, fill, mul, pow, reshape, slice, sub, Tensor, tidy } from '@tensorflow/tfjs-core';

function check(lists: Record<string, unknown>, numbers: Record<string, [number, number]>): void {
  let due: string | undefined;
  for (const [name, list] of Object.entries(lists)) {
    if (!Array.isArray(list) || list.some((entry) => !(entry instanceof Tensor))) {
      throw new TypeError(`adamwStep: ${name} is no list of tensors, got ${list}`);
    }
    const shapes = JSON.stringify(list.map((tensor: Tensor) => tensor.shape));
    due ??= shapes;
    if (list.length === 0 || shapes !== due) throw new RangeError(`adamwStep: ${name} must be ${due}, got ${shapes}`);
  }
  for (const [name, [value, end]] of Object.entries(numbers)) {
    // Up to an infinite end 0 is excluded, up to 1 it is not.
    const holds = value < end && (end === 1 ? value >= 0 : value > 0);
    if (!holds) throw new RangeError(`adamwStep: ${name} is out of range, got ${value}`);
  }
}

const joined = (list: Tensor[]): Tensor => concat(list.map((tensor) => reshape(tensor, [-1])));
const apart = (all: Tensor, like: Tensor[]): Tensor[] => {
  let from = 0;
  return like.map(({ size, shape }) => {
    const part = reshape(slice(all, [from], [size]), shape);
    from += size;
    return part;
  });
};

/** All parameters as one long vector, with a vector of what is left of each weight. */
export const adamwStep = (
  params: Tensor[],
  grads: Tensor[],
  state: { t: number; m: Tensor[]; v: Tensor[] },
  o: { lr: number; beta1?: number; beta2?: number; eps?: number; weightDecay?: number; decayMask?: boolean[] },
) => {
  const { lr, beta1 = 0.9, beta2 = 0.999, eps = 1e-8, weightDecay = 0.01, decayMask } = o;
  const end = Number.POSITIVE_INFINITY;
  check(
    { params, grads, m: state.m, v: state.v },
    { lr: [lr, end], eps: [eps, end], beta1: [beta1, 1], beta2: [beta2, 1] },
  );
  if (!(state.t >= 0 && state.t % 1 === 0)) throw new RangeError(`adamwStep: t is no count, got ${state.t}`);
  if (!(weightDecay >= 0)) throw new RangeError(`adamwStep: weightDecay is below 0, got ${weightDecay}`);
  if (decayMask && decayMask.length !== params.length) throw new RangeError(`adamwStep: decayMask, got ${decayMask}`);
  return tidy(() => {
    const g = joined(grads);
    const [oldM, oldV] = [joined(state.m), joined(state.v)];
    const m = add(oldM, mul(1 - beta1, sub(g, oldM)));
    const v = add(oldV, mul(1 - beta2, sub(mul(g, g), oldV)));
    const t = state.t + 1;
    const root = pow(div(v, 1 - beta2 ** t), 0.5);
    const left = concat(params.map(({ size }, i) => fill([size], decayMask?.[i] === false ? 1 : 1 - lr * weightDecay)));
    const w = sub(mul(joined(params), left), mul(lr / (1 - beta1 ** t), div(m, add(root, eps))));
    return { params: apart(w, params), state: { t, m: apart(m, params), v: apart(v, params) } };
  });
};
