import type { Inputs } from '@/grading/checks/argument';
import { kernelBudget } from '@/grading/checks/budget';
import { asReference, callTask, check, constant, each, equal, outputOf } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { type BadInput, errors, tensorOf, zeros } from '@/grading/checks/errors';
import type { Expression } from '@/grading/checks/expectation';
import { gradients } from '@/grading/checks/gradients';
import { property } from '@/grading/checks/property';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { TensorData } from '@/grading/tensor-data';
import { conv64 } from './reference64';

type Extents = readonly [number, number, number, number];

/** Images [N, H, W, C], kernels of kh × kw, and O filters with their biases. */
const images =
  ([n, h, w, c]: Extents, [kh, kw]: readonly [number, number], o: number, scale = 1): Inputs =>
  (random) => [random.normal([n, h, w, c], scale), random.normal([kh, kw, c, o]), random.normal([o])];
const fresh: Inputs = (random) => {
  const [h, w] = random.extents(2, 3, 8) as [number, number];
  const [c, o] = random.extents(2, 1, 4) as [number, number];
  const kernel = [random.integer(1, Math.min(h, 4)), random.integer(1, Math.min(w, 4))] as const;
  return images([random.integer(1, 3), h, w, c], kernel, o)(random);
};
const outputShape = ([x, w]: readonly TensorData[]): number[] => {
  const [n, height, width] = (x as TensorData).shape as unknown as Extents;
  const [kh, kw, , o] = (w as TensorData).shape as unknown as Extents;
  return [n, height - kh + 1, width - kw + 1, o];
};
const Y = { label: 'y', path: [], shape: outputShape };

const filled = (shape: readonly number[], value: number): TensorData => {
  const data = zeros(shape);
  return { ...data, values: data.values.map(() => value) };
};
const judged = (args: readonly TensorData[], id: string): Plan => ({
  tasks: [callTask(id, 'conv2d', args)],
  expectations: [asReference('y', outputOf(id), 'forward', 10)],
});

/** Ones everywhere: each of the 28·28·4 outputs counts its 75 products, so that their sum is all 235,200 of them. */
const lesson: Check['plan'] = () => {
  const all = (expression: Expression) => [0, 1, 2, 3].reduce<Expression>((sum) => ({ sum, axis: 0 }), expression);
  return {
    tasks: [callTask('call', 'conv2d', [filled([1, 32, 32, 3], 1), filled([5, 5, 3, 4], 1), zeros([4])])],
    expectations: [
      { expect: 'shape', label: 'y', actual: outputOf('call'), shape: [1, 28, 28, 4], dtype: 'float32' },
      equal('Σ y', all(outputOf('call')), constant(tensorOf([], [235_200])), 'forward', 10),
    ],
  };
};

/** A single 1 in the kernel, at [0, 2] from channel c to filter c: y[i, j] = x[i, j + 2]. */
const delta: Check['plan'] = (random) => {
  const x = random.normal([1, 4, 5, 2]);
  const w = zeros([2, 3, 2, 2]);
  w.values[8] = 1;
  w.values[11] = 1;
  const due = [0, 1, 2].flatMap((i) => {
    const start = (i * 5 + 2) * 2;
    return [...x.values.subarray(start, start + 6)];
  });
  return {
    tasks: [callTask('call', 'conv2d', [x, w, zeros([2])])],
    expectations: [equal('y', outputOf('call'), constant(tensorOf([1, 3, 3, 2], due)), 'forward', 1)],
  };
};

/** 1·6 + 2·5 + 3·4 + 4·3 + 5·2 + 6·1 = 56 and 1 + … + 6 = 21, with biases 0.5 and −1. */
const onePlace: Check['plan'] = () => ({
  tasks: [
    callTask('call', 'conv2d', [
      tensorOf([1, 2, 3, 1], [1, 2, 3, 4, 5, 6]),
      tensorOf([2, 3, 1, 2], [6, 1, 5, 1, 4, 1, 3, 1, 2, 1, 1, 1]),
      tensorOf([2], [0.5, -1]),
    ]),
  ],
  expectations: [equal('y', outputOf('call'), constant(tensorOf([1, 1, 1, 2], [56.5, 20])), 'forward', 6)],
});

const [x, w, b] = [zeros([2, 5, 4, 3]), zeros([3, 2, 3, 6]), zeros([6])];
const bad = (
  name: 'TypeError' | 'RangeError',
  params: readonly string[],
  [en, ko]: readonly [string, string],
  spoilt: Partial<Record<'x' | 'w' | 'b', BadInput['args'][number]>>,
): BadInput => {
  const all = { x, w, b, ...spoilt };
  return { label: { en, ko }, args: [all.x, all.w, all.b], accept: params.map((param) => ({ name, param })) };
};

