import type { Argument, Inputs } from '@/grading/checks/argument';
import { asReference, callTask, check, constant, each, equal, outputOf, vjpTask } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { errors, tensorOf, zeros } from '@/grading/checks/errors';
import { gradientLabel, gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { pixelCrossEntropy64 } from './reference64';

type Args = readonly [TensorData, TensorData] | readonly [TensorData, TensorData, number];
type Extents = readonly [n: number, h: number, w: number, k: number];

const IGNORE = 255;
const fn = 'pixelCrossEntropy';

/** Labels of n·h·w pixels. The first always counts; where a share is ignored, the last one is, too. */
function labelsOf(random: Random, [n, h, w, k]: Extents, ignored: number): TensorData {
  const size = n * h * w;
  const values = Array.from({ length: size }, (_, i) => {
    const label = random.integer(0, k - 1);
    const isIgnored = i > 0 && ignored > 0 && (i === size - 1 || random.next() < ignored);
    return isIgnored ? IGNORE : label;
  });
  return tensorOf([n, h, w], values, 'int32');
}
const data =
  (extents: Extents, ignored = 0.3, scale = 2): Inputs<Args> =>
  (random) => [random.normal(extents, scale), labelsOf(random, extents, ignored)];
/** Another label than 255 is ignored, a class perhaps. */
const ignoring =
  (label: number, extents: Extents): Inputs<Args> =>
  (random) => {
    const [z, labels] = data(extents, 0.4)(random);
    const values = Array.from(labels.values, (value) => (value === IGNORE ? label : value));
    // The first pixel counts, whatever is ignored.
    if (values[0] === label) values[0] = (label + 1) % extents[3];
    return [z, tensorOf(labels.shape, values, 'int32'), label];
  };
const fresh: Inputs<Args> = (random) => {
  const [h, w, k] = random.extents(3, 1, 5) as [number, number, number];
  const extents: Extents = [random.integer(1, 2), h, w, k + 1];
  return random.next() < 0.25 ? ignoring(random.integer(-1, k), extents)(random) : data(extents)(random);
};
const outputs = [{ label: 'L', path: [], shape: () => [] }];

/** Cases with the loss that is due. */
const known =
  (cases: (random: Random) => readonly (readonly [Args, number])[]): Check['plan'] =>
  (random) => {
    const all = cases(random);
    return {
      tasks: all.map(([args], i) => callTask(String(i), fn, args)),
      expectations: all.map(([, due], i) => equal('L', outputOf(String(i)), constant(tensorOf([], [due])), 'sum', 10)),
    };
  };

/** All classes equally probable: each pixel costs log K, whatever its label. */
const uniform = known((random) =>
  (
    [
      [1, 2, 3, 2],
      [2, 3, 2, 5],
      [1, 4, 3, 10],
    ] as const
  ).map((extents) => [[zeros(extents), labelsOf(random, extents, 0.4)], Math.log(extents[3])] as const),
);

/** The same image with as many ignored pixels on its right: their logits are large, and change nothing. */
const halfIgnored = (args: Args, id: string, random: Random): Plan => {
  const [z, labels] = args;
  const [n, h, w, k] = z.shape as unknown as Extents;
  const beside = random.normal(z.shape, 10);
  const rows = Array.from({ length: n * h }, (_, row) => row);
  const both = rows.flatMap((row) =>
    [z, beside].flatMap(({ values }) => [...values.subarray(row * w * k, (row + 1) * w * k)]),
  );
  const known = rows.flatMap((row) => [
    ...labels.values.subarray(row * w, (row + 1) * w),
    ...Array<number>(w).fill(IGNORE),
  ]);
  const wide = [tensorOf([n, h, 2 * w, k], both), tensorOf([n, h, 2 * w], known, 'int32')] as const;
  return {
    tasks: [callTask(`${id} alone`, fn, args), callTask(`${id} half ignored`, fn, wide)],
    expectations: [
      asReference('L', outputOf(`${id} half ignored`), 'sum', 10),
      equal('L', outputOf(`${id} half ignored`), outputOf(`${id} alone`), 'sum', 10),
    ],
  };
};

const nothing = (extents: Extents): Inputs<Args> => {
  const [n, h, w] = extents;
  return (random) => [random.normal(extents, 3), tensorOf([n, h, w], Array<number>(n * h * w).fill(IGNORE), 'int32')];
};
/** Loss and gradient are 0, not NaN, and the gradient exists. */
const allIgnored = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, fn, args), vjpTask(`${id} vjp`, fn, args, [[0]], tensorOf([], [1]))],
  expectations: [
    equal('L', outputOf(id), constant(zeros([])), 'exact', 1),
    equal(gradientLabel('z'), { gradient: `${id} vjp`, index: 0 }, constant(zeros(args[0].shape)), 'exact', 1),
  ],
});

