import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { withPlainData } from './plain-page-data';

/** A script as Next writes it: a JSON string whose `<`, `>` and `&` are escaped. */
const scriptOf = (text: string) => {
  const json = JSON.stringify([1, text]).replace(/[<>&]/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`);
  return `<script>self.__next_f.push(${json})</script>`;
};

function textIn(page: string): unknown {
  const pushed: unknown[][] = [];
  const [, code] = /<script>([\s\S]*?)<\/script>/.exec(page) ?? [];
  runInNewContext(code ?? '', { self: { __next_f: { push: (row: unknown[]) => pushed.push(row) } } });
  return pushed[0]?.[1];
}

test.each([
  ['markup', '<p class="a">한 & 둘 > 셋</p>', '<p class=\\"a\\">한 & 둘 > 셋</p>'],
  ['the end of a script', 'a</script>b', '\\u003c/script>'],
  ['a script', '<SCRIPT>', '\\u003cSCRIPT>'],
  ['a comment', '<!-- -->', '\\u003c!-- -->'],
  ['a text about escapes', 'write \\u003c or \\\\u003c', 'write \\\\u003c or \\\\\\\\u003c'],
  ['a backslash before markup', 'a\\<b', 'a\\\\<b'],
])('data with %s keeps its meaning', (_what, text, written) => {
  const page = withPlainData(scriptOf(text));
  expect(page).toContain(written);
  expect(textIn(page)).toBe(text);
});

test('nothing else of a page changes', () => {
  const page = '<p>\\u003c</p><script>self.other("\\u003c")</script>';
  expect(withPlainData(page)).toBe(page);
});
