import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64, toBase64 } from './base64';

test('bytes survive as text, also many of them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    }),
  );
  const many = Uint8Array.from({ length: 100_000 }, (_, at) => at % 256);
  expect(fromBase64(toBase64(many))).toEqual(many);
  expect(toBase64(new Uint8Array([1, 2, 250]))).toBe(Buffer.from([1, 2, 250]).toString('base64'));
});
