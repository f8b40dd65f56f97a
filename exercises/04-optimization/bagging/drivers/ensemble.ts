type Model = (x: number) => number;
type Fit = (idx: readonly number[]) => Model;
type Bootstrap = (n: number, rng: () => number) => { sample: number[]; oob: number[] };
type Bagging = (fit: Fit, n: number, B: number, rng: () => number) => { predict: Model; oobCounts: number[] };

/** The target of example i. */
const target = (i: number) => ((3 * i) % 5) + i / 4;

const MODELS: Record<string, Fit> = {
  constant: () => () => 2.5,
  /** Mean target of the bag. */
  mean: (idx) => () => idx.reduce((sum, i) => sum + target(i), 0) / idx.length,
  /** Target of the example in the bag whose index is nearest to x. */
  nearest: (idx) => (x) => target(idx.reduce((best, i) => (Math.abs(i - x) < Math.abs(best - x) ? i : best))),
  /** Depends on the order of the bag. */
  order: (idx) => (x) => idx.reduce((sum, i, position) => sum + i * Math.cos(position + x), 0),
};

/** One bootstrap sample, and an ensemble of a model known by name: its predictions, and the sizes of the bags fitted. */
export function drive(
  { bootstrap, bagging }: { bootstrap: Bootstrap; bagging: Bagging },
  n: number,
  rng: () => number,
  model: string,
  B: number,
  bagRng: () => number,
  xs: readonly number[],
) {
  const { sample, oob } = bootstrap(n, rng);
  const bagSizes: number[] = [];
  const fit: Fit = (idx) => {
    bagSizes.push(idx.length);
    return (MODELS[model] as Fit)([...idx]);
  };
  const { predict, oobCounts } = bagging(fit, n, B, bagRng);
  return { sample, oob, predictions: xs.map((x) => predict(x)), oobCounts, bagSizes };
}
