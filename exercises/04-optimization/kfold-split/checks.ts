import type { Argument, Inputs } from '@/grading/checks/argument';
import { asReference, callTask, check, constant, each, equal, plainOf } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { errors, numbersOf } from '@/grading/checks/errors';
import { type NumbersSpec, numbers } from '@/grading/checks/numbers';

type Rng = { readonly $rng: number };
type Args = readonly [number, number] | readonly [number, number, Rng];

const callee = { driver: 'flat' };
const outputs: NumbersSpec[] = [
  { label: 'number of folds', path: ['folds'], tolerance: 'exact' },
  { label: 'sizes of val', path: ['valSizes'], tolerance: 'exact' },
  { label: 'val', path: ['val'], tolerance: 'exact' },
  { label: 'sizes of train', path: ['trainSizes'], tolerance: 'exact' },
  { label: 'train', path: ['train'], tolerance: 'exact' },
];

const inOrder =
  (n: number, k: number): Inputs<Args> =>
  () => [n, k];
const shuffled =
  (n: number, k: number): Inputs<Args> =>
  (random) => [n, k, { $rng: random.integer(0, 1e9) }];
const fresh: Inputs<Args> = (random) => {
  const n = random.integer(2, 30);
  const k = random.integer(2, n);
  return random.next() < 0.3 ? [n, k] : shuffled(n, k)(random);
};

const judged = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, callee, args)],
  expectations: outputs.map(({ label, path }) => asReference(label, plainOf(id, path), 'exact', 1)),
});

/** Something that the driver found out is a known list for these n and k, whatever the order. */
const finds =
  (label: string, key: string, due: (n: number, k: number) => number[], ...cases: Inputs<Args>[]): Check['plan'] =>
  (random) =>
    each<Args>(cases, (args, id) => {
      const list = due(args[0], args[1]);
      return {
        tasks: [callTask(id, callee, args)],
        expectations: [equal(label, plainOf(id, [key]), constant(numbersOf([list.length], list)), 'exact', 1)],
      };
    })(random);
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);

/** Two calls with rngs of one seed. */
const repeatable = (args: Args, id: string): Plan => ({
  tasks: [callTask(`${id} first`, callee, args), callTask(`${id} again`, callee, args)],
  expectations: [
    asReference('val', plainOf(`${id} first`, ['val']), 'exact', 1),
    equal('val (same seed)', plainOf(`${id} again`, ['val']), plainOf(`${id} first`, ['val']), 'exact', 1),
    equal('train (same seed)', plainOf(`${id} again`, ['train']), plainOf(`${id} first`, ['train']), 'exact', 1),
  ],
});

const draws = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, callee, args)],
  expectations: [
    equal('calls of rng', plainOf(id, ['draws']), constant(numbersOf([], [args[2] ? args[0] - 1 : 0])), 'exact', 1),
  ],
});

const bad = (
  name: 'TypeError' | 'RangeError',
  params: readonly string[],
  en: string,
  ko: string,
  ...args: readonly Argument[]
) => ({ label: { en, ko }, args, accept: params.map((param) => ({ name, param })) });

/** Kits N and E with S1–S6 of exercise 20: 13 checks. */
export const checks: Check[] = [
  ...numbers<Args>({
    callee,
    outputs,
    table: [
      {
        args: [4, 2],
        expected: {
          'number of folds': 2,
          'sizes of val': [2, 2],
          val: [0, 1, 2, 3],
          'sizes of train': [2, 2],
          train: [2, 3, 0, 1],
        },
      },
      {
        args: [5, 3],
        expected: {
          'number of folds': 3,
          'sizes of val': [2, 2, 1],
          val: [0, 1, 2, 3, 4],
          'sizes of train': [3, 3, 4],
          train: [2, 3, 4, 0, 1, 4, 0, 1, 2, 3],
        },
      },
    ],
    values: [inOrder(7, 2), inOrder(8, 3), shuffled(5, 2), shuffled(6, 3), shuffled(11, 4)],
    fresh,
    boundary: [inOrder(2, 2), shuffled(2, 2), shuffled(3, 2), inOrder(101, 10), shuffled(200, 7), inOrder(19, 10)],
  }),
  ...errors(
    'kFold',
    [
      bad('TypeError', ['n'], "n = '10'", "n = '10'", '10', 2),
      bad('RangeError', ['k'], 'k = 1', 'k = 1', 10, 1),
      bad('RangeError', ['k', 'n'], 'more folds than examples', '예시보다 많은 폴드', 3, 4),
    ],
    [
      bad('TypeError', ['k'], "k = '2'", "k = '2'", 10, '2'),
      bad('TypeError', ['k'], 'k = null', 'k = null', 10, null),
      bad('RangeError', ['n'], 'n = 4.5', 'n = 4.5', 4.5, 2),
      bad('RangeError', ['k'], 'k = 2.5', 'k = 2.5', 10, 2.5),
      bad('RangeError', ['n'], 'n = NaN', 'n = NaN', Number.NaN, 2),
      bad('RangeError', ['k'], 'k = −2', 'k = −2', 10, -2),
    ],
  ),
  check(
    'sizes',
    'value',
    'public',
    { en: '10 examples in 3 folds: 4, 3, 3', ko: '예시 10개를 폴드 3개로: 4, 3, 3' },
    finds('sizes of val', 'valSizes', () => [4, 3, 3], inOrder(10, 3), shuffled(10, 3)),
  ),
  check(
    'partition',
    'value',
    'public',
    { en: 'Every index is validated exactly once', ko: '모든 번호를 정확히 한 번 검증' },
    finds('val, sorted', 'sorted', upTo, inOrder(9, 4), shuffled(13, 5)),
  ),
  check(
    'disjoint',
    'value',
    'public',
    { en: 'Nothing is in both train and val', ko: 'train과 val에 함께 있는 번호 없음' },
    finds('indices in both', 'shared', (_n, k) => Array(k).fill(0), inOrder(6, 2), shuffled(12, 5)),
  ),
  check(
    'leave-one-out',
    'value',
    'hidden',
    { en: 'k = n leaves one out', ko: 'k = n이면 하나씩 빼기' },
    each<Args>([inOrder(6, 6), shuffled(9, 9)], judged),
  ),
  check(
    'same-seed',
    'value',
    'hidden',
    { en: 'The same seed gives the same split', ko: '같은 시드는 같은 분할' },
    each<Args>([shuffled(8, 3), shuffled(25, 4)], repeatable),
  ),
  check(
    'draws',
    'budget',
    'hidden',
    { en: 'Shuffles once, with n − 1 draws', ko: 'n − 1번 뽑아 한 번만 섞음' },
    each<Args>([shuffled(2, 2), shuffled(10, 3), shuffled(31, 5)], draws),
  ),
];
