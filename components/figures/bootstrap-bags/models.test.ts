import { expect, test } from 'vitest';
import { GRID } from '../noisy-curve';
import { drawBags, EXAMPLES } from './bags';
import { distanceFromTruth, MODELS, modelOnGrid, runningMeans, trainingX, trainingY } from './models';

const wholeSet = Array<number>(EXAMPLES).fill(1);
const fits = (name: (typeof MODELS)[number]) => drawBags(50, 1).map((bag) => modelOnGrid(name, bag));
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test('a fully grown tree goes through its examples, with steps half-way between them', () => {
  const values = modelOnGrid('tree', wholeSet);
  trainingX.forEach((x, i) => {
    const nearest = GRID.reduce((best, g, j) => (Math.abs(g - x) < Math.abs((GRID[best] as number) - x) ? j : best), 0);
    expect(values[nearest]).toBe(trainingY[i]);
  });
  expect(new Set(values).size).toBe(EXAMPLES);
});

test('a tree does not know what is out of its bag', () => {
  const bag = wholeSet.map((times, i) => (i === 5 ? 0 : times));
  expect(modelOnGrid('tree', bag)).not.toContain(trainingY[5]);
});

test('an example that is in the bag twice pulls the line twice', () => {
  const bag = wholeSet.map((_, i) => (i === 0 ? 10 : i === 15 ? 6 : 0));
  const line = modelOnGrid('line', bag);
  expect(line[0]).toBeCloseTo(trainingY[0] as number, 12);
  expect(line[240]).toBeCloseTo(trainingY[15] as number, 12);
  const three = modelOnGrid(
    'line',
    wholeSet.map((_, i) => (i === 0 ? 14 : i === 7 || i === 15 ? 1 : 0)),
  );
  expect(Math.abs((three[0] ?? 0) - (trainingY[0] ?? 0))).toBeLessThan(0.1);
});

test.each(MODELS)('%s: mean error of the models = error of their average + their spread around it', (name) => {
  const models = fits(name);
  const average = runningMeans(models).at(-1) ?? new Float64Array();
  const spread = meanOf(
    models.map((model) => {
      const squares = [...model].map((value, j) => (value - (average[j] as number)) ** 2);
      return (meanOf(squares) * GRID.length - ((squares[0] ?? 0) + (squares.at(-1) ?? 0)) / 2) / (GRID.length - 1);
    }),
  );
  expect(meanOf(models.map(distanceFromTruth))).toBeCloseTo(distanceFromTruth(average) + spread, 10);
});

test('bagging makes the tree better than one on all data; the line stays what it was', () => {
  const bagged = (name: (typeof MODELS)[number]) => distanceFromTruth(runningMeans(fits(name)).at(-1) ?? []);
  expect(bagged('tree')).toBeLessThan(0.5 * distanceFromTruth(modelOnGrid('tree', wholeSet)));
  expect(bagged('line') / distanceFromTruth(modelOnGrid('line', wholeSet))).toBeCloseTo(1, 1);
});
