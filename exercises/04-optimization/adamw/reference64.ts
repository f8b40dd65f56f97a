import type { Options, Step64 } from '@/grading/checks/optimizer';

const numbersOf = (options: Options) => ({
  ...{ beta1: 0.9, beta2: 0.999, eps: 1e-8, weightDecay: 1e-2 },
  ...(options as { lr: number; beta1?: number; beta2?: number; eps?: number; weightDecay?: number }),
});

/** AdamW in double precision. */
export const adamw64: Step64 = (params, grads, state, options) => {
  const { lr, beta1, beta2, eps, weightDecay } = numbersOf(options);
  const mask = options.decayMask as boolean[] | undefined;
  const t = (state.t as number) + 1;
  const next = (slot: string, beta: number, power: number) =>
    (state[slot] as number[][]).map((values, i) =>
      values.map((old, at) => beta * old + (1 - beta) * (grads[i]?.[at] as number) ** power),
    );
  const m = next('m', beta1, 1);
  const v = next('v', beta2, 2);
  const moved = params.map((w, i) =>
    w.map((value, at) => {
      const decayed = (mask?.[i] ?? true) ? value * (1 - lr * weightDecay) : value;
      const mHat = (m[i]?.[at] as number) / (1 - beta1 ** t);
      const vHat = (v[i]?.[at] as number) / (1 - beta2 ** t);
      return decayed - (lr * mHat) / (Math.sqrt(vHat) + eps);
    }),
  );
  return { params: moved, state: { t, m, v } };
};
