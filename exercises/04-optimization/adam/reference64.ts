import type { Step64 } from '@/grading/checks/optimizer';

/** Adam in double precision. */
export const adam64: Step64 = (params, grads, state, options) => {
  const { lr, beta1 = 0.9, beta2 = 0.999, eps = 1e-8 } = options as Record<'lr' | 'beta1' | 'beta2' | 'eps', number>;
  const t = (state.t as number) + 1;
  const next = (slot: string, beta: number, power: number) =>
    (state[slot] as number[][]).map((values, i) =>
      values.map((old, at) => beta * old + (1 - beta) * (grads[i]?.[at] as number) ** power),
    );
  const m = next('m', beta1, 1);
  const v = next('v', beta2, 2);
  const moved = params.map((w, i) =>
    w.map((value, at) => {
      const mHat = (m[i]?.[at] as number) / (1 - beta1 ** t);
      const vHat = (v[i]?.[at] as number) / (1 - beta2 ** t);
      return value - (lr * mHat) / (Math.sqrt(vHat) + eps);
    }),
  );
  return { params: moved, state: { t, m, v } };
};
