export function bootstrap(n: number, rng: () => number): { sample: number[]; oob: number[] } {
  const sample = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i >= 1; i--) {
    const j = Math.floor(rng() * (i + 1));
    [sample[i], sample[j]] = [sample[j] as number, sample[i] as number];
  }
  const drawn = new Set(sample);
  return { sample, oob: Array.from({ length: n }, (_, i) => i).filter((i) => !drawn.has(i)) };
}

export function bagging(
  fit: (idx: readonly number[]) => (x: number) => number,
  n: number,
  B: number,
  rng: () => number,
): { predict: (x: number) => number; oobCounts: number[] } {
  const bags = Array.from({ length: B }, () => bootstrap(n, rng));
  const models = bags.map(({ sample }) => fit(sample));
  return {
    predict: (x) => models.reduce((sum, model) => sum + model(x), 0) / B,
    oobCounts: Array.from({ length: n }, (_, i) => bags.filter(({ oob }) => oob.includes(i)).length),
  };
}
