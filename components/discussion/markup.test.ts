import { expect, test } from 'vitest';
import { type Format, format, insertBlock, mentionBefore, putMention, quoteOf } from './markup';

test.each<[Format, string, string]>([
  ['bold', 'a b', 'a **b**'],
  ['italic', 'a b', 'a *b*'],
  ['code', 'a b', 'a `b`'],
  ['formula', 'a b', 'a $b$'],
  ['link', 'a b', 'a [b](https://)'],
  ['quote', 'a b', '> a b'],
  ['list', 'a b', '- a b'],
])('%s around what is selected', (how, text, expected) => {
  const edit = format({ text, from: 2, to: 3 }, how);
  expect(edit.text).toBe(expected);
  expect(edit.text.slice(edit.from, edit.to)).toContain('b');
});

test('several lines of code become a block, of a quote each line', () => {
  expect(format({ text: 'x\na\nb', from: 2, to: 5 }, 'code').text).toBe('x\n```ts\na\nb\n```\n');
  expect(format({ text: 'x\na\nb', from: 2, to: 5 }, 'quote').text).toBe('x\n> a\n> b');
});

test('a block stands on a line of its own', () => {
  expect(insertBlock({ text: 'ab', from: 1, to: 1 }, '![x](y)')).toEqual({ text: 'a\n![x](y)\nb', from: 10, to: 10 });
});

test.each([
  ['@', { at: 0, query: '' }],
  ['hello @김하', { at: 6, query: '김하' }],
  ['(@ㄱㅎㄴ', { at: 1, query: 'ㄱㅎㄴ' }],
  ['line\n@a', { at: 5, query: 'a' }],
  ['mail a@b', null],
  ['@a b', null],
  ['no', null],
])('before the caret in "%s" stands the mention %o', (text, expected) => {
  expect(mentionBefore(text, text.length)).toEqual(expected);
});

test('a chosen name takes the place of what was typed, and cannot end its brackets', () => {
  const edit = putMention('hi @ki there', { at: 3, query: 'ki' }, { id: 'u1', name: 'Ki [x]\\' });
  expect(edit.text).toBe('hi @[Ki x](user:u1)  there');
  expect(edit.text.slice(0, edit.from)).toBe('hi @[Ki x](user:u1) ');
});

test('a quote keeps the lines that it quotes', () => {
  expect(quoteOf('Ada', 'a\nb')).toBe('> **Ada**: a\n> b\n\n');
});
