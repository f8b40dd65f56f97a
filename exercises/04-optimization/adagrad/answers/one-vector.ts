import { add, addN, concat, div, mul, pow, reshape, slice, sub, Tensor, tidy } from '@tensorflow/tfjs-core';

function check(lists: Record<string, unknown>, numbers: Record<string, [number, number]>): void {
  let due: string | undefined;
  for (const [name, list] of Object.entries(lists)) {
    if (!Array.isArray(list) || list.some((entry) => !(entry instanceof Tensor))) {
      throw new TypeError(`adagradStep: ${name} is no list of tensors, got ${list}`);
    }
    const shapes = JSON.stringify(list.map((tensor: Tensor) => tensor.shape));
    due ??= shapes;
    if (list.length === 0 || shapes !== due) throw new RangeError(`adagradStep: ${name} must be ${due}, got ${shapes}`);
  }
  for (const [name, [value, end]] of Object.entries(numbers)) {
    // Up to an infinite end 0 is excluded, up to 1 it is not.
    const holds = value < end && (end === 1 ? value >= 0 : value > 0);
    if (!holds) throw new RangeError(`adagradStep: ${name} is out of range, got ${value}`);
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

/** All parameters as one long vector. */
export const adagradStep = (
  params: Tensor[],
  grads: Tensor[],
  state: { G: Tensor[] },
  o: { lr: number; eps?: number },
) => {
  const { lr, eps = 1e-10 } = o;
  check({ params, grads, G: state.G }, { lr: [lr, Number.POSITIVE_INFINITY], eps: [eps, Number.POSITIVE_INFINITY] });
  return tidy(() => {
    const g = joined(grads);
    const G = addN([joined(state.G), mul(g, g)]);
    const w = sub(joined(params), div(mul(g, lr), add(pow(G, 0.5), eps)));
    return { params: apart(w, params), state: { G: apart(G, params) } };
  });
};
