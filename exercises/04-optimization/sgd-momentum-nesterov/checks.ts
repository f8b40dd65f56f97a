import { check } from '@/grading/checks/cases';
import type { Check } from '@/grading/checks/check';
import { zeros } from '@/grading/checks/errors';
import { type Options, optimizer } from '@/grading/checks/optimizer';
import { goodArguments, optimizerErrors } from '@/grading/checks/optimizer-errors';
import { optimizerPath } from '@/grading/checks/optimizer-path';
import { sgd64 } from './reference64';

const FN = 'sgdStep';
const fresh = (elements: number) => ({ v: [zeros([elements])] });
const PLAIN = { lr: 0.1, momentum: 0, nesterov: false };
const HEAVY = { lr: 0.1, momentum: 0.9, nesterov: false };
const NESTEROV = { lr: 0.1, momentum: 0.9, nesterov: true };

/** Of a constant gradient the velocity is g·(1 + μ + μ² + …): step t is lr·(1 − μᵗ)/(1 − μ), at last ten times lr. */
const terminal: Check['plan'] = () => {
  const options = { ...HEAVY, lr: 0.01 };
  const expected: number[][] = [];
  for (let t = 1, moved = 0; t <= 60; t++) {
    moved += (0.01 * (1 - 0.9 ** t)) / 0.1;
    expected.push([1 - moved, 2 + 2 * moved]);
  }
  const gradients = expected.map(() => [1, -2]);
  return optimizerPath({ fn: FN, start: [1, 2], state: fresh(2), gradients, options, expected });
};

/**
 * Nesterov's own form on f = ½·(x² + 4y²): the gradient is taken at θ − lr·μ·u, where the velocity u will lead. That point
 * is what our parameters are.
 */
const lookAhead: Check['plan'] = (random) => {
  const [lr, mu] = [0.1, 0.9];
  const start = Array.from(random.normal([2]).values);
  let [theta, u] = [start, [0, 0]];
  const [gradients, expected]: [number[][], number[][]] = [[], []];
  const ahead = () => theta.map((value, at) => value - lr * mu * (u[at] as number));
  for (let t = 0; t < 20; t++) {
    const [x = 0, y = 0] = ahead();
    const gradient = [x, 4 * y];
    u = u.map((old, at) => mu * old + (gradient[at] as number));
    theta = theta.map((value, at) => value - lr * (u[at] as number));
    gradients.push(gradient);
    expected.push(ahead());
  }
  return optimizerPath({ fn: FN, start, state: fresh(2), gradients, options: NESTEROV, expected });
};

const errorKit = { fn: FN, slots: ['v'], options: HEAVY as Options, fractions: ['momentum'] };
const good = goodArguments(errorKit);

/** Kits O, in three modes, and E with S1 and S2 of exercise 22: 16 checks. */
export const checks: Check[] = [
  ...optimizer({
    fn: FN,
    slots: ['v'],
    modes: [
      { id: 'plain', title: { en: 'without momentum', ko: '모멘텀 없이' }, options: PLAIN, quadratic: PLAIN },
      { id: 'heavy', title: { en: 'momentum', ko: '모멘텀' }, options: HEAVY, quadratic: { ...HEAVY, lr: 0.02 } },
      {
        id: 'nesterov',
        title: { en: 'Nesterov', ko: '네스테로프' },
        options: NESTEROV,
        quadratic: { ...NESTEROV, lr: 0.02 },
      },
    ],
    step64: sgd64,
    first: [
      { params: [1, 2], grads: [10, -10], options: PLAIN, expected: [0, 3] },
      { params: [1, 2], grads: [10, -10], options: HEAVY, expected: [0, 3] },
      { params: [1, 2], grads: [10, -10], options: NESTEROV, expected: [-0.9, 3.9] },
    ],
  }),
  ...optimizerErrors({
    ...errorKit,
    more: [
      {
        label: { en: 'nesterov without momentum', ko: '모멘텀 없는 nesterov' },
        args: [good.params, good.grads, good.state, { lr: 0.1, momentum: 0, nesterov: true }],
        accept: [
          { name: 'RangeError', param: 'nesterov' },
          { name: 'RangeError', param: 'momentum' },
        ],
      },
    ],
  }),
  check(
    'terminal-step',
    'value',
    'public',
    { en: 'A constant gradient: steps of ten times the rate', ko: '기울기가 일정하면 걸음이 학습률의 열 배로' },
    terminal,
  ),
  check(
    'look-ahead',
    'value',
    'hidden',
    { en: 'Nesterov’s look-ahead, twenty steps', ko: '내다보는 네스테로프, 20단계' },
    lookAhead,
  ),
];