/** Kits T, G and E with S1–S6 of exercise 37: 18 checks. */
export const checks: Check[] = [
  ...tensorForward({
    fn: 'conv2d',
    outputs: [Y],
    shapes: [images([2, 5, 4, 3], [3, 2], 6), images([1, 3, 7, 2], [1, 4], 3), images([3, 6, 2, 4], [2, 1], 5)],
    values: [
      images([2, 4, 4, 2], [2, 2], 3),
      images([1, 5, 5, 3], [3, 3], 3),
      images([1, 6, 4, 2], [3, 2], 1),
      images([2, 3, 5, 1], [1, 3], 2),
    ],
    one: [images([1, 4, 3, 2], [2, 3], 5), images([1, 1, 1, 1], [1, 1], 1)],
    fresh,
    terms: 10,
  }),
  ...gradients({
    fn: 'conv2d',
    outputs: [Y],
    wrt: [
      { name: 'x', path: [0] },
      { name: 'w', path: [1] },
      { name: 'b', path: [2] },
    ],
    values: [images([2, 4, 4, 2], [2, 2], 2), images([1, 5, 5, 2], [3, 3], 2)],
    fresh,
    small: images([1, 4, 5, 2], [2, 3], 3),
    stress: [images([1, 3, 4, 2], [2, 2], 3, 1e3), images([1, 1, 1, 1], [1, 1], 1, 1e-6)],
    forward64: conv64,
    terms: 10,
  }),
  ...errors(
    'conv2d',
    [
      bad('TypeError', ['x'], ['a 3-D x', '3차원 x'], { x: zeros([5, 4, 3]) }),
      bad('TypeError', ['b'], ['a 2-D b', '2차원 b'], { b: zeros([1, 6]) }),
      bad('RangeError', ['w', 'x'], ['filters for 2 channels on 3', '채널 3개에 채널 2개용 필터'], {
        w: zeros([3, 2, 2, 6]),
      }),
      bad('RangeError', ['b', 'w'], ['b [5] with 6 filters', '필터 6개에 b [5]'], { b: zeros([5]) }),
      bad('RangeError', ['w', 'x'], ['a kernel of 6 rows on 5', '행 5개에 행이 6개인 커널'], {
        w: zeros([6, 2, 3, 6]),
      }),
    ],
    [
      bad('TypeError', ['x'], ['an int32 x', 'int32인 x'], { x: zeros([2, 5, 4, 3], 'int32') }),
      bad('TypeError', ['w'], ['a 2-D w', '2차원 w'], { w: zeros([3, 6]) }),
      bad('TypeError', ['w'], ['an array for w', '배열인 w'], { w: [[1]] }),
      bad('TypeError', ['b'], ['no b', 'b 누락'], { b: { $undefined: true } }),
      bad('RangeError', ['x'], ['no images', '이미지 없음'], { x: zeros([0, 5, 4, 3]) }),
      bad('RangeError', ['w', 'b'], ['no filters', '필터 없음'], { w: zeros([3, 2, 3, 0]), b: zeros([0]) }),
      bad('RangeError', ['b', 'w'], ['b of length 1', '길이 1인 b'], { b: zeros([1]) }),
      bad('RangeError', ['w', 'x'], ['a kernel of 5 columns on 4', '열 4개에 열이 5개인 커널'], {
        w: zeros([3, 5, 3, 6]),
      }),
    ],
  ),
  check(
    'lesson',
    'value',
    'public',
    { en: '32×32×3 with four 5×5 filters: 28×28×4', ko: '32×32×3에 5×5 필터 4개: 28×28×4' },
    lesson,
    { requires: ['shape'] },
  ),
  check(
    'delta',
    'value',
    'public',
    { en: 'A kernel with a single 1 moves the image', ko: '1이 하나뿐인 커널은 이미지를 옮김' },
    delta,
    { requires: ['shape'] },
  ),
  check('one-place', 'value', 'public', { en: 'A kernel as large as the image', ko: '이미지만큼 큰 커널' }, onePlace, {
    requires: ['shape'],
  }),
  check(
    'uneven-kernels',
    'value',
    'hidden',
    { en: 'Kernels that are not square', ko: '정사각형이 아닌 커널' },
    each(
      [
        images([1, 5, 5, 1], [1, 4], 2),
        images([2, 5, 5, 2], [4, 1], 3),
        images([1, 9, 4, 3], [5, 2], 2),
        images([1, 4, 9, 2], [2, 7], 4),
      ],
      judged,
    ),
    { requires: ['shape'] },
  ),
  property({
    id: 'equivariance',
    title: { en: 'Moving the image moves the feature maps', ko: '이미지를 옮기면 특징 맵도 옮겨짐' },
    visibility: 'hidden',
    driver: 'crop',
    inputs: ['x', 'w', 'b', 'rows', 'columns'],
    generate: (random, size) => {
      const [kh, kw] = [random.integer(1, 3), random.integer(1, 3)];
      const [rows, columns] = [random.integer(0, 2), random.integer(0, 2)];
      const extents = [1, kh + rows + random.integer(0, size), kw + columns + random.integer(0, size), 2] as const;
      return [...images(extents, [kh, kw], random.integer(1, 3))(random), rows, columns];
    },
    sides: [{ label: 'y of the moved image', tolerance: 'forward', terms: 10 }],
    shrink: { values: ['x', 'w', 'b'] },
    requires: ['shape'],
  }),
  check(
    'kernel-budget',
    'budget',
    'hidden',
    { en: 'At most 3 × the operations of a loop over u and v', ko: '연산 수는 u와 v만 도는 반복의 3배 이내' },
    kernelBudget('conv2d', images([4, 16, 16, 3], [3, 3], 8), 3),
    { requires: ['shape'] },
  ),
];
