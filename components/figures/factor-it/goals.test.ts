import { expect, test } from 'vitest';
import { type Conv, fieldOf, type Move, replaced, single, weightsOf } from './chain';
import { bestOf, budgetOf, chainOf, GOAL_NAMES, GOALS, judge, KERNELS } from './goals';
import { CHANNELS, type FactorState, factorInitial, factorUrl, solved, turned, undone } from './state';

const cases = GOAL_NAMES.flatMap((goal) => KERNELS.map((kernel) => [goal, kernel] as const));

test.each(cases)('%s, %d: the single kernel is over the budget, the best chain within it', (goal, kernel) => {
  for (const channels of CHANNELS) {
    expect(judge(goal, kernel, channels, single(kernel))).toBe('over');
    expect(judge(goal, kernel, channels, bestOf(goal, kernel))).toBe('best');
    expect(Number.isInteger(weightsOf(bestOf(goal, kernel), channels))).toBe(true);
  }
});

/** The fewest weights, in C², among all chains that the moves make of a single n × n and that see n × n. */
function fewest(n: number, moves: readonly Move[]): number {
  const text = (chain: readonly Conv[]) => chain.map(({ kh, kw, from }) => `${kh}.${kw}.${from}`).join('_');
  const open = [single(n)];
  const seen = new Set(open.map(text));
  let least = n ** 2;
  for (let chain = open.pop(); chain; chain = open.pop()) {
    const { height, width } = fieldOf(chain);
    if (height < n || width < n) continue;
    least = Math.min(least, weightsOf(chain, 1));
    for (const at of chain.keys()) {
      for (const move of moves) {
        const next = replaced(chain, at, move);
        if (!next || seen.has(text(next))) continue;
        seen.add(text(next));
        open.push(next);
      }
    }
  }
  return least;
}

test.each(cases)('%s, %d: of all chains that the moves make none has fewer weights than the best', (goal, kernel) => {
  expect(weightsOf(bestOf(goal, kernel), 1)).toBe(fewest(kernel, GOALS[goal].moves));
});

test.each([
  ['threes', 5, '3×3, 3×3', 73_728],
  ['threes', 7, '3×3, 3×3, 3×3', 110_592],
  ['cross', 5, '1×5, 5×1', 40_960],
  ['cross', 7, '1×7, 7×1', 57_344],
  ['squeeze', 5, '1×1, 1×5, 5×1, 1×1', 4_608],
  ['squeeze', 7, '1×1, 1×7, 7×1, 1×1', 5_632],
] as const)('%s, %d: with 64 channels the best is %s with %d weights', (goal, kernel, layers, weights) => {
  const chain = bestOf(goal, kernel);
  expect(chain.map(({ kh, kw }) => `${kh}×${kw}`).join(', ')).toBe(layers);
  expect(weightsOf(chain, 64)).toBe(weights);
  chain.forEach((conv, i) => {
    expect(conv.from).toBe(chain[i - 1]?.to ?? 1);
  });
  expect(chain.at(-1)?.to).toBe(1);
});

test('the best can be looked at and is then judged to be the best', () => {
  const { goal, kernel, channels, turns } = solved({ ...factorInitial, goal: 'squeeze' });
  expect(judge(goal, kernel, channels, chainOf(goal, kernel, turns) as Conv[])).toBe('best');
});

test('a chain may keep the budget without being the best', () => {
  const chain = chainOf('squeeze', 7, [
    { move: 'squeeze', at: 0 },
    { move: 'threes', at: 1 },
  ]);
  expect(weightsOf(chain as Conv[], 64)).toBeLessThanOrEqual(budgetOf('squeeze', 7, 64));
  expect(judge('squeeze', 7, 64, chain as Conv[])).toBe('met');
});

test('few weights that see too little are no answer', () => {
  const chain = chainOf('threes', 7, [{ move: 'shrink', at: 0 }]);
  expect(judge('threes', 7, 64, chain as Conv[])).toBe('blind');
});

const played: FactorState = {
  kernel: 7,
  channels: 256,
  goal: 'squeeze',
  turns: [
    { move: 'squeeze', at: 0 },
    { move: 'cross', at: 1 },
  ],
  at: 1,
};

test('a game survives the way through the address', () => {
  expect(factorUrl.format(played)).toBe('7;256;squeeze;b0.c1;1');
  expect(factorUrl.parse('7;256;squeeze;b0.c1;1')).toEqual(played);
  expect(factorUrl.parse(factorUrl.format(factorInitial))).toEqual(factorInitial);
});

test.each([
  '',
  '6;64;threes;;0',
  '5;60;threes;;0',
  '5;64;none;;0',
  '5;64;threes;c0;0',
  '5;64;threes;t3;0',
  '5;64;threes;x0;0',
  '5;64;threes;;1',
  '5;64;threes;;',
  '5;64;threes;;0;0',
])('nonsense in the address is not taken: "%s"', (text) => {
  expect(factorUrl.parse(text)).toBeNull();
});

test('a turn that is undone leaves the game as it was', () => {
  const start: FactorState = { ...factorInitial, goal: 'squeeze' };
  const once = turned(start, 'squeeze') as FactorState;
  expect(once.at).toBe(1);
  expect(undone(turned(once, 'cross') as FactorState)).toEqual(once);
  expect(undone(once)).toEqual(start);
  expect(undone(start)).toEqual(start);
});

test('a move that the goal does not allow cannot be made', () => {
  expect(turned(factorInitial, 'squeeze')).toBeNull();
});
