import { expect, test } from 'vitest';
import { SearchEntriesSchema, type SearchEntry } from '@/contracts/search';
import { isSearchEntries } from './load-index';
import { SearchIndex } from './search-index';

const entry = (title: string, text: string, rest: Partial<SearchEntry> = {}): SearchEntry => ({
  ...{ kind: 'section', title, also: [], place: '', text, href: `/ko/lessons/x#${encodeURIComponent(title)}` },
  ...rest,
});

const entries = [
  entry('학습 루프', '기울기에 학습률을 곱해 뺍니다. 손실은 교차 엔트로피입니다.'),
  entry('학습률', '갱신할 때 기울기에 곱하는 수입니다.', { kind: 'term', also: ['learning rate', 'step size'] }),
  entry('경사하강법', '기울기의 반대 방향으로 움직입니다.', { kind: 'term', also: ['gradient descent'] }),
  entry('미니배치', '데이터의 일부로 기울기를 추정합니다.', { also: ['mini-batch'] }),
  entry('Backpropagation', 'The chain rule, from the loss backwards.', { also: ['역전파'] }),
];
const index = await SearchIndex.of(entries);
const titles = (query: string) => index.find(query).map(({ title }) => title);

test('an entry with the word in its title comes before one with it in its text', () => {
  expect(titles('학습률')).toEqual(['학습률', '학습 루프']);
});

// What an input method shows, key by key, on the way to 학습률.
test.each(['하', '학', '학ㅅ', '학스', '학습', '학습ㄹ', '학습류', '학습률'])('“%s” already finds 학습률', (typed) => {
  expect(titles(typed)).toContain('학습률');
});

test.each(['학습률은', '학습률이', '학습률에서', '학습률이란'])('the particle of “%s” does not matter', (asked) => {
  expect(titles(asked)).toEqual(['학습률', '학습 루프']);
});

test('a compound is found by its last part', () => {
  expect(titles('하강법')).toEqual(['경사하강법']);
  expect(titles('배치')).toEqual(['미니배치']);
});

test('words written together are found apart, and apart together', () => {
  expect(titles('교차엔트로피')).toEqual(['학습 루프']);
  expect(titles('경사 하강법')).toEqual(['경사하강법']);
});

test('first consonants find a title', () => {
  expect(titles('ㄱㅅㅎㄱ')).toEqual(['경사하강법']);
});

test('the name in the other language finds it', () => {
  expect(titles('gradient desc')).toEqual(['경사하강법']);
  expect(titles('역전파')).toEqual(['Backpropagation']);
});

test('a slip in an English word is forgiven', () => {
  expect(titles('bakpropagation')).toEqual(['Backpropagation']);
});

test('every word must be there', () => {
  expect(titles('학습률 손실')).toEqual(['학습 루프']);
  expect(titles('학습률 없는말')).toEqual([]);
});

test.each(['', '  ', '?!'])('“%s” asks for nothing', (query) => {
  expect(titles(query)).toEqual([]);
});

test('what the contract allows is taken', () => {
  expect(isSearchEntries(SearchEntriesSchema.parse(entries))).toBe(true);
});

test.each([
  ['no list', {}],
  ['a page instead', '<html>'],
  ['an entry without a text', [{ ...entries[0], text: undefined }]],
  ['an entry of another time', [{ ...entries[0], also: 'x' }]],
  ['nothing in the list', [null]],
])('%s is refused, as by the contract', (_, value) => {
  expect(isSearchEntries(value)).toBe(false);
  expect(SearchEntriesSchema.safeParse(value).success).toBe(false);
});
