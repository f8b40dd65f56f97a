import { disassemble, getChoseong } from 'es-hangul';

/**
 * A word as the keys that type it: 학습 → ㅎㅏㄱㅅㅡㅂ. Whatever an input method shows while it composes, be it 하, 학ㅅ or
 * 학스, begins the finished word, so that comparing keys finds what comparing syllables would miss.
 */
export function typedKeys(word: string): string {
  return Array.from(word.normalize('NFC').toLowerCase(), keysOf).join('');
}

/** A course has some hundred thousand syllables, and a thousand that differ. */
const known = new Map<string, string>();

function keysOf(character: string): string {
  const keys = known.get(character) ?? disassemble(character);
  known.set(character, keys);
  return keys;
}

/** First consonants, by which Koreans abbreviate: 경사하강법 → ㄱㅅㅎㄱㅂ. Empty unless the word is all Hangul syllables. */
export function initialsOf(word: string): string {
  return /^[가-힣]+$/.test(word) ? getChoseong(word) : '';
}

/** Words of a text with their places in it. */
export function wordsOf(text: string): { word: string; at: number }[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({ word: match[0], at: match.index }));
}

/** Endings that change with the sentence. Stripped from what is asked, never from what is found. */
const PARTICLE =
  /(?:으로써|으로서|이라는|이란|에서는|에서|에게|까지|부터|으로|보다|처럼|마다|이나|은|는|이|가|을|를|의|에|로|와|과|도|만|란)$/;

/** A Korean word without its particle, if at least two syllables are left: 학습률을 → 학습률. */
export function withoutParticle(word: string): string | null {
  const stem = word.replace(PARTICLE, '');
  return stem !== word && /^[가-힣]{2,}$/.test(stem) ? stem : null;
}

/** Length of the shortest beginning of `word` that holds the keys of `asked`; 0 when the word does not begin so. */
export function beginsWith(word: string, asked: string): number {
  const keys = typedKeys(asked);
  if (!typedKeys(word).startsWith(keys)) return 0;
  let length = 1;
  while (!typedKeys(word.slice(0, length)).startsWith(keys)) length += 1;
  return length;
}
