function requireCount(fn: string, name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1) {
    throw new RangeError(`${fn}: ${name} must be an integer of at least 1, got ${value}`);
  }
}

function requireFunction(fn: string, name: string, value: unknown): void {
  if (typeof value !== 'function') throw new TypeError(`${fn}: ${name} must be a function, got ${typeof value}`);
}

/** ⌊u·n⌋ gives every index the same interval of u; a bag is as large as the data, with duplicates. */
export function bootstrap(n: number, rng: () => number): { sample: number[]; oob: number[] } {
  requireCount('bootstrap', 'n', n);
  requireFunction('bootstrap', 'rng', rng);
  const sample = Array.from({ length: n }, () => Math.floor(rng() * n));
  const drawn = new Set(sample);
  return { sample, oob: Array.from({ length: n }, (_, i) => i).filter((i) => !drawn.has(i)) };
}

/** All bags come from one rng, one after the other; the models differ by their bags only. */
export function bagging(
  fit: (idx: readonly number[]) => (x: number) => number,
  n: number,
  B: number,
  rng: () => number,
): { predict: (x: number) => number; oobCounts: number[] } {
  requireFunction('bagging', 'fit', fit);
  requireCount('bagging', 'n', n);
  requireCount('bagging', 'B', B);
  requireFunction('bagging', 'rng', rng);
  const bags = Array.from({ length: B }, () => bootstrap(n, rng));
  const models = bags.map(({ sample }) => fit(sample));
  return {
    predict: (x) => models.reduce((sum, model) => sum + model(x), 0) / B,
    oobCounts: Array.from({ length: n }, (_, i) => bags.filter(({ oob }) => oob.includes(i)).length),
  };
}
