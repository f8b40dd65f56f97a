import type { Argument, Inputs } from '@/grading/checks/argument';
import { asReference, callTask, check, constant, each, equal, plainOf } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { errors, numbersOf } from '@/grading/checks/errors';
import { type NumbersSpec, numbers } from '@/grading/checks/numbers';
import type { Random } from '@/grading/random';

type Point = readonly [number, number];
type Args = readonly [
  readonly (readonly Point[])[],
  readonly (readonly Point[])[],
  readonly (readonly boolean[])[],
  readonly number[],
  number,
];

const outputs: NumbersSpec[] = [
  { label: 'perJoint', path: ['perJoint'] },
  { label: 'mean', path: ['mean'] },
];
const between = (random: Random, low: number, high: number) => low + (high - low) * random.next();
const table = <T>(persons: number, joints: number, entry: (n: number, j: number) => T): T[][] =>
  Array.from({ length: persons }, (_, n) => Array.from({ length: joints }, (_, j) => entry(n, j)));

/**
 * Persons of different sizes; a joint is off by up to twice the tolerance. Every joint is visible in somebody; the first one
 * of the first person is, and is exact.
 */
const persons =
  (n: number, joints: number, visibleShare = 1, alpha = 0.25): Inputs<Args> =>
  (random) => {
    const ref = Array.from({ length: n }, () => between(random, 4, 40));
    const truth = table(n, joints, (): Point => [between(random, 0, 100), between(random, 0, 100)]);
    const pred = truth.map((person, i) =>
      person.map(([x, y], j): Point => {
        if (i === 0 && j === 0) return [x, y];
        const [distance, angle] = [2 * alpha * (ref[i] as number) * random.next(), 2 * Math.PI * random.next()];
        return [x + distance * Math.cos(angle), y + distance * Math.sin(angle)];
      }),
    );
    const witness = Array.from({ length: joints }, (_, j) => (j === 0 ? 0 : random.integer(0, n - 1)));
    const visible = table(n, joints, (i, j) => witness[j] === i || random.next() < visibleShare);
    return [pred, truth, visible, ref, alpha];
  };
/** The same, with the last joint hidden in everybody. */
const unseen =
  (n: number, joints: number): Inputs<Args> =>
  (random) => {
    const [pred, truth, visible, ref, alpha] = persons(n, joints, 0.8)(random);
    return [pred, truth, visible.map((person) => [...person.slice(0, -1), false]), ref, alpha];
  };
const fresh: Inputs<Args> = (random) => {
  const [n, joints] = random.extents(2, 1, 7) as [number, number];
  if (random.next() < 0.15) return unseen(n, joints)(random);
  return persons(n, joints, between(random, 0.3, 1), between(random, 0.05, 0.6))(random);
};

const judged = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, 'pck', args)],
  expectations: outputs.map(({ label, path }) => asReference(label, plainOf(id, path), 'plain', 1)),
});

/** Calls with the results that are due. */
const due =
  (cases: (random: Random) => readonly (readonly [Args, perJoint: readonly number[], mean: number])[]): Check['plan'] =>
  (random) => {
    const all = cases(random);
    return {
      tasks: all.map(([args], i) => callTask(String(i), 'pck', args)),
      expectations: all.flatMap(([, perJoint, mean], i) => [
        equal(
          'perJoint',
          plainOf(String(i), ['perJoint']),
          constant(numbersOf([perJoint.length], perJoint)),
          'plain',
          1,
        ),
        equal('mean', plainOf(String(i), ['mean']), constant(numbersOf([], [mean])), 'plain', 1),
      ]),
    };
  };

/** The picture enlarged: positions and reference lengths together. */
const enlarged = (args: Args, id: string, random: Random): Plan => {
  const [pred, truth, visible, ref, alpha] = args;
  const factor = between(random, 0.2, 5);
  const scale = (points: Args[0]) => points.map((person) => person.map(([x, y]): Point => [factor * x, factor * y]));
  const large: Args = [scale(pred), scale(truth), visible, ref.map((length) => factor * length), alpha];
  return {
    tasks: [callTask(`${id} given`, 'pck', args), callTask(`${id} enlarged`, 'pck', large)],
    expectations: outputs.flatMap(({ label, path }) => [
      equal(label, plainOf(`${id} enlarged`, path), plainOf(`${id} given`, path), 'plain', 1),
      asReference(label, plainOf(`${id} enlarged`, path), 'plain', 1),
    ]),
  };
};

