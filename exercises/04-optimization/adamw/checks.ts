import { callTask, check, constant, equal, joinPlans, outputOf } from '@/grading/checks/cases';
import type { Check } from '@/grading/checks/check';
import { tensorOf, zeros } from '@/grading/checks/errors';
import { type Options, optimizer } from '@/grading/checks/optimizer';
import { goodArguments, optimizerErrors } from '@/grading/checks/optimizer-errors';
import { optimizerPath } from '@/grading/checks/optimizer-path';
import { adamw64 } from './reference64';

const FN = 'adamwStep';
const fresh = (elements: number) => ({ t: 0, m: [zeros([elements])], v: [zeros([elements])] });

/** Without decay it is Adam, whose step is the rate under a constant gradient. */
const noDecay: Check['plan'] = () => {
  const expected = Array.from({ length: 20 }, (_, at) => [1 - 0.1 * (at + 1), 2 + 0.1 * (at + 1)]);
  const gradients = expected.map(() => [3, -0.2]);
  const options = { lr: 0.1, weightDecay: 0 };
  return optimizerPath({ fn: FN, start: [1, 2], state: fresh(2), gradients, options, expected });
};

/** Without gradients the weights fall geometrically. */
const geometric: Check['plan'] = () => {
  const expected = Array.from({ length: 30 }, (_, at) => [4, -2, 0.5].map((w) => w * 0.95 ** (at + 1)));
  const gradients = expected.map(() => [0, 0, 0]);
  const options = { lr: 0.1, weightDecay: 0.5 };
  return optimizerPath({ fn: FN, start: [4, -2, 0.5], state: fresh(3), gradients, options, expected });
};

/** Weights decay, biases do not. */
const mask: Check['plan'] = (random) =>
  joinPlans(
    [
      [true, false],
      [false, true],
      [false, false],
    ].map((decayMask, at) => {
      const shapes = [[3, 2], [2]];
      const tensors = () => shapes.map((shape) => random.uniform(shape, 0.5, 2));
      const [params, grads, m, v] = [tensors(), tensors(), tensors(), tensors()];
      const flat = (list: typeof params) => list.map(({ values }) => Array.from(values));
      const options = { lr: 0.5, weightDecay: 0.5, decayMask };
      const due = adamw64(flat(params), flat(grads), { t: 3, m: flat(m), v: flat(v) }, options);
      const id = `mask ${at}`;
      return {
        tasks: [callTask(id, FN, [params, grads, { t: 3, m, v }, options])],
        expectations: shapes.map((shape, i) =>
          equal(
            'params',
            outputOf(id, ['params', i]),
            constant(tensorOf(shape, due.params[i] as number[])),
            'gradient',
            10,
          ),
        ),
      };
    }),
  );

/**
 * First step, of gradients far above every weight: the penalty's λw would vanish beside g, and the step be ±lr. Decoupled,
 * the weight has also lost lr·λ·w.
 */
const notPenalty: Check['plan'] = (random) => {
  const w = random.uniform([4], 1, 2);
  const grads = [1e4, -1e4, 2e4, -3e4];
  const call = (id: string, weightDecay: number) =>
    callTask(id, FN, [[w], [tensorOf([4], grads)], fresh(4), { lr: 0.1, weightDecay }]);
  const lost = Array.from(w.values, (value) => 0.1 * 0.5 * value);
  return {
    tasks: [call('adam', 0), call('decoupled', 0.5)],
    expectations: [
      equal(
        'what decay takes away',
        {
          combine: [
            { factor: 1, of: outputOf('adam', ['params', 0]) },
            { factor: -1, of: outputOf('decoupled', ['params', 0]) },
          ],
        },
        constant(tensorOf([4], lost)),
        'gradient',
        10,
      ),
    ],
  };
};

const errorKit = {
  ...{ fn: FN, slots: ['m', 'v'], counters: ['t'], fractions: ['beta1', 'beta2'] },
  options: { lr: 0.1, beta1: 0.9, beta2: 0.999, eps: 1e-8, weightDecay: 0.01 } as Options,
};
const good = goodArguments(errorKit);

/** Kits O and E with S1–S4 of exercise 28: 14 checks. */
export const checks: Check[] = [
  ...optimizer({
    fn: FN,
    slots: ['m', 'v'],
    counters: ['t'],
    modes: [
      {
        id: '',
        title: { en: 'AdamW', ko: 'AdamW' },
        // A strong decay and a large ε show where they stand; with the defaults the quadratic is run.
        options: { lr: 0.5, beta1: 0.8, beta2: 0.95, eps: 0.05, weightDecay: 0.5 },
        quadratic: { lr: 0.1 },
      },
    ],
    step64: adamw64,
    first: [
      { params: [1, 2], grads: [3, -4], options: { lr: 0.1, weightDecay: 0.5 }, expected: [0.85, 2] },
      { params: [10, -10], grads: [3, -4], options: { lr: 1 }, expected: [8.9, -8.9] },
      { params: [1, 2], grads: [3, -1], options: { lr: 0.5, eps: 1, weightDecay: 1 }, expected: [0.125, 1.25] },
    ],
  }),
  ...optimizerErrors({
    ...errorKit,
    more: [
      {
        label: { en: 'weightDecay = −0.1', ko: 'weightDecay = −0.1' },
        args: [good.params, good.grads, good.state, { ...good.options, weightDecay: -0.1 }],
        accept: [{ name: 'RangeError', param: 'weightDecay' }],
      },
      {
        label: { en: 'two parameters, a decayMask of three', ko: '매개변수 둘에 길이 3인 decayMask' },
        args: [good.params, good.grads, good.state, { ...good.options, decayMask: [true, false, true] }],
        accept: [{ name: 'RangeError', param: 'decayMask' }],
      },
    ],
  }),
  check('no-decay', 'value', 'public', { en: 'Without decay: Adam', ko: '감쇠가 없으면 Adam' }, noDecay),
  check(
    'geometric',
    'value',
    'public',
    { en: 'Without gradients: a geometric decay', ko: '기울기가 없으면 등비로 감쇠' },
    geometric,
  ),
  check('mask', 'value', 'public', { en: 'Decays where the mask says so', ko: '마스크가 참인 곳만 감쇠' }, mask),
  check(
    'not-a-penalty',
    'value',
    'hidden',
    { en: 'The decay does not pass through Adam', ko: 'Adam을 거치지 않는 감쇠' },
    notPenalty,
  ),
];
