type Bagging = (fit: unknown, n: number, B: number, rng: unknown) => { oobCounts: number[] };

/** Bags models that always say 0. */
export function drive({ bagging }: { bagging: Bagging }, n: number, B: number, rng: unknown) {
  return bagging(() => () => 0, n, B, rng).oobCounts;
}
