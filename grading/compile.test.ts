import { expect, test } from 'vitest';
import { compile } from './compile';
import { ALWAYS_FORBIDDEN } from './forbidden';

const options = { entries: ['dense'], forbidden: [...ALWAYS_FORBIDDEN, 'tf.softmax'] };
const TF = "import * as tf from '@tensorflow/tfjs-core';";
const problemOf = (source: string) => {
  const compiled = compile(source, options);
  return compiled.ok ? undefined : compiled.problem;
};

test('types go, strict CommonJS comes, and every line stays where it was', () => {
  const source = `${TF}\nexport function dense(\n  x: tf.Tensor2D,\n): tf.Tensor2D {\n  return tf.neg(x);\n}`;
  const compiled = compile(source, options);
  expect(compiled).toMatchObject({ ok: true, source: expect.stringMatching(/^"use strict"/) });
  expect((compiled as { source: string }).source.split('\n')[4]).toBe('  return tf.neg(x);');
});

test.each([
  ['a missing parenthesis', 'export function dense(x: number { return 1 }', { line: 1, column: 33 }],
  ['an operator without operand', 'export function dense() {\n  return 1 +;\n}', { line: 2, column: 13 }],
  ['a name declared twice', 'export function dense() {\n  let a = 1;\n  let a = 2;\n}', { line: 3, column: 7 }],
])('a syntax error is placed in the source: %s', (_what, source, location) => {
  expect(problemOf(source)).toMatchObject({ code: 'syntax-error', location });
});

test.each([
  ['a static import', "import fs from 'fs';\nexport function dense() { return fs; }"],
  ['a dynamic import', "export function dense() { return import('fs'); }"],
  ['require', "export function dense() { return require('fs'); }"],
  ['a re-export', "export * from './other';\nexport function dense() {}"],
])('nothing but the tensor library can be imported: %s', (_what, source) => {
  expect(problemOf(source)?.code).toBe('forbidden-import');
});

test.each([
  ['tf.layers.dense', `${TF}\nexport const dense = () => tf.layers.dense({});`, { line: 2, column: 38 }],
  ['tf.softmax', `${TF}\nexport const dense = (z: tf.Tensor2D) => tf['softmax'](z);`, { line: 2, column: 46 }],
  [
    'tf.softmax',
    "import { softmax as s } from '@tensorflow/tfjs-core';\nexport const dense = s;",
    { line: 1, column: 10 },
  ],
  ['.dataSync', `${TF}\nexport const dense = (z: tf.Tensor2D) => z.dataSync();`, { line: 2, column: 44 }],
  ['Math.random', 'export const dense = () => Math.random();', { line: 1, column: 33 }],
  ['Date', 'export const dense = () => new Date();', { line: 1, column: 32 }],
  ['async', 'export async function dense() {}', { line: 1, column: 8 }],
  ['eval', "export const dense = () => eval('1');", { line: 1, column: 28 }],
  ['__guard0', 'export const dense = () => { __guard0 = 1; };', { line: 1, column: 30 }],
  ['__guard', 'export const dense = () => { const __gu\\u0061rd = 1; };', { line: 1, column: 36 }],
])('%s is refused where it stands', (name, source, location) => {
  expect(problemOf(source)).toMatchObject({ code: 'forbidden-name', location });
  expect(problemOf(source)?.message.en).toContain(name);
});

test("a property of the learner's own may be called like something forbidden", () => {
  expect(problemOf('export const dense = () => ({ data: 1, Date: 2 });')).toBeUndefined();
});

test('a missing export names what is there', () => {
  expect(problemOf('export function dens() {}')).toMatchObject({
    code: 'missing-export',
    message: { en: expect.stringContaining('`dens`'), ko: expect.stringContaining('`dens`') },
  });
});

test('the size limit counts bytes, not characters', () => {
  expect(problemOf(`export const dense = '${'가'.repeat(40_000)}';`)?.code).toBe('source-too-large');
});
