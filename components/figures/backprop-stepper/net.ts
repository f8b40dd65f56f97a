export type Pair = readonly [number, number];
export type Square = readonly [Pair, Pair];

/** Weights of the figure's 2-2-2 net, `[from][to]`, and its target. Chosen so that every number stays short. */
export const W1: Square = [
  [1, -1],
  [0.5, 1],
];
export const W2: Square = [
  [1, 0.5],
  [-1, 0],
];
export const TARGET: Pair = [2, 0];

/** Every value and every slope of the net for one input; `dq` is the slope of the loss in q. */
export type Sweep = {
  x: Pair;
  a: Pair;
  h: Pair;
  z: Pair;
  loss: number;
  dz: Pair;
  dw2: Square;
  dh: Pair;
  da: Pair;
  dw1: Square;
  dx: Pair;
};

const pair = (f: (index: 0 | 1) => number): Pair => [f(0), f(1)];
const square = (f: (from: 0 | 1, to: 0 | 1) => number): Square => [pair((to) => f(0, to)), pair((to) => f(1, to))];

/** Loss of the net: ½ Σ (z − t)² with z = relu(x·W1)·W2. */
export function lossOf(x: Pair, w1: Square = W1, w2: Square = W2): number {
  return sweep(x, w1, w2).loss;
}

/** One forward and one backward pass. */
export function sweep(x: Pair, w1: Square = W1, w2: Square = W2): Sweep {
  const a = pair((j) => x[0] * w1[0][j] + x[1] * w1[1][j]);
  const h = pair((j) => Math.max(a[j], 0));
  const z = pair((k) => h[0] * w2[0][k] + h[1] * w2[1][k]);
  const loss = ((z[0] - TARGET[0]) ** 2 + (z[1] - TARGET[1]) ** 2) / 2;
  const dz = pair((k) => z[k] - TARGET[k]);
  const dw2 = square((j, k) => h[j] * dz[k]);
  const dh = pair((j) => dz[0] * w2[j][0] + dz[1] * w2[j][1]);
  const da = pair((j) => (a[j] > 0 ? dh[j] : 0));
  const dw1 = square((i, j) => x[i] * da[j]);
  const dx = pair((i) => da[0] * w1[i][0] + da[1] * w1[i][1]);
  return { x, a, h, z, loss, dz, dw2, dh, da, dw1, dx };
}
