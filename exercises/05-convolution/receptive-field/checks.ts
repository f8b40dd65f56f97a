import type { Argument, Inputs } from '@/grading/checks/argument';
import { callTask, check, constant, equal, joinPlans, plainOf, repeat } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { type BadInput, errors, numbersOf, tensorOf } from '@/grading/checks/errors';
import { type NumbersSpec, numbers } from '@/grading/checks/numbers';
import type { Localized } from '@/grading/localized';
import type { Random } from '@/grading/random';

interface Layer {
  readonly [key: string]: Argument;
  readonly k: number;
}
type FieldArgs = readonly [readonly Layer[]];
type WeightsArgs = readonly [number, number, number];
type Field = { readonly size: number; readonly jump: number; readonly start: number };

const FIELD: NumbersSpec[] = [
  { label: 'size', path: ['size'], tolerance: 'exact' },
  { label: 'jump', path: ['jump'], tolerance: 'exact' },
  { label: 'start', path: ['start'] },
];
const WEIGHTS: NumbersSpec[] = [{ label: 'stackWeights', path: [], tolerance: 'exact' }];

const stack =
  (...layers: Layer[]): Inputs<FieldArgs> =>
  () => [layers];
const times = (count: number, ...layers: Layer[]): Layer[] => Array.from({ length: count }, () => layers).flat();

const layerOf = (random: Random): Layer => ({
  k: random.integer(1, 7),
  ...(random.next() < 0.7 && { stride: random.integer(1, 3) }),
  ...(random.next() < 0.6 && { pad: random.integer(0, 3) }),
  ...(random.next() < 0.4 && { dilation: random.integer(1, 4) }),
});
const freshStack: Inputs<FieldArgs> = (random) => [Array.from({ length: random.integer(1, 6) }, () => layerOf(random))];
const weights =
  (...args: WeightsArgs): Inputs<WeightsArgs> =>
  () =>
    args;
const freshWeights: Inputs<WeightsArgs> = (random) => [
  random.integer(1, 11),
  random.integer(1, 5),
  random.integer(1, 512),
];

/** The kit's checks for one of the two functions, told apart by its name. */
const of = (fn: 'receptiveField' | 'stackWeights', prefix: string, kit: readonly Check[]): Check[] =>
  kit.map((one) => ({
    ...one,
    id: `${prefix}-${one.id}`,
    title: { en: `${fn}: ${one.title.en}`, ko: `${fn}: ${one.title.ko}` },
  }));

/** What must come out for one stack; parts that are left out are not looked at. */
const gives = (layers: readonly Layer[], due: Partial<Field>, id = 'call'): Plan => ({
  tasks: [callTask(id, 'receptiveField', [layers])],
  expectations: Object.entries(due).map(([label, value]) =>
    equal(label, plainOf(id, [label]), constant(numbersOf([], [value])), label === 'start' ? 'plain' : 'exact', 1),
  ),
});
const known =
  (...cases: [readonly Layer[], Partial<Field>][]): Check['plan'] =>
  () =>
    joinPlans(cases.map(([layers, due], i) => gives(layers, due, String(i))));

const conv: Layer = { k: 3, pad: 1 };
const halving: Layer = { k: 2, stride: 2 };
const overlapping: Layer = { k: 3, stride: 2 };
/** VGG16 up to its 13th convolution, and AlexNet up to its last pooling. */
const vgg16: Layer[] = [...times(2, conv, conv, halving), ...times(2, conv, conv, conv, halving), conv, conv, conv];
const alexNet: Layer[] = [
  ...[{ k: 11, stride: 4 }, overlapping, { k: 5, pad: 2 }, overlapping],
  ...[conv, conv, conv, overlapping],
];

/** Every pixel that an output reads, found by going back through the layers weight by weight. */
function pixelsOf(layers: readonly Layer[], output: number): number[] {
  return layers.reduceRight<number[]>(
    (places, { k, stride = 1, pad = 0, dilation = 1 }) => {
      const taps = Array.from({ length: k }, (_, u) => u * Number(dilation) - Number(pad));
      return [...new Set(places.flatMap((at) => taps.map((tap) => at * Number(stride) + tap)))];
    },
    [output],
  );
}

