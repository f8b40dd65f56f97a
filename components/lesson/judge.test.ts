import { expect, test } from 'vitest';
import { judgeChoices, judgeNumber, judgeOrder, moveItem, parseTypedNumber, wrongMatches } from './judge';

test('the same choices in another order are right', () => {
  expect(judgeChoices(['b', 'a'], ['a', 'b'])).toBe(true);
});

test.each([
  [['a'], ['a', 'b']],
  [
    ['a', 'b', 'c'],
    ['a', 'b'],
  ],
  [
    ['a', 'c'],
    ['a', 'b'],
  ],
  [[], ['a']],
])('%j is not %j', (picked, right) => {
  expect(judgeChoices(picked, right)).toBe(false);
});

test.each([
  ['101,770', 101770],
  [' 101770 ', 101770],
  ['１０１，７７０', 101770],
  ['9.5e-7', 9.5e-7],
  ['9.5×10^-7', 9.5e-7],
  ['−0.5', -0.5],
  ['1/4', 0.25],
  ['.25', 0.25],
  ['88.', 88],
])('"%s" is read as %d', (text, value) => {
  expect(parseTypedNumber(text)).toBe(value);
});

test.each(['', 'abc', '1/0', '1e999', '--1', '1.2.3', '0x10'])('"%s" is no number', (text) => {
  expect(parseTypedNumber(text)).toBeNull();
});

test('a number within the tolerance is right, and one beyond it is wrong', () => {
  expect(judgeNumber(0.249, 0.25, 0.001)).toBe(true);
  expect(judgeNumber(0.2489, 0.25, 0.001)).toBe(false);
  expect(judgeNumber(0.1 + 0.2, 0.3, 0)).toBe(true);
});

test('an order is right only when every item stands at its place', () => {
  expect(judgeOrder(['a', 'b', 'c'], ['a', 'b', 'c'])).toBe(true);
  expect(judgeOrder(['b', 'a', 'c'], ['a', 'b', 'c'])).toBe(false);
  expect(judgeOrder(['a', 'b'], ['a', 'b', 'c'])).toBe(false);
});

test('the lefts that are matched wrongly or not at all are named', () => {
  expect(wrongMatches({ a: 'a', b: 'b' }, ['a', 'b'])).toEqual([]);
  expect(wrongMatches({ a: 'b', b: 'b' }, ['a', 'b'])).toEqual(['a']);
  expect(wrongMatches({ a: 'x' }, ['a', 'b'])).toEqual(['a', 'b']);
});

test.each([
  ['c', 0, 'cabd'],
  ['a', 1, 'bacd'],
  ['a', 3, 'bcda'],
  ['b', -1, 'bacd'],
  ['b', 9, 'acdb'],
])('%s moved to place %i of abcd gives %s', (id, place, order) => {
  expect(moveItem([...'abcd'], id, place).join('')).toBe(order);
});
