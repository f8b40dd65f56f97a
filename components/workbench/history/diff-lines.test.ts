import { expect, test } from 'vitest';
import { diffLines } from './diff-lines';

const written = (before: string, after: string) =>
  diffLines(before, after).map(({ kind, text }) => `${{ same: ' ', removed: '-', added: '+' }[kind]}${text}`);

test('equal texts have no changed line', () => {
  expect(written('a\nb', 'a\nb')).toEqual([' a', ' b']);
});

test('a changed line is one removed and one added', () => {
  expect(written('a\nb\nc', 'a\nx\nc')).toEqual([' a', '-b', '+x', ' c']);
});

test('an inserted line leaves its neighbours alone', () => {
  expect(written('a\nc', 'a\nb\nc')).toEqual([' a', '+b', ' c']);
});

test('lines that moved apart keep what they have in common', () => {
  expect(written('a\nb\nc\nd', 'b\nx\nd\ne')).toEqual(['-a', ' b', '-c', '+x', ' d', '+e']);
});

test('every line of both texts is told once, with its number', () => {
  const lines = diffLines('one\ntwo\nthree\n', 'zero\ntwo\nthree');
  expect(lines.flatMap(({ before }) => before ?? [])).toEqual([1, 2, 3, 4]);
  expect(lines.flatMap(({ after }) => after ?? [])).toEqual([1, 2, 3]);
});

test('texts of tens of thousands of lines cost no table of all pairs', () => {
  const lines = (word: string) => Array.from({ length: 50_000 }, (_, at) => `${word} ${at}`).join('\n');
  const diff = diffLines(`same\n${lines('old')}\nend`, `same\n${lines('new')}\nend`);
  expect(diff.map(({ kind }) => kind).join()).toBe(
    ['same', ...Array(50_000).fill('removed'), ...Array(50_000).fill('added'), 'same'].join(),
  );
});