const tracedBack = (random: Random, index: number): Plan => {
  const [layers] = freshStack(random);
  const [first, second] = [pixelsOf(layers, 0), pixelsOf(layers, 1)];
  const centre = (pixels: readonly number[]) => (Math.min(...pixels) + Math.max(...pixels)) / 2;
  const size = Math.max(...first) - Math.min(...first) + 1;
  const start = centre(first);
  return gives(layers, { size, jump: centre(second) - start, start }, String(index));
};

/** 2·3²·64² = 73,728 against 5²·64² = 102,400, and 3·3²·64² = 110,592 against 7²·64² = 200,704. */
const smallKernels: Check['plan'] = () => {
  const cases: [WeightsArgs, number][] = [
    [[3, 2, 64], 73_728],
    [[5, 1, 64], 102_400],
    [[3, 3, 64], 110_592],
    [[7, 1, 64], 200_704],
  ];
  return {
    tasks: cases.map(([args], i) => callTask(String(i), 'stackWeights', args)),
    expectations: [
      ...cases.map(([, due], i) =>
        equal('stackWeights', plainOf(String(i)), constant(numbersOf([], [due])), 'exact', 1),
      ),
      equal(
        'saved by two 3×3',
        {
          combine: [
            { factor: 1, of: plainOf('1') },
            { factor: -1, of: plainOf('0') },
          ],
        },
        constant(tensorOf([], [7 * 64 * 64])),
        'exact',
        1,
      ),
    ],
  };
};

const bad = (
  fn: 'receptiveField' | 'stackWeights',
  name: 'TypeError' | 'RangeError',
  named: readonly string[],
  args: readonly Argument[],
  label: Localized | string,
): BadInput => ({
  fn,
  label: typeof label === 'string' ? { en: label, ko: label } : label,
  args,
  accept: named.map((param) => ({ name, param })),
});
const badLayer = (name: 'TypeError' | 'RangeError', param: string, layer: Record<string, Argument>, text: string) =>
  bad('receptiveField', name, [param, 'layers'], [[conv, layer]], {
    en: `receptiveField, second layer with ${text}`,
    ko: `receptiveField, 둘째 층의 ${text}`,
  });

