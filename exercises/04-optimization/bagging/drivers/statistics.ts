type Model = (x: number) => number;
type Bootstrap = (n: number, rng: () => number) => { sample: number[] };
type Bagging = (fit: (idx: readonly number[]) => Model, n: number, B: number, rng: () => number) => { predict: Model };

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]) => {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
};

/**
 * What holds of many draws.
 *
 * @returns `unique`: mean share of different indices in a bag of 1000, over 200 bags; `ratio`: variance of the prediction
 *   of B models over that of one, over `repeats` ensembles on the same data
 */
export function drive(
  { bootstrap, bagging }: { bootstrap: Bootstrap; bagging: Bagging },
  rng: () => number,
  B: number,
  repeats: number,
) {
  const shares = Array.from({ length: 200 }, () => new Set(bootstrap(1000, rng).sample).size / 1000);
  const fit = (idx: readonly number[]) => {
    const centre = mean(idx);
    return () => centre;
  };
  const spread = (models: number) =>
    variance(Array.from({ length: repeats }, () => bagging(fit, 20, models, rng).predict(0)));
  return { unique: mean(shares), ratio: spread(B) / spread(1) };
}
