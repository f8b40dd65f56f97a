import { expect, test } from 'vitest';
import { holds, marked, type Piece, snippet } from './marks';

const show = (pieces: Piece[]) => pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

test.each([
  ['학습률을 곱합니다', '학습률', '[학습률]을 곱합니다'],
  ['학습률을 곱합니다', '학습률이', '[학습률]을 곱합니다'],
  ['학습률을 곱합니다', '학ㅅ', '[학습]률을 곱합니다'],
  ['경사하강법', '하강', '경사[하강]법'],
  ['The chain rule', 'CHAI', 'The [chai]n rule'],
  ['a brain', 'ain', 'a brain'],
  ['softmax([1000, 1000])', '1000', 'softmax([[1000], [1000]])'],
  ['어디에도', 'x', '어디에도'],
])('in “%s”, “%s” marks %s', (text, query, shown) => {
  expect(show(marked(text, query))).toBe(shown);
});

test('the pieces are the whole text', () => {
  const text = '기울기(gradient)는 기울기입니다.';
  expect(
    marked(text, '기울기 grad')
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
});

test('a snippet is cut around the words that were asked for', () => {
  const text = `${'앞말 '.repeat(60)}손실의 기울기입니다. ${'뒷말 '.repeat(60)}`;
  const shown = show(snippet(text, '기울기 손실', 40));
  expect(shown).toContain('[손실]의 [기울기]입니다.');
  expect(shown).toMatch(/^… 앞말/);
  expect(shown).toMatch(/뒷말 …$/);
  expect(shown.length).toBeLessThan(60);
});

test('a short text is shown whole', () => {
  expect(show(snippet('손실의 기울기', '기울기'))).toBe('손실의 [기울기]');
});

test.each([
  ['경사하강법 gradient descent', 'ㄱㅅㅎ', true],
  ['경사하강법 gradient descent', '경ㅅ', true],
  ['경사하강법 gradient descent', 'desc 경사', true],
  ['경사하강법 gradient descent', '경사 손실', false],
  ['경사하강법 gradient descent', '', true],
])('“%s” holds “%s”: %s', (text, query, expected) => {
  expect(holds(text, query)).toBe(expected);
});
