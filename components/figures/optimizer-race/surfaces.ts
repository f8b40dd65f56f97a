/** A point of the plane: the two parameters that the race adjusts. */
export type Point = readonly [x: number, y: number];

export const SURFACES = ['ellipse', 'rosenbrock', 'saddle', 'beale'] as const;
export type SurfaceName = (typeof SURFACES)[number];

/** A loss of two parameters with its gradient. `low` is its least value, taken at each of `minima`. */
export type Surface = {
  value: (p: Point) => number;
  gradient: (p: Point) => Point;
  low: number;
  minima: readonly Point[];
  /** The square that is drawn: left edge, lower edge, side. */
  box: { left: number; bottom: number; side: number };
};

/** Condition numbers of the ellipse: how much steeper y is than x. */
export const KAPPA_RANGE = { min: 10, max: 100, step: 10 };

/** ½(x² + κy²), the simplest ravine: its Hessian has eigenvalues 1 and κ. */
function ellipse(kappa: number): Surface {
  return {
    value: ([x, y]) => (x * x + kappa * y * y) / 2,
    gradient: ([x, y]) => [x, kappa * y],
    low: 0,
    minima: [[0, 0]],
    box: { left: -2, bottom: -2, side: 4 },
  };
}

/** (1 − x)² + 100(y − x²)²: a flat curved valley between steep walls (Rosenbrock 1960). */
const rosenbrock: Surface = {
  value: ([x, y]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
  gradient: ([x, y]) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
  low: 0,
  minima: [[1, 1]],
  box: { left: -2, bottom: -1, side: 4 },
};

/** ½x² − ½y² + ¼y⁴: a saddle at the origin between two equal minima. */
const saddle: Surface = {
  value: ([x, y]) => x ** 2 / 2 - y ** 2 / 2 + y ** 4 / 4,
  gradient: ([x, y]) => [x, -y + y ** 3],
  low: -0.25,
  minima: [
    [0, 1],
    [0, -1],
  ],
  box: { left: -2, bottom: -2, side: 4 },
};

/** Beale's function (1958): plateaus, a narrow valley, and walls at the corners. */
const beale: Surface = {
  value: ([x, y]) => (1.5 - x + x * y) ** 2 + (2.25 - x + x * y ** 2) ** 2 + (2.625 - x + x * y ** 3) ** 2,
  gradient: ([x, y]) => {
    const [a, b, c] = [1.5 - x + x * y, 2.25 - x + x * y ** 2, 2.625 - x + x * y ** 3];
    return [
      2 * a * (y - 1) + 2 * b * (y ** 2 - 1) + 2 * c * (y ** 3 - 1),
      2 * a * x + 4 * b * x * y + 6 * c * x * y ** 2,
    ];
  },
  low: 0,
  minima: [[3, 0.5]],
  box: { left: -0.5, bottom: -2.25, side: 4.5 },
};

/** The surface of that name; `kappa` shapes the ellipse alone. */
export function surfaceOf(name: SurfaceName, kappa: number): Surface {
  return name === 'ellipse' ? ellipse(kappa) : { rosenbrock, saddle, beale }[name];
}
