/** Puts values into the `{name}` places of a text: `fill('step {n}', { n: 3 })` is `step 3`. Throws on a missing value. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`fill: no value for {${name}} in "${text}"`);
    return String(value);
  });
}
