import type { Inputs } from '@/grading/checks/argument';
import { asReference, callTask, check, constant, each, equal, outputOf, plainOf, repeat } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { type BadInput, errors, numbersOf, tensorOf, zeros } from '@/grading/checks/errors';
import { gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Localized } from '@/grading/localized';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { cutmix64, mixup64 } from './reference64';

type MixArgs = readonly [TensorData, TensorData, readonly number[], number];
type CutArgs = readonly [...MixArgs, number, number];
/** Extents of the images, [N, H, W, C], and number of classes. */
type Sizes = readonly [number, number, number, number, number];

/** Rows of positive shares that sum to 1. */
function distributions(random: Random, n: number, k: number): TensorData {
  const shares = random.uniform([n, k], 0.05, 1);
  const values = shares.values.map((share, i) => {
    const row = Math.floor(i / k) * k;
    return share / Array.from(shares.values.subarray(row, row + k)).reduce((sum, value) => sum + value, 0);
  });
  return { ...shares, values };
}
/** Each example's partner is the next one: of three or more, the inverse of this permutation is another one. */
const next = (n: number) => Array.from({ length: n }, (_, i) => (i + 1) % n);

const mixing =
  ([n, h, w, c, k]: Sizes, lam: number): Inputs<MixArgs> =>
  (random) => [random.normal([n, h, w, c]), distributions(random, n, k), next(n), lam];
const cutting =
  (sizes: Sizes, lam: number, cy: number, cx: number): Inputs<CutArgs> =>
  (random) => [...mixing(sizes, lam)(random), cy, cx];

const freshCut: Inputs<CutArgs> = (random) => {
  const [h, w] = random.extents(2, 2, 7) as [number, number];
  const n = random.integer(2, 4);
  const x = random.normal([n, h, w, random.integer(1, 2)]);
  const t = distributions(random, n, random.integer(2, 5));
  return [x, t, random.permutation(n), random.next(), random.integer(0, h - 1), random.integer(0, w - 1)];
};
const freshMix: Inputs<MixArgs> = (random) => {
  const [x, t, perm, lam] = freshCut(random);
  return [x, t, perm, lam];
};

const outputsOf = (fn: string) => [
  { label: `${fn}: x`, path: ['x'], shape: ([x]: readonly [TensorData, ...unknown[]]) => [...x.shape] },
  { label: `${fn}: t`, path: ['t'], shape: ([, t]: readonly [TensorData, TensorData, ...unknown[]]) => [...t.shape] },
];

/** The kit's checks for one of the two functions, told apart by its name. */
const of = (fn: 'mixup' | 'cutmix', kit: readonly Check[]): Check[] =>
  kit.map((one) => ({
    ...one,
    id: `${fn}-${one.id}`,
    title: { en: `${fn}: ${one.title.en}`, ko: `${fn}: ${one.title.ko}` },
    requires: one.requires.map((id) => `${fn}-${id}`),
  }));

const mixupKit = {
  fn: 'mixup',
  values: [mixing([3, 2, 3, 1, 2], 0.75), mixing([4, 3, 2, 2, 3], 0.3), mixing([3, 1, 1, 4, 3], 0.6)],
  fresh: freshMix,
  terms: 10,
};
const cutmixKit = {
  fn: 'cutmix',
  values: [
    cutting([3, 4, 6, 1, 3], 0.75, 0, 0),
    cutting([3, 5, 3, 2, 2], 0.5, 4, 1),
    cutting([4, 6, 4, 1, 3], 0.36, 3, 2),
  ],
  fresh: freshCut,
  terms: 10,
};
const X = [{ name: 'x', path: [0] }];

/** λ′ and the mixed targets of one example [1, 0] whose partner is [0, 1]: boxes on images of 4 × 6 with λ = 3/4. */
const clipped: Check['plan'] = () => {
  const cases: [number, number, number][] = [
    [2, 3, 6],
    [0, 0, 2],
    [3, 5, 4],
    [0, 3, 3],
  ];
  return {
    tasks: cases.map(([cy, cx]) =>
      callTask(`(${cy}, ${cx})`, 'cutmix', [zeros([2, 4, 6, 1]), tensorOf([2, 2], [1, 0, 0, 1]), [1, 0], 0.75, cy, cx]),
    ),
    expectations: cases.flatMap(([cy, cx, area]) => {
      const [id, left] = [`(${cy}, ${cx})`, 1 - area / 24];
      return [
        equal('lam', plainOf(id, ['lam']), constant(numbersOf([], [left])), 'plain', 1),
        equal(
          'cutmix: t',
          outputOf(id, ['t']),
          constant(tensorOf([2, 2], [left, 1 - left, 1 - left, left])),
          'forward',
          10,
        ),
      ];
    }),
  };
};

