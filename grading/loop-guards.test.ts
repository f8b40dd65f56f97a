import { expect, test } from 'vitest';
import { columnWithoutInsertions, GUARD_NAME } from './guard-text';
import { guardLoops } from './loop-guards';

interface Look {
  place: string;
  variables: Record<string, unknown>;
}

/** Runs guarded statements with a guard that is asked at every turn. */
function run(source: string): { result: unknown; looks: Look[] } {
  const looks: Look[] = [];
  const guard = (_site: number, line: number, column: number, names: string, ...values: unknown[]) => {
    const entries = names
      .split(' ')
      .filter(Boolean)
      .map((name, index) => [name, values[index]]);
    looks.push({ place: `${line}:${column}`, variables: JSON.parse(JSON.stringify(Object.fromEntries(entries))) });
    return 0;
  };
  const result = new Function(GUARD_NAME, guardLoops(`'use strict'; ${source}`))(guard);
  return { result, looks };
}

test.each<[kind: string, source: string, turns: number, result: unknown]>([
  ['for', 'const a = []; for (let i = 0; i < 3; i++) { a.push(i); } return a;', 3, [0, 1, 2]],
  ['for without braces', 'const a = []; for (let i = 0; i < 3; i++) a.push(i); return a;', 3, [0, 1, 2]],
  ['for that allocates in its head', 'let a = []; for (; a.length < 3; a = [...a, 1]); return a;', 3, [1, 1, 1]],
  ['for…of', 'const a = []; for (const x of [4, 5]) a.push(x); return a;', 2, [4, 5]],
  ['for…in', 'const a = []; for (const k in { x: 1, y: 2 }) a.push(k); return a;', 2, ['x', 'y']],
  ['while', 'const a = []; while (a.length < 2) a.push(0); return a;', 2, [0, 0]],
  ['do…while', 'const a = []; do a.push(0); while (a.length < 2) return a;', 2, [0, 0]],
  [
    'if and else as a body',
    'const a = []; while (a.length < 2) if (a.length) a.push(1); else a.push(0); return a;',
    2,
    [0, 1],
  ],
  [
    'a labelled body',
    'const a = []; o: for (;;) i: for (;;) { if (a.push(1) > 2) break o; continue i; }; return a;',
    4,
    [1, 1, 1],
  ],
  [
    'continue of an outer loop',
    'const a = []; o: for (let i = 0; i < 2; i++) for (;;) { a.push(i); continue o; } return a;',
    4,
    [0, 1],
  ],
  [
    'nested loops',
    'const a = []; for (const x of [1, 2]) for (const y of [1, 2]) a.push(x * y); return a;',
    6,
    [1, 2, 2, 4],
  ],
  [
    'closures over the loop variable',
    'const a = []; for (let i = 0; i < 2; i++) a.push(() => i); return a.map((f) => f());',
    2,
    [0, 1],
  ],
  ['an arrow with an expression', 'const f = (x) => [x, x]; return f(1).concat(f(2));', 2, [1, 1, 2, 2]],
  ['an arrow with an object', 'const f = (x) =>\n  ({ x });\nreturn f(1);', 1, { x: 1 }],
  ['arrows in arrows', 'const f = (x) => (y) => [x, y]; return f(1)(2);', 1, [1, 2]],
  ['a comment with an arrow', 'const f = (x) /* => */ => /* => */ [x]; return f(1);', 1, [1]],
  ['recursion', 'function f(n) { return n ? [n, ...f(n - 1)] : []; } return f(2);', 3, [2, 1]],
  ['a method', 'class A { m(x) { return [x]; } } return new A().m(1);', 1, [1]],
  ['a generator', 'function* g() { for (let i = 0; i < 2; i++) yield [i]; } return [...g()];', 3, [[0], [1]]],
  ['a callback', 'return [1, 2].map((x) => ({ x }));', 2, [{ x: 1 }, { x: 2 }]],
  ['a directive', "function f() { 'use strict'; return [this]; } return f();", 1, [undefined]],
])('a guard is asked at every turn, and nothing else changes: %s', (_kind, source, turns, result) => {
  const seen = run(source);
  expect(seen.result).toEqual(result);
  expect(seen.looks).toHaveLength(turns);
});

test('an async function is guarded as any other', async () => {
  const { result, looks } = run(
    'const f = async (x) => await [x]; return (async () => { for (const x of [1, 2]) await f(x); return [3]; })();',
  );
  expect(await result).toEqual([3]);
  expect(looks.length).toBeGreaterThanOrEqual(2);
});

test.each([
  ['arithmetic', 'let s = 0; for (let i = 0; i < 9; i++) s += a[i] * Math.exp(b[i]); return s;'],
  ['reading', 'let s = 0; for (let i = 0; i < t.length; i++) s += t.charCodeAt(i) + m.get(i); return s;'],
  ['filling what is there', 'for (let i = 0; i < a.length; i++) a[i] = b[i] + 1;'],
  ['a list in its head only', 'let s = 0; for (const x of [1, 2]) s += x; return s;'],
  ['an error that ends it', 'for (const x of a) if (x < 0) throw new RangeError(["x", x].join());'],
  ['a small function', 'const square = (x) => x * x; return square(2);'],
])('a loop of %s stays as fast as it is', (_what, source) => {
  expect(guardLoops(source)).toBe(source);
});

test('the guard sees the variables that the loop uses, and where it stands', () => {
  const { looks } = run('const unused = [7];\nlet all = [];\n  for (const x of [1, 2]) all.push([x]);');
  expect(looks).toEqual([
    { place: '3:3', variables: { x: 1, all: [] } },
    { place: '3:3', variables: { x: 2, all: [[1]] } },
  ]);
});

test.each([
  [
    'a function that is called before it',
    'f(); const late = []; function f() { const a = [1]; if (!a) late.push(a); }',
  ],
  ['another case of a switch', 'switch (1) { case 0: let late = []; break; case 1: (() => [1, () => late])(); }'],
  ['a closure made before it', 'const f = (use) => { if (use) late.push([1]); }; f(false); const late = [];'],
])('a variable that is not initialized yet is left out: by %s', (_how, source) => {
  expect(run(source).looks[0]?.variables).not.toHaveProperty('late');
});

test('the library is no variable of the learner’s', () => {
  const { looks } = run("function require() {} var _tf = require('tf'); var tf = _tf; for (const x of [1]) [tf, x];");
  expect(looks).toEqual([{ place: expect.any(String), variables: { x: 1 } }]);
});

test('no line moves, and every column can be found again', () => {
  const source = 'const a = [];\nfor (let i = 0; i < 2; i++) a.push(() => [i]); HERE;\nTHERE;';
  const lines = guardLoops(source).split('\n');
  const places = ['HERE', 'THERE'].map((name) => {
    const line = lines.findIndex((text) => text.includes(name));
    return [line + 1, columnWithoutInsertions(lines[line] ?? '', (lines[line] ?? '').indexOf(name) + 1)];
  });
  expect(places).toEqual([
    [2, 48],
    [3, 1],
  ]);
});
