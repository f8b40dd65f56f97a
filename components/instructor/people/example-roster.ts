/** A roster to begin with, in the reader's language. The mark at its start tells Korean Excel that it is UTF-8. */
export function exampleRoster(
  columns: Record<'name' | 'email' | 'role' | 'team', string>,
  rows: readonly string[],
): string {
  const { name, email, role, team } = columns;
  return `\ufeff${[[name, email, role, team].join(','), ...rows].join('\r\n')}\r\n`;
}
