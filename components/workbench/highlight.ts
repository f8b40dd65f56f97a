/** What a piece of code is, as far as colour tells. */
export type TokenKind = 'comment' | 'string' | 'keyword' | 'number' | 'plain';

export interface Token {
  kind: TokenKind;
  text: string;
}

const KEYWORDS =
  'as async await break case catch class const continue declare default delete do else enum export extends false finally for from function if implements import in instanceof interface let new null of private protected public readonly return satisfies static super switch this throw true try type typeof undefined var void while yield';

const TOKEN = new RegExp(
  [
    String.raw`(?<comment>//[^\n]*|/\*[^]*?(?:\*/|$))`,
    String.raw`(?<string>'(?:\\.|[^'\\\n])*'?|"(?:\\.|[^"\\\n])*"?|${'`'}(?:\\[^]|[^${'`'}\\])*${'`'}?)`,
    String.raw`(?<keyword>(?<![\w$.])(?:${KEYWORDS.replaceAll(' ', '|')})(?![\w$]))`,
    String.raw`(?<number>(?<![\w$])(?:0[xXbBoO][\da-fA-F_]+|\d[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?\d+)?))`,
  ].join('|'),
  'g',
);

/**
 * The tokens of TypeScript source, line by line, to be coloured for reading. Not a parser: any text, however broken, comes
 * back whole.
 *
 * @example
 * highlightLines('return 1;')[0]
 * // [{ kind: 'keyword', text: 'return' }, { kind: 'plain', text: ' ' }, { kind: 'number', text: '1' }, …]
 */
export function highlightLines(source: string): Token[][] {
  const lines: Token[][] = [[]];
  const add = (kind: TokenKind, text: string) => {
    for (const [at, part] of text.split('\n').entries()) {
      if (at > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ kind, text: part });
    }
  };
  let end = 0;
  for (const match of source.matchAll(TOKEN)) {
    add('plain', source.slice(end, match.index));
    const kind = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined)?.[0] as TokenKind;
    add(kind, match[0]);
    end = match.index + match[0].length;
  }
  add('plain', source.slice(end));
  return lines;
}
