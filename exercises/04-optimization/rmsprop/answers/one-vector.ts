import { add, concat, div, mul, pow, reshape, slice, sub, Tensor, tidy } from '@tensorflow/tfjs-core';

function check(lists: Record<string, unknown>, numbers: Record<string, [number, number]>): void {
  let due: string | undefined;
  for (const [name, list] of Object.entries(lists)) {
    if (!Array.isArray(list) || list.some((entry) => !(entry instanceof Tensor))) {
      throw new TypeError(`rmspropStep: ${name} is no list of tensors, got ${list}`);
    }
    const shapes = JSON.stringify(list.map((tensor: Tensor) => tensor.shape));
    due ??= shapes;
    if (list.length === 0 || shapes !== due) throw new RangeError(`rmspropStep: ${name} must be ${due}, got ${shapes}`);
  }
  for (const [name, [value, end]] of Object.entries(numbers)) {
    // Up to an infinite end 0 is excluded, up to 1 it is not.
    const holds = value < end && (end === 1 ? value >= 0 : value > 0);
    if (!holds) throw new RangeError(`rmspropStep: ${name} is out of range, got ${value}`);
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

/** All parameters as one long vector; the average moves towards g² by a share of 1 − ρ. */
export const rmspropStep = (
  params: Tensor[],
  grads: Tensor[],
  state: { E: Tensor[] },
  o: { lr: number; rho?: number; eps?: number },
) => {
  const { lr, rho, eps } = { rho: 0.9, eps: 1e-8, ...o };
  const end = Number.POSITIVE_INFINITY;
  check({ params, grads, E: state.E }, { lr: [lr, end], eps: [eps, end], rho: [rho, 1] });
  return tidy(() => {
    const g = joined(grads);
    const old = joined(state.E);
    const E = add(old, mul(1 - rho, sub(mul(g, g), old)));
    const w = sub(joined(params), div(mul(g, lr), add(pow(E, 0.5), eps)));
    return { params: apart(w, params), state: { E: apart(E, params) } };
  });
};
