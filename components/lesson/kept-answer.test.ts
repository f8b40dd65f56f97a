import { expect, test } from 'vitest';
import { keptIds, keptMatches, keptOrder } from './kept-answer';

test('kept choices are a list of ids', () => {
  expect(keptIds(['a', 'b'])).toEqual(['a', 'b']);
  expect(keptIds(['a', 1])).toBeNull();
  expect(keptIds('101770')).toBeNull();
  expect(keptIds(undefined)).toBeNull();
});

test('a kept order holds all items of today, and no others', () => {
  expect(keptOrder(['b', 'a'], ['a', 'b'])).toEqual(['b', 'a']);
  expect(keptOrder(['b'], ['a', 'b'])).toBeNull();
  expect(keptOrder(['b', 'b'], ['a', 'b'])).toBeNull();
  expect(keptOrder(['a', 'b', 'c'], ['a', 'b'])).toBeNull();
});

test('kept matches give each left of today a right of today', () => {
  expect(keptMatches({ a: 'b', b: 'x', gone: 'a' }, ['a', 'b'], ['a', 'b', 'x'])).toEqual({ a: 'b', b: 'x' });
  expect(keptMatches({ a: 'a' }, ['a', 'b'], ['a', 'b'])).toBeNull();
  expect(keptMatches({ a: 'a', b: 'gone' }, ['a', 'b'], ['a', 'b'])).toBeNull();
  expect(keptMatches(['a', 'b'], ['a', 'b'], ['a', 'b'])).toBeNull();
  expect(keptMatches(null, ['a'], ['a'])).toBeNull();
});