/** Winners and losers by a thousand: log-probabilities of 0 and −1000, where p is 1 and 0 in float32. */
const largeLogits = known(() => [
  [[tensorOf([1, 1, 2, 2], [1000, 0, 0, -1000]), tensorOf([1, 1, 2], [1, 0], 'int32')], 500],
  [[tensorOf([1, 2, 1, 2], [-1000, 1000, 5, 1]), tensorOf([1, 2, 1], [0, IGNORE], 'int32')], 2000],
  [[tensorOf([2, 1, 1, 3], [0, 1000, -1000, 1000, 0, 1000]), tensorOf([2, 1, 1], [0, 2], 'int32')], 500 + Math.LN2 / 2],
]);

/** softmax − one-hot, divided by the number of pixels that count; 0 at the others. */
const gradientDue = ([z, labels, ignore = IGNORE]: Args): TensorData => {
  const k = z.shape[3] as number;
  const count = Array.from(labels.values).filter((label) => label !== ignore).length;
  const due = Array.from(labels.values).flatMap((label, pixel) => {
    const logits = Array.from(z.values.subarray(pixel * k, (pixel + 1) * k));
    if (label === ignore) return logits.map(() => 0);
    const powers = logits.map((logit) => Math.exp(logit - Math.max(...logits)));
    const total = powers.reduce((sum, power) => sum + power, 0);
    return powers.map((power, at) => (power / total - (at === label ? 1 : 0)) / count);
  });
  return tensorOf(z.shape, due);
};
const gradientAtIgnored = (args: Args, id: string): Plan => ({
  tasks: [vjpTask(id, fn, args, [[0]], tensorOf([], [1]))],
  expectations: [equal(gradientLabel('z'), { gradient: id, index: 0 }, constant(gradientDue(args)), 'gradient', 10)],
});

const judged = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, fn, args)],
  expectations: [asReference('L', outputOf(id), 'sum', 10)],
});

/** One image in which every pixel counts: −ℓ/HW of the categorical log-likelihood ℓ of its pixels. */
const oneImage = known((random) =>
  (
    [
      [1, 1, 5, 3],
      [1, 4, 2, 5],
      [1, 3, 3, 2],
    ] as const
  ).map((extents) => {
    const args = data(extents, 0)(random) as readonly [TensorData, TensorData];
    const k = extents[3];
    const logLik = Array.from(args[1].values).reduce((sum, label, pixel) => {
      const logits = Array.from(args[0].values.subarray(pixel * k, (pixel + 1) * k));
      return sum + (logits[label] as number) - Math.log(logits.reduce((total, logit) => total + Math.exp(logit), 0));
    }, 0);
    return [args, -logLik / (extents[1] * extents[2])] as const;
  }),
);

const bad = (
  name: 'TypeError' | 'RangeError',
  params: readonly string[],
  en: string,
  ko: string,
  ...args: readonly Argument[]
) => ({ label: { en, ko }, args, accept: params.map((param) => ({ name, param })) });
const z = zeros([1, 2, 3, 4]);
const labels = tensorOf([1, 2, 3], [0, 1, 2, 3, 255, 0], 'int32');
const after = { requires: ['shape'] };

