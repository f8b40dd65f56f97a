import { expect, test } from 'vitest';
import { markdownSnippetOf, snippetOf } from './snippet';
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

test('a snippet of Markdown is plain text, and its marks stand on the words', () => {
  const snippet = (markdown: string, query: string) => {
    const { text, marks } = markdownSnippetOf(markdown, wordsOf(query));
    return [text, marks.map(([from, to]) => text.slice(from, to))];
  };
  expect(snippet('ask @[김서연](user:abc) about it', 'ask')).toEqual(['ask @김서연 about it', ['ask']]);
  expect(snippet('**두 `경사하강법`**이 $x$로', '경사하강법')).toEqual(['두 경사하강법이 x로', ['경사하강법']]);
  expect(snippet('see [user logs](https://a.example/user) of a user', 'user')).toEqual([
    'see user logs of a user',
    ['user', 'user'],
  ]);
  expect(snippet('![a curve](/api/attachments/1) falls', 'curve')).toEqual(['a curve falls', ['curve']]);
});

test('in a long text only what is around is read, in code as code', () => {
  const long = `${'**word** '.repeat(400)}\n\n\`\`\`ts\n${'a * b;\n'.repeat(100)}\n\nlogits * 2 *\n${'c * d;\n'.repeat(400)}`;
  const { text, marks } = markdownSnippetOf(long, ['logits']);
  expect(text.startsWith('… ')).toBe(true);
  expect(text).toContain('a * b; logits * 2 * c * d;');
  expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(['logits']);
  const far = markdownSnippetOf(`${'[x](https://a.example/logits) '.repeat(100)}**logits**`, ['logits']);
  expect(far.text.slice(...(far.marks[0] ?? []))).toBe('logits');
});
