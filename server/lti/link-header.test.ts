import { expect, test } from 'vitest';
import { nextLink } from './link-header';

test.each([
  ['<https://a.test/2>; rel="next"', 'https://a.test/2'],
  ['<https://a.test/2>; rel=next', 'https://a.test/2'],
  ['<https://a.test/2> ; title="a, b; rel=next"; REL="NEXT"', 'https://a.test/2'],
  ['<https://a.test/d>; rel="differences", <https://a.test/2?a=1,2>; rel="next"', 'https://a.test/2?a=1,2'],
  ['<https://a.test/2>; rel="last next"', 'https://a.test/2'],
  ['</2>; rel="next"', '/2'],
  ['<https://a.test/2>; rel="nextish"', null],
  ['<https://a.test/2>; rel="prev"; title="next"', null],
  ['<https://a.test/2>', null],
  ['https://a.test/2; rel="next"', null],
  ['', null],
  [null, null],
])('%s', (header, target) => {
  expect(nextLink(header)).toBe(target);
});
