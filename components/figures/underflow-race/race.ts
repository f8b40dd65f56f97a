/** What float32 holds after n factors: their product, and the sum of their logarithms. */
export type UnderflowPoint = { product: number; logSum: number };

/** ln of the smallest positive float32, 2⁻¹⁴⁹ ≈ 1.4e−45, and of the smallest with all its 24 bits, 2⁻¹²⁶ ≈ 1.2e−38. */
export const LN_SMALLEST = -149 * Math.LN2;
export const LN_NORMAL = -126 * Math.LN2;

const f = Math.fround;

/** Multiplies 0, 1, …, n equal factors `p` one after the other, each product rounded to float32, and adds their logs likewise. */
export function race32(p: number, n: number): UnderflowPoint[] {
  const points: UnderflowPoint[] = [{ product: 1, logSum: 0 }];
  for (let i = 0; i < n; i++) {
    const last = points[i] as UnderflowPoint;
    points.push({ product: f(last.product * f(p)), logSum: f(last.logSum + f(Math.log(f(p)))) });
  }
  return points;
}

/**
 * - `sound`: all 24 bits; `thin`: below 2⁻¹²⁶, where float32 loses bits one by one;
 * - `stuck`: the next product rounds back to the same number, so that it never changes again;
 * - `dead`: 0.
 */
export type UnderflowVerdict = 'sound' | 'thin' | 'stuck' | 'dead';

/** The state of a product of factors `p` in (0, 1). */
export function judgeProduct(product: number, p: number): UnderflowVerdict {
  if (product === 0) return 'dead';
  if (Math.log(product) >= LN_NORMAL) return 'sound';
  return f(product * f(p)) === product ? 'stuck' : 'thin';
}

/** pⁿ as `7.01e-46`, by its decimal logarithm, so that it is right far below the smallest number a computer holds. */
export function truePower(p: number, n: number): string {
  const log = n * Math.log10(p);
  const exponent = Math.floor(log);
  const mantissa = (10 ** (log - exponent)).toFixed(2);
  if (mantissa === '10.00') return `1.00e${exponent + 1}`;
  return `${mantissa}e${exponent}`;
}