const unchanged = (id: string, fn: string, [x, t]: MixArgs | CutArgs): Plan['expectations'] => [
  equal(`${fn}: x`, outputOf(id, ['x']), constant(x), 'forward', 10),
  equal(`${fn}: t`, outputOf(id, ['t']), constant(t), 'forward', 10),
];
/** Both functions on the same images, of which nothing may change. */
const nothingChanges =
  (spoil: (args: CutArgs) => CutArgs): Check['plan'] =>
  (random) =>
    repeat(2, random, (source, index) => {
      const args = spoil(freshCut(source));
      const [mixed, cut] = [`${index} mixup`, `${index} cutmix`];
      return {
        tasks: [callTask(mixed, 'mixup', args.slice(0, 4)), callTask(cut, 'cutmix', args)],
        expectations: [...unchanged(mixed, 'mixup', args), ...unchanged(cut, 'cutmix', args)],
      };
    });

const asymmetric = (args: CutArgs, id: string): Plan => ({
  tasks: [callTask(id, 'cutmix', args)],
  expectations: [
    ...outputsOf('cutmix').map(({ label, path }) => asReference(label, outputOf(id, path), 'forward', 10)),
    asReference('lam', plainOf(id, ['lam']), 'plain', 1),
  ],
});

const rowsSumToOne = (random: Random, index: number): Plan => {
  const args = freshCut(random);
  const ones = constant(
    tensorOf(
      [args[2].length],
      args[2].map(() => 1),
    ),
  );
  const [mixed, cut] = [`${index} mixup`, `${index} cutmix`];
  return {
    tasks: [callTask(mixed, 'mixup', args.slice(0, 4)), callTask(cut, 'cutmix', args)],
    expectations: [
      equal('Σₖ t of mixup', { sum: outputOf(mixed, ['t']), axis: 1 }, ones, 'forward', 10),
      equal('Σₖ t of cutmix', { sum: outputOf(cut, ['t']), axis: 1 }, ones, 'forward', 10),
    ],
  };
};

/** Every pixel holds a whole number of its own, so that it tells where it came from. */
const provenance = (random: Random, index: number): Plan => {
  const [shape, t, perm, lam, cy, cx] = freshCut(random);
  const x = { ...shape, values: shape.values.map((_, i) => i + 1) };
  const { values } = cutmix64(
    { shape: x.shape, values: Float64Array.from(x.values) },
    undefined as never,
    perm,
    lam,
    cy,
    cx,
  );
  const id = String(index);
  return {
    tasks: [callTask(id, 'cutmix', [x, t, perm, lam, cy, cx])],
    expectations: [equal('pixel numbers', outputOf(id, ['x']), constant(tensorOf(x.shape, [...values])), 'exact', 1)],
  };
};

const [x, t, perm] = [zeros([3, 4, 5, 1]), zeros([3, 2]), [1, 2, 0]];
const bad = (
  fn: 'mixup' | 'cutmix',
  name: 'TypeError' | 'RangeError',
  params: readonly string[],
  [en, ko]: readonly [string, string],
  spoilt: Partial<Record<'x' | 't' | 'perm' | 'lam' | 'cy' | 'cx', BadInput['args'][number]>>,
): BadInput => {
  const all = { x, t, perm, lam: 0.5, cy: 1, cx: 1, ...spoilt };
  const args = [all.x, all.t, all.perm, all.lam, ...(fn === 'cutmix' ? [all.cy, all.cx] : [])];
  const label: Localized = { en: `${fn} with ${en}`, ko: `${fn}, ${ko}` };
  return { fn, label, args, accept: params.map((param) => ({ name, param })) };
};
const same = (text: string) => [text, text] as const;

