import { expect, test } from 'vitest';
import type { Expression } from './checks/expectation';
import { evaluate } from './evaluate';
import type { WireValue } from './task';
import { encodeTensor } from './tensor-codec';
import { returned, seen, tensor, threw } from './testing/observations';

const matrix = tensor([2, 3], 1, 2, 3, 4, 5, 6);
const y: Expression = { output: 'y', path: [] };
const run = seen(returned('y', matrix));
const evaluated = (expression: Expression) => evaluate(expression, run);

test.each<[string, Expression, ReturnType<typeof tensor>]>([
  ['the output', y, matrix],
  ['a sum over rows', { sum: y, axis: 0 }, tensor([3], 5, 7, 9)],
  ['a sum over columns', { sum: y, axis: 1 }, tensor([2], 6, 15)],
  ['rows by index', { rows: y, take: [1, 0] }, tensor([2, 3], 4, 5, 6, 1, 2, 3)],
  ['one after the other', { concat: [y, y] }, tensor([4, 3], ...matrix.values, ...matrix.values)],
  [
    'a combination',
    {
      combine: [
        { factor: 2, of: y },
        { factor: -1, of: y },
      ],
    },
    matrix,
  ],
])('%s is evaluated from the observations', (_what, expression, expected) => {
  expect(evaluated(expression)).toEqual({ tensor: expected });
});

test('a tensor within a result is found by its path', () => {
  const nested = seen(returned('call', { dx: [{ $tensor: encodeTensor(matrix) }] }));
  expect(evaluate({ output: 'call', path: ['dx', 0] }, nested)).toEqual({ tensor: matrix });
});

test.each([
  ['number', 3],
  ['array', [1, 2]],
  ['null', null],
  ['number', { $number: 'NaN' as const }],
])('a %s where a tensor is due is named', (what, value) => {
  expect(evaluate(y, seen(returned('y', value)))).toEqual({ absent: { reason: 'not-a-tensor', what, path: '' } });
});

const plain = (path: (string | number)[] = []): Expression => ({ plain: 'y', path });
const numbers = (shape: number[], ...values: number[]) => ({
  tensor: { dtype: 'float64', shape, values: Float64Array.from(values) },
});

test.each<[string, WireValue, Expression, object]>([
  ['a number', 0.1, plain(), numbers([], 0.1)],
  ['NaN', { $number: 'NaN' }, plain(), numbers([], Number.NaN)],
  ['a list', { w: [1, 2.5] }, plain(['w']), numbers([2], 1, 2.5)],
  ['an empty list', [], plain(), numbers([0])],
  [
    'a table',
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
    plain(),
    numbers([3, 2], 1, 2, 3, 4, 5, 6),
  ],
  ['the length of a list', [[1], [2, 3]], plain(['length']), numbers([], 2)],
  ['a part of a ragged table', [[1], [2, 3]], plain([1]), numbers([2], 2, 3)],
  ['a boolean', { done: true }, plain(['done']), { tensor: { dtype: 'bool', shape: [], values: Int32Array.of(1) } }],
])('%s is read as plain numbers', (_what, value, expression, expected) => {
  expect(evaluate(expression, seen(returned('y', value)))).toEqual(expected);
});

test.each<[string, WireValue, string]>([
  ['a tensor', { $tensor: encodeTensor(matrix) }, 'tensor'],
  ['a ragged table', [[1], [2, 3]], 'ragged'],
  ['a string', 'x', 'string'],
  ['nothing', { $undefined: true }, 'undefined'],
])('%s is no plain numbers', (_what, value, what) => {
  expect(evaluate(plain(), seen(returned('y', value)))).toEqual({ absent: { reason: 'not-numbers', what, path: '' } });
});

test('a missing key is named by its path', () => {
  const absent = evaluate({ output: 'y', path: ['dx'] }, seen(returned('y', { dw: 1 })));
  expect(absent).toEqual({ absent: { reason: 'not-a-tensor', what: 'missing', path: 'dx' } });
});

test('a task that threw and a task that never ran are told apart', () => {
  expect(evaluate(y, seen(threw('y', 'Error', 'no')))).toMatchObject({ absent: { reason: 'threw' } });
  expect(evaluate(y, seen())).toEqual({ absent: { reason: 'not-run', task: 'y' } });
});

test('shapes that do not fit make no tensor', () => {
  const mixed = seen(returned('y', matrix), returned('z', tensor([2], 1, 2)));
  const sum: Expression = {
    combine: [
      { factor: 1, of: y },
      { factor: 1, of: { output: 'z', path: [] } },
    ],
  };
  expect(evaluate(sum, mixed)).toMatchObject({ absent: { reason: 'shapes-differ' } });
});

test('a null gradient is a cut one', () => {
  const cut = seen({ ...returned('g', null), result: { type: 'gradients', gradients: [null] } });
  expect(evaluate({ gradient: 'g', index: 0 }, cut)).toEqual({ absent: { reason: 'disconnected' } });
});
