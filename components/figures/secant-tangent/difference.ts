/** The curves of the figure, each with its first and second derivative as calculus gives them. */
export const CURVES = {
  exp: { f: Math.exp, slope: Math.exp, bend: Math.exp },
  sin: { f: Math.sin, slope: Math.cos, bend: (x: number) => -Math.sin(x) },
  square: { f: (x: number) => x * x, slope: (x: number) => 2 * x, bend: () => 2 },
} as const;

export type CurveName = keyof typeof CURVES;

/** Arithmetic in which every intermediate is rounded: float32, or JavaScript's own float64. */
export type Precision = 'float32' | 'float64';

const rounding = { float32: Math.fround, float64: (value: number) => value };

export type Quotient = { slope: number; error: number };

/**
 * The two difference quotients of a curve at x with step h, computed in the given precision, and how far each is from
 * the true slope. Forward: (f(x+h) − f(x)) / h. Central: (f(x+h) − f(x−h)) / 2h.
 *
 * @param h > 0; where it vanishes beside x the quotient is 0
 */
export function quotients(
  curve: CurveName,
  x: number,
  h: number,
  precision: Precision,
): { forward: Quotient; central: Quotient } {
  const r = rounding[precision];
  const f = (at: number) => r(CURVES[curve].f(at));
  const [a, step] = [r(x), r(h)];
  const [right, left] = [f(r(a + step)), f(r(a - step))];
  const truth = CURVES[curve].slope(a);
  const quotient = (slope: number) => ({ slope, error: Math.abs(slope - truth) });
  return {
    forward: quotient(r(r(right - f(a)) / step)),
    central: quotient(r(r(right - left) / r(2 * step))),
  };
}

/** Errors over step sizes 10^0 … 10^−12, `perDecade` of them in each decade, for the log–log picture. */
export function errorCurve(curve: CurveName, x: number, precision: Precision, perDecade = 6) {
  return Array.from({ length: 12 * perDecade + 1 }, (_, n) => {
    const log = -n / perDecade;
    const { forward, central } = quotients(curve, x, 10 ** log, precision);
    return { log, forward: forward.error, central: central.error };
  });
}

/** Half the distance from 1 to the next larger number: the largest relative error of one rounding. */
const ROUNDOFF = { float32: 2 ** -24, float64: 2 ** -53 };

/**
 * Which error rules the forward quotient: what the secant cuts off, h/2·|f″|, or rounding of f and of x + h, which is
 * divided by h and so grows as h falls. `nothingLeft` when both values of f round to the same number.
 */
export function rulingError(
  curve: CurveName,
  x: number,
  h: number,
  precision: Precision,
): 'truncation' | 'rounding' | 'nothingLeft' {
  const { f, slope, bend } = CURVES[curve];
  if (quotients(curve, x, h, precision).forward.slope === 0 && Math.abs(slope(x)) > 10 * h) return 'nothingLeft';
  const truncation = (h / 2) * Math.abs(bend(x));
  const rounding = (ROUNDOFF[precision] * (2 * Math.abs(f(x)) + Math.abs(x * slope(x)))) / h;
  return truncation >= rounding ? 'truncation' : 'rounding';
}
