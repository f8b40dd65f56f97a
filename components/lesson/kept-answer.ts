// By hand: a schema library would double a lesson's script.

/** The ids out of a kept answer; null when it is none. */
export function keptIds(answer: unknown): string[] | null {
  return Array.isArray(answer) && answer.every((id) => typeof id === 'string') ? answer : null;
}

/** The order out of a kept answer; null when it is none of just these ids (the check may have changed since). */
export function keptOrder(answer: unknown, ids: readonly string[]): string[] | null {
  const order = keptIds(answer);
  return order && order.length === ids.length && ids.every((id) => order.includes(id)) ? order : null;
}

/** The matches out of a kept answer, left to right; null unless each of these lefts has one of these rights. */
export function keptMatches(
  answer: unknown,
  lefts: readonly string[],
  rights: readonly string[],
): Record<string, string> | null {
  if (typeof answer !== 'object' || answer === null) return null;
  const matches = new Map(Object.entries(answer).filter(([left]) => lefts.includes(left)));
  const whole = lefts.every((left) => rights.includes(matches.get(left)));
  return whole ? Object.fromEntries(matches) : null;
}