/** Kit N for each of the two functions, kit E, and S1–S7 of exercise 36: 19 checks. */
export const checks: Check[] = [
  ...of(
    'receptiveField',
    'field',
    numbers<FieldArgs>({
      callee: 'receptiveField',
      outputs: FIELD,
      table: [
        { args: [[{ k: 3 }]], expected: { size: 3, jump: 1, start: 1 } },
        { args: [[{ k: 2, stride: 2 }]], expected: { size: 2, jump: 2, start: 0.5 } },
        { args: [[{ k: 3, pad: 1 }]], expected: { size: 3, jump: 1, start: 0 } },
        { args: [[{ k: 3, dilation: 2 }]], expected: { size: 5, jump: 1, start: 2 } },
        { args: [[overlapping, overlapping]], expected: { size: 7, jump: 4, start: 3 } },
      ],
      values: [
        stack({ k: 3, stride: 2, pad: 1 }, { k: 3, stride: 2, pad: 1 }, { k: 3, stride: 2, pad: 1 }),
        stack({ k: 5, stride: 2 }, { k: 2, stride: 3 }, { k: 4 }),
        stack({ k: 3, stride: 2 }, { k: 3, dilation: 3, pad: 2 }, { k: 1, stride: 2 }, { k: 2 }),
        stack({ k: 7, stride: 2, pad: 3 }, { k: 3, stride: 2, pad: 1 }, { k: 3, pad: 2, dilation: 2 }),
        stack({ k: 4, stride: 3, pad: 1, dilation: 2 }, { k: 3, stride: 3, pad: 1 }, { k: 6 }),
      ],
      fresh: freshStack,
      boundary: [
        stack(),
        stack({ k: 1 }),
        stack({ k: 1, stride: 3 }, { k: 1, stride: 2 }),
        stack({ k: 1, pad: 2 }, { k: 1, stride: 2, pad: 1 }),
        stack({ k: 2 }, { k: 2 }),
        stack({ k: 3, stride: 5 }, { k: 3 }),
        stack(...times(20, conv)),
      ],
    }),
  ),
  ...of(
    'stackWeights',
    'weights',
    numbers<WeightsArgs>({
      callee: 'stackWeights',
      outputs: WEIGHTS,
      table: [
        { args: [3, 1, 1], expected: { stackWeights: 9 } },
        { args: [3, 2, 2], expected: { stackWeights: 72 } },
        { args: [1, 3, 4], expected: { stackWeights: 48 } },
      ],
      values: [weights(2, 3, 5), weights(5, 2, 3), weights(7, 4, 10), weights(3, 5, 6)],
      fresh: freshWeights,
      boundary: [weights(1, 1, 1), weights(1, 9, 1), weights(11, 1, 1), weights(1, 1, 512), weights(3, 16, 512)],
    }),
  ),
  ...errors(
    'receptiveField',
    [
      bad('receptiveField', 'TypeError', ['layers'], [3], {
        en: 'receptiveField, a number for layers',
        ko: 'receptiveField, 숫자인 layers',
      }),
      badLayer('RangeError', 'k', { k: 0 }, 'k = 0'),
      badLayer('TypeError', 'stride', { k: 3, stride: '2' }, "stride = '2'"),
      bad('stackWeights', 'RangeError', ['depth'], [3, 0, 64], 'stackWeights, depth = 0'),
    ],
    [
      badLayer('TypeError', 'k', { stride: 2 }, 'k = undefined'),
      badLayer('RangeError', 'k', { k: 2.5 }, 'k = 2.5'),
      badLayer('RangeError', 'stride', { k: 3, stride: 0 }, 'stride = 0'),
      badLayer('RangeError', 'pad', { k: 3, pad: -1 }, 'pad = −1'),
      badLayer('RangeError', 'pad', { k: 3, pad: Number.NaN }, 'pad = NaN'),
      badLayer('RangeError', 'dilation', { k: 3, dilation: 0 }, 'dilation = 0'),
      bad('stackWeights', 'TypeError', ['k'], ['3', 2, 64], "stackWeights, k = '3'"),
      bad('stackWeights', 'RangeError', ['k'], [0, 2, 64], 'stackWeights, k = 0'),
      bad('stackWeights', 'RangeError', ['depth'], [3, 1.5, 64], 'stackWeights, depth = 1.5'),
      bad('stackWeights', 'RangeError', ['c'], [3, 2, 0], 'stackWeights, c = 0'),
      bad('stackWeights', 'RangeError', ['c'], [3, 2, Number.POSITIVE_INFINITY], 'stackWeights, c = Infinity'),
    ],
  ),
  check(
    'three-by-three',
    'value',
    'public',
    { en: 'Two 3×3 see 5, three see 7', ko: '3×3 두 층은 5, 세 층은 7' },
    known(
      [times(2, { k: 3 }), { size: 5, jump: 1, start: 2 }],
      [times(3, { k: 3 }), { size: 7, jump: 1, start: 3 }],
      [times(3, conv), { size: 7, jump: 1, start: 0 }],
    ),
  ),
  check(
    'vgg16',
    'value',
    'public',
    { en: 'VGG16: 196 in its last convolution, 212 behind its last pooling', ko: 'VGG16: 마지막 합성곱 196, 풀링 212' },
    known([vgg16, { size: 196, jump: 16 }], [[...vgg16, halving], { size: 212, jump: 32 }]),
  ),
  check(
    'alexnet',
    'value',
    'public',
    { en: 'AlexNet: 195 behind its last pooling', ko: 'AlexNet: 마지막 풀링 뒤 195' },
    known([alexNet, { size: 195, jump: 32 }]),
  ),
  check(
    'small-kernels',
    'value',
    'public',
    { en: '73,728 weights in place of 102,400', ko: '가중치 102,400개 대신 73,728개' },
    smallKernels,
  ),
  check(
    'dilated-stack',
    'value',
    'hidden',
    { en: 'Dilations 1, 2, 4 see 15', ko: '팽창 1, 2, 4이면 15' },
    known([[{ k: 3 }, { k: 3, dilation: 2 }, { k: 3, dilation: 4 }], { size: 15, jump: 1, start: 7 }]),
  ),
  check(
    'stride-first',
    'value',
    'hidden',
    { en: 'A stride counts for the layers behind it', ko: '스트라이드는 뒤에 오는 층에 영향을 줌' },
    known(
      [[{ k: 3, stride: 2 }, { k: 3 }], { size: 7, jump: 2, start: 3 }],
      [[{ k: 3 }, { k: 3, stride: 2 }], { size: 5, jump: 2, start: 2 }],
    ),
  ),
  check(
    'traced-back',
    'value',
    'hidden',
    { en: 'The pixels that outputs 0 and 1 really read', ko: '출력 0과 1이 실제로 읽는 픽셀' },
    (random) => repeat(10, random, tracedBack),
  ),
];
