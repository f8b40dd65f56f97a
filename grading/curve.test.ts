import { expect, test } from 'vitest';
import type { PlannedCheck } from './checks/check';
import { type Curve, followCurves } from './curve';
import { encodeTensor } from './tensor-data';

const expected = encodeTensor({ dtype: 'float64', shape: [3], values: Float64Array.of(3, 2, 1) });
const check = {
  id: 'losses',
  title: { en: 'Losses', ko: '손실' },
  tasks: [],
  expectations: [
    {
      ...{ expect: 'equal', label: 'losses', tolerance: 'gradient', terms: 10 },
      actual: { plain: 'descent', path: ['losses'] },
      expected: { tensor: expected },
    },
  ],
} as unknown as PlannedCheck;

test('a curve grows point by point over what is expected, and a run that begins again draws it anew', () => {
  const told: Curve[] = [];
  const point = followCurves([check], (curve) => told.push(curve));
  point('losses/descent', 0, 3);
  point('losses/descent', 1, null);
  point('losses/descent', 0, 2.5);
  expect(told.map(({ values }) => values)).toEqual([[3], [3, null], [2.5]]);
  expect(told[0]).toMatchObject({ check: 'losses', title: check.title, expected: [3, 2, 1] });
});

test('a task of which no row of numbers is expected has a curve of its own, a foreign one has none', () => {
  const told: Curve[] = [];
  const point = followCurves([check], (curve) => told.push(curve));
  point('losses/other', 0, 1);
  point('nobody/descent', 0, 1);
  expect(told).toEqual([{ check: 'losses', title: check.title, values: [1], expected: [] }]);
});
