import 'server-only';
import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import { type FileProblem, ROSTER_ROWS } from '@/contracts/cohort-people';
import { decodeCp949 } from './cp949';

/** One person of a roster, as somebody wrote them. */
export interface RosterRow {
  /** On which it ends, from 1. */
  line: number;
  name: string;
  email: string;
  role: string;
  team: string;
  /** There are more fields than columns, and they are not empty. */
  isTooLong: boolean;
}

export type RosterFile =
  | { rows: RosterRow[]; ignored: string[] }
  /** `line` where one is to blame, from 1. */
  | { problem: FileProblem; line: number | null };

type Column = 'name' | 'email' | 'role' | 'team';

/** Names of columns in lower case, without spaces, hyphens, dots and underscores. */
const COLUMNS: Record<string, Column> = {
  ...{ name: 'name', fullname: 'name', 이름: 'name', 성명: 'name', 성함: 'name' },
  ...{ email: 'email', emailaddress: 'email', mail: 'email' },
  ...{ 이메일: 'email', 이메일주소: 'email', 메일: 'email', 전자우편: 'email' },
  ...{ role: 'role', 역할: 'role' },
  ...{ team: 'team', group: 'team', 팀: 'team', 조: 'team' },
};

/**
 * Reads a roster: a header that names its columns in English or Korean, in any order, and a row to a person; or addresses alone,
 * one to a line. UTF-8 with or without a mark, UTF-16 with one, or the code page of Korean Excel; fields are parted by commas,
 * semicolons or tabs. What the rows mean is not judged here.
 *
 * @example readRosterFile(Buffer.from('이메일,이름\r\nada@example.org,김서연'))
 *   // { rows: [{ line: 2, email: 'ada@example.org', name: '김서연', role: '', team: '', isTooLong: false }], ignored: [] }
 */
export function readRosterFile(bytes: Uint8Array): RosterFile {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return { problem: 'spreadsheet', line: null };
  // What is pasted may end its lines in more than one way.
  const text = decode(bytes)?.replace(/\r\n?/g, '\n');
  if (text === undefined || text.includes('\0')) return { problem: 'encoding', line: null };
  const records = split(text);
  if ('problem' in records) return records;
  const [first] = records;
  if (first === undefined) return { problem: 'empty', line: null };
  const isList = records.every(({ fields }) => fields.length === 1) && first.fields[0]?.includes('@');
  const header = isList ? ['email'] : first.fields;
  const rows = isList ? records : records.slice(1);
  const columns = header.map(
    (name) =>
      COLUMNS[
        name
          .normalize('NFC')
          .toLowerCase()
          .replace(/[\s._-]/g, '')
      ] ?? null,
  );
  const named = columns.filter((column) => column !== null);
  if (!named.includes('email')) {
    return { problem: first.fields.some((field) => field.includes('@')) ? 'header' : 'no-email', line: first.line };
  }
  if (new Set(named).size < named.length) return { problem: 'column-twice', line: first.line };
  if (rows.length === 0) return { problem: 'empty', line: null };
  if (rows.length > ROSTER_ROWS) return { problem: 'too-many-rows', line: rows[ROSTER_ROWS]?.line ?? null };
  const at = (fields: string[], column: Column) => fields[columns.indexOf(column)] ?? '';
  return {
    rows: rows.map(({ line, fields }) => ({
      ...{ line, name: at(fields, 'name'), email: at(fields, 'email'), role: at(fields, 'role') },
      ...{ team: at(fields, 'team'), isTooLong: fields.slice(columns.length).some((field) => field !== '') },
    })),
    ignored: header.filter((name, index) => columns[index] === null && name !== ''),
  };
}

function startsWith(bytes: Uint8Array, ...mark: number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

/** UTF-8 if it is that, else what Excel writes in Korean. */
function decode(bytes: Uint8Array): string | null {
  const marked = startsWith(bytes, 0xff, 0xfe) ? 'utf-16le' : startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : null;
  try {
    return new TextDecoder(marked ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return marked === null ? decodeCp949(bytes) : null;
  }
}

interface Entry {
  line: number;
  fields: string[];
}

/** What the parser gives with `info`. */
const EntriesSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

function split(text: string): Entry[] | { problem: FileProblem; line: number | null } {
  const options = {
    ...{ delimiter: delimiterOf(text), trim: true, relax_column_count: true, skip_empty_lines: true, info: true },
    // Rows of empty fields, as spreadsheets leave them behind.
    skip_records_with_empty_values: true,
  };
  try {
    const entries: unknown[] = parse(text, options);
    return EntriesSchema.parse(entries).map(({ record, info }) => ({ line: info.lines, fields: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as { lines?: unknown };
    return { problem: 'quotes', line: typeof lines === 'number' ? lines : null };
  }
}

/** The one of the three that its first line has most of, outside quotes. */
function delimiterOf(text: string): string {
  const [head = ''] = text.trimStart().split('\n', 1);
  const bare = head.replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: bare.split(delimiter).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
}
