/** A text field's content and selection, as an edit leaves it. */
export interface Edit {
  text: string;
  from: number;
  to: number;
}

export type Format = 'bold' | 'italic' | 'code' | 'formula' | 'quote' | 'list' | 'link';

const AROUND: Partial<Record<Format, string>> = { bold: '**', italic: '*', formula: '$' };

/**
 * Formats what is selected, as Markdown.
 * @example format({ text: 'a b', from: 2, to: 3 }, 'bold') // { text: 'a **b**', from: 4, to: 5 }
 */
export function format(edit: Edit, how: Format): Edit {
  const { text, from, to } = edit;
  const selected = text.slice(from, to);
  const mark = AROUND[how];
  if (mark) return put(edit, mark, selected, mark);
  if (how === 'link') return put(edit, '[', selected, '](https://)');
  if (how === 'code') {
    if (!selected.includes('\n')) return put(edit, '`', selected, '`');
    return put(edit, `${breakBefore(text, from)}\`\`\`ts\n`, selected.replace(/\n$/, ''), '\n```\n');
  }
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const prefix = how === 'quote' ? '> ' : '- ';
  const lines = text.slice(start, to).replace(/^/gm, prefix);
  return { text: text.slice(0, start) + lines + text.slice(to), from: from + prefix.length, to: start + lines.length };
}

function put({ text, from, to }: Edit, before: string, middle: string, after: string): Edit {
  const start = from + before.length;
  return {
    text: text.slice(0, from) + before + middle + after + text.slice(to),
    from: start,
    to: start + middle.length,
  };
}

/** Puts `inserted` in place of the selection, as a paragraph of its own. */
export function insertBlock({ text, from, to }: Edit, inserted: string): Edit {
  const block = `${breakBefore(text, from)}${inserted}\n`;
  const end = from + block.length;
  return { text: text.slice(0, from) + block + text.slice(to), from: end, to: end };
}

function breakBefore(text: string, at: number): string {
  return at === 0 || text[at - 1] === '\n' ? '' : '\n';
}

export interface MentionQuery {
  /** Of the `@`. */
  at: number;
  query: string;
}

/** The mention that is being typed before the caret: an `@` after a space or the start of a line, and up to 20 characters. */
export function mentionBefore(text: string, caret: number): MentionQuery | null {
  const found = /(?:^|[\s(])@([^\s@[\]()]{0,20})$/.exec(text.slice(Math.max(0, caret - 24), caret));
  if (!found) return null;
  const query = found[1] ?? '';
  return { at: caret - query.length - 1, query };
}

/** Puts a mention of somebody in place of what was typed of it. */
export function putMention(text: string, { at, query }: MentionQuery, person: { id: string; name: string }): Edit {
  const mention = `@[${person.name.replace(/[[\]\\]/g, '')}](user:${person.id}) `;
  const end = at + mention.length;
  return { text: text.slice(0, at) + mention + text.slice(at + 1 + query.length), from: end, to: end };
}

/** A post as a quote at the head of a reply: its first lines. */
export function quoteOf(name: string, excerpt: string): string {
  return `> **${name}**: ${excerpt.trim().slice(0, 400).replace(/\n/g, '\n> ')}\n\n`;
}
