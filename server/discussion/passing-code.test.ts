import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GIVEN_AWAY, shareOf, shinglesOf } from './passing-code';
import { mentionsIn } from './people';
import { excerptOf } from './plain-text';

const exercises = readdirSync('exercises', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(`exercises/${name}`).map((slug) => `${name}/${slug}`))
  .filter((id) => existsSync(`exercises/${id}/reference.ts`));

const read = (id: string, file: string) => readFileSync(`exercises/${id}/${file}`, 'utf8');
const share = (id: string, text: string) => shareOf(read(id, 'reference.ts'), shinglesOf(text), read(id, 'starter.ts'));

test.each(exercises)('%s: a copy of the reference gives it away, quoted, renamed and without its frame', (id) => {
  const reference = read(id, 'reference.ts');
  expect(share(id, reference.replace(/^/gm, '> '))).toBe(1);
  const body = reference.split('\n').filter((line) => !/^(import|export|})/.test(line));
  expect(share(id, `See:\n\`\`\`ts\n${body.join('\n   ')}\n\`\`\``)).toBeGreaterThan(GIVEN_AWAY);
  const renamed = reference.replace(/\b(const|let) (\w+)/g, '$1 my_$2').replace(/\/\*\*[\s\S]*?\*\//g, '');
  expect(share(id, renamed)).toBeGreaterThan(GIVEN_AWAY);
});

test.each(exercises)('%s: what everybody is given does not give it away', (id) => {
  for (const file of ['starter.ts', 'prompt.en.mdx', 'prompt.ko.mdx', 'hints.en.mdx', 'hints.ko.mdx'])
    expect([file, share(id, read(id, file)) < GIVEN_AWAY]).toEqual([file, true]);
});

test.each([
  ['English', "I don't know why; it's 3, or 4? (Perhaps: neither!) The row's mean isn't zero. x = 1, y = 2: why?"],
  ['Korean', '왜 그런지 모르겠습니다. 평균을 빼면 0이 되어야 하지 않습니까? (아마도) x = 1이면 y = 2입니다.'],
  ['no', ''],
])('%s prose gives nothing away', (_language, text) => {
  for (const id of exercises) expect(share(id, text.repeat(50))).toBeLessThan(0.05);
});

test.each([
  ['escapes in a string that does not end', `'${'\\a'.repeat(50_000)}`],
  ['comments that do not end', '/*'.repeat(50_000)],
  ['quotes', `'"`.repeat(50_000)],
  ['backticks', Array.from({ length: 400 }, (_, length) => '`'.repeat(length)).join(' ')],
  ['brackets', '['.repeat(100_000)],
  ['mentions that do not end', '@['.repeat(50_000)],
  ['fences that do not end', '```\n~~~\n'.repeat(10_000)],
  ['quotes of quotes', '> '.repeat(50_000)],
])('%s take no longer than other text', (_what, text) => {
  const start = performance.now();
  shinglesOf(text);
  excerptOf(text, 200);
  mentionsIn(text);
  // Milliseconds where it is linear; minutes where it is not.
  expect(performance.now() - start).toBeLessThan(5_000);
});
