import { LOG_FIELDS, type LogFields } from '@/contracts/log';

export const EMPTY: LogFields = { learned: '', derived: '', mistake: '', question: '', thanks: '' };

/** The five fields as one text, always in the same order, so that equal fields are equal texts. */
export function textOf(fields: LogFields): string {
  return JSON.stringify(LOG_FIELDS.map((field) => fields[field]));
}

/** What {@link textOf} made; empty fields for a text that is none of its. */
export function fieldsOf(text: string): LogFields {
  const fields = { ...EMPTY };
  const values = parse(text);
  for (const [at, field] of LOG_FIELDS.entries()) fields[field] = String(values[at] ?? '');
  return fields;
}

function parse(text: string): unknown[] {
  try {
    const values: unknown = JSON.parse(text);
    return Array.isArray(values) ? values : [];
  } catch {
    return [];
  }
}

/** A line put below what a field has. */
export function withLine(text: string, line: string): string {
  return text.trim() === '' ? line : `${text.replace(/\n+$/, '')}\n${line}`;
}

/** Both versions of an entry: what the other has and mine lacks stands below mine. */
export function bothOf(mine: LogFields, theirs: LogFields): LogFields {
  const both = { ...mine };
  for (const field of LOG_FIELDS) both[field] = joined(mine[field], theirs[field]);
  return both;
}

function joined(mine: string, theirs: string): string {
  if (theirs.trim() === '' || mine.includes(theirs)) return mine;
  if (theirs.includes(mine)) return theirs;
  return `${mine.replace(/\n+$/, '')}\n\n${theirs}`;
}

/** The posts of a week, field by field, each line with its day. */
export function gathered(week: readonly (LogFields & { day: string })[]): LogFields {
  const all = { ...EMPTY };
  for (const field of LOG_FIELDS) {
    all[field] = week
      .filter((entry) => entry[field].trim() !== '')
      .map((entry) => `**${entry.day}** ${entry[field].trim()}`)
      .join('\n\n');
  }
  return all;
}
