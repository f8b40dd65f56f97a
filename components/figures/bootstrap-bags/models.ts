import { GRID, meanOverX, noisySample, spaced, truth } from '../noisy-curve';
import { type Bag, EXAMPLES } from './bags';

export const MODELS = ['tree', 'line'] as const;
export type ModelName = (typeof MODELS)[number];

/** The one training set of the figure. */
export const trainingX = spaced(EXAMPLES);
export const trainingY = noisySample(trainingX, 0.4, 3);

/**
 * A regression tree grown until every leaf holds one x, with splits half-way between neighbours. In one dimension this is
 * the value of the nearest example in the bag: steps that follow every bit of noise.
 */
function tree(bag: Bag): (x: number) => number {
  const members = bag.flatMap((times, i) => (times > 0 ? [i] : []));
  return (x) => {
    const distance = (i: number) => Math.abs((trainingX[i] as number) - x);
    const nearest = members.reduce((best, i) => (distance(i) < distance(best) ? i : best));
    return trainingY[nearest] as number;
  };
}

/** Least-squares line; an example that is in the bag twice counts twice. */
function line(bag: Bag): (x: number) => number {
  const mean = (of: readonly number[]) => bag.reduce((sum, times, i) => sum + times * (of[i] as number), 0) / EXAMPLES;
  const [mx, my] = [mean(trainingX), mean(trainingY)];
  const products = mean(trainingX.map((x, i) => (x - mx) * ((trainingY[i] as number) - my)));
  const squares = mean(trainingX.map((x) => (x - mx) ** 2));
  // A bag of one example, repeated: 1 in 16¹⁵, but no division by zero.
  const slope = squares === 0 ? 0 : products / squares;
  return (x) => my + slope * (x - mx);
}

/** The model of a bag on {@link GRID}. */
export function modelOnGrid(name: ModelName, bag: Bag): Float64Array {
  const model = name === 'tree' ? tree(bag) : line(bag);
  return Float64Array.from(GRID, model);
}

/** Mean squared distance from the truth, noise not counted. */
export function distanceFromTruth(values: ArrayLike<number>): number {
  return meanOverX((j) => ((values[j] as number) - truth(GRID[j] as number)) ** 2);
}

/** The averages of the first one, two, three … models. */
export function runningMeans(models: readonly Float64Array[]): Float64Array[] {
  const sum = new Float64Array(GRID.length);
  return models.map((model, b) => {
    for (let j = 0; j < sum.length; j++) sum[j] = (sum[j] as number) + (model[j] as number);
    return sum.map((value) => value / (b + 1));
  });
}
