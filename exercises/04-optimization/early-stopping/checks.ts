import type { Argument, Inputs } from '@/grading/checks/argument';
import { asReference, callTask, check, constant, each, equal, plainOf } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { errors, numbersOf, tensorOf } from '@/grading/checks/errors';
import { type NumbersSpec, numbers } from '@/grading/checks/numbers';
import type { Random } from '@/grading/random';

interface Options {
  readonly [key: string]: Argument;
  patience: number;
}
type Args = readonly [readonly number[], Options];
/** Best epoch, last epoch, and whether patience ran out. */
type Due = readonly [number, number, boolean];

const outputs: NumbersSpec[] = [
  { label: 'bestEpoch', path: ['bestEpoch'], tolerance: 'exact' },
  { label: 'stopEpoch', path: ['stopEpoch'], tolerance: 'exact' },
  { label: 'stopped', path: ['stopped'], tolerance: 'exact' },
];

const run = (valLosses: readonly number[], patience: number, minDelta?: number): Inputs<Args> =>
  minDelta === undefined ? () => [valLosses, { patience }] : () => [valLosses, { patience, minDelta }];

/** Quarters: differences are exact, and ties are frequent. */
const curve = (random: Random): number[] =>
  Array.from({ length: random.integer(1, 20) }, (_, epoch) =>
    random.next() < 0.05 ? Number.NaN : random.integer(0, 12) / 4 + 3 / (1 + epoch),
  ).map((loss) => Math.round(4 * loss) / 4);
const fresh: Inputs<Args> = (random) =>
  run(curve(random), random.integer(1, 6), random.next() < 0.4 ? undefined : random.integer(0, 4) / 4)(random);

const judged = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, 'earlyStop', args)],
  expectations: outputs.map(({ label, path }) => asReference(label, plainOf(id, path), 'exact', 1)),
});

/** The result, worked out by hand. */
const gives =
  (...cases: [Inputs<Args>, Due][]): Check['plan'] =>
  (random) => ({
    tasks: cases.map(([make], i) => callTask(String(i), 'earlyStop', make(random))),
    expectations: cases.flatMap(([, [best, stop, stopped]], i) => [
      equal('bestEpoch', plainOf(String(i), ['bestEpoch']), constant(numbersOf([], [best])), 'exact', 1),
      equal('stopEpoch', plainOf(String(i), ['stopEpoch']), constant(numbersOf([], [stop])), 'exact', 1),
      equal('stopped', plainOf(String(i), ['stopped']), constant(tensorOf([], [Number(stopped)], 'bool')), 'exact', 1),
    ]),
  });

const bad = (param: string, en: string, ko: string, args: readonly Argument[]) => ({
  label: { en, ko },
  args,
  accept: [{ name: 'RangeError' as const, param }],
});
const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;

/** Kits N and E with S1–S5 of exercise 29: 12 checks. */
export const checks: Check[] = [
  ...numbers<Args>({
    callee: 'earlyStop',
    outputs,
    table: [
      { args: [[1], { patience: 1 }], expected: { bestEpoch: 0, stopEpoch: 0, stopped: false } },
      { args: [[2, 3], { patience: 1 }], expected: { bestEpoch: 0, stopEpoch: 1, stopped: true } },
      { args: [[3, 4, 2, 5, 1], { patience: 2 }], expected: { bestEpoch: 4, stopEpoch: 4, stopped: false } },
      {
        args: [[3, 2.5, 1.5, 1], { patience: 2, minDelta: 1 }],
        expected: { bestEpoch: 2, stopEpoch: 3, stopped: false },
      },
    ],
    values: [
      run([3, 2, 2, 2, 2, 1], 2),
      run([5, 4, 4, 3, 3, 3, 3, 2], 2),
      run([6, 8, 5, 7, 4, 9, 8, 7], 2),
      run([4, 2, 3, 2.5, 2.25, 2.125], 3),
      run([4, 3.75, 3.5, 3.25, 3, 2.75], 3, 0.5),
      run([2, 1.5, 1.25, 1.25, 1, 1, 0.5], 3, 1),
    ],
    fresh,
    boundary: [
      run([5], 1, 3),
      run([2, 1], 9),
      run([1, 2, 3], 2),
      run([1, 2, 3], 3),
      run([0, -1, -2], 1),
      run([9, 8], 1, 1),
    ],
  }),
  ...errors(
    'earlyStop',
    [
      bad('valLosses', 'no losses', '손실 없음', [[], { patience: 2 }]),
      bad('patience', 'patience = 0', 'patience = 0', [[1, 2], { patience: 0 }]),
    ],
    [
      bad('patience', 'patience = 1.5', 'patience = 1.5', [[1, 2], { patience: 1.5 }]),
      bad('patience', 'patience = −2', 'patience = −2', [[1, 2], { patience: -2 }]),
      bad('minDelta', 'minDelta = −0.1', 'minDelta = −0.1', [[1, 2], { patience: 1, minDelta: -0.1 }]),
      bad('minDelta', 'minDelta = NaN', 'minDelta = NaN', [[1, 2], { patience: 1, minDelta: nan }]),
    ],
  ),
  check(
    'monotone',
    'value',
    'public',
    { en: 'A falling loss is never stopped', ko: '계속 내려가면 멈추지 않음' },
    gives([run([5, 4, 3, 2, 1], 1), [4, 4, false]], [run([1, 2, 3, 4, 5], 3), [0, 3, true]]),
  ),
  check(
    'plateau',
    'value',
    'public',
    { en: 'A plateau within minDelta', ko: 'minDelta 안에서 평평한 손실' },
    gives(
      [run([1, 0.5, 0.48, 0.47, 0.46, 0.45], 3, 0.1), [1, 4, true]],
      [run([1, 0.5, 0.48, 0.47, 0.46, 0.45], 3), [5, 5, false]],
    ),
  ),
  check(
    'too-impatient',
    'value',
    'public',
    { en: 'What comes after the stop is not seen', ko: '멈춘 뒤의 값은 보지 않음' },
    gives([run([3, 2, 2.5, 2.4, 1], 2), [1, 3, true]], [run([3, 2, 2.5, 2.4, 1], 3), [4, 4, false]]),
  ),
  check(
    'ties',
    'value',
    'hidden',
    { en: 'Equal is no improvement', ko: '같은 값은 나아진 것이 아님' },
    each<Args>([run([1, 1, 1], 2), run([2, 1, 1, 1, 0], 2), run([3, 2, 1, 0], 2, 1)], judged),
  ),
  check(
    'nan',
    'value',
    'hidden',
    { en: 'NaN never improves', ko: 'NaN은 나아진 것이 아님' },
    each<Args>(
      [run([nan, nan, nan], 2), run([nan, 2, nan, 1], 2), run([2, nan, nan, 1], 2), run([infinity, nan, 3], 4)],
      judged,
    ),
  ),
];
