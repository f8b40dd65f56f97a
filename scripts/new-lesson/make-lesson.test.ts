import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { glossary } from '@/content/glossary/glossary';
import { anchorsOf } from '../check-content/anchors';
import { optOutProblems, typeProblems } from '../check-content/code-blocks';
import { imageProblems } from '../check-content/images';
import { linkProblems } from '../check-content/links';
import { parseMdx } from '../check-content/mdx-tree';
import { disagreements, readPapers, translationProblems } from '../check-content/papers';
import { quickCheckIds, skeletonOf, skeletonProblems } from '../check-content/skeleton';
import { termProblems } from '../check-content/terms';
import { makeLesson, withLesson } from './make-lesson';

const UNIT = `export const unit: Unit = {
  id: '04-optimization',
  lessons: ['01-generalization', '03-adam'],
  exercises: [],
};
`;

let content: string;
beforeEach(async () => {
  content = path.join(await mkdtemp(path.join(tmpdir(), 'peergrad-lesson-')), 'content');
  await mkdir(path.join(content, '04-optimization'), { recursive: true });
  await writeFile(path.join(content, '04-optimization/unit.ts'), UNIT);
});

const make = (id: string) => makeLesson(id, content);
const read = async (file: string) => readFile(path.join(content, '04-optimization', file), 'utf8');

test('a new lesson is listed in its place, and its checks are named after it', async () => {
  const files = await make('04-optimization/02-momentum');
  expect(files.map((file) => path.relative(content, file))).toEqual([
    '04-optimization/02-momentum/en.mdx',
    '04-optimization/02-momentum/ko.mdx',
    '04-optimization/unit.ts',
  ]);
  expect(await read('unit.ts')).toBe(UNIT.replace("'03-adam'", "'02-momentum', '03-adam'"));
  const korean = parseMdx('ko.mdx', await read('02-momentum/ko.mdx'));
  expect(quickCheckIds(skeletonOf(korean.tree))).toEqual(['04-optimization.02-momentum#sign']);
});

// The compiler reads the tensor library's types.
test('the template passes what check:content asks of a lesson', { timeout: 60_000 }, async () => {
  await make('04-optimization/02-momentum');
  const [en, ko] = await Promise.all(
    ['en', 'ko'].map(async (locale) =>
      parseMdx(`content/04-optimization/02-momentum/${locale}.mdx`, await read(`02-momentum/${locale}.mdx`)),
    ),
  );
  if (!en || !ko) throw new Error('two texts were made');
  expect(skeletonProblems(skeletonOf(en.tree), skeletonOf(ko.tree))).toEqual([]);
  const papers = [en, ko].map(readPapers);
  expect(papers.flatMap(({ problems }) => problems)).toEqual([]);
  expect(translationProblems(papers[0]?.papers ?? [], papers[1]?.papers ?? [])).toEqual([]);
  expect(disagreements(papers.flatMap((one) => one.papers))).toEqual([]);
  const pages = { lessons: new Map(), exercises: new Set<string>(), terms: new Set(glossary.map(({ id }) => id)) };
  const types = typeProblems([en, ko]);
  for (const text of [en, ko]) {
    expect([
      ...linkProblems(text, anchorsOf(text), pages),
      ...imageProblems(text),
      ...termProblems(text, pages.terms),
      ...optOutProblems(text),
      ...(types.get(text.file) ?? ['not compiled']),
    ]).toEqual([]);
  }
});

test.each(['', '04-optimization', '04-optimization/momentum', '4/05-x', '04-Optimization/05-x', '../04-x/05-x'])(
  '“%s” is no lesson',
  async (id) => {
    await expect(make(id)).rejects.toThrow('must look like');
  },
);

test('a unit that is not there is asked for', async () => {
  await expect(make('05-convolution/01-kernels')).rejects.toThrow('There is no unit 05-convolution');
});

test('a lesson that is there is not written over', async () => {
  await make('04-optimization/02-momentum');
  await expect(make('04-optimization/02-momentum')).rejects.toThrow('exists already');
});

test('a long list is broken into lines, as the formatter does', () => {
  const names = Array.from({ length: 4 }, (_, index) => `0${index + 1}-a-lesson-with-a-long-name`);
  const unit = `  lessons: [${names.map((name) => `'${name}'`).join(', ')}],\n`;
  expect(withLesson(unit, '05-x')).toBe(
    `  lessons: [\n${[...names, '05-x'].map((name) => `    '${name}',\n`).join('')}  ],\n`,
  );
});

test('a unit without a list is not guessed at', () => {
  expect(() => withLesson('export const unit = {};', '01-x')).toThrow('no `lessons: […]`');
});
