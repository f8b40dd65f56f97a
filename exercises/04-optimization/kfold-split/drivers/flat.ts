interface Fold {
  train: number[];
  val: number[];
}
type KFold = (n: number, k: number, rng?: () => number) => Fold[];

/**
 * The folds one after the other, since lists of unequal lengths cannot be compared as they are.
 *
 * @returns `train` and `val` of all folds in a row with the `trainSizes` and `valSizes`; `sorted`: val in ascending order;
 *   `shared`: per fold how many indices are in both; `draws`: calls of rng
 */
export function drive({ kFold }: { kFold: KFold }, n: number, k: number, rng?: () => number) {
  let draws = 0;
  const counted = () => {
    draws += 1;
    return rng?.() ?? Number.NaN;
  };
  const folds = rng ? kFold(n, k, counted) : kFold(n, k);
  const val = folds.flatMap((fold) => fold.val);
  return {
    folds: folds.length,
    train: folds.flatMap((fold) => fold.train),
    val,
    trainSizes: folds.map((fold) => fold.train.length),
    valSizes: folds.map((fold) => fold.val.length),
    sorted: [...val].sort((a, b) => a - b),
    shared: folds.map((fold) => fold.val.filter((index) => fold.train.includes(index)).length),
    draws,
  };
}
