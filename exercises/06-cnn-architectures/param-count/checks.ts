import type { Argument, Inputs } from '@/grading/checks/argument';
import { callTask, check, constant, equal, plainOf } from '@/grading/checks/cases';
import type { Check } from '@/grading/checks/check';
import { type BadInput, errors, numbersOf } from '@/grading/checks/errors';
import { type NumbersSpec, numbers } from '@/grading/checks/numbers';
import type { Random } from '@/grading/random';
import { ALEXNET, DENSENET_121, GOOGLENET, type Layer, LENET_5, resnet50, type Shape, vgg } from './nets';

type Args = readonly [Shape, Layer[]];

const outputs: NumbersSpec[] = [
  { label: 'params', path: ['params'], tolerance: 'exact' },
  { label: 'macs', path: ['macs'], tolerance: 'exact' },
  { label: 'out', path: ['out'], tolerance: 'exact' },
];
const net =
  (input: Shape, ...spec: Layer[]): Inputs<Args> =>
  () => [input, spec];

const oneOf = <T>(random: Random, items: readonly T[]): T => items[random.integer(0, items.length - 1)] as T;
const maybe = <T extends object>(random: Random, options: T): T | object => (random.next() < 0.5 ? options : {});

/** A convolution that keeps height and width, with groups that divide. */
function keeping(random: Random, channels: number, o?: number): Extract<Layer, { t: 'conv' }> {
  const p = random.integer(0, 1);
  const g = oneOf(
    random,
    [1, 2, 3].filter((groups) => channels % groups === 0 && (o ?? groups) % groups === 0),
  );
  const flags = { ...maybe(random, { bn: true }), ...maybe(random, { bias: random.next() < 0.5 }) };
  return { t: 'conv', k: 2 * p + 1, o: o ?? g * random.integer(1, 3), p, ...(g > 1 ? { g } : {}), ...flags };
}

/** A branch on maps of so many channels, and how many it gives. */
function branching(random: Random, channels: number): { layer: Layer; channels: number } {
  if (random.next() < 0.5)
    return { layer: { t: 'branch', b: [[keeping(random, channels, channels)], []], join: 'add' }, channels };
  const wide = keeping(random, channels);
  const second = keeping(random, wide.o);
  const beside = keeping(random, channels);
  return {
    layer: {
      t: 'branch',
      b: [[wide, { t: 'bn' }, second], [], [{ t: 'pool', k: 3, s: 1, p: 1 }, beside]],
      join: 'concat',
    },
    channels: second.o + channels + beside.o,
  };
}

/** Two blocks of a convolution, a branch and a pooling, the sides shrinking to 1 at least, then a head. */
const fresh: Inputs<Args> = (random) => {
  const input: Shape = [random.integer(24, 32), random.integer(24, 32), random.integer(1, 6)];
  const spec: Layer[] = [];
  let channels = input[2];
  for (let i = 0; i < 2; i++) {
    const first = keeping(random, channels);
    spec.push({ ...first, s: random.integer(1, 2) }, { t: 'relu' });
    const branch = branching(random, first.o);
    const pool: Layer = {
      t: 'pool',
      k: random.integer(2, 3),
      s: 2,
      ...maybe(random, { ceil: true }),
      ...maybe(random, { p: 1 }),
    };
    spec.push(...(random.next() < 0.5 ? [branch.layer, pool] : [pool, branch.layer]));
    channels = branch.channels;
  }
  if (random.next() < 0.5) spec.push({ t: 'bn' }, { t: 'relu' });
  if (random.next() < 0.3) spec.push({ t: 'gap' });
  spec.push({ t: 'fc', o: random.integer(1, 9), ...maybe(random, { bias: random.next() < 0.5 }) });
  if (random.next() < 0.3) spec.push({ t: 'fc', o: 3 });
  return [input, spec];
};

