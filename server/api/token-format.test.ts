import { expect, test } from 'vitest';
import { isApiToken, makeApiToken } from './token-format';

/** Of 35 zeros and a one. */
const CHECK = '1WFePU';

test('a token is known by its prefix and its checksum', () => {
  const token = makeApiToken();
  expect(token).toMatch(/^peergrad_[0-9A-Za-z]{42}$/);
  expect(isApiToken(token)).toBe(true);
});

test('no two are the same', () => {
  expect(new Set(Array.from({ length: 100 }, makeApiToken)).size).toBe(100);
});

test('the checksum is the CRC-32 of the random part in base 62', () => {
  // By Python: zlib.crc32(b'0' * 36) is 0x240431a2.
  expect(isApiToken(`peergrad_${'0'.repeat(36)}0etOEM`)).toBe(true);
});

test.each([
  ['one character mistyped', (token: string) => token.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'))],
  ['two characters swapped', (token: string) => token.replace('01', '10')],
  ['another prefix', (token: string) => token.replace('peergrad', 'ghp')],
  ['nothing after it', () => 'peergrad_'],
  ['something after it', (token: string) => `${token}0`],
  ['nothing at all', () => ''],
])('%s is none of ours', (_what, change) => {
  const token = `peergrad_${'0'.repeat(35)}1${CHECK}`;
  expect([isApiToken(token), isApiToken(change(token))]).toEqual([true, false]);
});
