import { mulberry32 } from '../rng';

/** Examples in the training set. */
export const EXAMPLES = 16;

/** A bootstrap sample: how often each example is in it. It holds as many as there are examples, with repetitions. */
export type Bag = number[];

/** `count` bootstrap samples: each draws {@link EXAMPLES} times with replacement. The first ones do not depend on `count`. */
export function drawBags(count: number, seed: number): Bag[] {
  const rng = mulberry32(seed);
  return Array.from({ length: count }, () => {
    const times = Array<number>(EXAMPLES).fill(0);
    for (let draw = 0; draw < EXAMPLES; draw++) {
      const i = Math.floor(rng() * EXAMPLES);
      times[i] = (times[i] as number) + 1;
    }
    return times;
  });
}

/** Share of the examples that a bag does not hold. */
export function outOfBagShare(bag: Bag): number {
  return bag.filter((times) => times === 0).length / bag.length;
}

/** Its expectation for n examples, (1 − 1/n)ⁿ: each of n draws misses an example with probability 1 − 1/n. */
export function expectedOutOfBag(n: number): number {
  return (1 - 1 / n) ** n;
}
