import 'server-only';
import type { FindHit } from '@/contracts/find';
import { plainText } from '../discussion/plain-text';

/** Characters before the first thing that was found, and in all. */
const [BEFORE, LONGEST] = [60, 220];

/** Characters of Markdown before and after the first thing that was found that are read: all of it, twenty times, would take long. */
const [READ_BEFORE, READ_AFTER] = [500, 1_000];

/** The snippet of Markdown, as plain text. */
export function markdownSnippetOf(markdown: string, words: readonly string[]): FindHit['snippet'] {
  return snippetOf(plainAround(markdown.normalize('NFC'), words), words);
}

/** The words around the first thing that was found, from the paragraph on in which it stands, where that is not long. */
function plainAround(markdown: string, words: readonly string[]): string {
  // Addresses are not shown: what is found there alone has no place in the words.
  const shown = markdown.replaceAll(/\]\([^)\s]{0,300}\)/g, (address) => ' '.repeat(address.length));
  const at = marksIn(shown, words)[0]?.[0] ?? 0;
  const paragraph = markdown.lastIndexOf('\n\n', at - BEFORE);
  const start = at <= READ_BEFORE ? 0 : Math.max(paragraph, wholeCharacter(markdown, at - READ_BEFORE));
  const end = wholeCharacter(markdown, Math.min(markdown.length, at + READ_AFTER));
  const isInCode = (markdown.slice(0, start).match(/^ {0,3}(?:```|~~~)/gm)?.length ?? 0) % 2 === 1;
  const text = plainText(`${isInCode ? '```\n' : ''}${markdown.slice(start, end)}`);
  return `${start > 0 ? '… ' : ''}${text}${end < markdown.length ? ' …' : ''}`;
}

/** What is around the first word that was found in a plain text, and where the words stand in it. */
export function snippetOf(source: string, words: readonly string[]): FindHit['snippet'] {
  const text = source.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
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
