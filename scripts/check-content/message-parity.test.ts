import { expect, test } from 'vitest';
import { parityProblems } from './message-parity';

test('catalogues with the same keys and placeholders agree', () => {
  const en = { a: { b: 'Lesson {number}', c: '{n, plural, one {# check} other {# checks}}' } };
  const ko = { a: { b: '레슨 {number}', c: '검사 {n}개' } };
  expect(parityProblems(en, ko)).toEqual([]);
});

test.each([
  [{ a: 'x' }, {}, 'a is missing in ko.json'],
  [{}, { a: { b: 'x' } }, 'a.b is missing in en.json'],
  [{ a: 'x' }, { a: ' ' }, 'a is empty'],
  [{ a: '{count} min' }, { a: '분' }, 'a has other placeholders: en count, ko none'],
])('%j against %j: %s', (en, ko, problem) => {
  expect(parityProblems(en, ko)).toEqual([problem]);
});
