import { mulberry32 } from '@/components/figures/rng';

/** FNV-1a over the UTF-16 units of a text: a 32-bit seed. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** The items in random order, by Fisher and Yates. */
function permute<T>(items: readonly T[], random: () => number): T[] {
  const permuted = [...items];
  for (let last = permuted.length - 1; last > 0; last--) {
    const at = Math.floor(random() * (last + 1));
    [permuted[last], permuted[at]] = [permuted[at] as T, permuted[last] as T];
  }
  return permuted;
}

/** The items in an order that their ids and `seed` decide, wherever an author wrote the right one. */
export function mixById<T extends { id: string }>(seed: string, items: readonly T[]): T[] {
  const sorted = items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return permute(sorted, mulberry32(hash(seed)));
}

/**
 * The items in an order that only `seed` decides, so that it is the same at every visit and in both languages. Those of
 * `answer` (all of them, unless told) never stand in the order of `answer` among themselves: that would give it away.
 *
 * @throws {Error} when `answer` has fewer than two items: they have one order only
 */
export function shuffleBy<T>(seed: string, items: readonly T[], answer: readonly T[] = items): T[] {
  if (answer.length < 2) throw new Error(`shuffleBy: needs two items or more, has ${answer.length}`);
  const random = mulberry32(hash(seed));
  for (;;) {
    const shuffled = permute(items, random);
    const places = answer.map((item) => shuffled.indexOf(item));
    if (places.some((place, index) => index > 0 && place < (places[index - 1] as number))) return shuffled;
  }
}
