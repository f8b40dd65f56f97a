import { expect, test } from 'vitest';
import { writeLocal } from '@/components/session/local-store';
import { NOTHING_UNSENT, readUnsent, unsentKey, writeUnsent } from './unsent';

const key = unsentKey('ada', 'a submission');

test('what is written is kept until it is empty, each account and place for itself', () => {
  const unsent = { body: '왜?', clientId: 'x', revision: 2 };
  writeUnsent(key, unsent);
  expect(readUnsent(key)).toEqual(unsent);
  expect(readUnsent(unsentKey('bo', 'a submission'))).toEqual(NOTHING_UNSENT);
  writeUnsent(key, { body: '', clientId: 'x' });
  expect(readUnsent(key)).toEqual(NOTHING_UNSENT);
});

test.each(['', 'null', '{', '{"body":1,"clientId":""}', '[]'])('what is no draft, “%s”, is none', (text) => {
  writeLocal(key, text);
  expect(readUnsent(key)).toEqual(NOTHING_UNSENT);
});
