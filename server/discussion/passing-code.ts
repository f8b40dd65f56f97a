import 'server-only';

/** Characters of a solution that are looked at: several times the longest of the course's. */
const LONGEST = 20_000;

/** Tokens of one shingle: long enough that `tf.add(a, b)` alone is nobody's solution. */
const SHINGLE = 6;

/**
 * Share of a solution's shingles, those of the starter left out, from which a text counts as giving it away. Measured over
 * the course's 60 exercises (docs/decisions/1003): a copied function shares at least 0.82 with the reference, half of one 0.37
 * to 0.81; right answers written another way at most 0.36, all hints of an exercise together 0.48, its prompt 0.19.
 */
export const GIVEN_AWAY = 0.5;

/** Names of the language and of the tensor library; all other names are one and the same. */
const KEPT_NAMES = new Set(
  (
    'tf const let var function return if else for of in while do switch case break continue new throw try catch ' +
    'finally typeof instanceof null undefined true false class extends this super export import from async await yield ' +
    'Math Number Array Object Float32Array Int32Array Error RangeError TypeError Map Set Infinity NaN'
  ).split(' '),
);

const TOKEN = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|(['"])(?:\\.|(?!\1)[^\n\\])*\1|[\p{L}_$][\p{L}\p{N}_$]*|\d[\w.]*|\S/gu;

/**
 * A text as tokens that a copy shares with what it was copied from, whatever its spaces, comments, quotes and names of
 * variables. Names after a dot are the library's, and are kept; guards that throw and imports are left out, since every solution
 * has them.
 */
export function tokensOf(text: string): string[] {
  const code = text.replace(/^[ \t]*(>[ \t]?)+/gm, '').replace(/^.*\bthrow\b.*$|^[ \t]*import\b.*$|`+\w*/gm, '');
  const tokens: string[] = [];
  for (const [token] of code.matchAll(TOKEN)) {
    if (token.startsWith('//') || token.startsWith('/*') || token === ';') continue;
    if (/^['"]/.test(token) && token.length > 1) tokens.push('"');
    else if (/^[\p{L}_$]/u.test(token)) tokens.push(KEPT_NAMES.has(token) || tokens.at(-1) === '.' ? token : 'x');
    else tokens.push(token);
  }
  return tokens;
}

/** The shingles of a text; empty for prose. */
export function shinglesOf(text: string): ReadonlySet<string> {
  const tokens = tokensOf(text);
  const shingles = new Set<string>();
  for (let at = 0; at + SHINGLE <= tokens.length; at += 1) {
    const shingle = tokens.slice(at, at + SHINGLE);
    // Prose: nothing but names, numbers and marks.
    if (shingle.some((token) => token !== 'x' && !/^[,.!?"'’\-–—\d]/.test(token))) shingles.add(shingle.join(' '));
  }
  return shingles;
}

/**
 * How much of a solution stands in a text: the share of the solution's shingles (as in winnowing, Schleimer et al. 2003,
 * without the sampling: sources are short), after those that the starter has too are left out. 0 to 1.
 */
export function shareOf(solution: string, said: ReadonlySet<string>, starter: string): number {
  const given = shinglesOf(starter);
  const telling = [...shinglesOf(solution.slice(0, LONGEST))].filter((shingle) => !given.has(shingle));
  if (telling.length === 0) return 0;
  return telling.filter((shingle) => said.has(shingle)).length / telling.length;
}
