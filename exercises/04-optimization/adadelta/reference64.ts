import type { Step64 } from '@/grading/checks/optimizer';

/** Adadelta in double precision, element by element. */
export const adadelta64: Step64 = (params, grads, state, options) => {
  const { rho = 0.95, eps = 1e-6 } = options as { rho?: number; eps?: number };
  const next = { params: [] as number[][], E: [] as number[][], X: [] as number[][] };
  for (const [i, w] of params.entries()) {
    const [oldE, oldX] = [(state.E as number[][])[i], (state.X as number[][])[i]];
    const elements = w.map((value, at) => {
      const g = grads[i]?.[at] as number;
      const E = rho * (oldE?.[at] as number) + (1 - rho) * g ** 2;
      const step = g * Math.sqrt(((oldX?.[at] as number) + eps) / (E + eps));
      return { w: value - step, E, X: rho * (oldX?.[at] as number) + (1 - rho) * step ** 2 };
    });
    next.params.push(elements.map((element) => element.w));
    next.E.push(elements.map((element) => element.E));
    next.X.push(elements.map((element) => element.X));
  }
  return { params: next.params, state: { E: next.E, X: next.X } };
};
