import type { Argument, Inputs } from '@/grading/checks/argument';
import { callTask, check, constant, each, equal, plainOf } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { errors, numbersOf } from '@/grading/checks/errors';
import { numbers } from '@/grading/checks/numbers';
import type { Random } from '@/grading/random';

type Box = readonly [number, number, number, number];
type Args = readonly [Box, Box];

const between = (random: Random, low: number, high: number) => low + (high - low) * random.next();
const areaOf = ([x1, y1, x2, y2]: Box) => (x2 - x1) * (y2 - y1);

const boxIn = (random: Random): Box => {
  const [x1, y1] = [between(random, -8, 8), between(random, -8, 8)];
  return [x1, y1, x1 + between(random, 1, 6), y1 + between(random, 1, 6)];
};
const move = ([x1, y1, x2, y2]: Box, dx: number, dy: number): Box => [x1 + dx, y1 + dy, x2 + dx, y2 + dy];
const scale = (box: Box, factor: number) => box.map((value) => factor * value) as unknown as Box;

/** A corner of b lies inside a. */
const crossing: Inputs<Args> = (random) => {
  const a = boxIn(random);
  const [x, y] = [between(random, a[0], a[2]), between(random, a[1], a[3])];
  return [a, [x, y, a[2] + between(random, 0.5, 3), a[3] + between(random, 0.5, 3)]];
};
/** b lies inside a. */
const nested: Inputs<Args> = (random) => {
  const a = boxIn(random);
  const [x1, y1] = [between(random, a[0], (a[0] + a[2]) / 2), between(random, a[1], (a[1] + a[3]) / 2)];
  return [a, [x1, y1, between(random, x1, a[2]), between(random, y1, a[3])]];
};
/** Apart along x, along y, or along both. */
const apart =
  (alongX: boolean, alongY: boolean): Inputs<Args> =>
  (random) => {
    const a = boxIn(random);
    const gap = (along: boolean, extent: number) => (along ? extent + between(random, 0.5, 3) : 0.25 * extent);
    return [a, move(a, gap(alongX, a[2] - a[0]), -gap(alongY, a[3] - a[1]))];
  };
const anywhere: Inputs<Args> = (random) => [boxIn(random), boxIn(random)];
const fresh: Inputs<Args> = (random) => {
  const kinds = [anywhere, crossing, nested, apart(true, false), apart(true, true)];
  return (kinds[random.integer(0, kinds.length - 1)] as Inputs<Args>)(random);
};
const given =
  (...args: Args): Inputs<Args> =>
  () =>
    args;

/** Boxes with the IoU that is due. */
const due =
  (cases: (random: Random) => readonly (readonly [Args, number])[]): Check['plan'] =>
  (random) => {
    const all = cases(random);
    return {
      tasks: all.map(([args], i) => callTask(String(i), 'iou', args)),
      expectations: all.map(([, expected], i) =>
        equal('IoU', plainOf(String(i), []), constant(numbersOf([], [expected])), 'plain', 1),
      ),
    };
  };

/** Two calls that must agree. */
const agree = (id: string, one: Args, other: Args): Plan => ({
  tasks: [callTask(`${id} one`, 'iou', one), callTask(`${id} other`, 'iou', other)],
  expectations: [equal('IoU', plainOf(`${id} other`, []), plainOf(`${id} one`, []), 'plain', 1)],
});
const symmetric = ([a, b]: Args, id: string): Plan => agree(id, [a, b], [b, a]);
const invariant = ([a, b]: Args, id: string, random: Random): Plan => {
  const [dx, dy, factor] = [between(random, -5, 5), between(random, -5, 5), between(random, 0.3, 4)];
  const moved = (box: Box) => scale(move(box, dx, dy), factor);
  return agree(id, [a, b], [moved(a), moved(b)]);
};

const bad = (
  name: 'TypeError' | 'RangeError',
  param: 'a' | 'b',
  en: string,
  ko: string,
  ...args: readonly Argument[]
) => ({
  label: { en, ko },
  args,
  accept: [{ name, param }],
});
const unit: Box = [0, 0, 1, 1];

