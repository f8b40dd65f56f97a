import { expect, test } from 'vitest';
import { samePageIn } from './other-language';

test.each([
  ['/en', 'ko', '/ko'],
  ['/en/lessons/02-mlp.01-x', 'ko', '/ko/lessons/02-mlp.01-x'],
  ['/ko/exercises/02-mlp/softmax', 'en', '/en/exercises/02-mlp/softmax'],
  ['/en/english', 'ko', '/ko/english'],
] as const)('%s in %s is %s', (pathname, locale, expected) => {
  expect(samePageIn(locale, pathname)).toBe(expected);
});
