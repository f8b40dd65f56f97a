import { expect, test } from 'vitest';
import { mutate } from './mutate';

const changes = (source: string) => mutate(source).map(({ operator, to }) => `${operator}: ${to}`);

test.each<[string, string, string[]]>([
  [
    'an operator and its terms',
    'export const f = (a: number, b: number) => a * b;',
    ['drop term: a', 'drop term: b', 'swap operator: /'],
  ],
  ['an axis', 'export const f = (x) => tf.slice(x, 1);', ['change axis: 0']],
  ['a number', 'export const two = 2;', ['off by one: 3', 'off by one: 1']],
  ['a flag', 'export const f = (x) => g(x, true);', ['flip flag: false']],
  [
    'an operation',
    'export const f = (x) => tf.neg(tf.mean(x));',
    ['drop operation: tf.mean(x)', 'swap operation: sum'],
  ],
  [
    'validation',
    'export function f(x) { if (!x) throw new Error("x: 1 + 1"); }',
    ['drop operator: (x)', 'drop validation: false'],
  ],
  ['tidy', 'export const f = (x) => tf.tidy(() => x);', ['drop tidy: (() => x)()']],
  ['a stale variable', 'export function f(x) { const a = g(x); const b = g(a); return b; }', ['stale variable: a']],
  ['an assignment', 'export function f(s, x) { s += x; return s; }', ['swap assignment: =']],
])('%s can be changed', (_what, source, expected) => {
  expect(changes(source)).toEqual(expected);
});

test('a mutant is a whole module without types, and says where it differs', () => {
  const [mutant] = mutate('const one: number = 1;\nexport const f = (a: number): number => a + one;');
  expect(mutant).toMatchObject({ operator: 'off by one', line: 1, from: '1', to: '2' });
  expect(mutant?.source).toContain('export const f = (a) => a + one;');
});

test('no two mutants are the same, and none is the original', () => {
  const source = 'export const f = (a, b) => a + b + a * b - 1;';
  const sources = mutate(source).map((mutant) => mutant.source);
  expect(new Set(sources).size).toBe(sources.length);
  expect(sources).not.toContain(source);
});
