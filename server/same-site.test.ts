import { expect, test } from 'vitest';
import { isCrossSiteMutation } from './same-site';

function sent(method: string, headers: Record<string, string>) {
  return new Request('http://course.test/api/drafts', { method, headers: { host: 'course.test', ...headers } });
}

test.each([
  ['a read from anywhere', sent('GET', { 'sec-fetch-site': 'cross-site' })],
  ['our own page', sent('PUT', { 'sec-fetch-site': 'same-origin' })],
  ['our own page on plain HTTP, by its Origin', sent('PUT', { origin: 'http://course.test' })],
  ['a client that is no browser', sent('POST', {})],
])('%s is let through', (_who, request) => {
  expect(isCrossSiteMutation(request)).toBe(false);
});

test.each([
  ['another site', sent('POST', { 'sec-fetch-site': 'cross-site' })],
  ['a sibling subdomain', sent('POST', { 'sec-fetch-site': 'same-site' })],
  ['another Origin where Sec-Fetch-Site is not sent', sent('DELETE', { origin: 'http://evil.test' })],
  ['an opaque Origin', sent('POST', { origin: 'null' })],
  [
    'another site that claims our Origin',
    sent('POST', { 'sec-fetch-site': 'cross-site', origin: 'http://course.test' }),
  ],
])('%s is refused', (_who, request) => {
  expect(isCrossSiteMutation(request)).toBe(true);
});

test('behind a proxy that renames the host, the public address is our own', () => {
  const request = sent('POST', { host: '127.0.0.1:3000', origin: 'https://course.example' });
  expect(isCrossSiteMutation(request)).toBe(true);
  expect(isCrossSiteMutation(request, 'https://course.example')).toBe(false);
});
