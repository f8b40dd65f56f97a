import 'server-only';

/** An exact rational number of at least 0. */
export interface Fraction {
  n: bigint;
  d: bigint;
}

export const ZERO: Fraction = { n: 0n, d: 1n };

/**
 * The number that people mean: 0.1 is 1/10, not the nearest binary fraction.
 * @param value finite, at least 0
 */
export function fraction(value: number): Fraction {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', decimals = ''] = digits.split('.');
  const power = Number(exponent) - decimals.length;
  const n = BigInt(whole + decimals);
  return power < 0 ? { n, d: 10n ** BigInt(-power) } : { n: n * 10n ** BigInt(power), d: 1n };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.n, d: a.d * b.d };
}

/** @param b not 0 */
export function over(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.d, d: a.d * b.n };
}

/** Negative where a is smaller, 0 where they are equal. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The only rounding there is: to so many decimals, half up. */
export function rounded({ n, d }: Fraction, decimals: number): number {
  const scale = 10n ** BigInt(decimals);
  return Number((2n * n * scale + d) / (2n * d)) / Number(scale);
}
