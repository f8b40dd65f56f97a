import { beginsWith, initialsOf, withoutParticle, wordsOf } from './typed-keys';

/** A piece of a text; `hit` where it is what was asked for. */
export interface Piece {
  text: string;
  hit: boolean;
}

interface Hit {
  start: number;
  end: number;
  /** Which of the asked words it is. */
  asked: number;
}

/** Korean words are looked for inside others, since compounds are written together; Latin words at their beginning. */
function hitIn(word: string, asked: string): { start: number; length: number } | null {
  const last = /[가-힣]/.test(word) ? word.length - 1 : 0;
  for (let start = 0; start <= last; start += 1) {
    const length = beginsWith(word.slice(start), asked);
    if (length > 0) return { start, length };
  }
  return null;
}

function hitsOf(text: string, query: string): Hit[] {
  const asked = wordsOf(query).map(({ word }) => word);
  return wordsOf(text).flatMap(({ word, at }) =>
    asked.flatMap((one, index): Hit[] => {
      const stem = withoutParticle(one);
      const hit = hitIn(word, one) ?? (stem === null ? null : hitIn(word, stem));
      return hit ? [{ start: at + hit.start, end: at + hit.start + hit.length, asked: index }] : [];
    }),
  );
}

/** Whether every word of `query` is in `text`, as typed so far or by first consonants (ㄱㅅㅎㄱ). */
export function holds(text: string, query: string): boolean {
  const found = new Set(hitsOf(text, query).map(({ asked }) => asked));
  const initials = wordsOf(text).map(({ word }) => initialsOf(word));
  return wordsOf(query).every(
    ({ word }, index) => found.has(index) || initials.some((letters) => letters !== '' && letters.includes(word)),
  );
}

/** `text` cut where it is marked. */
export function marked(text: string, query: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { start, end } of hitsOf(text, query)) {
    if (start < done) continue;
    if (start > done) pieces.push({ text: text.slice(done, start), hit: false });
    pieces.push({ text: text.slice(start, end), hit: true });
    done = end;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), hit: false });
  return pieces;
}

/** About `length` characters of `text`, where the most of the asked words stand close together, marked. */
export function snippet(text: string, query: string, length = 110): Piece[] {
  const hits = hitsOf(text, query);
  let best = { start: 0, words: 0 };
  for (const { start } of hits) {
    const near = hits.filter((other) => other.start >= start && other.end <= start + length * 0.7);
    const words = new Set(near.map(({ asked }) => asked)).size;
    if (words > best.words) best = { start, words };
  }
  const from = best.start < length * 0.3 ? 0 : text.lastIndexOf(' ', best.start - length * 0.2) + 1;
  const cut = text.slice(from, from + length);
  const to = from + length < text.length ? cut.replace(/\s+\S*$/, '') : cut;
  return marked(`${from > 0 ? '… ' : ''}${to}${to.length < text.length - from ? ' …' : ''}`, query);
}
