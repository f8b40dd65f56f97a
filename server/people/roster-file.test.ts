import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROSTER_ROWS } from '@/contracts/cohort-people';
import { readRosterFile } from './roster-file';

const utf8 = (text: string) => new TextEncoder().encode(text);
const hex = (digits: string) => Uint8Array.from(Buffer.from(digits, 'hex'));
const read = (text: string) => readRosterFile(utf8(text));
const row = (line: number, part: object) => ({
  line,
  name: '',
  email: '',
  role: '',
  team: '',
  isTooLong: false,
  ...part,
});

const KOREAN = '이름,이메일,팀\r\n김서연,seoyeon@example.org,똠방각하\r\n';
/** The same, as Python's `cp949` codec writes it: with syllables that EUC-KR proper does not have. */
const CP949 = hex(
  'c0ccb8a72cc0ccb8dec0cf2cc6c00d0ab1e8bcadbfac2c73656f79656f6e406578616d706c652e6f72672c8c63b9e6b0a2c7cf0d0a',
);

test.each([
  ['UTF-8', utf8(KOREAN)],
  ['UTF-8 with a mark', utf8(`\ufeff${KOREAN}`)],
  ['the code page of Korean Excel', CP949],
  ['UTF-16 with a mark', Uint8Array.from(Buffer.from(`\ufeff${KOREAN}`, 'utf16le'))],
])('a roster in %s is read', (_encoding, bytes) => {
  expect(readRosterFile(bytes)).toEqual({
    rows: [row(2, { name: '김서연', email: 'seoyeon@example.org', team: '똠방각하' })],
    ignored: [],
  });
});

test.each([
  ['commas', 'role,e-mail,Team,Name\nTA,a@x.org,,Ada'],
  ['semicolons', 'Role;E-Mail;team;name\nTA;a@x.org;;Ada'],
  ['tabs', 'role\temail\tteam\tname\nTA\ta@x.org\t\tAda'],
  ['commas, in Korean', '역할,이메일 주소,조,성명\nTA,a@x.org,,Ada'],
  ['commas, and spaces around', ' role , e_mail ,team, name \n TA , a@x.org , , Ada '],
])('columns in any order, parted by %s', (_delimiter, text) => {
  expect(read(text)).toEqual({ rows: [row(2, { role: 'TA', email: 'a@x.org', name: 'Ada' })], ignored: [] });
});

test('quoted fields hold delimiters, quotes and line ends; lines are counted as an editor counts them', () => {
  expect(read('name,email\r\n"Lee, ""Ada""",a@x.org\r\n\r\n"two\r\nlines",b@x.org\n,\nlast,c@x.org')).toEqual({
    rows: [
      row(2, { name: 'Lee, "Ada"', email: 'a@x.org' }),
      row(5, { name: 'two\nlines', email: 'b@x.org' }),
      row(7, { name: 'last', email: 'c@x.org' }),
    ],
    ignored: [],
  });
});

test('addresses alone, one to a line, are a roster', () => {
  expect(read('a@x.org\r\n\r\n b@x.org \r\n')).toEqual({
    rows: [row(1, { email: 'a@x.org' }), row(3, { email: 'b@x.org' })],
    ignored: [],
  });
});

test('other columns are named and left out, missing fields are empty, and too many are told', () => {
  expect(read('학번,이메일,이름,\n1,a@x.org\n2,b@x.org,Bo,,\n3,c@x.org,Cy,,x')).toEqual({
    rows: [
      row(2, { email: 'a@x.org' }),
      row(3, { email: 'b@x.org', name: 'Bo' }),
      row(4, { email: 'c@x.org', name: 'Cy', isTooLong: true }),
    ],
    ignored: ['학번'],
  });
});

test.each([
  ['nothing', utf8(''), 'empty', null],
  ['empty lines', utf8('\n , ,\n'), 'empty', null],
  ['a header alone', utf8('name,email\n'), 'empty', null],
  ['a spreadsheet', hex('504b030414000600'), 'spreadsheet', null],
  ['bytes of no text', hex('80ff00c1'), 'encoding', null],
  ['text with NUL in it', utf8('email\na\0@x.org'), 'encoding', null],
  ['a quote that never ends', utf8('email,name\n"a@x.org,x\n'), 'quotes', 2],
  ['a quote inside a field', utf8('email,name\na@x.org,5" disk\n'), 'quotes', 2],
  ['text after a quote', utf8('email,name\na@x.org,"x"y\n'), 'quotes', 2],
  ['rows and no header', utf8('\nAda,a@x.org\nBo,b@x.org\n'), 'header', 2],
  ['no addresses', utf8('name,team\nAda,x\n'), 'no-email', 1],
  ['two columns of addresses', utf8('email,이메일\na@x.org,b@x.org\n'), 'column-twice', 1],
])('%s cannot be read, and it is said why', (_what, bytes, problem, line) => {
  expect(readRosterFile(bytes)).toEqual({ problem, line });
});

test('as many rows as are allowed, and not one more', () => {
  const list = Array.from({ length: ROSTER_ROWS }, (_, at) => `p${at}@x.org`);
  expect(read(list.join('\n'))).toMatchObject({ rows: { length: ROSTER_ROWS } });
  const more = { problem: 'too-many-rows', line: ROSTER_ROWS + 2 };
  expect(read(['email', ...list, 'one@x.org'].join('\n'))).toEqual(more);
});

test('whatever fields hold, quoted they come back as they were', () => {
  const field = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[\0\r]/g, '').trim());
  const people = fc.array(fc.record({ name: field, team: field }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(people, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n', '\r'), (rows, by, end) => {
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const lines = rows.map(({ name, team }) => ['a@x.org', name, team].map(quoted).join(by));
      const file = read([['email', 'name', 'team'].join(by), ...lines].join(end));
      const found = 'rows' in file ? file.rows.map(({ name, team }) => ({ name, team })) : file;
      expect(found).toEqual(rows);
    }),
  );
});

test('no bytes whatever make it fail otherwise than by saying so', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const file = readRosterFile(bytes);
      expect('rows' in file ? file.rows.length > 0 : typeof file.problem).toBeTruthy();
    }),
  );
});
