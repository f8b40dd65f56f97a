import { expect, test } from 'vitest';
import { isApiToken, makeApiToken } from './token-format';

test('a token is known by its prefix and its checksum', () => {
  const token = makeApiToken();
  expect(token).toMatch(/^peergrad_[0-9A-Za-z]{42}$/);
  expect(isApiToken(token)).toBe(true);
});

test('no two are the same', () => {
  expect(new Set(Array.from({ length: 100 }, makeApiToken)).size).toBe(100);
});

test('the checksum is the CRC-32 in base 62, as in docs/api.md', () => {
  // zlib.crc32('0'.repeat(36)) is 0xdd39ae09.
  expect(isApiToken(`peergrad_${'0'.repeat(36)}${'4'}`)).toBe(false);
});

test.each([
  ['one character mistyped', (token: string) => token.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'))],
  [
    'two characters swapped',
    (token: string) => `peergrad_${token.slice(10, 11)}${token.slice(9, 10)}${token.slice(11)}`,
  ],
  ['another prefix', (token: string) => token.replace('peergrad', 'ghp')],
  ['nothing after it', () => 'peergrad_'],
  ['something after it', (token: string) => `${token}0`],
  ['nothing at all', () => ''],
])('%s is none of ours', (_what, change) => {
  expect(isApiToken(change('peergrad_ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789000000'))).toBe(false);
});
