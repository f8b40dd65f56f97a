export type Messages = { [key: string]: string | Messages };

/** Every text of a catalogue by its full key: `site.path.lead`. */
export function flatten(messages: Messages, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

/** What the two catalogues disagree on, one sentence each: missing keys, empty texts, other placeholders. */
export function parityProblems(en: Messages, ko: Messages): string[] {
  const [english, korean] = [flatten(en), flatten(ko)];
  const keys = [...new Set([...english.keys(), ...korean.keys()])].sort();
  return keys.flatMap((key) => {
    const [left, right] = [english.get(key), korean.get(key)];
    if (left === undefined) return [`${key} is missing in en.json`];
    if (right === undefined) return [`${key} is missing in ko.json`];
    if (left.trim() === '' || right.trim() === '') return [`${key} is empty`];
    const [a, b] = [placeholders(left), placeholders(right)];
    return a === b ? [] : [`${key} has other placeholders: en ${a || 'none'}, ko ${b || 'none'}`];
  });
}

/** Names of `{name}` and `{name, plural, …}`, sorted, each once. */
function placeholders(text: string): string {
  return [...new Set([...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name))].sort().join(' ');
}
