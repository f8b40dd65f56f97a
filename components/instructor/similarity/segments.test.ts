import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segmentLines } from './segments';

test('a match is cut out of its lines, and begins once', () => {
  const source = 'const a = 1;\nconst b = 2;';
  const from = source.indexOf('a = 1');
  const lines = segmentLines(source, [{ from, to: source.indexOf(' b') }]);
  expect(lines.map((line) => line.filter(({ match }) => match === 0).map(({ text }) => text))).toEqual([
    ['a = ', '1', ';'],
    ['const'],
  ]);
  expect(lines.flat().filter(({ begins }) => begins)).toMatchObject([{ text: 'a = ', match: 0 }]);
});

test('whatever the source and the matches, no text is lost and each character is in the match that holds it', () => {
  const piece = fc.constantFrom('let', ' ', '\n', '1.5', "'x'", '// c', 'name', '\r\n', '/*', '*/', '`', '한');
  const input = fc.tuple(fc.array(piece, { maxLength: 40 }), fc.array(fc.nat(150), { maxLength: 8 }));
  fc.assert(
    fc.property(input, ([pieces, places]) => {
      const source = pieces.join('');
      const cuts = [...new Set(places)].toSorted((a, b) => a - b).filter((place) => place < source.length);
      const regions = cuts.flatMap((from, at) =>
        at % 2 === 0 && cuts[at + 1] ? [{ from, to: cuts[at + 1] ?? 0 }] : [],
      );
      const lines = segmentLines(source, regions);
      expect(lines.map((line) => line.map(({ text }) => text).join('')).join('\n')).toBe(source);
      const matches = lines.flatMap((line, number) => [
        ...(number > 0 ? ['\n'] : []),
        ...line.flatMap(({ text, match }) => Array.from({ length: text.length }, () => match)),
      ]);
      for (const [at, match] of matches.entries()) {
        if (match === '\n') continue;
        const holder = regions.findIndex(({ from, to }) => from <= at && at < to);
        expect(match).toBe(holder < 0 ? null : holder);
      }
    }),
  );
});
