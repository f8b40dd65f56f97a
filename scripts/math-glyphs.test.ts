import { expect, test } from 'vitest';
import { mathGlyphs } from './math-glyphs';

const glyphsByFile = (...texts: string[]) =>
  Object.fromEntries([...mathGlyphs(texts)].map(([{ file }, glyphs]) => [file, glyphs]));

test('the glyphs are those that are set, not those that are written, each in its font', () => {
  expect(glyphsByFile('Text $\\sum x$ and $x < y$.', '$$\n\\alpha\n$$')).toEqual({
    'KaTeX_Main-Regular': '<',
    'KaTeX_Math-Italic': 'xyα',
    'KaTeX_Size1-Regular': '∑',
  });
});

test.each([
  ['\\mathbf{W}', 'KaTeX_Main-Bold'],
  ['\\boldsymbol{\\theta}', 'KaTeX_Math-BoldItalic'],
  ['\\mathbb{R}', 'KaTeX_AMS-Regular'],
  ['\\mathcal{L}', 'KaTeX_Caligraphic-Regular'],
  ['\\text{softmax}', 'KaTeX_Main-Regular'],
  ['\\textbf{a}', 'KaTeX_Main-Bold'],
  ['\\mathit{in}', 'KaTeX_Main-Italic'],
  ['\\mathsf{x}', 'KaTeX_SansSerif-Regular'],
  ['\\mathtt{x}', 'KaTeX_Typewriter-Regular'],
  ['\\big(', 'KaTeX_Size1-Regular'],
  ['\\bigg(', 'KaTeX_Size3-Regular'],
])('%s is set in %s', (formula, file) => {
  expect(Object.keys(glyphsByFile(`$${formula}$`))).toEqual([file]);
});

test('a text without formulas needs none', () => {
  expect(mathGlyphs(['Only words']).size).toBe(0);
});
