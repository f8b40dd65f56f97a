import { expect, test } from 'vitest';
import { hangulOf, latinOf } from './font-glyphs';

test('Hangul is taken once each, in an order that the text does not change', () => {
  expect(hangulOf('나 가나 ㄱ x')).toBe('ㄱ가나');
  expect(hangulOf('가나ㄱ')).toBe(hangulOf('ㄱ나가'));
});

test('Latin has all of ASCII and the symbols that occur', () => {
  const latin = latinOf('a → b, “é” 가');
  expect([...latin]).toEqual(expect.arrayContaining([...'Zz09~']));
  expect([...latin]).toEqual(expect.arrayContaining(['é', '“', '”', '→']));
  expect(latin).not.toContain('가');
});
