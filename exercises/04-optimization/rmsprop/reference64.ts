import type { Step64 } from '@/grading/checks/optimizer';

/** RMSprop in double precision. */
export const rmsprop64: Step64 = (params, grads, state, options) => {
  const { lr, rho = 0.9, eps = 1e-8 } = options as Record<'lr' | 'rho' | 'eps', number>;
  const E = (state.E as number[][]).map((averages, i) =>
    averages.map((old, at) => rho * old + (1 - rho) * (grads[i]?.[at] as number) ** 2),
  );
  const moved = params.map((w, i) =>
    w.map((value, at) => value - (lr * (grads[i]?.[at] as number)) / (Math.sqrt(E[i]?.[at] as number) + eps)),
  );
  return { params: moved, state: { E } };
};
