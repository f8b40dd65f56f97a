import '@tensorflow/tfjs-backend-cpu';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import katex from 'katex';
import { transform } from 'sucrase';
import { beforeAll, expect, test } from 'vitest';
import { LessonProgressInputSchema, QuickCheckInputSchema } from '@/contracts/learning';
import { registerGradients } from '@/grading/harness/node-gradients';

const folder = path.dirname(new URL(import.meta.url).pathname);
const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.mdx'))
  .map((file) => ({ file, source: readFileSync(path.join(folder, file), 'utf8') }));
const english = texts.filter(({ file }) => file.endsWith('en.mdx'));
const korean = (file: string) => readFileSync(path.join(folder, file.replace('en.mdx', 'ko.mdx')), 'utf8');

const withoutCode = (source: string) => source.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
const formulas = (source: string) =>
  [...withoutCode(source).matchAll(/\$\$([\s\S]+?)\$\$|\$([^$\n]+?)\$/g)].map((match) =>
    (match[1] ?? match[2] ?? '').replace(/^> ?/gm, '').trim(),
  );
const code = (source: string) => [...source.matchAll(/```ts\n([\s\S]*?)```/g)].map((match) => match[1] as string);
const all = (source: string, pattern: RegExp) => [...source.matchAll(pattern)].map((match) => match.slice(1).join('|'));

/** What must be the same in both languages. Words inside \text{} of a formula are translated, the rest is not. */
const skeleton = (source: string) => ({
  headings: all(source, /^(#{2,4}) /gm),
  figures: all(source, /<Figure name="([^"]+)"/g),
  checks: all(source, /<(?:\w*QuickCheck|SpotTheMistake) id="([^"]+)"( answer=\{[^}]+\})?/g),
  choices: all(source, /<(?:Choice|Item|Pair|Extra|Part) id="([^"]+)"( correct| wrong)?/g),
  wrongAnswers: all(source, /<Wrong (?:value|order)=["{]([^"}]+)["}]/g),
  callouts: all(source, /<Callout kind="([^"]+)"/g),
  papers: all(source, /(?:doi|arxiv|url)="([^"]+)"/g),
  links: all(source, /\]\((\/[^)]+)\)/g),
  displays: formulas(source)
    .filter((formula) => /\\(frac|sum|begin|underset|boxed|underbrace)/.test(formula))
    .map((formula) => formula.replace(/\\text\{[^}]*\}|[,.\s]|\\quad|[()]/g, ''))
    .sort(),
  code: code(source).map((block) => block.replace(/\/\/(?! →).*$/gm, '').replace(/\s+/g, ' ')),
});

beforeAll(async () => {
  registerGradients();
  await tf.setBackend('cpu');
});

test.each(english)('$file says the same things in Korean', ({ file, source }) => {
  expect(skeleton(korean(file))).toEqual(skeleton(source));
});

test.each(texts)('every formula of $file is strict KaTeX', ({ source }) => {
  const found = formulas(source);
  expect(found.length).toBeGreaterThan(5);
  for (const formula of found) {
    expect(() =>
      katex.renderToString(formula, { strict: 'error', throwOnError: true, displayMode: true }),
    ).not.toThrow();
  }
});

test.each(texts)('quick checks of $file are named after their lesson', ({ file, source }) => {
  const lesson = path.dirname(file).replace('/', '.');
  const ids = all(source, /<(?:\w*QuickCheck|SpotTheMistake) id="([^"]+)"/g);
  expect(ids.length).toBeGreaterThan(0);
  expect(ids.filter((id) => !id.startsWith(`${lesson}#`))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

/** Numbers and words of a printed value, numbers to four significant digits. */
const printed = (text: string) =>
  (text.match(/-?\d+\.?\d*(?:e[+-]?\d+)?|[A-Za-z]+|[[\],]/g) ?? []).map((token) =>
    Number.isNaN(Number(token)) ? token : Number(Number(token).toPrecision(4)),
  );

/** A printed value on one line. (JSON has no NaN and no Infinity, tensors do.) */
const show = (value: unknown): string => (Array.isArray(value) ? `[${value.map(show).join(', ')}]` : String(value));

test.each(texts)('the code of $file prints what it says', ({ source }) => {
  const program = code(source).join('\n');
  const promised = all(program, /console\.log\(.*\);\s*\/\/ → (.*)$/gm);
  const logged: string[] = [];
  const { code: javascript } = transform(program.replace(/^import .*$/gm, ''), { transforms: ['typescript'] });
  new Function('tf', 'console', javascript)(tf, { log: (value: unknown) => logged.push(show(value)) });
  expect(logged.map(printed)).toEqual(promised.map(printed));
});

test.each(texts)('the server keeps the lesson and every quick check of $file by their ids', ({ file, source }) => {
  const lesson = path.dirname(file).replace(path.sep, '.');
  expect(LessonProgressInputSchema.parse({ lesson, state: 'started' }).lesson).toBe(lesson);
  for (const [, id = ''] of source.matchAll(/<(?:\w*QuickCheck|SpotTheMistake) id="([^"]+)"/g)) {
    expect(id.split('#')[0]).toBe(lesson);
    expect(QuickCheckInputSchema.parse({ id, answer: [], correct: false }).id).toBe(id);
  }
});
