import { expect, test } from 'vitest';
import { unicodeRange } from './font-css';

test.each([
  ['abc', 'U+61-63'],
  ['a', 'U+61'],
  ['cab∑', 'U+61-63,U+2211'],
  ['aac', 'U+61,U+63'],
])('the glyphs %s are the range %s', (glyphs, range) => {
  expect(unicodeRange(glyphs)).toBe(range);
});
