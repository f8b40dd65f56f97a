import { add, concat, div, mul, pow, reshape, slice, square, sub, Tensor, tidy } from '@tensorflow/tfjs-core';

function check(lists: Record<string, unknown>, rho: number, eps: number): void {
  let due: string | undefined;
  for (const [name, list] of Object.entries(lists)) {
    if (!Array.isArray(list) || list.some((entry) => !(entry instanceof Tensor))) {
      throw new TypeError(`adadeltaStep: ${name} is no list of tensors, got ${list}`);
    }
    const shapes = JSON.stringify(list.map((tensor: Tensor) => tensor.shape));
    due ??= shapes;
    if (list.length === 0 || shapes !== due) {
      throw new RangeError(`adadeltaStep: ${name} must be ${due}, got ${shapes}`);
    }
  }
  if (!(rho >= 0 && rho < 1)) throw new RangeError(`adadeltaStep: rho is out of range, got ${rho}`);
  if (!(eps > 0 && eps < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`adadeltaStep: eps is out of range, got ${eps}`);
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

/** All parameters as one long vector; one root of one fraction; averages move by a share of 1 − ρ. */
export const adadeltaStep = (
  params: Tensor[],
  grads: Tensor[],
  state: { E: Tensor[]; X: Tensor[] },
  o?: { rho?: number; eps?: number },
) => {
  const rho = o?.rho ?? 0.95;
  const eps = o?.eps ?? 1e-6;
  check({ params, grads, E: state.E, X: state.X }, rho, eps);
  return tidy(() => {
    const towards = (old: Tensor, value: Tensor): Tensor => add(old, mul(1 - rho, sub(square(value), old)));
    const [g, oldX] = [joined(grads), joined(state.X)];
    const E = towards(joined(state.E), g);
    const step = mul(g, pow(div(add(oldX, eps), add(E, eps)), 0.5));
    const X = towards(oldX, step);
    return { params: apart(sub(joined(params), step), params), state: { E: apart(E, params), X: apart(X, params) } };
  });
};
