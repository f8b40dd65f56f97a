import 'server-only';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { assertCheapToParse, MARKDOWN, TooCostly } from '@/contracts/markdown';

const parser = unified().use(remarkParse).use(MARKDOWN).freeze();

/** A node of Markdown (mdast), as far as its words are in it. */
interface MarkdownNode {
  type: string;
  /** Of text, code, formulas and what looks like HTML: as it was typed. */
  value?: string;
  /** Of an image. */
  alt?: string | null;
  children?: MarkdownNode[];
}

/** What stands within a line; between all else and its neighbours there is a space. */
const INLINE = new Set([
  ...['text', 'emphasis', 'strong', 'delete', 'link', 'linkReference', 'image', 'imageReference'],
  ...['inlineCode', 'inlineMath', 'footnoteReference', 'html'],
]);

/**
 * The words of Markdown as the page shows them, in one line: code without its fence, a formula as TeX without its dollars, an
 * image by its description, a mention by its name. What the page shows as it was typed, since it is too costly, stays so.
 */
export function plainText(markdown: string, { quotes = true } = {}): string {
  const wordsOf = ({ type, value, alt, children = [] }: MarkdownNode): string => {
    if (type === 'blockquote' && !quotes) return '';
    const words = value ?? alt ?? children.map(wordsOf).join('');
    return INLINE.has(type) ? words : ` ${words} `;
  };
  try {
    assertCheapToParse(markdown);
    return inOneLine(wordsOf(parser.parse(markdown)));
  } catch (error) {
    // A stack that overflows is another way to be too deep.
    if (error instanceof TooCostly || error instanceof RangeError) return inOneLine(markdown);
    throw error;
  }
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Markdown that an excerpt is made of, for each character of it: the rest is marks, addresses and what was quoted. */
export const MARKDOWN_PER_CHARACTER = 5;

/** What a post begins with if it answers somebody: PostgreSQL and JavaScript read it alike. */
export const QUOTED_FIRST = '^(>[^\\n]*\\n*)+';
const quotedFirst = new RegExp(QUOTED_FIRST);

/**
 * The beginning of a post in its author's own words, at most so many characters: what was quoted in it is left out, unless it
 * is all there is.
 */
export function excerptOf(body: string, most: number): string {
  const own = body.replace(quotedFirst, '');
  const read = own.slice(0, most * MARKDOWN_PER_CHARACTER);
  const plain = plainText(read, { quotes: false }) || plainText(body.slice(0, most * MARKDOWN_PER_CHARACTER));
  const letters = Array.from(plain);
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : plain;
}
