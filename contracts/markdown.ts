import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import type { PluggableList } from 'unified';

/** How the Markdown of users is read, wherever it is. Korean writes ranges as 3~5: `~` alone strikes nothing. */
export const MARKDOWN: PluggableList = [[remarkGfm, { singleTilde: false }], remarkMath, remarkCjkFriendly];

/** The text would take more work to draw than a reader should wait for: it is shown as it was typed. */
export class TooCostly extends Error {}

const MAX_CHARACTERS = 60_000;
/**
 * How often each kind of mark may occur. Some cost the parser work that grows with their square; at these counts no text
 * of our corpus of bombs takes longer than a long honest one.
 */
const MOST: readonly [RegExp, number][] = [
  [/\n|\r/g, 3_000],
  [/[*_]/g, 3_000],
  [/\[/g, 1_000],
  [/`/g, 3_000],
  [/\$/g, 800],
  [/\|/g, 3_000],
  [/[<&]/g, 2_000],
  [/~/g, 3_000],
  [/@|:\/\/|www\./gi, 500],
];
/** Containers that a line opens: quotes, list items, and indentation that may continue them. */
const DEEP_LINE = /^[\t ]*(?:(?:>|[-+*]|\d{1,9}[.)])[\t ]*){12}|^(?:\t| {4}){12}/m;

/** Before anything is parsed. @throws {TooCostly} */
export function assertCheapToParse(markdown: string): void {
  if (markdown.length > MAX_CHARACTERS || DEEP_LINE.test(markdown)) throw new TooCostly();
  for (const [mark, most] of MOST) if ((markdown.match(mark)?.length ?? 0) > most) throw new TooCostly();
}
