/** A function of the zoo at one place. The three curves ignore y. */
type Surface = {
  f: (x: number, y: number) => number;
  gradient: (x: number, y: number) => readonly [number, number];
  /** Second derivatives along x and along y; the mixed one is 0 for all of them. */
  bends: (x: number) => readonly number[];
};

/** Each function is called after what its stationary point at 0 is. */
export type SurfaceName = 'minimum' | 'maximum' | 'inflection' | 'saddle';

export const SURFACES: Record<SurfaceName, Surface> = {
  minimum: { f: (x) => x * x, gradient: (x) => [2 * x, 0], bends: () => [2] },
  maximum: { f: (x) => -x * x, gradient: (x) => [-2 * x, 0], bends: () => [-2] },
  inflection: { f: (x) => x ** 3, gradient: (x) => [3 * x * x, 0], bends: (x) => [6 * x] },
  saddle: { f: (x, y) => x * x - y * y, gradient: (x, y) => [2 * x, -2 * y], bends: () => [2, -2] },
};

export type Place = readonly [x: number, y: number];

export const RATE = 0.1;
/** Slopes smaller than this count as 0: gradient descent stops. */
export const TOLERANCE = 1e-3;
/** Where the picture ends, in x and in y. */
export const EDGE = 1.5;

/**
 * A ball let go: gradient descent with η = 0.1 from `start`, `steps` updates, the start first. It comes to rest where no
 * slope reaches TOLERANCE, and is gone once it has left the picture.
 */
export function roll(
  name: SurfaceName,
  start: Place,
  steps: number,
): { path: Place[]; end: 'rolling' | 'rest' | 'gone' } {
  const path: Place[] = [start];
  let [x, y] = start;
  for (let step = 0; ; step++) {
    const [dx, dy] = SURFACES[name].gradient(x, y);
    if (Math.max(Math.abs(dx), Math.abs(dy)) < TOLERANCE) return { path, end: 'rest' };
    if (Math.max(Math.abs(x), Math.abs(y)) > EDGE) return { path, end: 'gone' };
    if (step === steps) return { path, end: 'rolling' };
    [x, y] = [x - RATE * dx, y - RATE * dy];
    path.push([x, y]);
  }
}
