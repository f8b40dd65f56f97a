import type { Inputs } from '@/grading/checks/argument';
import { asReference, callTask, check, repeat } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { errors, tensorOf, zeros } from '@/grading/checks/errors';
import { gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import { encodeTensor, type TensorData } from '@/grading/tensor-data';
import { softmax64 } from './reference64';

/** Logits of `n` examples and `k` classes. */
const logits =
  (n: number, k: number, scale = 1): Inputs =>
  (random) => [random.normal([n, k], scale)];
const fresh: Inputs = (random) => {
  const [n, k] = random.extents(2, 2, 9) as [number, number];
  return logits(n, k, 2)(random);
};
const outputShape = ([z]: readonly TensorData[]) => [...(z?.shape ?? [])];

/** Softmax of each tensor equals the reference's. */
const values =
  (...cases: ((random: Random) => TensorData)[]): Check['plan'] =>
  (random) =>
    repeat(cases.length, random, (source, index): Plan => {
      const id = String(index);
      return {
        tasks: [callTask(id, 'softmax', [(cases[index] as (random: Random) => TensorData)(source)])],
        expectations: [asReference('P', { output: id, path: [] }, 'forward', 10)],
      };
    });

const map = (tensor: TensorData, change: (value: number, at: number) => number): TensorData => ({
  ...tensor,
  values: Float32Array.from(tensor.values, change),
});

const rowsSumToOne: Check['plan'] = (random) =>
  repeat(2, random, (source, index) => {
    const rows = 3 + index;
    const id = String(index);
    return {
      tasks: [callTask(id, 'softmax', [source.normal([rows, 5 - index], 3)])],
      expectations: [
        {
          expect: 'equal',
          label: 'Σₖ P',
          actual: { sum: { output: id, path: [] }, axis: 1 },
          expected: { tensor: encodeTensor(map(zeros([rows]), () => 1)) },
          tolerance: 'forward',
          terms: 10,
        },
      ],
    };
  });

const shiftInvariance: Check['plan'] = (random) => {
  const z = random.normal([3, 4]);
  return {
    tasks: [
      callTask('z', 'softmax', [z]),
      callTask('plus', 'softmax', [map(z, (value) => value + 100)]),
      callTask('minus', 'softmax', [map(z, (value) => value - 100)]),
    ],
    expectations: (['plus', 'minus'] as const).map((task) => ({
      expect: 'equal',
      label: task === 'plus' ? 'softmax(Z + 100)' : 'softmax(Z − 100)',
      actual: { output: task, path: [] },
      expected: { output: 'z', path: [] },
      tolerance: 'forward',
      terms: 10,
    })),
  };
};

/** One row near +1000 and one near −1000: each naive way overflows or underflows on one of them. */
const huge = (random: Random): TensorData =>
  map(random.normal([2, 4], 2), (value, at) => value + (at < 4 ? 1000 : -1000));

const oneHot: Check['plan'] = (random) => {
  const [rows, classes] = [4, 5];
  const winners = Array.from({ length: rows }, () => random.integer(0, classes - 1));
  const isWinner = (at: number) => winners[Math.floor(at / classes)] === at % classes;
  const z = map(zeros([rows, classes]), (_, at) => (isWinner(at) ? 1000 : -1000));
  return {
    tasks: [callTask('call', 'softmax', [z])],
    expectations: [
      {
        expect: 'equal',
        label: 'P',
        actual: { output: 'call', path: [] },
        expected: { tensor: encodeTensor(map(z, (value) => (value > 0 ? 1 : 0))) },
        tolerance: 'forward',
        terms: 1,
      },
    ],
  };
};

const rowEquivariance: Check['plan'] = (random) => {
  const z = random.normal([5, 3], 2);
  const order = random.permutation(5);
  const moved = map(z, (_, at) => z.values[(order[Math.floor(at / 3)] as number) * 3 + (at % 3)] as number);
  return {
    tasks: [callTask('z', 'softmax', [z]), callTask('moved', 'softmax', [moved])],
    expectations: [
      {
        expect: 'equal',
        label: 'softmax(rows of Z in another order)',
        actual: { output: 'moved', path: [] },
        expected: { rows: { output: 'z', path: [] }, take: order },
        tolerance: 'forward',
        terms: 3,
      },
    ],
  };
};

/** Kits T, G and E with S1–S6 of exercise 9: 18 checks. */
export const checks: Check[] = [
  ...tensorForward({
    fn: 'softmax',
    outputs: [{ label: 'P', path: [], shape: outputShape }],
    shapes: [logits(2, 3), logits(5, 2), logits(3, 7)],
    values: [logits(2, 3), logits(3, 3), logits(4, 5)],
    one: [logits(1, 4), logits(3, 1)],
    fresh,
    terms: 10,
  }),
  ...gradients({
    fn: 'softmax',
    outputs: [{ label: 'P', path: [], shape: outputShape }],
    wrt: [{ name: 'Z', path: [0] }],
    values: [logits(2, 3), logits(4, 3)],
    fresh,
    small: logits(5, 4),
    stress: [(random) => [huge(random)], () => [zeros([2, 3])]],
    forward64: softmax64,
    terms: 10,
  }),
  ...errors(
    'softmax',
    [
      {
        label: { en: 'a 1-D z', ko: '1차원 z' },
        args: [zeros([3])],
        accept: [{ name: 'TypeError', param: 'z' }],
      },
      {
        label: { en: 'a 3-D z', ko: '3차원 z' },
        args: [zeros([1, 2, 3])],
        accept: [{ name: 'TypeError', param: 'z' }],
      },
      {
        label: { en: 'z of shape [2, 0]', ko: '형태가 [2, 0]인 z' },
        args: [zeros([2, 0])],
        accept: [{ name: 'RangeError', param: 'z' }],
      },
    ],
    [
      {
        label: { en: 'an int32 z', ko: 'int32인 z' },
        args: [zeros([2, 3], 'int32')],
        accept: [{ name: 'TypeError', param: 'z' }],
      },
      {
        label: { en: 'an array for z', ko: '배열인 z' },
        args: [[[1, 2, 3]]],
        accept: [{ name: 'TypeError', param: 'z' }],
      },
      {
        label: { en: 'no z', ko: 'z 누락' },
        args: [{ $undefined: true }],
        accept: [{ name: 'TypeError', param: 'z' }],
      },
      {
        label: { en: 'z of shape [0, 3]', ko: '형태가 [0, 3]인 z' },
        args: [zeros([0, 3])],
        accept: [{ name: 'RangeError', param: 'z' }],
      },
    ],
  ),
  check('rows-sum-to-one', 'property', 'public', { en: 'Rows sum to 1', ko: '각 행의 합은 1' }, rowsSumToOne),
  check(
    'shift-invariance',
    'property',
    'public',
    { en: 'Adding a constant changes nothing', ko: '상수를 더해도 그대로' },
    shiftInvariance,
  ),
  check(
    'large-logits',
    'value',
    'public',
    { en: 'Logits around ±1000', ko: '±1000 근처의 로짓' },
    values(huge, huge, huge),
  ),
  check('one-hot', 'value', 'hidden', { en: 'A clear winner gets 1', ko: '확실한 승자의 확률은 1' }, oneHot),
  check(
    'ties',
    'value',
    'hidden',
    { en: 'Ties share equally', ko: '동점은 똑같이 나눔' },
    values(
      () => zeros([2, 4]),
      () => tensorOf([2, 3], [5, 5, -1, -2, 7, 7]),
    ),
  ),
  check(
    'row-equivariance',
    'property',
    'hidden',
    { en: 'Rows do not know of each other', ko: '행끼리 서로 영향 없음' },
    rowEquivariance,
  ),
];
