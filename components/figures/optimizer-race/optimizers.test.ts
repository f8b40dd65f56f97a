import { expect, test } from 'vitest';
import { createOptimizer, type Hyper, OPTIMIZERS, type OptimizerName, trajectory } from './optimizers';
import { type Point, SURFACES, surfaceOf } from './surfaces';

const hyper: Hyper = { rate: 0.05, adaptiveRate: 0.1, momentum: 0.8, decay: 0.2 };
const gradient = ([x, y]: Point): Point => [x, 10 * y];

// PyTorch 1.13 in float64: 25 steps on ½(w₁² + 10w₂²) from (1, 1) with the settings above.
test.each<[OptimizerName, Point]>([
  ['sgd', [0.277389573122, 2.98023223877e-8]],
  ['momentum', [0.00815376198948, 0.060030909452]],
  ['nesterov', [-0.00380034275183, 3.66168056989e-6]],
  ['adagrad', [0.315488072736, 0.315488072712]],
  ['adadelta', [0.887383191371, 0.887382085438]],
  ['rmsprop', [2.55813675864e-7, 2.55813295877e-7]],
  ['adam', [-0.180554387061, -0.180554381965]],
  ['adamw', [-0.106379036412, -0.106379030566]],
])('%s is where PyTorch is after 25 steps', (name, [x, y]) => {
  const update = createOptimizer(name, hyper);
  let p: Point = [1, 1];
  for (let i = 0; i < 25; i++) p = update(p, gradient(p));
  expect(p[0]).toBeCloseTo(x, 10);
  expect(p[1]).toBeCloseTo(y, 10);
});

test.each([1e-3, 1, 1e3])('Adam’s first step is η, whatever the gradient (%d)', (g) => {
  expect(createOptimizer('adam', hyper)([0, 0], [g, -g])[0]).toBeCloseTo(-0.1, 5);
});

test('momentum 0.9 under a constant gradient walks 10η a step in the end', () => {
  const update = createOptimizer('momentum', { ...hyper, momentum: 0.9 });
  let p: Point = [0, 0];
  for (let i = 0; i < 300; i++) p = update(p, [1, 1]);
  expect(p[0] - update(p, [1, 1])[0]).toBeCloseTo(10 * hyper.rate, 9);
});

test('plain descent diverges on a parabola above 2/λ, Nesterov above (2 + 2μ)/(λ(1 + 2μ))', () => {
  const last = (name: OptimizerName, rate: number) =>
    Math.abs(trajectory(name, surfaceOf('ellipse', 10), { ...hyper, rate }, [0, 1], 300).at(-1)?.[1] ?? 0);
  expect(last('sgd', 0.199)).toBeLessThan(0.1);
  expect(last('sgd', 0.201)).toBeGreaterThan(1);
  const limit = (2 + 1.6) / (10 * 2.6);
  expect(last('nesterov', 0.99 * limit)).toBeLessThan(0.1);
  expect(last('nesterov', 1.01 * limit)).toBeGreaterThan(1);
});

test.each(SURFACES)('the gradient of %s is its slope, and is 0 at its minima', (name) => {
  const { value, gradient: slope, low, minima } = surfaceOf(name, 30);
  const h = 1e-5;
  for (const [x, y] of [
    [0.3, -0.7],
    [-1.2, 1.1],
  ] as const) {
    expect(slope([x, y])[0]).toBeCloseTo((value([x + h, y]) - value([x - h, y])) / (2 * h), 4);
    expect(slope([x, y])[1]).toBeCloseTo((value([x, y + h]) - value([x, y - h])) / (2 * h), 4);
  }
  for (const minimum of minima) {
    expect(value(minimum)).toBeCloseTo(low, 12);
    expect(Math.hypot(...slope(minimum))).toBeCloseTo(0, 12);
  }
});

test.each(OPTIMIZERS)('%s descends: 20 steps on a mild ellipse lower the loss', (name) => {
  const surface = surfaceOf('ellipse', 10);
  const path = trajectory(name, surface, { ...hyper, rate: 0.02 }, [-1.6, 0.9], 20);
  expect(surface.value(path.at(-1) as Point)).toBeLessThan(surface.value([-1.6, 0.9]));
});
