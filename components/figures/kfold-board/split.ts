import { mulberry32 } from '../rng';

/** Indices in a random order, by Fisher and Yates. */
function shuffled(indices: number[], rng: () => number): number[] {
  const order = [...indices];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(rng() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}

/**
 * The validation sets of k folds: every example is in exactly one, and sizes differ by one at most. Stratified folds also
 * have as equal a number of each class as can be: the classes are dealt out in turn, like cards.
 */
export function validationFolds(labels: readonly number[], k: number, stratified: boolean, seed: number): number[][] {
  const rng = mulberry32(seed);
  const all = labels.map((_, i) => i);
  const folds: number[][] = Array.from({ length: k }, () => []);
  const order = stratified
    ? [0, 1].flatMap((label) =>
        shuffled(
          all.filter((i) => labels[i] === label),
          rng,
        ),
      )
    : shuffled(all, rng);
  order.forEach((example, position) => {
    folds[position % k]?.push(example);
  });
  return folds;
}
