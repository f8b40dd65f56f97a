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