/** Kits T and G for each of the two functions, kit E, and S1–S6 of exercise 32: 28 checks. */
export const checks: Check[] = [
  ...of(
    'mixup',
    tensorForward<MixArgs>({
      ...mixupKit,
      outputs: outputsOf('mixup'),
      shapes: [mixing([2, 3, 4, 1, 5], 0.5), mixing([4, 2, 3, 5, 6], 0.9), mixing([3, 5, 2, 1, 4], 0)],
      one: [mixing([1, 2, 3, 1, 4], 0.4), mixing([1, 1, 1, 1, 1], 1)],
    }),
  ),
  ...of(
    'mixup',
    gradients<MixArgs>({
      ...mixupKit,
      outputs: outputsOf('mixup').slice(0, 1),
      wrt: X,
      small: mixing([3, 2, 3, 2, 2], 0.3),
      stress: [mixing([3, 2, 2, 1, 2], 0), mixing([2, 2, 2, 1, 2], 1)],
      forward64: mixup64,
    }),
  ),
  ...of(
    'cutmix',
    tensorForward<CutArgs>({
      ...cutmixKit,
      outputs: outputsOf('cutmix'),
      shapes: [
        cutting([2, 3, 4, 1, 5], 0.5, 0, 3),
        cutting([4, 2, 3, 5, 6], 0.9, 1, 1),
        cutting([3, 5, 2, 1, 4], 0, 2, 0),
      ],
      one: [cutting([1, 4, 3, 1, 2], 0.4, 1, 1), cutting([1, 1, 1, 1, 1], 0, 0, 0)],
    }),
  ),
  ...of(
    'cutmix',
    gradients<CutArgs>({
      ...cutmixKit,
      outputs: outputsOf('cutmix').slice(0, 1),
      wrt: X,
      small: cutting([3, 4, 5, 1, 2], 0.5, 1, 3),
      stress: [cutting([3, 2, 2, 1, 2], 0, 1, 1), cutting([2, 2, 3, 1, 2], 1, 0, 2)],
      forward64: cutmix64,
    }),
  ),
  ...errors(
    'mixup',
    [
      bad('mixup', 'TypeError', ['x'], ['a 3-D x', '3차원 x'], { x: zeros([4, 5, 1]) }),
      bad('mixup', 'RangeError', ['lam'], same('lam = 1.5'), { lam: 1.5 }),
      bad('cutmix', 'RangeError', ['perm'], same('perm = [0, 0, 1]'), { perm: [0, 0, 1] }),
      bad('cutmix', 'RangeError', ['cy'], ['cy = 4 on 4 rows', '행 4개에 cy = 4'], { cy: 4 }),
      bad('cutmix', 'RangeError', ['cx'], same('cx = 1.5'), { cx: 1.5 }),
    ],
    [
      bad('mixup', 'TypeError', ['t'], ['a 1-D t', '1차원 t'], { t: zeros([3]) }),
      bad('mixup', 'RangeError', ['t', 'x'], ['t [2, 2] with 3 images', '이미지 3장에 t [2, 2]'], { t: zeros([2, 2]) }),
      bad('mixup', 'TypeError', ['perm'], ['a number in place of perm', 'perm 자리에 숫자'], { perm: 1 }),
      bad('mixup', 'RangeError', ['perm'], ['perm of length 2', '길이 2인 perm'], { perm: [1, 0] }),
      bad('mixup', 'RangeError', ['perm'], same('perm = [1, 2, 3]'), { perm: [1, 2, 3] }),
      bad('mixup', 'RangeError', ['x', 't', 'perm'], ['no images', '이미지 없음'], {
        x: zeros([0, 4, 5, 1]),
        t: zeros([0, 2]),
        perm: [],
      }),
      bad('mixup', 'RangeError', ['lam'], same('lam = NaN'), { lam: Number.NaN }),
      bad('cutmix', 'TypeError', ['x'], ['an int32 x', 'int32인 x'], { x: zeros([3, 4, 5, 1], 'int32') }),
      bad('cutmix', 'RangeError', ['lam'], same('lam = −0.1'), { lam: -0.1 }),
      bad('cutmix', 'RangeError', ['cy'], same('cy = −1'), { cy: -1 }),
      bad('cutmix', 'RangeError', ['cx'], ['cx = 5 on 5 columns', '열 5개에 cx = 5'], { cx: 5 }),
    ],
  ),
  check(
    'lam-one',
    'value',
    'public',
    { en: 'λ = 1 changes nothing', ko: 'λ = 1이면 그대로' },
    nothingChanges(([images, targets, order, , cy, cx]) => [images, targets, order, 1, cy, cx]),
  ),
  check(
    'own-partner',
    'value',
    'public',
    { en: 'With itself as partner nothing changes', ko: '짝이 자기 자신이면 그대로' },
    nothingChanges(([images, targets, order, ...others]) => [images, targets, order.map((_, i) => i), ...others]),
  ),
  check(
    'clipped',
    'value',
    'public',
    { en: 'λ′ of a box cut at the border', ko: '가장자리에서 잘린 상자의 λ′' },
    clipped,
  ),
  check(
    'not-square',
    'value',
    'hidden',
    { en: 'Images that are not square', ko: '정사각형이 아닌 이미지' },
    each<CutArgs>([cutting([3, 2, 9, 1, 2], 0.4, 1, 7), cutting([2, 8, 3, 2, 3], 0.2, 0, 2)], asymmetric),
  ),
  check(
    'rows-sum-to-one',
    'property',
    'hidden',
    { en: 'Rows of the labels sum to 1', ko: '레이블의 각 행의 합은 1' },
    (random) => repeat(4, random, rowsSumToOne),
  ),
  check('provenance', 'value', 'hidden', { en: 'Where each pixel comes from', ko: '픽셀마다의 출처' }, (random) =>
    repeat(6, random, provenance),
  ),
];
