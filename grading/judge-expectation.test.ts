import { expect, test } from 'vitest';
import type { Expectation } from './checks/expectation';
import { judgeExpectation } from './judge-expectation';
import type { Observation } from './task';
import { encodeTensor } from './tensor-data';
import { returned, seen, tensor, threw } from './testing/observations';

const throws: Expectation = {
  expect: 'throws',
  task: 'call',
  fn: 'dense',
  label: { en: 'a bad b', ko: '잘못된 b' },
  accept: [
    { name: 'RangeError', param: 'b' },
    { name: 'TypeError', param: 'w' },
  ],
};
const judge = (expectation: Expectation, observation: Observation) =>
  judgeExpectation(expectation, seen(observation), 'cpu');

test.each([
  [true, 'RangeError', 'dense: b must have length 4, got 3'],
  [true, 'TypeError', 'dense: w must be a tensor, got 3'],
  [false, 'TypeError', 'dense: b must have length 4, got 3'],
  [false, 'RangeError', 'dense: bias must have length 4, got 3'],
  [false, 'RangeError', 'b must have length 4, got 3'],
  [false, 'Error', 'dense: b must have length 4, got 3'],
])('holds is %s for %s: %s', (holds, name, message) => {
  expect(judge(throws, threw('call', name, message)).holds).toBe(holds);
});

test('a place within a parameter is named as it is written', () => {
  const place: Expectation = { ...throws, fn: 'mlp', accept: [{ name: 'RangeError', param: 'layers[1]' }] };
  expect(judge(place, threw('call', 'RangeError', 'mlp: layers[1].w must fit, got 5')).holds).toBe(true);
  expect(judge(place, threw('call', 'RangeError', 'mlp: layers1 must fit, got 5')).holds).toBe(false);
});

test('a call that returns where it should throw says so', () => {
  expect(judge(throws, returned('call', 1)).message?.en).toBe(
    'For a bad b: expected RangeError naming `b` or TypeError naming `w`, but nothing was thrown.',
  );
});

test.each([
  ['intact', true],
  ['changed', false],
  ['disposed', false],
] as const)('inputs that are %s afterwards: holds is %s', (inputs, holds) => {
  expect(judge({ expect: 'intact', task: 'call' }, returned('call', null, { inputs })).holds).toBe(holds);
});

test.each([
  [0, true],
  [-1, true],
  [1, false],
])('%d tensors left behind: holds is %s', (leaked, holds) => {
  expect(judge({ expect: 'no-leak', task: 'call' }, returned('call', null, { leaked })).holds).toBe(holds);
});

test.each([
  [6, true],
  [7, false],
])('%d kernels against three times two: holds is %s', (count, holds) => {
  const kernels = { MatMul: 1, Add: count - 1 };
  const budget: Expectation = { expect: 'kernels', task: 'call', ratio: 3, baseline: 2 };
  expect(judge(budget, returned('call', null, { kernels })).holds).toBe(holds);
});

test.each([
  [16, true],
  [17, false],
])('%d bytes against twice 8: holds is %s', (peakBytes, holds) => {
  const budget: Expectation = { expect: 'bytes', task: 'call', ratio: 2, baseline: 8 };
  expect(judge(budget, returned('call', null, { peakBytes })).holds).toBe(holds);
});

test.each<[string[], string[], boolean]>([
  [['MatMul'], [], true],
  [['Conv2D', 'MatMul'], ['Relu'], true],
  [['Conv2D'], [], false],
  [[], ['MatMul'], false],
  [[], [], true],
])('some of %j and none of %j of MatMul and Add: holds is %s', (some, none, holds) => {
  const launches: Expectation = { expect: 'launches', task: 'call', some, none };
  const judged = judge(launches, returned('call', null, { kernels: { MatMul: 1, Add: 2 } }));
  expect(judged.holds).toBe(holds);
  expect(judged.message === undefined).toBe(holds);
});

test('a shape is judged whatever the values, a dtype as well', () => {
  const shape: Expectation = {
    expect: 'shape',
    label: 'Y',
    actual: { output: 'call', path: [] },
    shape: [2],
    dtype: 'float32',
  };
  const ints = { dtype: 'int32' as const, shape: [2], values: Int32Array.of(1, 2) };
  expect(judge(shape, returned('call', tensor([2], Number.NaN, 7))).holds).toBe(true);
  expect(judge(shape, returned('call', tensor([1, 2], 1, 2))).message?.en).toContain('[2]');
  expect(judge(shape, returned('call', ints)).message?.en).toContain('int32');
});

test.each<[boolean, number[], number[] | undefined, number[] | undefined]>([
  [true, [1, 2], [1], [2]],
  [true, [1, 2], [0, 2], [1, 3]],
  [true, [1, 2], [1], undefined],
  [false, [1, 2.5], [1], [2]],
  [false, [0.5, 2], [1, 1], undefined],
  [false, [Number.NaN, 1], undefined, undefined],
])('holds is %s for %j between %j and %j', (holds, values, low, high) => {
  const bound = (of: number[] | undefined) =>
    of && { tensor: encodeTensor(of.length === 1 ? tensor([], ...of) : tensor([of.length], ...of)) };
  const between: Expectation = {
    ...{ expect: 'between', label: 'y', actual: { output: 'call', path: [] } },
    ...{ low: bound(low), high: bound(high) },
  };
  const judged = judge(between, returned('call', tensor([2], ...values)));
  expect(judged.holds).toBe(holds);
  expect(judged.message === undefined).toBe(holds);
});

test('a property whose two sides are NaN does not hold', () => {
  const nan = tensor([2], Number.NaN, 1);
  const property: Expectation = {
    expect: 'equal',
    label: 'f(x) = f(x)',
    actual: { output: 'call', path: [] },
    expected: { combine: [{ factor: 1, of: { output: 'call', path: [] } }] },
    tolerance: 'forward',
    terms: 1,
  };
  expect(judge(property, returned('call', nan)).holds).toBe(false);
});
