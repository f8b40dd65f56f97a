import { expect, test } from 'vitest';
import { mathGlyphs } from './math-glyphs';

test('the glyphs are those that are set, not those that are written', () => {
  expect(mathGlyphs(['Text $\\sum x$ and $x < y$.', '$$\n\\alpha\n$$'])).toBe('<xyα∑');
});

test('a text without formulas needs none', () => {
  expect(mathGlyphs(['Only words'])).toBe('');
});
