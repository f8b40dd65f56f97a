import { expect, test } from 'vitest';
import { toleranceOf } from './tolerance';

test.each(['forward', 'gradient', 'sum'] as const)(
  '%s: a short sum gets less room, and no sum more than the ceiling',
  (name) => {
    const [short, ten, long] = [1, 10, 100_000].map((terms) => toleranceOf(name, 'cpu', terms).atol) as [
      number,
      number,
      number,
    ];
    expect(short).toBeCloseTo(ten / 10, 15);
    expect(long).toBe(ten);
  },
);

test.each(['differences', 'plain', 'slope', 'exact'] as const)('%s: the same for every length', (name) => {
  expect(toleranceOf(name, 'cpu', 1)).toEqual(toleranceOf(name, 'cpu', 100));
});

test('ceilings are those of the syllabus', () => {
  expect(toleranceOf('forward', 'cpu', 10)).toEqual({ atol: 1e-5, rtol: 1e-4 });
  expect(toleranceOf('forward', 'webgpu', 10)).toEqual({ atol: 1e-4, rtol: 1e-3 });
  expect(toleranceOf('gradient', 'cpu', 10)).toEqual({ atol: 1e-4, rtol: 1e-3 });
  expect(toleranceOf('gradient', 'webgl', 10)).toEqual({ atol: 1e-3, rtol: 5e-3 });
});
