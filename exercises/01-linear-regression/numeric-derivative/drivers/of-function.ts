const FUNCTIONS: Record<string, (x: number) => number> = {
  square: (x) => x * x,
  parabola: (x) => 3 * x * x - 5 * x + 1,
  line: (x) => 4 - 7 * x,
  constant: () => 2.5,
  exp: Math.exp,
  sin: Math.sin,
  tanh: Math.tanh,
  abs: Math.abs,
  cube: (x) => x ** 3,
  reciprocal: (x) => 1 / (1 + x * x),
};

type NumericDerivative = (f: unknown, x: number, h?: number) => number;

/** The derivative of a function that is known by name, and how often that function was called. */
export function drive(
  { numericDerivative }: { numericDerivative: NumericDerivative },
  name: string,
  x: number,
  h?: number,
): { derivative: number; calls: number } {
  const f = FUNCTIONS[name] as (x: number) => number;
  let calls = 0;
  const counted = (at: number) => {
    calls += 1;
    return f(at);
  };
  const derivative = h === undefined ? numericDerivative(counted, x) : numericDerivative(counted, x, h);
  return { derivative, calls };
}
