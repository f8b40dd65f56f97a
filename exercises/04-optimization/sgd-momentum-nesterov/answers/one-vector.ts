import { add, concat, mul, reshape, slice, sub, Tensor, tidy } from '@tensorflow/tfjs-core';

function check(lists: Record<string, unknown>, numbers: Record<string, [number, number]>): void {
  let due: string | undefined;
  for (const [name, list] of Object.entries(lists)) {
    if (!Array.isArray(list) || list.some((entry) => !(entry instanceof Tensor))) {
      throw new TypeError(`sgdStep: ${name} is no list of tensors, got ${list}`);
    }
    const shapes = JSON.stringify(list.map((tensor: Tensor) => tensor.shape));
    due ??= shapes;
    if (list.length === 0 || shapes !== due) throw new RangeError(`sgdStep: ${name} must be ${due}, got ${shapes}`);
  }
  for (const [name, [value, end]] of Object.entries(numbers)) {
    // Up to an infinite end 0 is excluded, up to 1 it is not.
    const holds = value < end && (end === 1 ? value >= 0 : value > 0);
    if (!holds) throw new RangeError(`sgdStep: ${name} is out of range, got ${value}`);
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

/** All parameters as one long vector; both forms as one mixture of gradient and velocity. */
export const sgdStep = (
  params: Tensor[],
  grads: Tensor[],
  state: { v: Tensor[] },
  { lr, momentum, nesterov }: { lr: number; momentum: number; nesterov: boolean },
) => {
  check({ params, grads, v: state.v }, { lr: [lr, Number.POSITIVE_INFINITY], momentum: [momentum, 1] });
  if (nesterov && !momentum) throw new RangeError(`sgdStep: nesterov needs a momentum, got ${momentum}`);
  const [ofGradient, ofVelocity] = nesterov ? [lr, lr * momentum] : [0, lr];
  return tidy(() => {
    const g = joined(grads);
    const v = add(mul(joined(state.v), momentum), g);
    const w = sub(joined(params), add(mul(g, ofGradient), mul(v, ofVelocity)));
    return { params: apart(w, params), state: { v: apart(v, params) } };
  });
};
