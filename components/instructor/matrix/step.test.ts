import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Spot, stepOf } from './step';

const TEAM = { kind: 'team' } as const;
const LEARNER = { kind: 'learner' } as const;
const rows = [TEAM, LEARNER, LEARNER, TEAM, LEARNER];

function step(key: string, at: Spot | null, { jump = false, page = 2 } = {}) {
  return stepOf({ key, ctrlKey: jump, metaKey: false }, at, { rows, columns: 3, page });
}

test.each([
  ['ArrowRight', [1, 0], [1, 1]],
  ['ArrowRight', [1, 2], [1, 2]],
  ['ArrowLeft', [1, 0], [1, 0]],
  ['ArrowDown', [1, 1], [2, 1]],
  ['ArrowDown', [2, 1], [4, 1]],
  ['ArrowUp', [4, 1], [2, 1]],
  ['ArrowUp', [1, 1], [1, 1]],
  ['ArrowDown', [4, 1], [4, 1]],
  ['PageDown', [1, 1], [4, 1]],
  ['PageUp', [4, 2], [2, 2]],
  ['Home', [2, 2], [2, 0]],
  ['End', [2, 0], [2, 2]],
] as const)('%s leads from %j to %j', (key, [row, column], [toRow, toColumn]) => {
  expect(step(key, { row, column })).toEqual({ row: toRow, column: toColumn });
});

test.each([
  ['Home', [1, 0]],
  ['End', [4, 2]],
  ['ArrowDown', [4, 1]],
] as const)('Ctrl+%s leads from the middle to %j', (key, [row, column]) => {
  expect(step(key, { row: 2, column: 1 }, { jump: true })).toEqual({ row, column });
});

test('any such key begins at the first cell, and others are left alone', () => {
  expect(step('ArrowDown', null)).toEqual({ row: 1, column: 0 });
  expect(step('PageUp', null)).toEqual({ row: 1, column: 0 });
  for (const key of ['Tab', 'a', 'Escape', 'constructor']) expect(step(key, { row: 1, column: 1 })).toBeNull();
});

test('however keys are pressed, the active cell is one of a learner', () => {
  const kinds = fc.array(fc.constantFrom(TEAM, LEARNER), { minLength: 1 });
  const keys = fc.array(
    fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'),
  );
  fc.assert(
    fc.property(kinds, keys, fc.boolean(), (all, pressed, ctrlKey) => {
      let at: Spot | null = null;
      for (const key of pressed) {
        at = stepOf({ key, ctrlKey, metaKey: false }, at, { rows: all, columns: 2, page: 3 });
        if (all.every(({ kind }) => kind === 'team')) expect(at).toBeNull();
        else expect(all[at?.row ?? -1]).toBe(LEARNER);
      }
    }),
  );
});
