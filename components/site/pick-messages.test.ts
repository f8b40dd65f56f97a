import { expect, test } from 'vitest';
import { pickMessages } from './pick-messages';

const messages = { a: { b: { c: 'C' }, d: 'D' }, e: { f: 'F' } };

test('only the named namespaces are picked', () => {
  expect(pickMessages(messages, ['e'])).toEqual({ e: { f: 'F' } });
});

test('two parts of one namespace are joined', () => {
  expect(pickMessages(messages, ['a.b', 'a.d'])).toEqual(messages.a && { a: messages.a });
});

test('a part after the whole leaves the original alone', () => {
  const before = structuredClone(messages);
  expect(pickMessages(messages, ['a', 'a.b'])).toEqual({ a: messages.a });
  expect(messages).toEqual(before);
});

test('a namespace that does not exist is left out', () => {
  expect(pickMessages(messages, ['nothing', 'a.x.y'])).toEqual({ a: {} });
});