const grows = (args: Args, id: string): Plan => {
  const [pred, truth, visible, ref, alpha] = args;
  const factors = [0.25, 0.5, 1, 2];
  const call = (factor: number) => `${id} ${factor}`;
  return {
    tasks: factors.map((factor) => callTask(call(factor), 'pck', [pred, truth, visible, ref, factor * alpha])),
    expectations: factors.slice(1).flatMap((factor, i) =>
      outputs.map(({ label, path }) => ({
        expect: 'between' as const,
        label,
        actual: plainOf(call(factor), path),
        low: plainOf(call(factors[i] as number), path),
        high: constant(numbersOf([], [1])),
      })),
    ),
  };
};

/** One person with these offsets of the joints, all of them visible. */
const offset = (offsets: readonly Point[], length: number, alpha: number): Args => [
  [offsets.map(([dx, dy], j): Point => [10 + dx, j + dy])],
  [offsets.map((_, j): Point => [10, j])],
  [offsets.map(() => true)],
  [length],
  alpha,
];
/** Two exact joints, one of them at the origin. */
const atOrigin: Args = [
  [
    [
      [0, 0],
      [10, 20],
    ],
  ],
  [
    [
      [0, 0],
      [10, 20],
    ],
  ],
  [[true, true]],
  [1],
  0.5,
];
const nothing: Args = [
  [
    [
      [0, 0],
      [1, 1],
    ],
  ],
  [
    [
      [0, 0],
      [1, 1],
    ],
  ],
  [[false, false]],
  [1],
  0.5,
];

const bad = (
  name: 'TypeError' | 'RangeError',
  params: readonly string[],
  en: string,
  ko: string,
  ...args: readonly Argument[]
) => ({ label: { en, ko }, args, accept: params.map((param) => ({ name, param })) });
const points = table(2, 3, (n, j): Point => [n, j]);
const seen = table(2, 3, () => true);
const [short, three] = [table(2, 2, (n, j): Point => [n, j]), table(3, 3, (n, j): Point => [n, j])];

