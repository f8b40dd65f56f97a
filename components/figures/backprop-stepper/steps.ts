import { type Sweep, TARGET, W1, W2 } from './net';

/** The steps in order: four forward, six backward. `input` is the state before the first. */
export const STEPS = ['input', 'a', 'h', 'z', 'loss', 'dz', 'dw2', 'dh', 'da', 'dw1', 'dx'] as const;
export type StepName = (typeof STEPS)[number];

/** One quantity of a step: its name, the working with numbers put in, the value. */
export type Line = { name: string; working: string; value: number };

const SUB = ['₁', '₂'] as const;
const both = [0, 1] as const;

/** A number in at most three places, with a true minus sign. */
export function shown(value: number): string {
  const text = String(+value.toFixed(3));
  return text === '-0' ? '0' : text.replace('-', '−');
}

/** The same inside a product or sum: negatives in parentheses. */
const inside = (value: number) => (value < 0 ? `(${shown(value)})` : shown(value));

const dot = (terms: readonly (readonly [number, number])[]) =>
  terms.map(([a, b]) => `${inside(a)}·${inside(b)}`).join(' + ');

const each = (f: (index: 0 | 1) => Line): Line[] => both.map(f);
const grid = (f: (from: 0 | 1, to: 0 | 1) => Line): Line[] => both.flatMap((from) => both.map((to) => f(from, to)));

/** What a step works out, line by line. The first line is the one that the quiz hides. */
export function linesOf(step: StepName, s: Sweep): Line[] {
  const lines: Record<StepName, () => Line[]> = {
    input: () => [],
    a: () =>
      each((j) => ({
        name: `a${SUB[j]}`,
        working: dot([
          [s.x[0], W1[0][j]],
          [s.x[1], W1[1][j]],
        ]),
        value: s.a[j],
      })),
    h: () => each((j) => ({ name: `h${SUB[j]}`, working: `max(${shown(s.a[j])}, 0)`, value: s.h[j] })),
    z: () =>
      each((k) => ({
        name: `z${SUB[k]}`,
        working: dot([
          [s.h[0], W2[0][k]],
          [s.h[1], W2[1][k]],
        ]),
        value: s.z[k],
      })),
    loss: () => [
      {
        name: 'L',
        working: `½·((${shown(s.z[0])} − ${shown(TARGET[0])})² + (${shown(s.z[1])} − ${shown(TARGET[1])})²)`,
        value: s.loss,
      },
    ],
    dz: () => each((k) => ({ name: `dz${SUB[k]}`, working: `${shown(s.z[k])} − ${shown(TARGET[k])}`, value: s.dz[k] })),
    dw2: () =>
      grid((j, k) => ({ name: `dw(h${SUB[j]}→z${SUB[k]})`, working: dot([[s.h[j], s.dz[k]]]), value: s.dw2[j][k] })),
    dh: () =>
      each((j) => ({
        name: `dh${SUB[j]}`,
        working: dot([
          [s.dz[0], W2[j][0]],
          [s.dz[1], W2[j][1]],
        ]),
        value: s.dh[j],
      })),
    da: () => each((j) => ({ name: `da${SUB[j]}`, working: dot([[s.dh[j], s.a[j] > 0 ? 1 : 0]]), value: s.da[j] })),
    dw1: () =>
      grid((i, j) => ({ name: `dw(x${SUB[i]}→a${SUB[j]})`, working: dot([[s.x[i], s.da[j]]]), value: s.dw1[i][j] })),
    dx: () =>
      each((i) => ({
        name: `dx${SUB[i]}`,
        working: dot([
          [s.da[0], W1[i][0]],
          [s.da[1], W1[i][1]],
        ]),
        value: s.dx[i],
      })),
  };
  return lines[step]();
}
