import type { Step64 } from '@/grading/checks/optimizer';

/** Gradient descent with momentum in double precision. */
export const sgd64: Step64 = (params, grads, state, options) => {
  const { lr, momentum, nesterov } = options as { lr: number; momentum: number; nesterov: boolean };
  const v = (state.v as number[][]).map((velocities, i) =>
    velocities.map((old, at) => momentum * old + (grads[i]?.[at] as number)),
  );
  const moved = params.map((w, i) =>
    w.map((value, at) => {
      const velocity = v[i]?.[at] as number;
      return value - lr * (nesterov ? (grads[i]?.[at] as number) + momentum * velocity : velocity);
    }),
  );
  return { params: moved, state: { v } };
};
