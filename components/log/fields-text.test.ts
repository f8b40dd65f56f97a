import { expect, test } from 'vitest';
import { bothOf, EMPTY, fieldsOf, gathered, textOf, withLine } from './fields-text';

test('fields go into a text and come back, whatever they hold', () => {
  const fields = { ...EMPTY, learned: 'a "quoted"\nline', thanks: '고맙습니다 👋' };
  expect(fieldsOf(textOf(fields))).toEqual(fields);
  expect(fieldsOf('not a text of ours')).toEqual(EMPTY);
});

test('keeping both loses nothing and repeats nothing', () => {
  const mine = { ...EMPTY, learned: 'mine', derived: 'same', mistake: 'short' };
  const theirs = { ...EMPTY, learned: 'theirs', derived: 'same', mistake: 'short and longer', thanks: 'new' };
  expect(bothOf(mine, theirs)).toEqual({
    ...EMPTY,
    learned: 'mine\n\ntheirs',
    derived: 'same',
    mistake: 'short and longer',
    thanks: 'new',
  });
});

test('a line goes below what is there', () => {
  expect(withLine(' ', '- x')).toBe('- x');
  expect(withLine('a\n\n', '- x')).toBe('a\n- x');
});

test('a week is gathered field by field with its days', () => {
  const week = [
    { ...EMPTY, day: '2026-03-02', learned: 'one' },
    { ...EMPTY, day: '2026-03-03', learned: 'two', thanks: 'Bo' },
  ];
  expect(gathered(week)).toEqual({
    ...EMPTY,
    learned: '**2026-03-02** one\n\n**2026-03-03** two',
    thanks: '**2026-03-03** Bo',
  });
});
