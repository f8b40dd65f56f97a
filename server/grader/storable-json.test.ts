import { expect, test } from 'vitest';
import { toStorableJson } from './storable-json';

test('what learner code printed is kept even where PostgreSQL could not hold it', () => {
  expect(toStorableJson({ lines: [{ text: 'a\0b' }, { text: 'half \ud83d' }, { text: '경사 🙂' }] })).toEqual({
    lines: [{ text: 'a\uFFFDb' }, { text: 'half \uFFFD' }, { text: '경사 🙂' }],
  });
});
