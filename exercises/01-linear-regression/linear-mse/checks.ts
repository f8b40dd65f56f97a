import type { Inputs } from '@/grading/checks/argument';
import { callTask, check, constant, equal, outputOf, repeat } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { errors, tensorOf, zeros } from '@/grading/checks/errors';
import { gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { linearMse64 } from './reference64';

type Args = readonly [TensorData, TensorData, TensorData, TensorData];

/** x, y, w and b for `n` examples of `d` features. */
const data =
  (n: number, d: number, scale = 1): Inputs<Args> =>
  (random) => [random.normal([n, d], scale), random.normal([n]), random.normal([d]), random.normal([])];
const fresh: Inputs<Args> = (random) => {
  const [n, d] = random.extents(2, 2, 9) as [number, number];
  return data(n, d)(random);
};
const spec = {
  fn: 'linearMse',
  outputs: [{ label: 'L', path: [], shape: () => [] }],
  values: [data(2, 2), data(3, 2), data(5, 3)],
  fresh,
  terms: 10,
};

const takeRows = ({ dtype, shape, values }: TensorData, rows: readonly number[]): TensorData => {
  const inner = values.length / (shape[0] as number);
  const taken = rows.flatMap((row) => Array.from(values.subarray(row * inner, (row + 1) * inner)));
  return { dtype, shape: [rows.length, ...shape.slice(1)], values: Float32Array.from(taken) };
};

/** The same data in other rows leave the loss as it is. */
const sameLoss =
  (label: string, rowsOf: (n: number, random: Random) => number[]): Check['plan'] =>
  (random) =>
    repeat(3, random, (source, index): Plan => {
      const [x, y, w, b] = fresh(source);
      const rows = rowsOf(x.shape[0] as number, source);
      const [plain, moved] = [`${index}`, `${index} ${label}`];
      return {
        tasks: [
          callTask(plain, 'linearMse', [x, y, w, b]),
          callTask(moved, 'linearMse', [takeRows(x, rows), takeRows(y, rows), w, b]),
        ],
        expectations: [equal(label, outputOf(moved), outputOf(plain), 'forward', 10)],
      };
    });

const known =
  (args: Args, loss: number): Check['plan'] =>
  () => ({
    tasks: [callTask('call', 'linearMse', args)],
    expectations: [equal('L', outputOf('call'), constant(tensorOf([], [loss])), 'forward', 2)],
  });

const [x, y, w, b] = [zeros([3, 2]), zeros([3]), zeros([2]), zeros([])];

/** Kits T, G and E with S1–S4 of exercise 3: 16 checks. */
export const checks: Check[] = [
  ...tensorForward<Args>({ ...spec, shapes: [data(2, 3), data(5, 2), data(3, 6)], one: [data(1, 3), data(1, 1)] }),
  ...gradients<Args>({
    ...spec,
    wrt: [
      { name: 'w', path: [2] },
      { name: 'b', path: [3] },
      { name: 'X', path: [0] },
    ],
    small: data(4, 3),
    stress: [data(3, 2, 100), data(1, 1)],
    forward64: linearMse64,
  }),
  ...errors(
    'linearMse',
    [
      {
        label: { en: 'a 1-D x', ko: '1차원 x' },
        args: [zeros([3]), y, w, b],
        accept: [{ name: 'TypeError', param: 'x' }],
      },
      {
        label: { en: 'y of length 2 with 3 examples', ko: '예시 3개에 길이 2인 y' },
        args: [x, zeros([2]), w, b],
        accept: [
          { name: 'RangeError', param: 'y' },
          { name: 'RangeError', param: 'x' },
        ],
      },
      {
        label: { en: 'w of length 3 with 2 features', ko: '특징 2개에 길이 3인 w' },
        args: [x, y, zeros([3]), b],
        accept: [
          { name: 'RangeError', param: 'w' },
          { name: 'RangeError', param: 'x' },
        ],
      },
    ],
    [
      {
        label: { en: 'a number in place of b', ko: 'b 자리에 숫자' },
        args: [x, y, w, 0],
        accept: [{ name: 'TypeError', param: 'b' }],
      },
      {
        label: { en: 'a 2-D y', ko: '2차원 y' },
        args: [x, zeros([3, 1]), w, b],
        accept: [{ name: 'TypeError', param: 'y' }],
      },
      {
        label: { en: 'a 2-D w', ko: '2차원 w' },
        args: [x, y, zeros([2, 1]), b],
        accept: [{ name: 'TypeError', param: 'w' }],
      },
      {
        label: { en: 'an int32 y', ko: 'int32인 y' },
        args: [x, zeros([3], 'int32'), w, b],
        accept: [{ name: 'TypeError', param: 'y' }],
      },
      {
        label: { en: 'no examples', ko: '예시 없음' },
        args: [zeros([0, 2]), zeros([0]), w, b],
        accept: [
          { name: 'RangeError', param: 'x' },
          { name: 'RangeError', param: 'y' },
        ],
      },
    ],
  ),
  check(
    'exact-fit',
    'value',
    'public',
    { en: 'An exact fit has loss 0', ko: '완벽히 맞으면 손실은 0' },
    known([tensorOf([3, 1], [0, 1, 2]), tensorOf([3], [1, 3, 5]), tensorOf([1], [2]), tensorOf([], [1])], 0),
    { requires: ['shape'] },
  ),
  check(
    'by-hand',
    'value',
    'public',
    { en: 'A case worked by hand', ko: '손으로 계산한 예' },
    known([tensorOf([2, 1], [1, 2]), tensorOf([2], [2, 4]), zeros([1]), zeros([])], 10),
    { requires: ['shape'] },
  ),
  check(
    'row-order',
    'property',
    'hidden',
    { en: 'The order of the examples does not matter', ko: '예시의 순서는 상관없음' },
    sameLoss('L of the rows in another order', (n, random) => random.permutation(n)),
    { requires: ['shape'] },
  ),
  check(
    'data-twice',
    'property',
    'hidden',
    { en: 'The same data twice has the same loss', ko: '같은 데이터를 두 번 넣어도 손실은 같음' },
    sameLoss('L of the data twice', (n) => [...Array(n).keys(), ...Array(n).keys()]),
    { requires: ['shape'] },
  ),
];