/** Kits N and E with S1–S7 of exercise 60: 14 checks. */
export const checks: Check[] = [
  ...numbers<Args>({
    callee: 'pck',
    outputs,
    table: [
      {
        args: offset(
          [
            [0, 0.5],
            [2, 0],
            [1.5, 1.5],
          ],
          4,
          0.5,
        ),
        expected: { perJoint: [1, 1, 0], mean: 2 / 3 },
      },
      {
        args: [
          [
            [
              [0, 0],
              [5, 5],
            ],
            [
              [3, 0],
              [9, 9],
            ],
          ],
          [
            [
              [0, 1],
              [5, 9],
            ],
            [
              [0, 0],
              [9, 9],
            ],
          ],
          [
            [true, true],
            [true, false],
          ],
          [10, 2],
          0.25,
        ],
        expected: { perJoint: [1 / 2, 0], mean: 1 / 3 },
      },
    ],
    values: [
      persons(2, 3),
      persons(4, 2, 0.6),
      persons(5, 3, 0.5, 0.1),
      persons(6, 4, 0.4),
      persons(3, 3, 0.7, 0.5),
      unseen(2, 3),
      unseen(4, 2),
    ],
    fresh,
    boundary: [
      () => atOrigin,
      () =>
        offset(
          [
            [0, 0],
            [0.1, 0],
          ],
          5,
          0,
        ),
      () => offset([[0, 0]], 1e-3, 0.5),
      () => offset([[1e6, 0]], 1, 1e7),
      persons(40, 2, 0.3),
      persons(1, 17, 0.5),
    ],
  }),
  ...errors(
    'pck',
    [
      bad('TypeError', ['visible'], 'no visible', 'visible 누락', points, points, null, [1, 1], 0.5),
      bad(
        'RangeError',
        ['ref', 'pred'],
        'two persons with one length',
        '두 사람에 길이 하나',
        points,
        points,
        seen,
        [1],
        0.5,
      ),
      bad('RangeError', ['ref'], 'a length of 0', '길이 0', points, points, seen, [1, 0], 0.5),
      bad('RangeError', ['alpha'], 'alpha = −1', 'alpha = −1', points, points, seen, [1, 1], -1),
    ],
    [
      bad('TypeError', ['pred'], 'a number as pred', 'pred 자리에 숫자', 3, points, seen, [1, 1], 0.5),
      bad('TypeError', ['truth'], 'an object as truth', 'truth 자리에 객체', points, { x: 1 }, seen, [1, 1], 0.5),
      bad('TypeError', ['ref'], 'a number as ref', 'ref 자리에 숫자', points, points, seen, 1, 0.5),
      bad('RangeError', ['pred', 'truth', 'visible', 'ref'], 'no persons', '사람 없음', [], [], [], [], 0.5),
      bad(
        'RangeError',
        ['truth', 'pred', 'ref'],
        'three persons in truth',
        'truth에만 세 사람',
        points,
        three,
        seen,
        [1, 1],
        0.5,
      ),
      bad('RangeError', ['truth', 'pred'], 'two joints in truth', 'truth의 관절 둘', points, short, seen, [1, 1], 0.5),
      bad(
        'RangeError',
        ['visible', 'pred'],
        'one joint in visible',
        'visible의 관절 하나',
        ...[points, points, [[true], [true]], [1, 1], 0.5],
      ),
      bad('RangeError', ['ref'], 'a length of NaN', '길이 NaN', points, points, seen, [1, Number.NaN], 0.5),
      bad('RangeError', ['ref'], 'a length of −2', '길이 −2', points, points, seen, [-2, 1], 0.5),
      bad('RangeError', ['alpha'], 'alpha = NaN', 'alpha = NaN', points, points, seen, [1, 1], Number.NaN),
    ],
  ),
  check(
    'exact',
    'value',
    'public',
    { en: 'An exact prediction: 1', ko: '정확한 예측: 1' },
    due((random) =>
      [persons(1, 2), persons(3, 4, 0.6)].map((make) => {
        const [, truth, visible, ref, alpha] = make(random);
        return [[truth, truth, visible, ref, alpha], (truth[0] as readonly Point[]).map(() => 1), 1];
      }),
    ),
  ),
  check(
    'at-the-edge',
    'value',
    'public',
    { en: 'A distance equal to the tolerance is correct', ko: '허용 거리와 같은 거리는 맞은 것' },
    due(() => [
      [offset([[3, 4]], 10, 0.5), [1], 1],
      [
        offset(
          [
            [0, -2],
            [2, 0.5],
            [-2, 0],
          ],
          8,
          0.25,
        ),
        [1, 0, 1],
        2 / 3,
      ],
      [
        offset(
          [
            [6, 8],
            [-8, 6],
          ],
          5,
          2,
        ),
        [1, 1],
        1,
      ],
    ]),
  ),
  check(
    'invisible',
    'value',
    'public',
    { en: 'Joints that cannot be seen count nowhere', ko: '보이지 않는 관절은 어디에도 세지 않음' },
    due((random) => {
      const [pred, truth, , ref] = persons(2, 3)(random);
      const far = truth.map((person) => person.map(([x, y]): Point => [x + 1000, y]));
      const [first, second] = [pred, truth].map((list) => list[0]) as [readonly Point[], readonly Point[]];
      const mixed = [second, far[1] as readonly Point[]];
      return [
        [
          [
            mixed,
            truth,
            [
              [true, true, true],
              [false, false, false],
            ],
            ref,
            0.25,
          ],
          [1, 1, 1],
          1,
        ],
        [
          [
            mixed,
            truth,
            [
              [true, true, false],
              [false, true, true],
            ],
            ref,
            0.25,
          ],
          [1, 1 / 2, 0],
          1 / 2,
        ],
        [
          [
            [first, second],
            [first, second],
            [
              [true, false, true],
              [false, true, false],
            ],
            ref,
            0.25,
          ],
          [1, 1, 1],
          1,
        ],
      ];
    }),
  ),
  check(
    'scale',
    'property',
    'public',
    { en: 'An enlarged picture has the same score', ko: '사진을 확대해도 같은 점수' },
    each<Args>([persons(1, 3), persons(3, 2), persons(4, 5, 0.6)], enlarged),
  ),
  check(
    'monotone',
    'property',
    'hidden',
    { en: 'Never falls when alpha grows', ko: 'alpha가 커질 때 줄지 않음' },
    each<Args>([persons(1, 4), persons(3, 5), persons(6, 3, 0.6)], grows),
  ),
  check(
    'unseen-joint',
    'value',
    'hidden',
    { en: 'NaN for a joint that nobody shows', ko: '아무에게서도 보이지 않는 관절은 NaN' },
    (random) => {
      const some = each<Args>([unseen(1, 3), unseen(3, 2), unseen(4, 5)], judged)(random);
      const none = due(() => [[nothing, [Number.NaN, Number.NaN], Number.NaN]])(random);
      return {
        tasks: [...some.tasks, ...none.tasks.map((task) => ({ ...task, id: 'nothing' }))],
        expectations: some.expectations,
      };
    },
  ),
  check(
    'one-person',
    'value',
    'hidden',
    { en: 'A single person', ko: '한 사람' },
    each<Args>([() => atOrigin, persons(1, 2), persons(1, 6), persons(1, 17, 0.6)], judged),
  ),
];
