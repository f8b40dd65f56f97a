import { afterEach, expect, test } from 'vitest';
import { compile } from '../compile';
import type { Problem } from '../report';
import { inProcessRunner } from './in-process';
import { createLoopGuard, MemoryExceeded, onMemoryExceeded } from './loop-guard';

afterEach(() => onMemoryExceeded(() => {}));

const KIB = 1024;
const zeros = (kib: number) => new Float32Array((kib * KIB) / 4);

/** Pushes `make()` until the guard refuses or `turns` are over; gives what was held then. */
function grow(make: (turn: number) => unknown, turns: number, limitKiB: number): unknown[] | 'refused' {
  const guard = createLoopGuard(limitKiB * KIB);
  const held: unknown[] = [];
  let credit = 0;
  for (let turn = 0; turn < turns; turn++) {
    try {
      if (--credit < 0) credit = guard(0, 1, 1, 'held', held);
    } catch {
      return 'refused';
    }
    held.push(make(turn));
  }
  return held;
}

test.each([
  ['typed arrays', () => zeros(64)],
  ['arrays', () => new Array(8 * KIB).fill(1.5)],
  ['texts', () => 'x'.repeat(32 * KIB)],
  ['nested arrays', () => Array.from({ length: 64 }, () => new Array(128).fill(0))],
  ['objects', () => ({ rows: { values: zeros(64) } })],
  ['maps', () => new Map([[1, zeros(64)]])],
])('what a loop keeps is counted: %s', (_what, make) => {
  expect(grow(make, 1000, 4 * KIB)).toBe('refused');
});

test.each([
  ['nothing new', () => 1],
  [
    'one thing many times',
    (
      (row) => () =>
        row
    )(zeros(64)),
  ],
  [
    'two things in turn',
    (
      (rows) => (turn: number) =>
        rows[turn % 2]
    )([zeros(64), zeros(64)]),
  ],
])('what is held once counts once: %s', (_what, make) => {
  expect(grow(make, 1000, 4 * KIB)).toHaveLength(1000);
});

test('a size that doubles is seen before it is too large to grow once more', () => {
  const guard = createLoopGuard(16 * KIB * KIB);
  let held: number[] = [1];
  let credit = 0;
  const double = () => {
    for (;;) {
      if (--credit < 0) credit = guard(0, 1, 1, 'held', held);
      held = held.concat(held);
    }
  };
  expect(double).toThrow(MemoryExceeded);
  expect(held.length).toBeLessThanOrEqual(2 ** 23);
});

test('once it has refused, it refuses at every place', () => {
  const guard = createLoopGuard(KIB);
  expect(() => guard(0, 1, 1, 'a', zeros(2))).toThrow(MemoryExceeded);
  expect(() => guard(1, 1, 1, '')).toThrow(MemoryExceeded);
});

test('the host is told the place, the variable and its size, even when the code catches the error', async () => {
  const problems: Problem[] = [];
  onMemoryExceeded((problem) => problems.push(problem));
  const source =
    'export function f() {\n  const all: Float32Array[] = [];\n  try {\n    for (;;) all.push(new Float32Array(1e7));\n  } catch {\n    return 1;\n  }\n}';
  const compiled = compile(source, { entries: ['f'], forbidden: [] }) as { source: string };
  const tasks = [{ id: 'a', do: 'call' as const, fn: 'f', args: [] }];
  await inProcessRunner.run(
    { source: compiled.source, entries: ['f'], forbidden: [], tasks },
    { heartbeatMs: 1, totalMs: 1 },
  );
  expect(problems).toEqual([
    {
      code: 'out-of-memory',
      location: { line: 4, column: 5 },
      message: {
        en: expect.stringMatching(/`all`: \d+ MiB/),
        ko: expect.stringMatching(/`all`: \d+ MiB/),
      },
    },
  ]);
});

test('columns of errors are the learner’s own beside guards', async () => {
  const source =
    'export function f() { const a: number[] = []; for (const x of [1]) { a.push(x); null!.x; } return a; }';
  const compiled = compile(source.replace('null!', '(null as any)'), { entries: ['f'], forbidden: [] }) as {
    source: string;
  };
  const tasks = [{ id: 'a', do: 'call' as const, fn: 'f', args: [] }];
  const { observations } = await inProcessRunner.run(
    { source: compiled.source, entries: ['f'], forbidden: [], tasks },
    { heartbeatMs: 1, totalMs: 1 },
  );
  const plain = compiled.source.replace(/\/\*\{\*\/.*?\/\*\}\*\//g, '').split('\n');
  expect(observations[0]?.result).toMatchObject({
    thrown: { location: { line: 1, column: (plain[0] ?? '').indexOf('.x;') + 2 } },
  });
});
