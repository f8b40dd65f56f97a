import { expect, test } from 'vitest';
import { counted, inCell, inside, rowsText, shown } from './shown';

test.each([
  [-0.00001, '0'],
  [-2.5, '−2.5'],
  [0.1 + 0.2, '0.3'],
])('%d is shown as %s', (value, text) => {
  expect(shown(value)).toBe(text);
});

test('a cell has room for five characters', () => {
  for (const value of [-9.996, -45.25, 9.994, 0.0625, -0.35]) expect(inCell(value).length).toBeLessThanOrEqual(5);
  expect(inCell(-45.25)).toBe('−45.3');
});

test('negatives stand in parentheses and keep four decimals, thousands have commas', () => {
  expect([inside(-0.0625), inside(1)]).toEqual(['(−0.0625)', '1']);
  expect(counted(9633792)).toBe('9,633,792');
});

test('a small matrix is read row by row, a large one not at all', () => {
  expect(rowsText([1, -0.5, 0, 12.34], 2, 9)).toBe('1, −0.5; 0, 12.3');
  expect(rowsText(Array(100).fill(0), 10, 9)).toBe('');
});
