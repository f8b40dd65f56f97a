function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(rule);
}
const isCount = (value: number) => value >= 1 && value % 1 === 0;
const isCallable = (value: unknown) => value instanceof Function || typeof value === 'function';

/** How often each index was drawn; those with a count of 0 are out of the bag. */
function drawBag(n: number, rng: () => number): { sample: number[]; times: number[] } {
  const sample: number[] = [];
  const times: number[] = Array(n).fill(0);
  while (sample.length < n) {
    const index = Math.trunc(n * rng());
    sample.push(index);
    times[index] = (times[index] ?? 0) + 1;
  }
  return { sample, times };
}

export const bootstrap = (n: number, rng: () => number) => {
  demand(isCount(n), RangeError, `bootstrap: n has to be a count, got ${n}`);
  demand(isCallable(rng), TypeError, `bootstrap: rng has to be callable, got ${rng}`);
  const { sample, times } = drawBag(n, rng);
  return { sample, oob: times.flatMap((count, index) => (count === 0 ? [index] : [])) };
};

export const bagging = (
  fit: (idx: readonly number[]) => (x: number) => number,
  n: number,
  B: number,
  rng: () => number,
) => {
  demand(isCallable(fit), TypeError, `bagging: fit has to be callable, got ${fit}`);
  demand(isCallable(rng), TypeError, `bagging: rng has to be callable, got ${rng}`);
  demand(isCount(n), RangeError, `bagging: n has to be a count, got ${n}`);
  demand(isCount(B), RangeError, `bagging: B has to be a count, got ${B}`);
  const models: ((x: number) => number)[] = [];
  const oobCounts: number[] = Array(n).fill(0);
  for (let b = 0; b < B; b++) {
    const { sample, times } = drawBag(n, rng);
    models.push(fit(sample));
    for (const [index, count] of times.entries()) if (count === 0) oobCounts[index] = (oobCounts[index] ?? 0) + 1;
  }
  const predict = (x: number) => models.map((model) => model(x) / B).reduce((sum, share) => sum + share, 0);
  return { predict, oobCounts };
};
