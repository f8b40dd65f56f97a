import 'server-only';
import type { FindHit } from '@/contracts/find';

/** Characters before the first thing that was found, and in all. */
const [BEFORE, LONGEST] = [60, 220];

/** Plain text around the first word that was found, and where the words stand in it. */
export function snippetOf(source: string, words: readonly string[]): FindHit['snippet'] {
  const text = source
    .normalize('NFC')
    .replaceAll(/@\[([^\]]*)\]\(user:[^)]*\)/g, '@$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const all = marksIn(text, words);
  const start = wholeCharacter(text, Math.max(0, (all[0]?.[0] ?? 0) - BEFORE));
  const end = wholeCharacter(text, Math.min(text.length, start + LONGEST));
  const lead = start > 0 ? '… ' : '';
  const shift = lead.length - start;
  return {
    text: `${lead}${text.slice(start, end)}${end < text.length ? ' …' : ''}`,
    marks: all.filter(([, to]) => to <= end).map(([from, to]) => [from + shift, to + shift]),
  };
}

/** Places of the words, in order and without overlap: as they are, and English ones by their stem to the word's end. */
function marksIn(text: string, words: readonly string[]): [number, number][] {
  const forms = words.map((word) => {
    const literal = word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return /^[a-z]{4,}$/.test(word) ? `\\b${stemOf(word)}[a-z]*|${literal}` : literal;
  });
  if (forms.length === 0) return [];
  return [...text.matchAll(new RegExp(forms.join('|'), 'giu'))].map((match) => [
    match.index,
    match.index + match[0].length,
  ]);
}

/** As far as the endings of English words go that PostgreSQL takes off. */
function stemOf(word: string): string {
  const stem = word.replace(/(?:ing|ed|ies|es|s|e|y)$/, '');
  return stem.length >= 3 ? stem : word;
}

/** Not between the halves of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) && at > 0 ? at - 1 : at;
}
