import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highlightLines } from './highlight';

const kindOf = (source: string, text: string) =>
  highlightLines(source)
    .flat()
    .find((token) => token.text === text)?.kind;

test('any text comes back whole, line by line', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'a1 \'"`/*\\\n$.한') }), (source) => {
      const lines = highlightLines(source).map((line) => line.map(({ text }) => text).join(''));
      expect(lines).toEqual(source.split('\n'));
    }),
  );
});

test.each([
  ['return x;', 'return', 'keyword'],
  ['x.return', 'x.return', 'plain'],
  ['const returned = 1', ' returned = ', 'plain'],
  ["import a from 'b'", "'b'", 'string'],
  ['a // 주석', '// 주석', 'comment'],
  ["'no // comment'", "'no // comment'", 'string'],
  ['a / b', 'a / b', 'plain'],
  ['1e-7', '1e-7', 'number'],
  ['x1', 'x1', 'plain'],
] as const)('in %j, %j is %s', (source, text, kind) => {
  expect(kindOf(source, text)).toBe(kind);
});

test('a comment over several lines is one on each', () => {
  expect(highlightLines('/* a\n b */ c')).toEqual([
    [{ kind: 'comment', text: '/* a' }],
    [
      { kind: 'comment', text: ' b */' },
      { kind: 'plain', text: ' c' },
    ],
  ]);
});
