import { expect, test } from 'vitest';
import { snippetOf } from './snippet';
import { likePattern, wordsOf } from './words';

test.each([
  ['경사하강법을', ['경사하강법']],
  ['소프트맥스에서는 기울기가', ['소프트맥스', '기울기']],
  ['합성곱 합성곱을', ['합성곱']],
  ['나는', ['나는']],
  ['가중치', ['가중치']],
  ['softmax를', ['softmax']],
  ['Gradient DESCENT', ['gradient', 'descent']],
  ['w1과', ['w1']],
])('%s is looked for as %j', (query, words) => {
  expect(wordsOf(query)).toEqual(words);
});

test('a word in decomposed letters is the same word', () => {
  expect(wordsOf('경사'.normalize('NFD'))).toEqual(['경사']);
});

test('nothing in a word is a placeholder', () => {
  expect(likePattern('100%_\\')).toBe('%100\\%\\_\\\\%');
});

const marked = (text: string, query: string) => {
  const snippet = snippetOf(text, wordsOf(query));
  return snippet.marks.map(([from, to]) => snippet.text.slice(from, to));
};

test('a snippet marks what was found, in any form', () => {
  expect(marked('두 경사하강법이 다르다', '경사하강법을')).toEqual(['경사하강법']);
  expect(marked('The Gradients of a gradient.', 'gradient')).toEqual(['Gradients', 'gradient']);
  expect(marked('a.b? (a.b)', 'a.b')).toEqual(['a.b', 'a.b']);
  expect(marked('경사'.normalize('NFD'), '경사')).toEqual(['경사']);
});

test('a snippet of a long text begins before the first mark and cuts no character', () => {
  const snippet = snippetOf(`${'👩‍🏫 '.repeat(300)}logits ${'끝 '.repeat(300)}`, ['logits']);
  expect(snippet.text.length).toBeLessThan(230);
  expect(snippet.text.isWellFormed()).toBe(true);
  expect(snippet.marks.map(([from, to]) => snippet.text.slice(from, to))).toEqual(['logits']);
});

test('a mention is shown by its name', () => {
  expect(snippetOf('ask @[김서연](user:abc) about it', ['ask']).text).toBe('ask @김서연 about it');
});
