import { expect, test } from 'vitest';
import { tokenize } from './tokens';

const textsOf = (source: string) => {
  const { starts, ends } = tokenize(source);
  return [...starts].map((start, at) => source.slice(start, ends[at]));
};
const same = (one: string, other: string) => expect([...tokenize(one).codes]).toEqual([...tokenize(other).codes]);
const different = (one: string, other: string) =>
  expect([...tokenize(one).codes]).not.toEqual([...tokenize(other).codes]);

test('tokens stand where the learner wrote them, also after types that are taken out', () => {
  const source = [
    "import * as tf from '@tensorflow/tfjs-core';",
    'export interface Shape { rows: number }',
    'export function dense<T extends (a: tf.Tensor) => void>(x: T, w: tf.Tensor2D): { a: 1 } { // not {',
    '  const y = (x as tf.Tensor2D).matMul(w!) satisfies tf.Tensor; // product',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source of a learner
    '  return y.add(`a${1 + 2}b`.length);',
    '}',
  ].join('\r\n');
  expect(textsOf(source)).toEqual([
    ...['import', '*', 'as', 'tf', 'from', "'@tensorflow/tfjs-core'"],
    ...['export', 'function', 'dense', '(', 'x', ',', 'w', ')', '{'],
    ...['const', 'y', '=', '(', 'x', ')', '.', 'matMul', '(', 'w', ')'],
    ...['return', 'y', '.', 'add', '(', '`', 'a', '${', '1', '+', '2', '}', 'b', '`', '.', 'length', ')'],
    '}',
  ]);
});

test('what becomes more code than was written still leads to places in order', () => {
  const source =
    'enum A { X, Y = 2 }\nexport class B { constructor(private x: number, y = 1) { f(x) } g() { return this.x! } }';
  const { starts, ends } = tokenize(source);
  const edges = [...starts].flatMap((start, at) => [start, ends[at] ?? 0]);
  expect(edges).toEqual(edges.toSorted((a, b) => a - b));
  expect(edges.at(-1)).toBe(source.length);
  const texts = textsOf(source).filter((text) => text !== '');
  expect(texts.slice(-10)).toEqual(['g', '(', ')', '{', 'return', 'this', '.', 'x', '}', '}']);
});

test('names, numbers, texts, types, comments, line breaks and semicolons make no difference', () => {
  same(
    'export const sum = (a: number, b: number): number => a * 2 + b;',
    'export let total = (first, second) =>\n  // the sum\n  first * 31.5 + second',
  );
  same("f('x')", 'g("something else")');
  same('const a = /x/g', 'var b = /[yz]+/');
});

test('operators, keywords and the shape of an expression do', () => {
  different('a + b', 'a - b');
  different('a = b', 'a += b');
  different('a * b', 'a / b');
  different('if (a) b()', 'while (a) b()');
  different('f(a, b)', 'f(a)');
  different("f('x')", 'f(1)');
});

test.each(['', 'const = 1', 'export function {', '"'])('what does not parse has no tokens: %j', (source) => {
  expect(tokenize(source).codes).toHaveLength(0);
});
