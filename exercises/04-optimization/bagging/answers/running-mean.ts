function check(fn: string, counts: Record<string, number>, functions: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(counts)) {
    if (!Number.isSafeInteger(value) || value <= 0) throw new RangeError(`${fn}: ${name} is no count, got ${value}`);
  }
  for (const [name, value] of Object.entries(functions)) {
    if (typeof value !== 'function') throw new TypeError(`${fn}: ${name} is no function, got ${String(value)}`);
  }
}

/** Strikes out what is drawn from the ascending list of all indices. */
export function bootstrap(n: number, rng: () => number) {
  check('bootstrap', { n }, { rng });
  let oob = [...Array(n).keys()];
  const sample: number[] = [];
  for (let i = 0; i < n; i++) sample.push(Math.floor(rng() * n));
  for (const index of sample) oob = oob.filter((other) => other !== index);
  return { sample, oob };
}

/** The mean is brought up to date model by model: after b models it is m + (model − m) / b. */
export function bagging(
  fit: (idx: readonly number[]) => (x: number) => number,
  n: number,
  B: number,
  rng: () => number,
) {
  check('bagging', { n, B }, { fit, rng });
  const oobCounts = [...Array(n).keys()].map(() => 0);
  let predict = (_x: number) => 0;
  for (let b = 1; b <= B; b++) {
    const { sample, oob } = bootstrap(n, rng);
    for (const index of oob) oobCounts[index] = (oobCounts[index] as number) + 1;
    const [before, model] = [predict, fit(sample)];
    predict = (x) => {
      const mean = before(x);
      return mean + (model(x) - mean) / b;
    };
  }
  return { predict, oobCounts };
}
