import type { Inputs } from '@/grading/checks/argument';
import { callTask, check, constant, equal, outputOf, plainOf, repeat } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { type BadInput, errors, numbersOf, tensorOf, zeros } from '@/grading/checks/errors';
import { gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { gapHead64 } from './reference64';

type Args = readonly [TensorData, TensorData, TensorData];

/** Maps of mean 1 or so, [n, h, w, c], and a dense layer of `o` outputs. */
const head =
  (n: number, h: number, w: number, c: number, o: number, scale = 1): Inputs<Args> =>
  (random) => {
    const x = random.normal([n, h, w, c], scale);
    return [{ ...x, values: x.values.map((value) => value + scale) }, random.normal([c, o]), random.normal([o])];
  };
const fresh: Inputs<Args> = (random) => {
  const [n, h, w, c, o] = random.extents(5, 2, 7) as [number, number, number, number, number];
  return head(n, h, w, c, o)(random);
};
const outputs = [{ label: 'Y', path: [], shape: ([x, w]: Args) => [x.shape[0] as number, w.shape[1] as number] }];
const float64 = ({ shape, values }: TensorData) => ({ shape, values: Float64Array.from(values) });
/** The logits of arguments in double precision. */
const due = ([x, w, b]: Args): TensorData => {
  const { shape, values } = gapHead64(float64(x), float64(w), float64(b));
  return tensorOf(shape, [...values]);
};

/** One position is its own mean: a dense layer on the channels. */
const onePosition = (random: Random, index: number): Plan => {
  const args = head(2 + index, 1, 1, 3, 4)(random);
  const id = String(index);
  return {
    tasks: [callTask(id, 'gapHead', args)],
    expectations: [equal('Y', outputOf(id), constant(due(args)), 'forward', 10)],
  };
};

/** The same permutation of the positions in every image and channel. */
const permuted = (random: Random, index: number): Plan => {
  const [x, w, b] = head(2, 2 + index, 3, 3, 2)(random);
  const channels = x.shape[3] as number;
  const positions = (2 + index) * 3;
  const order = random.permutation(positions);
  const moved = x.values.map((_, at) => {
    const [row, c] = [Math.floor(at / channels), at % channels];
    const from = Math.floor(row / positions) * positions + (order[row % positions] as number);
    return x.values[from * channels + c] as number;
  });
  const [plain, other] = [`${index} x`, `${index} moved`];
  return {
    tasks: [callTask(plain, 'gapHead', [x, w, b]), callTask(other, 'gapHead', [{ ...x, values: moved }, w, b])],
    expectations: [equal('Y of positions in another order', outputOf(other), outputOf(plain), 'forward', 10)],
  };
};

const wide = (random: Random, index: number): Plan => {
  const [h, w] = [
    [1, 8],
    [9, 2],
    [3, 11],
  ][index] as [number, number];
  const args = head(2, h, w, 3, 2)(random);
  const id = String(index);
  return {
    tasks: [callTask(id, 'gapHead', args)],
    expectations: [equal('Y', outputOf(id), constant(due(args)), 'forward', 10)],
  };
};

/** 7×7×1024 → 1000. With w[c, o] = u[c]·v[o], a logit is (Σ mean·u)·v[o] + b[o]. */
const googlenet: Check['plan'] = (random) => {
  const [channels, classes] = [1024, 1000];
  const x = random.uniform([1, 7, 7, channels], 0, 1);
  const u = random.uniform([channels], 0, 1 / channels);
  const v = random.normal([classes]);
  const b = random.normal([classes]);
  const total = gapHead64(
    float64(x),
    { ...float64(u), shape: [channels, 1] },
    { shape: [1], values: new Float64Array(1) },
  );
  const logits = Array.from(v.values, (value, o) => (total.values[0] as number) * value + (b.values[o] as number));
  return {
    tasks: [callTask('head', { driver: 'googlenet-head' }, [x, u, v, b])],
    expectations: [
      equal('logits', outputOf('head', ['y']), constant(tensorOf([1, classes], logits)), 'forward', 10),
      equal('parameters', plainOf('head', ['parameters']), constant(numbersOf([], [1_025_000])), 'exact', 1),
    ],
  };
};

const [x, w, b] = [zeros([2, 3, 4, 5]), zeros([5, 6]), zeros([6])];
const bad = (
  name: 'TypeError' | 'RangeError',
  params: readonly string[],
  en: string,
  ko: string,
  args: BadInput['args'],
): BadInput => ({ label: { en, ko }, args, accept: params.map((param) => ({ name, param })) });

/** Kits T, G and E with S1–S4 of exercise 52: 16 checks. */
export const checks: Check[] = [
  ...tensorForward<Args>({
    fn: 'gapHead',
    outputs,
    shapes: [head(2, 3, 4, 5, 6), head(5, 4, 2, 3, 1), head(3, 1, 6, 2, 4)],
    values: [head(2, 2, 2, 2, 2), head(3, 3, 3, 3, 3), head(2, 2, 3, 4, 3), head(4, 5, 2, 3, 2)],
    one: [head(1, 3, 4, 2, 5), head(1, 1, 1, 1, 1)],
    fresh,
    terms: 10,
  }),
  ...gradients<Args>({
    fn: 'gapHead',
    outputs,
    wrt: [
      { name: 'x', path: [0] },
      { name: 'W', path: [1] },
      { name: 'b', path: [2] },
    ],
    values: [head(2, 3, 3, 3, 3), head(3, 2, 4, 3, 2)],
    fresh,
    small: head(2, 2, 3, 4, 5),
    stress: [
      head(2, 3, 2, 2, 3, 1e3),
      head(1, 1, 1, 1, 1, 1e-6),
      () => [zeros([2, 2, 2, 2]), zeros([2, 3]), zeros([3])],
    ],
    forward64: gapHead64,
    terms: 10,
  }),
  ...errors(
    'gapHead',
    [
      bad('TypeError', ['x'], 'a 3-D x', '3차원 x', [zeros([3, 4, 5]), w, b]),
      bad('RangeError', ['w', 'x'], '5 channels with w [4, 6]', '채널 5개와 w [4, 6]', [x, zeros([4, 6]), b]),
      bad('RangeError', ['b', 'w'], 'w [5, 6] with b [5]', 'w [5, 6]과 b [5]', [x, w, zeros([5])]),
    ],
    [
      bad('TypeError', ['w'], 'a 4-D w', '4차원 w', [x, zeros([1, 1, 5, 6]), b]),
      bad('TypeError', ['b'], 'a 2-D b', '2차원 b', [x, w, zeros([1, 6])]),
      bad('TypeError', ['x'], 'an int32 x', 'int32인 x', [zeros([2, 3, 4, 5], 'int32'), w, b]),
      bad('TypeError', ['b'], 'a number for b', 'b 자리에 숫자', [x, w, 0]),
      bad('RangeError', ['b', 'w'], 'b of length 1', '길이 1인 b', [x, w, zeros([1])]),
      bad('RangeError', ['x'], 'maps without rows', '행이 없는 맵', [zeros([2, 0, 4, 5]), w, b]),
      bad('RangeError', ['x'], 'no images', '이미지 없음', [zeros([0, 3, 4, 5]), w, b]),
    ],
  ),
  check(
    'one-position',
    'value',
    'public',
    { en: 'Maps of 1 × 1 are a dense layer', ko: '1×1 맵이면 완전연결층과 같음' },
    (random) => repeat(2, random, onePosition),
    { requires: ['shape'] },
  ),
  check(
    'any-order',
    'property',
    'public',
    { en: 'The order of the positions does not matter', ko: '위치의 순서와 무관한 결과' },
    (random) => repeat(3, random, permuted),
    { requires: ['shape'] },
  ),
  check(
    'not-square',
    'value',
    'hidden',
    { en: 'Maps that are not square', ko: '정사각형이 아닌 맵' },
    (random) => repeat(3, random, wide),
    { requires: ['shape'] },
  ),
  check(
    'googlenet-head',
    'value',
    'hidden',
    {
      en: '7 × 7 × 1024 to 1,000 classes: 1,025,000 parameters',
      ko: '7×7×1024에서 클래스 1,000개로, 매개변수 1,025,000개',
    },
    googlenet,
    { requires: ['shape'] },
  ),
];
