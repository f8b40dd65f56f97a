import { expect, test } from 'vitest';
import { BOMBS } from '@/contracts/markdown-bombs';
import { excerptOf, plainText } from './plain-text';

test.each([
  ['**bold**, *italic* and ~~gone~~', 'bold, italic and gone'],
  ['**경사하강법**은 *기울기*를 씁니다', '경사하강법은 기울기를 씁니다'],
  ['a formula $x_i^2$ here', 'a formula x_i^2 here'],
  ['before\n\n$$\n\\frac{a}{b}\n$$\n\nafter', 'before \\frac{a}{b} after'],
  ['see\n\n```ts\nconst a = 1; // **not bold**\n```\n\nthere', 'see const a = 1; // **not bold** there'],
  ['```ts\nnever closed', 'never closed'],
  ['`a*b*c`', 'a*b*c'],
  ['![a heat-map](/api/attachments/00000000-0000-4000-8000-000000000000#640x480) wrong', 'a heat-map wrong'],
  ['[the paper](https://example.com/a_b_c), https://example.com/x_y', 'the paper, https://example.com/x_y'],
  ['ask @[김서연](user:abc)!', 'ask @김서연!'],
  ['# Title\n\n- one\n- [ ] two\n\n1. three', 'Title one two three'],
  ['| a | b |\n|---|---|\n| 1 | 2 |', 'a b 1 2'],
  ['a  \nb\\\nc\nd', 'a b c d'],
  ['> quoted\n\nsaid', 'quoted said'],
  ['Tensor<Rank> & 2 \\* 3 &lt; 7', 'Tensor<Rank> & 2 * 3 < 7'],
  ['3~5장과 2~3장', '3~5장과 2~3장'],
  ['word[^1].\n\n[^1]: a note', 'word. a note'],
  ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
  ['', ''],
])('%j reads as %j', (markdown, words) => {
  expect(plainText(markdown)).toBe(words);
});

test('an excerpt leaves out what was quoted', () => {
  expect(excerptOf('> **Ben**: is it the `sum`?\n\nYes, by **rows**.', 200)).toBe('Yes, by rows.');
  expect(excerptOf(`${'> long\n>\n'.repeat(500)}\nYes.\n\n> and more`, 200)).toBe('Yes.');
  expect(excerptOf('> only a **quote**', 200)).toBe('only a quote');
});

test('an excerpt ends between characters, and no mark is cut open', () => {
  expect(excerptOf('가나다라마', 5)).toBe('가나다라마');
  expect(excerptOf('👩👩👩👩', 3)).toBe('👩👩…');
  expect(excerptOf('**bold bold bold**', 10)).toBe('bold bold…');
});

test.each(Object.keys(BOMBS))('%s: its beginning takes no longer than other text', (name) => {
  const start = performance.now();
  excerptOf(BOMBS[name] ?? '', 240);
  plainText((BOMBS[name] ?? '').slice(0, 20_000));
  // Milliseconds where it is bounded; minutes where it is not.
  expect(performance.now() - start).toBeLessThan(5_000);
});
