import type { Argument, Inputs } from '@/grading/checks/argument';
import { callTask, check, constant, equal, plainOf } from '@/grading/checks/cases';
import type { Check } from '@/grading/checks/check';
import { type BadInput, errors, numbersOf, tensorOf } from '@/grading/checks/errors';
import { numbers } from '@/grading/checks/numbers';
import type { Localized } from '@/grading/localized';

type OutOptions = { readonly stride?: number; readonly pad?: number; readonly dilation?: number };
type OutArgs = readonly [number, number] | readonly [number, number, OutOptions];
type ParamsOptions = { readonly bias?: boolean; readonly groups?: number };
type Kernel = readonly [number, number];
type ParamsArgs = readonly [Kernel, number, number] | readonly [Kernel, number, number, ParamsOptions];

const OUT = { label: 'convOut', path: [], tolerance: 'exact' as const };
const PARAMS = { label: 'convParams', path: [], tolerance: 'exact' as const };

const out =
  (...args: OutArgs): Inputs<OutArgs> =>
  () =>
    args;
const params =
  (...args: ParamsArgs): Inputs<ParamsArgs> =>
  () =>
    args;

const freshOut: Inputs<OutArgs> = (random) => {
  const k = random.integer(1, 7);
  const options = { stride: random.integer(1, 5), pad: random.integer(0, 4), dilation: random.integer(1, 4) };
  const least = Math.max(1, options.dilation * (k - 1) + 1 - 2 * options.pad);
  const n = random.integer(least, least + 40);
  const given = Object.entries(options).filter(() => random.next() < 0.7);
  // What is left out may need a larger input.
  return given.length === 3 ? [n, k, options] : [n + 4 * k, k, Object.fromEntries(given)];
};
/** Now and then a single weight, or a single channel to a group. */
const freshParams: Inputs<ParamsArgs> = (random) => {
  const kernel = random.next() < 0.2 ? [1, 1] : random.extents(2, 1, 7);
  const [cin, cout] = random.extents(2, 1, 12) as [number, number];
  const groups = random.integer(1, 4);
  const inputs = random.next() < 0.25 ? groups : cin * groups;
  const given: ParamsOptions = { groups, ...(random.next() < 0.6 && { bias: random.next() < 0.5 }) };
  const k = kernel as [number, number];
  return random.next() < 0.2 ? [k, cin, cout] : [k, inputs, cout * groups, given];
};

/** The kit's checks for one of the two functions, told apart by its name. */
const of = (fn: 'convOut' | 'convParams', prefix: string, kit: readonly Check[]): Check[] =>
  kit.map((one) => ({
    ...one,
    id: `${prefix}-${one.id}`,
    title: { en: `${fn}: ${one.title.en}`, ko: `${fn}: ${one.title.ko}` },
  }));

/** Sizes that are known from elsewhere. */
const sizes =
  (...cases: [OutArgs, number][]): Check['plan'] =>
  () => ({
    tasks: cases.map(([args], i) => callTask(String(i), 'convOut', args)),
    expectations: cases.map(([, due], i) =>
      equal('convOut', plainOf(String(i)), constant(numbersOf([], [due])), 'exact', 1),
    ),
  });

/** 5·5·3·4 = 300 and 5·5·4·10 = 1,000 weights: 1,300 together, 1,314 with the biases. */
const twoLayers: Check['plan'] = () => {
  const layers: [string, ParamsArgs][] = [
    ['first', [[5, 5], 3, 4, { bias: false }]],
    ['second', [[5, 5], 4, 10, { bias: false }]],
    ['first with bias', [[5, 5], 3, 4]],
    ['second with bias', [[5, 5], 4, 10]],
  ];
  const sum = (...ids: string[]) => ({ combine: ids.map((id) => ({ factor: 1, of: plainOf(id) })) });
  return {
    tasks: layers.map(([id, args]) => callTask(id, 'convParams', args)),
    expectations: [
      equal('weights of both layers', sum('first', 'second'), constant(tensorOf([], [1300])), 'exact', 1),
      equal(
        'parameters of both layers',
        sum('first with bias', 'second with bias'),
        constant(tensorOf([], [1314])),
        'exact',
        1,
      ),
    ],
  };
};

