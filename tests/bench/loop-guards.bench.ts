import { transform } from 'sucrase';
import { compile } from '@/grading/compile';
import { createLoopGuard } from '@/grading/harness/loop-guard';
import { type Measurement, measurement } from './measurement';

export const names = ['loop-guards'];

const ROUNDS = 15;

/** Loops as learners write them, each over the rows of a 300 × 300 matrix in plain arrays. */
const LOOPS: [name: string, body: string, note: string][] = [
  [
    'matmul',
    'const rows = a.length; let s = 0; for (let i = 0; i < rows; i++) for (let j = 0; j < rows; j++) for (let k = 0; k < rows; k++) s += a[i]![k]! * a[k]![j]!; return s;',
    'arithmetic on nested arrays; aim ≤ 1.2',
  ],
  [
    'softmax',
    'let s = 0; for (let t = 0; t < 20; t++) for (const row of a) { let m = -Infinity; for (const x of row) m = Math.max(m, x); let z = 0; for (const x of row) z += Math.exp(x - m); s += z; } return s;',
    'with Math; aim ≤ 1.2',
  ],
  [
    'map',
    'let s = 0; for (let t = 0; t < 20; t++) { const b = a.map((row) => row.map((x) => x * 2)); s += b[0]![0]!; } return s;',
    'new arrays from old',
  ],
  [
    'push',
    'let s = 0; for (let t = 0; t < 20; t++) for (const row of a) { const b: number[] = []; for (const x of row) b.push(x + 1); s += b.length; } return s;',
    'element by element',
  ],
];

type Loop = (a: number[][]) => number;

function load(source: string): Loop {
  const exports = {} as { f: Loop };
  new Function('exports', '__guard', `'use strict';\n${source}`)(exports, createLoopGuard());
  return exports.f;
}

const timeOf = (loop: Loop, a: number[][]) => {
  const start = performance.now();
  loop(a);
  return performance.now() - start;
};

/** How much slower loops are with their guards than without, in turn. */
export async function measure(): Promise<Measurement[]> {
  const a = Array.from({ length: 300 }, (_, i) => Array.from({ length: 300 }, (_, j) => Math.sin(i * 300 + j)));
  return LOOPS.map(([name, body, note]) => {
    const source = `export function f(a: number[][]): number { ${body} }`;
    const compiled = compile(source, { entries: ['f'], forbidden: [] });
    if (!compiled.ok) throw new Error(compiled.problem.message.en);
    const guarded = load(compiled.source);
    const plain = load(transform(source, { transforms: ['typescript', 'imports'] }).code);
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const [before, within, after] = [timeOf(plain, a), timeOf(guarded, a), timeOf(plain, a)];
      // The first rounds compile.
      if (round > 3) ratios.push((2 * within) / (before + after));
    }
    return measurement(`loop-guards.${name}`, ratios, '×', note);
  });
}
