import type { Step64 } from '@/grading/checks/optimizer';

/** Adagrad in double precision. */
export const adagrad64: Step64 = (params, grads, state, options) => {
  const { lr, eps = 1e-10 } = options as { lr: number; eps?: number };
  const G = (state.G as number[][]).map((sums, i) => sums.map((sum, at) => sum + (grads[i]?.[at] as number) ** 2));
  const moved = params.map((w, i) =>
    w.map((value, at) => value - (lr * (grads[i]?.[at] as number)) / (Math.sqrt(G[i]?.[at] as number) + eps)),
  );
  return { params: moved, state: { G } };
};