const bad = (
  fn: 'convOut' | 'convParams',
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
const window = ['k', 'n', 'pad', 'dilation'];

/** Kit N for each of the two functions, kit E, and S1–S6 of exercise 35: 18 checks. */
export const checks: Check[] = [
  ...of(
    'convOut',
    'out',
    numbers<OutArgs>({
      callee: 'convOut',
      outputs: [OUT],
      table: [
        { args: [5, 3], expected: { convOut: 3 } },
        { args: [6, 3, { stride: 2 }], expected: { convOut: 2 } },
        { args: [4, 3, { pad: 1 }], expected: { convOut: 4 } },
        { args: [7, 3, { dilation: 2 }], expected: { convOut: 3 } },
      ],
      values: [
        out(9, 3, { stride: 2, pad: 1 }),
        out(10, 3, { stride: 2, pad: 1 }),
        out(11, 4, { stride: 3, pad: 2 }),
        out(16, 5, { stride: 2, dilation: 3 }),
        out(20, 2, { stride: 4, pad: 3, dilation: 5 }),
        out(13, 1, { stride: 3 }),
      ],
      fresh: freshOut,
      boundary: [
        out(1, 1),
        out(3, 3),
        out(3, 5, { pad: 1 }),
        out(1, 1, { stride: 9 }),
        out(5, 3, { stride: 7, dilation: 2 }),
        out(2, 1, { pad: 3, dilation: 6 }),
        out(4096, 7, { stride: 2, pad: 3 }),
      ],
    }),
  ),
  ...of(
    'convParams',
    'params',
    numbers<ParamsArgs>({
      callee: 'convParams',
      outputs: [PARAMS],
      table: [
        { args: [[3, 3], 1, 1], expected: { convParams: 10 } },
        { args: [[5, 5], 3, 4], expected: { convParams: 304 } },
        { args: [[1, 1], 256, 64, { bias: false }], expected: { convParams: 16_384 } },
        { args: [[3, 3], 8, 8, { bias: false, groups: 8 }], expected: { convParams: 72 } },
      ],
      values: [
        params([2, 3], 4, 5),
        params([3, 1], 6, 9, { groups: 3 }),
        params([7, 5], 3, 2, { bias: false }),
        params([3, 3], 16, 4, { bias: true, groups: 2 }),
        params([1, 4], 10, 25, { groups: 5, bias: false }),
      ],
      fresh: freshParams,
      boundary: [
        params([1, 1], 1, 1),
        params([1, 1], 1, 1, { bias: false, groups: 1 }),
        params([1, 1], 7, 7, { groups: 7 }),
        params([3, 3], 512, 512),
        params([7, 7], 512, 4096),
      ],
    }),
  ),
  ...errors(
    'convOut',
    [
      bad('convOut', 'TypeError', ['n'], ['32', 5], "convOut, n = '32'"),
      bad('convOut', 'RangeError', ['stride'], [32, 5, { stride: 0 }], 'convOut, stride = 0'),
      bad('convOut', 'RangeError', window, [4, 3, { dilation: 2 }], {
        en: 'convOut, a window of 5 on 4 elements',
        ko: 'convOut, 원소 4개에 길이가 5인 창',
      }),
      bad('convParams', 'RangeError', ['cout'], [[3, 3], 2, 1.5], 'convParams, cout = 1.5'),
      bad('convParams', 'RangeError', ['groups', 'cin'], [[3, 3], 3, 4, { groups: 2 }], {
        en: 'convParams, 3 input channels in 2 groups',
        ko: 'convParams, 입력 채널 3개를 그룹 2개로',
      }),
    ],
    [
      bad('convOut', 'RangeError', ['k'], [32, 2.5], 'convOut, k = 2.5'),
      bad('convOut', 'RangeError', ['k'], [32, 0], 'convOut, k = 0'),
      bad('convOut', 'RangeError', ['n'], [Number.NaN, 1], 'convOut, n = NaN'),
      bad('convOut', 'RangeError', ['pad'], [32, 3, { pad: -1 }], 'convOut, pad = −1'),
      bad('convOut', 'RangeError', ['pad'], [32, 3, { pad: 0.5 }], 'convOut, pad = 0.5'),
      bad('convOut', 'TypeError', ['pad'], [32, 3, { pad: 'same' }], "convOut, pad = 'same'"),
      bad('convOut', 'RangeError', ['dilation'], [32, 3, { dilation: 0 }], 'convOut, dilation = 0'),
      bad('convOut', 'TypeError', ['stride'], [32, 3, { stride: '2' }], "convOut, stride = '2'"),
      bad('convOut', 'RangeError', window, [2, 5, { pad: 1 }], {
        en: 'convOut, a kernel of 5 on 2 elements with pad 1',
        ko: 'convOut, 패딩 1을 더한 원소 2개에 크기 5인 커널',
      }),
      bad('convParams', 'TypeError', ['k'], [3, 3, 4], {
        en: 'convParams, a number for k',
        ko: 'convParams, 숫자인 k',
      }),
      bad('convParams', 'RangeError', ['k'], [[3, 0], 3, 4], 'convParams, k = [3, 0]'),
      {
        fn: 'convParams',
        label: { en: 'convParams, k = [3]', ko: 'convParams, k = [3]' },
        args: [[3], 3, 4],
        accept: [
          { name: 'RangeError', param: 'k' },
          { name: 'TypeError', param: 'k' },
        ],
      },
      bad('convParams', 'TypeError', ['cin'], [[3, 3], '3', 4], "convParams, cin = '3'"),
      bad('convParams', 'RangeError', ['cin'], [[3, 3], 0, 4], 'convParams, cin = 0'),
      bad('convParams', 'RangeError', ['cout'], [[3, 3], 4, 0], 'convParams, cout = 0'),
      bad('convParams', 'RangeError', ['groups'], [[3, 3], 4, 4, { groups: 0 }], 'convParams, groups = 0'),
      bad('convParams', 'RangeError', ['groups', 'cout'], [[3, 3], 6, 4, { groups: 3 }], {
        en: 'convParams, 4 output channels in 3 groups',
        ko: 'convParams, 출력 채널 4개를 그룹 3개로',
      }),
    ],
  ),
  check(
    'lesson',
    'value',
    'public',
    { en: '32 with a kernel of 5: 28', ko: '32에 크기 5인 커널: 28' },
    sizes([[32, 5], 28]),
  ),
  check(
    'alexnet',
    'value',
    'public',
    { en: "AlexNet's first layer: 227 to 55", ko: 'AlexNet의 첫 층: 227에서 55로' },
    sizes([[227, 11, { stride: 4 }], 55]),
  ),
  check(
    'resnet',
    'value',
    'public',
    { en: "ResNet's first layer: 224 to 112", ko: 'ResNet의 첫 층: 224에서 112로' },
    sizes([[224, 7, { stride: 2, pad: 3 }], 112]),
  ),
  check(
    'two-layers',
    'value',
    'public',
    { en: 'Two layers: 300 + 1,000 weights', ko: '두 층: 가중치 300 + 1,000개' },
    twoLayers,
  ),
  check(
    'grouped',
    'value',
    'hidden',
    { en: "AlexNet's second layer: 307,456 in two groups", ko: 'AlexNet의 둘째 층: 두 그룹으로 307,456개' },
    () => ({
      tasks: [callTask('call', 'convParams', [[5, 5], 96, 256, { groups: 2 }])],
      expectations: [equal('convParams', plainOf('call'), constant(numbersOf([], [307_456])), 'exact', 1)],
    }),
  ),
  check(
    'dilated',
    'value',
    'hidden',
    { en: 'A kernel of 3 with dilation 2 acts on 5', ko: '팽창 2인 크기 3의 커널은 5칸을 차지' },
    sizes([[28, 3, { dilation: 2 }], 24], [[28, 3, { dilation: 2, pad: 2 }], 28], [[9, 3, { dilation: 4 }], 1]),
  ),
];