/** Kits T, G and E with S1–S7 of exercise 57: 19 checks. */
export const checks: Check[] = [
  ...tensorForward<Args>({
    fn,
    outputs,
    shapes: [data([1, 2, 3, 4]), data([2, 3, 1, 2]), data([3, 4, 2, 5])],
    values: [
      data([1, 2, 3, 2]),
      data([1, 3, 2, 4]),
      data([2, 3, 2, 5], 0.4),
      data([2, 3, 3, 3], 0.5),
      ignoring(-1, [1, 2, 4, 3]),
      ignoring(1, [2, 2, 3, 4]),
    ],
    one: [data([1, 1, 1, 3], 0), data([1, 1, 4, 2]), data([1, 2, 2, 1])],
    fresh,
    terms: 10,
    tolerance: 'sum',
  }),
  ...gradients<Args>({
    fn,
    outputs,
    wrt: [{ name: 'z', path: [0] }],
    values: [data([1, 2, 3, 4]), data([2, 3, 2, 3], 0.4), ignoring(2, [1, 3, 2, 4])],
    fresh,
    small: data([2, 2, 3, 4]),
    stress: [
      () => [tensorOf([1, 1, 2, 2], [1000, -1000, 1000, -1000]), tensorOf([1, 1, 2], [0, 1], 'int32')],
      () => [z, labels],
      nothing([1, 2, 2, 3]),
    ],
    forward64: pixelCrossEntropy64,
    terms: 10,
  }),
  ...errors(
    fn,
    [
      bad('TypeError', ['z'], 'a 3-D z', '3차원 z', zeros([2, 3, 4]), labels),
      bad('TypeError', ['labels'], 'float32 labels', 'float32인 레이블', z, zeros([1, 2, 3])),
      bad(
        'RangeError',
        ['labels', 'z'],
        'labels [1, 3, 2] with z [1, 2, 3, 4]',
        'labels [1, 3, 2]와 z [1, 2, 3, 4]',
        z,
        zeros([1, 3, 2], 'int32'),
      ),
      bad(
        'RangeError',
        ['labels'],
        'label 4 of 4 classes',
        '클래스가 4개일 때 레이블 4',
        z,
        tensorOf([1, 2, 3], [0, 1, 4, 0, 0, 0], 'int32'),
      ),
    ],
    [
      bad('RangeError', ['labels'], 'label −1', '레이블 −1', z, tensorOf([1, 2, 3], [0, 1, 2, 0, 0, -1], 'int32')),
      bad('RangeError', ['labels'], '255 where −1 is ignored', '−1을 무시할 때의 255', z, labels, -1),
      bad('TypeError', ['labels'], 'one-hot labels', '원-핫 레이블', z, zeros([1, 2, 3, 4], 'int32')),
      bad('TypeError', ['z'], 'an int32 z', 'int32인 z', zeros([1, 2, 3, 4], 'int32'), labels),
      bad('TypeError', ['labels'], 'no labels', 'labels 누락', z, null),
      bad('RangeError', ['labels', 'z'], 'no images', '이미지 없음', zeros([0, 2, 3, 4]), zeros([0, 2, 3], 'int32')),
    ],
  ),
  check(
    'uniform',
    'value',
    'public',
    { en: 'Equal logits give log K', ko: '로짓이 모두 같으면 log K' },
    uniform,
    after,
  ),
  check(
    'half-ignored',
    'property',
    'public',
    { en: 'Ignored pixels beside the image change nothing', ko: '무시할 픽셀을 옆에 붙여도 그대로' },
    each<Args>([data([1, 2, 3, 3], 0), data([2, 1, 2, 4], 0), data([1, 3, 2, 5])], halfIgnored),
    after,
  ),
  check(
    'all-ignored',
    'value',
    'public',
    { en: 'Nothing counts: loss and gradient are 0', ko: '셀 픽셀이 없으면 손실도 기울기도 0' },
    each<Args>([nothing([1, 1, 1, 2]), nothing([2, 2, 3, 4])], allIgnored),
    after,
  ),
  check('large-logits', 'value', 'public', { en: 'Logits of ±1000', ko: '±1000인 로짓' }, largeLogits, after),
  check(
    'gradient-at-ignored',
    'gradient',
    'hidden',
    { en: 'The gradient is 0 at ignored pixels', ko: '무시하는 픽셀의 기울기는 0' },
    each<Args>([data([1, 2, 2, 3], 0.5), data([2, 3, 2, 4], 0.6), ignoring(0, [1, 2, 3, 3])], gradientAtIgnored),
    after,
  ),
  check(
    'oblong',
    'value',
    'hidden',
    { en: 'Images that are not square', ko: '정사각형이 아닌 이미지' },
    each<Args>([data([1, 1, 7, 3]), data([2, 6, 1, 2]), data([1, 3, 8, 4]), data([2, 5, 2, 6])], judged),
    after,
  ),
  check(
    'one-image',
    'value',
    'hidden',
    { en: 'One image is a categorical log-likelihood', ko: '이미지 한 장은 범주형 로그가능도' },
    oneImage,
    after,
  ),
];