/** Kits N and E with S1–S7 of exercise 55: 14 checks. */
export const checks: Check[] = [
  ...numbers<Args>({
    callee: 'iou',
    outputs: [{ label: 'IoU', path: [] }],
    table: [
      { args: [unit, [0, 0, 1, 2]], expected: { IoU: 0.5 } },
      {
        args: [
          [1, 1, 1, 1],
          [1, 1, 1, 1],
        ],
        expected: { IoU: 0 },
      },
      {
        args: [
          [2, 0, 2, 5],
          [2, 0, 2, 5],
        ],
        expected: { IoU: 0 },
      },
      {
        args: [
          [0, 0, 4, 2],
          [1, 0, 5, 2],
        ],
        expected: { IoU: 0.6 },
      },
      {
        args: [
          [0, 0, 3, 2],
          [2, 1, 5, 5],
        ],
        expected: { IoU: 1 / 17 },
      },
      { args: [unit, [2, 3, 4, 4]], expected: { IoU: 0 } },
      {
        args: [
          [-3, -1, -1, 3],
          [-2, -2, 2, 1],
        ],
        expected: { IoU: 1 / 9 },
      },
    ],
    values: [crossing, nested, apart(true, false), apart(false, true), apart(true, true), anywhere],
    fresh,
    boundary: [
      given([0, 0, 1e-3, 1e-3], [0, 0, 1e3, 1e3]),
      given([1e5, 1e5, 1e5 + 2, 1e5 + 1], [1e5 + 1, 1e5, 1e5 + 3, 1e5 + 1]),
      given([-2, -3, 2, 3], [-3, -2, 3, 2]),
      given([0, 0, 0, 5], [0, 0, 2, 5]),
    ],
  }),
  ...errors(
    'iou',
    [
      bad('TypeError', 'a', 'three numbers', '숫자 세 개', [0, 0, 1], unit),
      bad('RangeError', 'b', 'a b with x2 < x1', 'x2 < x1인 b', unit, [3, 0, 1, 1]),
      bad('RangeError', 'a', 'NaN in a', 'a에 있는 NaN', [0, 0, Number.NaN, 1], unit),
    ],
    [
      bad('RangeError', 'a', 'an a with y2 < y1', 'y2 < y1인 a', [0, 2, 1, 1], unit),
      bad('RangeError', 'b', 'a b with y2 < y1', 'y2 < y1인 b', unit, [0, 2, 1, 1]),
      bad('RangeError', 'a', 'an a with x2 < x1', 'x2 < x1인 a', [2, 0, 1, 1], unit),
      bad('RangeError', 'b', 'an infinite b', '무한한 b', unit, [0, 0, 1, Number.POSITIVE_INFINITY]),
      bad('TypeError', 'b', 'text in b', 'b에 있는 문자열', unit, [0, 0, '1', 1]),
      bad('TypeError', 'b', 'five numbers', '숫자 다섯 개', unit, [0, 0, 1, 1, 1]),
      bad('TypeError', 'a', 'an object', '객체', { x1: 0, y1: 0, x2: 1, y2: 1 }, unit),
      bad('TypeError', 'b', 'no b', 'b 누락', unit, null),
    ],
  ),
  check(
    'one-seventh',
    'value',
    'public',
    { en: 'Two 2×2 boxes that share one unit: 1/7', ko: '단위 넓이 하나를 함께 가진 2×2 상자: 1/7' },
    due(() => [
      [
        [
          [0, 0, 2, 2],
          [1, 1, 3, 3],
        ],
        1 / 7,
      ],
      [
        [
          [1, 1, 3, 3],
          [0, 2, 2, 4],
        ],
        1 / 7,
      ],
    ]),
  ),
  check(
    'identical',
    'value',
    'public',
    { en: 'Identical boxes: 1', ko: '같은 상자: 1' },
    due((random) => [unit, boxIn(random), boxIn(random)].map((box) => [[box, box], 1] as const)),
  ),
  check(
    'touching',
    'value',
    'public',
    { en: 'Boxes that only touch: 0', ko: '맞닿기만 한 상자: 0' },
    due(() => [
      [[unit, [1, 0, 2, 1]], 0],
      [
        [
          [0, 0, 3, 2],
          [1, 2, 2, 5],
        ],
        0,
      ],
      [
        [
          [-2, -2, 0, 0],
          [0, 0, 2, 2],
        ],
        0,
      ],
    ]),
  ),
  check(
    'nested',
    'value',
    'public',
    { en: 'A box inside another: the ratio of the areas', ko: '안에 든 상자: 넓이의 비' },
    due((random) =>
      [given([0, 0, 4, 3], [1, 1, 3, 2])(random), nested(random), nested(random)].map(
        ([a, b]) => [[a, b], areaOf(b) / areaOf(a)] as const,
      ),
    ),
  ),
  check(
    'symmetry',
    'property',
    'hidden',
    { en: 'IoU(a, b) = IoU(b, a)', ko: 'IoU(a, b) = IoU(b, a), 대칭' },
    each<Args>([crossing, nested, apart(true, true), anywhere], symmetric),
  ),
  check(
    'invariance',
    'property',
    'hidden',
    { en: 'Moving and scaling both boxes changes nothing', ko: '두 상자를 함께 옮기거나 확대해도 그대로' },
    each<Args>(
      [crossing, nested, apart(true, true), crossing, nested, apart(false, true), crossing, nested],
      invariant,
    ),
  ),
  check(
    'zero-area',
    'value',
    'hidden',
    { en: 'Boxes without area', ko: '넓이가 없는 상자' },
    due(() => [
      [
        [
          [1, 1, 1, 1],
          [1, 1, 1, 1],
        ],
        0,
      ],
      [
        [
          [0, 0, 0, 2],
          [0, 1, 0, 3],
        ],
        0,
      ],
      [
        [
          [2, 1, 4, 1],
          [5, 5, 5, 5],
        ],
        0,
      ],
      [
        [
          [0, 0, 2, 2],
          [1, 1, 1, 1],
        ],
        0,
      ],
      [
        [
          [1, 0, 1, 2],
          [0, 0, 2, 2],
        ],
        0,
      ],
    ]),
  ),
];
