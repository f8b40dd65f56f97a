import type { Inputs } from '@/grading/checks/argument';
import { callTask, check, constant, each, equal, plainOf } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { errors, numbersOf } from '@/grading/checks/errors';
import { numbers } from '@/grading/checks/numbers';

/** Name of a function that the driver knows, x, and h where it is not left to the default. */
type Call = readonly [string, number] | readonly [string, number, number];

const callee = { driver: 'of-function' };
const SMOOTH = ['square', 'parabola', 'exp', 'sin', 'tanh', 'cube', 'reciprocal'] as const;

const at =
  (...call: Call): Inputs<Call> =>
  () =>
    call;
const fresh: Inputs<Call> = (random) => {
  const name = SMOOTH[random.integer(0, SMOOTH.length - 1)] as string;
  return [name, random.uniform([], -2, 2).values[0] as number, 10 ** random.integer(-5, -2)];
};

/** The derivative is the given number, up to the truncation and rounding of a central difference. */
const slope =
  (tolerance: 'slope' | 'plain', ...cases: [Call, number][]): Check['plan'] =>
  () => ({
    tasks: cases.map(([call], i) => callTask(String(i), callee, call)),
    expectations: cases.map(([, due], i) =>
      equal("f'(x)", plainOf(String(i), ['derivative']), constant(numbersOf([], [due])), tolerance, 1),
    ),
  });

const twoCalls = (call: Call, id: string): Plan => ({
  tasks: [callTask(id, callee, call)],
  expectations: [equal('calls of f', plainOf(id, ['calls']), constant(numbersOf([], [2])), 'exact', 1)],
});

/** Kits N and E with S1–S4 of exercise 2: 11 checks. */
export const checks: Check[] = [
  ...numbers<Call>({
    callee,
    outputs: [{ label: "f'(x)", path: ['derivative'], tolerance: 'slope' }],
    table: [
      { args: ['square', 3, 1e-4], expected: { "f'(x)": 6 } },
      { args: ['line', 10, 0.5], expected: { "f'(x)": -7 } },
      { args: ['constant', -4, 1e-3], expected: { "f'(x)": 0 } },
      { args: ['cube', 1, 0.5], expected: { "f'(x)": 3.25 } },
    ],
    values: [at('parabola', 2, 1e-3), at('exp', 1, 0.1), at('sin', 0.5, 0.01), at('cube', -1, 0.25)],
    fresh,
    boundary: [at('square', 0), at('exp', -20), at('cube', 1e3, 1e-2), at('sin', 1, 3)],
  }),
  ...errors(
    'numericDerivative',
    [
      {
        label: { en: 'a number in place of f', ko: 'f 자리에 숫자' },
        args: [3, 1],
        accept: [{ name: 'TypeError', param: 'f' }],
      },
      {
        label: { en: 'h = 0', ko: 'h = 0' },
        driver: 'of-function',
        args: ['square', 1, 0],
        accept: [{ name: 'RangeError', param: 'h' }],
      },
    ],
    [
      {
        label: { en: 'h = −0.1', ko: 'h = −0.1' },
        driver: 'of-function',
        args: ['square', 1, -0.1],
        accept: [{ name: 'RangeError', param: 'h' }],
      },
      {
        label: { en: 'h = Infinity', ko: 'h = Infinity' },
        driver: 'of-function',
        args: ['square', 1, Number.POSITIVE_INFINITY],
        accept: [{ name: 'RangeError', param: 'h' }],
      },
      {
        label: { en: 'x = NaN', ko: 'x = NaN' },
        driver: 'of-function',
        args: ['square', Number.NaN, 0.1],
        accept: [{ name: 'RangeError', param: 'x' }],
      },
      {
        label: { en: 'no f', ko: 'f 누락' },
        args: [{ $undefined: true }, 1],
        accept: [{ name: 'TypeError', param: 'f' }],
      },
    ],
  ),
  check(
    'quadratics-exact',
    'value',
    'public',
    { en: 'Exact on quadratics', ko: '이차 함수에서 정확함' },
    slope('plain', [['square', 1.5, 0.5], 3], [['parabola', -1, 0.25], -11], [['square', 0, 2], 0]),
  ),
  check(
    'kink',
    'value',
    'public',
    { en: '|x| at 0 has slope 0', ko: '0에서 |x|의 기울기는 0' },
    slope('plain', [['abs', 0], 0], [['abs', 0, 0.5], 0]),
  ),
  check(
    'two-calls',
    'budget',
    'hidden',
    { en: 'Calls f exactly twice', ko: 'f를 정확히 두 번 호출' },
    each([at('square', 1), at('exp', 0, 0.1)], twoCalls),
  ),
  check(
    'default-h',
    'value',
    'hidden',
    { en: 'The default h is 1e-5', ko: 'h의 기본값은 1e-5' },
    // Within h of its kink, |x| has the slope x/h.
    slope('plain', [['exp', 1], Math.E], [['abs', 5e-6], 0.5]),
  ),
];
