/** Compares the picked choices with the right ones: right when they are the same set. */
export function judgeChoices(picked: readonly string[], right: readonly string[]): boolean {
  return picked.length === right.length && right.every((id) => picked.includes(id));
}

/**
 * Reads a number as people type it: `101,770`, `9.5e-7`, `-0.5`, `1/4`, `−2` (minus sign), full-width digits of a Korean
 * or Japanese input method. Null when it is no finite number.
 */
export function parseTypedNumber(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,]/g, '')
    .replace(/−/g, '-')
    .replace(/[×*]10\^/g, 'e');
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(?:\/((?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?))?$/i.exec(plain);
  if (!match) return null;
  const value = Number(match[1]) / (match[2] === undefined ? 1 : Number(match[2]));
  return Number.isFinite(value) ? value : null;
}

/** Whether `value` is within `tolerance` (absolute, in the unit of the answer) of `answer`. */
export function judgeNumber(value: number, answer: number, tolerance: number): boolean {
  return Math.abs(value - answer) <= tolerance + Number.EPSILON * Math.abs(answer);
}

/** Compares an order with the right one: the same ids at the same places. */
export function judgeOrder(order: readonly string[], right: readonly string[]): boolean {
  return order.length === right.length && right.every((id, place) => order[place] === id);
}

/** The lefts whose match is not the right of the same id, in their order; none when all are matched rightly. */
export function wrongMatches(matches: Readonly<Record<string, string>>, lefts: readonly string[]): string[] {
  return lefts.filter((left) => matches[left] !== left);
}

/** The order with one item moved from its place to another (0: the first); places beyond the ends are the ends. */
export function moveItem(order: readonly string[], id: string, place: number): string[] {
  const rest = order.filter((other) => other !== id);
  const to = Math.max(0, Math.min(place, rest.length));
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}
