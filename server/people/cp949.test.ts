import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { decodeCp949 } from './cp949';

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

test('every code of two bytes is the character that Python’s cp949 codec has for it, and there are no others', () => {
  const codes: Uint8Array[] = [];
  const characters: string[] = [];
  for (let lead = 0x80; lead <= 0xff; lead += 1) {
    for (let trail = 0; trail <= 0xff; trail += 1) {
      const code = Uint8Array.of(lead, trail);
      const character = decodeCp949(code);
      if (character === null) continue;
      codes.push(code);
      characters.push(character);
    }
  }
  expect(codes).toHaveLength(17_048);
  expect(sha256(Buffer.concat(codes))).toBe('81be55bf629f18deb2c23f09a05f289d1ad3e7de45971a145ee7645572a3b2e6');
  expect(sha256(characters.join(''))).toBe('f49bf642f090c1ce9815815ce783022b6deebb12346af361db70c72d9d7bb59d');
});

test('ASCII stands beside it, and a code that is cut off is no text', () => {
  expect(decodeCp949(Buffer.from('612cb1e80a8c63', 'hex'))).toBe('a,김\n똠');
  expect(decodeCp949(Uint8Array.of(0x61, 0xb1))).toBeNull();
});
