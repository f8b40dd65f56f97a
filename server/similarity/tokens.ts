import 'server-only';
import { SourceMap } from 'node:module';
import { parse, type Token, tokTypes } from 'acorn';
import { transform } from 'sucrase';

/** A module as it is compared: what kind each token is, and where it stands in the source that its author wrote. */
export interface Tokens {
  /** Equal numbers: tokens that count as the same. */
  codes: Int32Array;
  /** Offsets into the source, in UTF-16 units; `ends` is exclusive. */
  starts: Int32Array;
  ends: Int32Array;
}

/** What comes after so many tokens of one module is not compared. */
export const MOST_TOKENS = 20_000;

type RawMap = NonNullable<ReturnType<typeof transform>['sourceMap']>;

const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

const NOTHING: Tokens = { codes: new Int32Array(), starts: new Int32Array(), ends: new Int32Array() };

/** 32-bit FNV-1a of a kind's name. */
function codeOf(kind: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < kind.length; at += 1) hash = Math.imul(hash ^ kind.charCodeAt(at), 0x01000193);
  return hash;
}

/**
 * What a token counts as. Names are all alike, and so are numbers and texts: renaming and other constants change nothing.
 * `const`, `let` and `var` are alike. Null: it does not count.
 */
function kindOf(token: Token): string | null {
  const { type, value } = token as Token & { value?: unknown };
  if (type === tokTypes.eof || type === tokTypes.semi) return null;
  if (type === tokTypes._const || type === tokTypes._var) return 'declare';
  if (type === tokTypes.name) return value === 'let' ? 'declare' : 'name';
  if (type === tokTypes.privateId) return 'name';
  if (type === tokTypes.template) return tokTypes.string.label;
  const isLiteral = type === tokTypes.num || type === tokTypes.string || type === tokTypes.regexp;
  // Operators of one precedence share a type: '+' and '-' are told apart by their value.
  return !isLiteral && typeof value === 'string' ? value : type.label;
}

/** Offsets at which the lines of a text begin. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/**
 * Where in the source the tokens of the code without types begin and end, each after the one before. What the source does not
 * have (an `enum` and a parameter property become more code) is an empty place.
 */
function placesOf(tokens: readonly Token[], code: string, source: string, rawMap: RawMap): [number, number][] {
  const map = new SourceMap({ sourceRoot: '', sourcesContent: [], ...rawMap, version: 3 });
  const [written, stripped] = [lineStarts(source), lineStarts(code)];
  let line = 0;
  const mapped = tokens.map(({ start }) => {
    while ((stripped[line + 1] ?? Infinity) <= start) line += 1;
    const column = start - (stripped[line] ?? 0);
    const entry = map.findEntry(line, column);
    const isExact = 'originalLine' in entry && entry.generatedLine === line && entry.generatedColumn === column;
    return isExact ? (written[entry.originalLine] ?? 0) + entry.originalColumn : null;
  });
  const nexts: number[] = [];
  let next = source.length;
  for (let at = mapped.length - 1; at >= 0; at -= 1) {
    nexts[at] = next;
    next = mapped[at] ?? next;
  }
  const places: [number, number][] = [];
  let end = 0;
  for (const [at, start] of mapped.entries()) {
    const text = code.slice(tokens[at]?.start, tokens[at]?.end);
    const found = start === null ? -1 : placeIn(source, text, start, nexts[at] ?? source.length);
    const from = Math.max(end, found);
    end = found < end ? end : found + text.length;
    places.push([from, end]);
  }
  return places;
}

/** A token behind types that were taken out is mapped to where these begin: it is the last thing before the next token. */
function placeIn(source: string, text: string, start: number, next: number): number {
  const region = source.slice(start, next);
  if (region.trimEnd() === text) return start;
  const place = region.replace(COMMENT, (comment) => ' '.repeat(comment.length)).lastIndexOf(text);
  return place < 0 ? -1 : start + place;
}

/**
 * The tokens of a TypeScript module without its types, comments and semicolons. Read the way submissions are compiled (types
 * are removed by sucrase, the rest is read by acorn); the source map leads back to what the learner wrote.
 *
 * @returns no tokens for what does not parse
 * @example tokenize('const y = x as T;').codes // of: declare name = name
 */
export function tokenize(source: string): Tokens {
  const tokens: Token[] = [];
  let plain: ReturnType<typeof transform>;
  try {
    plain = transform(source, {
      ...{ transforms: ['typescript'], disableESTransforms: true, keepUnusedImports: true },
      ...{ filePath: 'source.ts', sourceMapOptions: { compiledFilename: 'source.js' } },
    });
    parse(plain.code, { ecmaVersion: 'latest', sourceType: 'module', onToken: tokens });
  } catch {
    return NOTHING;
  }
  if (plain.sourceMap === undefined) return NOTHING;
  const places = placesOf(tokens, plain.code, source, plain.sourceMap);
  const found: [code: number, start: number, end: number][] = [];
  for (const [at, token] of tokens.entries()) {
    const kind = kindOf(token);
    if (kind === null) continue;
    if (found.length === MOST_TOKENS) break;
    found.push([codeOf(kind), ...(places[at] as [number, number])]);
  }
  return {
    codes: Int32Array.from(found, ([code]) => code),
    starts: Int32Array.from(found, ([, start]) => start),
    ends: Int32Array.from(found, ([, , end]) => end),
  };
}
