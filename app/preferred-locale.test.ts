import { expect, test } from 'vitest';
import { preferredLocale } from './preferred-locale';

test.each([
  [undefined, 'ko-KR,ko;q=0.9,en;q=0.8', 'ko'],
  [undefined, 'fr-FR,en;q=0.5,ko;q=0.4', 'en'],
  [undefined, 'ko;q=0.2, en-GB;q=0.9', 'en'],
  [undefined, 'ko;q=0,en', 'en'],
  [undefined, 'de', 'ko'],
  [undefined, '', 'ko'],
  [undefined, null, 'ko'],
  ['en', 'ko', 'en'],
  ['fr', 'en', 'en'],
] as const)('with the cookie %s and Accept-Language %s the site opens in %s', (cookie, header, locale) => {
  expect(preferredLocale(cookie, header)).toBe(locale);
});
