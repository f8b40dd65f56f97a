import { mulberry32, normal } from './rng';

/** The curve that the models of these figures try to learn, for x in [−1, 1]. No polynomial is equal to it. */
export function truth(x: number): number {
  return Math.sin(4 * x + 0.7);
}

/** `count` equally spaced values from −1 to 1, both ends included. */
export function spaced(count: number): number[] {
  return Array.from({ length: count }, (_, i) => -1 + (2 * i) / (count - 1));
}

/** Where curves are evaluated: 241 places, of which every fourth is drawn. */
export const GRID: readonly number[] = spaced(241);

/** Mean over x uniform in [−1, 1] of a function given on {@link GRID}: the trapezoid rule, so the ends weigh half. */
export function meanOverX(value: (index: number) => number): number {
  const last = GRID.length - 1;
  let sum = (value(0) + value(last)) / 2;
  for (let j = 1; j < last; j++) sum += value(j);
  return sum / last;
}

/** y = truth(x) + noise of standard deviation `sigma`. The draws depend on the seed alone, `sigma` only scales them. */
export function noisySample(xs: readonly number[], sigma: number, seed: number): number[] {
  const gauss = normal(mulberry32(seed));
  return xs.map((x) => truth(x) + sigma * gauss());
}

/** The drawing of both curve figures: x from −1 to 1 on 360 units, y from −2.2 (below) to 2.2 on 240. */
export const PLOT = { width: 360, height: 240, top: 2.2 };

/** Its view box, with room for points at both ends. */
export const PLOT_BOX = `-8 0 ${PLOT.width + 16} ${PLOT.height}`;

export const plotX = (x: number) => Math.round(((x + 1) / 2) * PLOT.width);

/** Far away values stay outside the drawing without making numbers of any length. */
export const plotY = (y: number) => {
  const bounded = Math.max(-2 * PLOT.top, Math.min(2 * PLOT.top, y));
  return Math.round(((PLOT.top - bounded) / (2 * PLOT.top)) * PLOT.height);
};

/** A function given on {@link GRID} as the path of a line; relative moves keep thirty of them short in the page. */
export function curvePath(values: ArrayLike<number>): string {
  let path = '';
  let [lastX, lastY] = [0, 0];
  for (let j = 0; j < GRID.length; j += 4) {
    const [x, y] = [plotX(GRID[j] as number), plotY(values[j] as number)];
    path += j === 0 ? `M${x} ${y}l` : `${x - lastX} ${y - lastY} `;
    [lastX, lastY] = [x, y];
  }
  return path.trimEnd();
}

/** A function given on {@link GRID} that only jumps, as the path of its steps. */
export function stepPath(values: ArrayLike<number>): string {
  let level = plotY(values[0] as number);
  let path = `M0 ${level}`;
  for (let j = 1; j < GRID.length; j++) {
    const next = plotY(values[j] as number);
    if (next === level) continue;
    path += `H${plotX(((GRID[j - 1] as number) + (GRID[j] as number)) / 2)}V${next}`;
    level = next;
  }
  return `${path}H${PLOT.width}`;
}
