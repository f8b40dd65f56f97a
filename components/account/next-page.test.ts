import { expect, test } from 'vitest';
import { nextPage, nextQuery } from './next-page';

const ORIGIN = 'https://course.test';

test.each([
  ['nothing is asked', '', '/ko'],
  ['a page of this site', '?next=%2Fko%2Fexercises%2F02-mlp%2Fsoftmax%3Ftab%3D1', '/ko/exercises/02-mlp/softmax?tab=1'],
  ['another site', '?next=https%3A%2F%2Fevil.test%2F', '/ko'],
  ['another site without its scheme', '?next=%2F%2Fevil.test', '/ko'],
  ['another site behind a backslash', '?next=%2F%5Cevil.test', '/ko'],
  ['a script', '?next=javascript%3Aalert(1)', '/ko'],
])('after signing in, %s leads to a page of ours', (_what, search, page) => {
  expect(nextPage(search, ORIGIN, '/ko')).toBe(page);
});

test('the way to another account page takes along where to go after it, and nothing else', () => {
  expect(nextQuery('?next=%2Fko%2Fjoin%2FABCD&token=secret')).toBe('?next=%2Fko%2Fjoin%2FABCD');
  expect(nextQuery('?token=secret')).toBe('');
});
