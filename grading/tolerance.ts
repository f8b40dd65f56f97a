import * as z from 'zod';
import type { Device } from './report';

/**
 * How close is close enough, by what is compared (syllabus, section 1.5): `forward` values, `gradient`s by either way of
 * getting them, long `sum`s and log-likelihoods, `differences` against fp64 central differences, `plain` numbers, `slope`s
 * by differences of plain numbers, `exact` for integers and equal runs.
 */
export const ToleranceNameSchema = z.enum(['forward', 'gradient', 'sum', 'differences', 'plain', 'slope', 'exact']);
export type ToleranceName = z.infer<typeof ToleranceNameSchema>;

/** |actual − expected| ≤ atol + rtol·|expected| */
export interface Tolerance {
  atol: number;
  rtol: number;
}

const CPU: Record<ToleranceName, Tolerance> = {
  forward: { atol: 1e-5, rtol: 1e-4 },
  gradient: { atol: 1e-4, rtol: 1e-3 },
  sum: { atol: 1e-5, rtol: 5e-4 },
  differences: { atol: 2e-3, rtol: 2e-3 },
  plain: { atol: 1e-9, rtol: 1e-9 },
  slope: { atol: 1e-7, rtol: 1e-7 },
  exact: { atol: 0, rtol: 0 },
};
const GPU: Record<ToleranceName, Tolerance> = {
  ...CPU,
  forward: { atol: 1e-4, rtol: 1e-3 },
  gradient: { atol: 1e-3, rtol: 5e-3 },
  sum: { atol: 1e-4, rtol: 5e-3 },
};

/** Terms of a sum at which its rounding may fill the whole ceiling. */
const TERMS_AT_CEILING = 10;

/** What is rounded to float32 term by term. */
const ROUNDED: readonly ToleranceName[] = ['forward', 'gradient', 'sum'];

/**
 * The tolerance on one backend. The table's values are ceilings; a sum of fewer than ten terms rounds less and gets less.
 *
 * @param terms length of the longest reduction behind an element, ≥ 1.
 */
export function toleranceOf(name: ToleranceName, backend: Device['backend'], terms: number): Tolerance {
  const ceiling = (backend === 'cpu' ? CPU : GPU)[name];
  const share = ROUNDED.includes(name) ? Math.min(1, terms / TERMS_AT_CEILING) : 1;
  return { atol: ceiling.atol * share, rtol: ceiling.rtol };
}
