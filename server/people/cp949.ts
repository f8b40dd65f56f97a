import 'server-only';

/** Range of bytes, both included. */
type Range = readonly [number, number];

/** Trail bytes of the extension, under leads that EUC-KR does not have, and under those that it has. */
const WIDE: readonly Range[] = [
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0x81, 0xfe],
];
const NARROW: readonly Range[] = [
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0x81, 0xa0],
];

/** Room for characters of one's own: no text that others can read. */
const PRIVATE = /\p{Co}/u;

let table: Map<number, string> | undefined;

/**
 * Text in CP949 (Unified Hangul Code, what Korean Windows and Excel write): EUC-KR with the syllables that it lacks. The Encoding
 * Standard means it by `euc-kr`, but Node's decoder of that name knows EUC-KR alone.
 *
 * @returns null for bytes that are no CP949
 */
export function decodeCp949(bytes: Uint8Array): string | null {
  table ??= makeTable();
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      parts.push(String.fromCharCode(lead));
      continue;
    }
    at += 1;
    const character = table.get((lead << 8) | (bytes[at] ?? 0));
    if (character === undefined) return null;
    parts.push(character);
  }
  return parts.join('');
}

/**
 * EUC-KR from Node's own decoder. The extension needs no table: its code points, from low to high, are the 8,822 Hangul
 * syllables that EUC-KR lacks, in the order of Unicode.
 */
function makeTable(): Map<number, string> {
  const decoder = new TextDecoder('euc-kr', { fatal: true });
  // Younger than the decoder's table.
  const found = new Map([
    [0xa2e6, '€'],
    [0xa2e7, '®'],
  ]);
  for (const lead of span([0xa1, 0xfe])) {
    for (const trail of span([0xa1, 0xfe])) {
      try {
        const character = decoder.decode(Uint8Array.of(lead, trail));
        if (!PRIVATE.test(character)) found.set((lead << 8) | trail, character);
      } catch {
        // Unassigned.
      }
    }
  }
  const known = new Set(found.values());
  const missing = span([0xac00, 0xd7a3])
    .map((code) => String.fromCharCode(code))
    .filter((syllable) => !known.has(syllable));
  const codes = span([0x81, 0xc6]).flatMap((lead) =>
    (lead <= 0xa0 ? WIDE : NARROW).flatMap(span).map((trail) => (lead << 8) | trail),
  );
  for (const [at, syllable] of missing.entries()) {
    const code = codes[at];
    if (code !== undefined) found.set(code, syllable);
  }
  return found;
}

function span([from, to]: Range): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