/** Whole networks and what is known of them. */
const known =
  (...nets: { name: string; input: Shape; spec: Layer[]; params: number; macs: number }[]): Check['plan'] =>
  () => ({
    tasks: nets.map(({ name, input, spec }) => callTask(name, 'countNet', [input, spec])),
    expectations: nets.flatMap(({ name, params, macs }) => [
      equal(`params of ${name}`, plainOf(name, ['params']), constant(numbersOf([], [params])), 'exact', 1),
      equal(`macs of ${name}`, plainOf(name, ['macs']), constant(numbersOf([], [macs])), 'exact', 1),
    ]),
  });
const IMAGE: Shape = [224, 224, 3];

const bad = (
  name: 'TypeError' | 'RangeError',
  param: string,
  en: string,
  ko: string,
  input: Argument,
  spec: Argument,
): BadInput => ({ label: { en, ko }, args: [input, spec], accept: [{ name, param }] });
const small = [6, 6, 4];

/** Kits N and E with S1–S6 of exercise 53: 13 checks. */
export const checks: Check[] = [
  ...numbers<Args>({
    callee: 'countNet',
    outputs,
    table: [
      { args: [[4, 4, 3], [{ t: 'conv', k: 3, o: 2 }]], expected: { params: 56, macs: 216, out: [2, 2, 2] } },
      {
        args: [[2, 2, 4], [{ t: 'conv', k: 1, o: 4, g: 2, bn: true }]],
        expected: { params: 8 + 8, macs: 32, out: [2, 2, 4] },
      },
      {
        args: [
          [5, 4, 2],
          [
            { t: 'pool', k: 2, s: 2, ceil: true },
            { t: 'fc', o: 3 },
          ],
        ],
        expected: { params: 3 * 2 * 2 * 3 + 3, macs: 36, out: [1, 1, 3] },
      },
      {
        args: [
          [3, 3, 2],
          [{ t: 'branch', b: [[], [{ t: 'conv', k: 3, o: 5, p: 1 }]], join: 'concat' }, { t: 'bn' }],
        ],
        expected: { params: 95 + 14, macs: 810, out: [3, 3, 7] },
      },
    ],
    values: [
      net(
        [8, 8, 4],
        { t: 'conv', k: 3, o: 6, p: 1, g: 2 },
        { t: 'relu' },
        { t: 'pool', k: 2, s: 2 },
        { t: 'fc', o: 5 },
      ),
      net(
        [9, 7, 2],
        { t: 'conv', k: 3, o: 4, s: 2, bn: true },
        { t: 'pool', k: 2, s: 2, ceil: true },
        { t: 'conv', k: 1, o: 4, bn: true, bias: true },
        { t: 'gap' },
        { t: 'fc', o: 3, bias: false },
      ),
      net(
        [6, 6, 4],
        {
          t: 'branch',
          b: [
            [{ t: 'conv', k: 1, o: 2 }],
            [
              { t: 'conv', k: 1, o: 3 },
              { t: 'conv', k: 3, o: 6, p: 1, g: 3 },
            ],
          ],
          join: 'concat',
        },
        { t: 'pool', k: 3, s: 2, ceil: true },
        { t: 'bn' },
        { t: 'fc', o: 4 },
      ),
      net(
        [5, 8, 6],
        { t: 'conv', k: 1, o: 6, g: 3, bn: true },
        { t: 'branch', b: [[], [{ t: 'conv', k: 3, o: 6, p: 1, bn: true }]], join: 'add' },
        { t: 'pool', k: 2, s: 2, ceil: true },
        { t: 'conv', k: 2, o: 4 },
        { t: 'fc', o: 2 },
      ),
      net(
        [4, 4, 3],
        {
          t: 'branch',
          b: [
            [],
            [{ t: 'conv', k: 3, o: 2, p: 1, bias: false }],
            [
              { t: 'pool', k: 3, s: 1, p: 1 },
              { t: 'conv', k: 1, o: 2 },
            ],
          ],
          join: 'concat',
        },
        { t: 'conv', k: 1, o: 5, bias: false },
        { t: 'gap' },
      ),
    ],
    fresh,
    boundary: [
      net([3, 5, 2]),
      net([3, 3, 2], { t: 'conv', k: 3, o: 1 }),
      net([1, 1, 6], { t: 'conv', k: 1, o: 6, g: 6 }, { t: 'fc', o: 1 }),
      net([2, 3, 4], { t: 'branch', b: [[], []], join: 'add' }, { t: 'branch', b: [[]], join: 'concat' }),
      net([7, 4, 2], { t: 'pool', k: 3, s: 3, ceil: true }, { t: 'pool', k: 3, s: 2, p: 1, ceil: true }),
      net([6, 6, 2], {
        t: 'branch',
        b: [
          [{ t: 'branch', b: [[{ t: 'conv', k: 2, o: 3, s: 2 }], [{ t: 'pool', k: 2, s: 2 }]], join: 'concat' }],
          [{ t: 'conv', k: 3, o: 5, s: 2, p: 1, bn: true }],
        ],
        join: 'add',
      }),
    ],
  }),
  ...errors(
    'countNet',
    [
      bad('TypeError', 'spec[1]', 'an unknown layer', '모르는 층', small, [{ t: 'relu' }, { t: 'lstm' }]),
      bad('RangeError', 'spec[1]', 'a kernel larger than its input', '입력보다 큰 커널', small, [
        { t: 'pool', k: 3, s: 3 },
        { t: 'conv', k: 3, o: 2 },
      ]),
      bad('RangeError', 'spec[0]', '3 groups of 4 channels', '채널 4개에 그룹 3개', small, [
        { t: 'conv', k: 1, o: 3, g: 3 },
      ]),
      bad('RangeError', 'spec[0]', 'a sum of 4 and 5 channels', '채널 4개와 5개의 덧셈', small, [
        { t: 'branch', b: [[], [{ t: 'conv', k: 1, o: 5 }]], join: 'add' },
      ]),
    ],
    [
      bad('RangeError', 'spec[2]', 'a pooling larger than its input', '입력보다 큰 풀링', small, [
        { t: 'relu' },
        { t: 'gap' },
        { t: 'pool', k: 2, s: 2 },
      ]),
      bad('RangeError', 'spec[0]', '2 groups of 3 outputs', '출력 3개에 그룹 2개', small, [
        { t: 'conv', k: 1, o: 3, g: 2 },
      ]),
      bad('RangeError', 'spec[1]', 'concatenated maps of 6 and 3 rows', '6행과 3행 이어붙이기', small, [
        { t: 'bn' },
        { t: 'branch', b: [[], [{ t: 'pool', k: 2, s: 2 }]], join: 'concat' },
      ]),
      bad('RangeError', 'spec[0]', 'a sum of 6 and 3 rows', '6행과 3행의 덧셈', small, [
        { t: 'branch', b: [[{ t: 'pool', k: 2, s: 2 }], []], join: 'add' },
      ]),
      bad(
        'RangeError',
        'spec[0]',
        'maps of unequal width',
        '너비가 다른 맵',
        [6, 1, 4],
        [{ t: 'branch', b: [[], [{ t: 'conv', k: 1, o: 4, p: 1, s: 2 }]], join: 'concat' }],
      ),
      bad('RangeError', 'spec[0]', 'no branches', '가지 없음', small, [{ t: 'branch', b: [], join: 'concat' }]),
      bad('TypeError', 'spec[0]', 'an unknown layer in a branch', '가지 속의 모르는 층', small, [
        { t: 'branch', b: [[], [{ t: 'Conv', k: 1, o: 4 }]], join: 'concat' },
      ]),
      bad('TypeError', 'spec[0]', 'an unknown join', '모르는 join', small, [
        { t: 'branch', b: [[], []], join: 'mean' },
      ]),
      bad('RangeError', 'spec[0]', 'stride 0', '스트라이드 0', small, [{ t: 'pool', k: 2, s: 0 }]),
      bad('RangeError', 'spec[0]', 'padding −1', '패딩 −1', small, [{ t: 'conv', k: 1, o: 2, p: -1 }]),
      bad('RangeError', 'spec[0]', 'k = 0', 'k = 0', small, [{ t: 'conv', k: 0, o: 2 }]),
      bad('RangeError', 'spec[0]', 'o = 1.5', 'o = 1.5', small, [{ t: 'conv', k: 1, o: 1.5 }]),
      bad('RangeError', 'spec[0]', 'an fc of 0 outputs', '출력 0개인 fc', small, [{ t: 'fc', o: 0 }]),
      bad('TypeError', 'spec[0]', "o = '2'", "o = '2'", small, [{ t: 'conv', k: 1, o: '2' }]),
      bad('RangeError', 'input', 'an input of two extents', '크기 두 개인 input', [6, 6], [{ t: 'relu' }]),
      bad('RangeError', 'input', 'an input of 0 rows', '0행인 input', [0, 6, 3], [{ t: 'relu' }]),
      bad('TypeError', 'input', 'a number for input', 'input 자리에 숫자', 224, [{ t: 'relu' }]),
      bad('TypeError', 'spec', 'a layer for spec', 'spec 자리에 층 하나', small, { t: 'relu' }),
    ],
  ),
  check(
    'lenet-5',
    'value',
    'public',
    { en: 'LeNet-5: 61,706 parameters, 416,520 multiply-adds', ko: 'LeNet-5: 매개변수 61,706개, 곱셈-덧셈 416,520번' },
    known({ name: 'LeNet-5', input: [32, 32, 1], spec: LENET_5, params: 61_706, macs: 416_520 }),
  ),
  check(
    'alexnet',
    'value',
    'public',
    { en: 'AlexNet in two groups: 60,965,224 parameters', ko: '그룹이 둘인 AlexNet: 매개변수 60,965,224개' },
    known({ name: 'AlexNet', input: [227, 227, 3], spec: ALEXNET, params: 60_965_224, macs: 724_406_816 }),
  ),
  check(
    'vgg',
    'value',
    'public',
    { en: 'VGG16 and VGG19', ko: 'VGG16과 VGG19' },
    known(
      { name: 'VGG16', input: IMAGE, spec: vgg(2, 2, 3, 3, 3), params: 138_357_544, macs: 15_470_264_320 },
      { name: 'VGG19', input: IMAGE, spec: vgg(2, 2, 4, 4, 4), params: 143_667_240, macs: 19_632_062_464 },
    ),
  ),
  check(
    'googlenet',
    'value',
    'hidden',
    { en: 'GoogLeNet: 6,998,552 parameters', ko: 'GoogLeNet: 매개변수 6,998,552개' },
    known({ name: 'GoogLeNet', input: IMAGE, spec: GOOGLENET, params: 6_998_552, macs: 1_582_671_872 }),
  ),
  check(
    'resnet-50',
    'value',
    'hidden',
    {
      en: 'ResNet-50, stride in the 1 × 1 and in the 3 × 3',
      ko: '스트라이드가 1×1에 있는, 그리고 3×3에 있는 ResNet-50',
    },
    known(
      { name: 'ResNet-50 v1', input: IMAGE, spec: resnet50(true), params: 25_557_032, macs: 3_857_973_248 },
      { name: 'ResNet-50 v1.5', input: IMAGE, spec: resnet50(false), params: 25_557_032, macs: 4_089_184_256 },
    ),
  ),
  check(
    'densenet-121',
    'value',
    'hidden',
    { en: 'DenseNet-121: 7,978,856 parameters', ko: 'DenseNet-121: 매개변수 7,978,856개' },
    known({ name: 'DenseNet-121', input: IMAGE, spec: DENSENET_121, params: 7_978_856, macs: 2_834_161_664 }),
  ),
];
