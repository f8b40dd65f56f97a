import { callTask, check, constant, equal, joinPlans, outputOf } from '@/grading/checks/cases';
import type { Check } from '@/grading/checks/check';
import { tensorOf, zeros } from '@/grading/checks/errors';
import { optimizer } from '@/grading/checks/optimizer';
import { optimizerErrors } from '@/grading/checks/optimizer-errors';
import { optimizerPath } from '@/grading/checks/optimizer-path';
import { adagrad64 } from './reference64';

const FN = 'adagradStep';
const fresh = (elements: number) => ({ G: [zeros([elements])] });

/** Whatever the size of the gradient, the first step is the learning rate. */
const firstIsRate: Check['plan'] = (random) =>
  joinPlans(
    [1e-3, 1, 1e3].map((scale) => {
      const [w, sizes] = [random.normal([4]), random.uniform([4], 0.5, 2)];
      const signs = [1, -1, -1, 1];
      const grads = signs.map((sign, at) => scale * sign * (sizes.values[at] as number));
      const expected = signs.map((sign, at) => (w.values[at] as number) - 0.2 * sign);
      const id = `scale ${scale}`;
      return {
        tasks: [callTask(id, FN, [[w], [tensorOf([4], grads)], fresh(4), { lr: 0.2 }])],
        expectations: [equal('params', outputOf(id, ['params', 0]), constant(tensorOf([4], expected)), 'gradient', 1)],
      };
    }),
  );

/** Of a constant gradient G is t·g², so step t is lr/√t. */
const decay: Check['plan'] = () => {
  const expected: number[][] = [];
  for (let t = 1, moved = 0; t <= 30; t++) {
    moved += 0.5 / Math.sqrt(t);
    expected.push([1 - moved, 2 + moved]);
  }
  const gradients = expected.map(() => [3, -0.2]);
  return optimizerPath({ fn: FN, start: [1, 2], state: fresh(2), gradients, options: { lr: 0.5 }, expected });
};

/** The second coordinate has no gradient until step 10, and then moves by the whole rate. */
const sparse: Check['plan'] = () => {
  const expected: number[][] = [];
  for (let t = 1, moved = 0; t <= 10; t++) {
    moved += 0.5 / Math.sqrt(t);
    expected.push([1 - moved, t < 10 ? 1 : 0.5]);
  }
  const gradients = expected.map((_, at) => [2, at < 9 ? 0 : 2]);
  return optimizerPath({ fn: FN, start: [1, 1], state: fresh(2), gradients, options: { lr: 0.5 }, expected });
};

const monotone: Check['plan'] = (random) => {
  const G = random.uniform([3, 2], 0, 5);
  return {
    tasks: [callTask('call', FN, [[random.normal([3, 2])], [random.normal([3, 2])], { G: [G] }, { lr: 0.1 }])],
    expectations: [
      { expect: 'between', label: 'G', actual: outputOf('call', ['state', 'G', 0]), low: constant(G), high: undefined },
    ],
  };
};

/** Kits O and E with S1–S4 of exercise 23: 14 checks. */
export const checks: Check[] = [
  ...optimizer({
    fn: FN,
    slots: ['G'],
    // A large ε shows where it stands; with the default one the quadratic is run.
    modes: [
      { id: '', title: { en: 'Adagrad', ko: 'Adagrad' }, options: { lr: 0.5, eps: 0.05 }, quadratic: { lr: 0.5 } },
    ],
    step64: adagrad64,
    first: [
      { params: [1, 2], grads: [3, -4], options: { lr: 0.1 }, expected: [0.9, 2.1] },
      { params: [1, 2], grads: [3, -1], options: { lr: 0.5, eps: 1 }, expected: [0.625, 2.25] },
      { params: [0, 0, 1], grads: [0, 1, -0.5], options: { lr: 1, eps: 0.5 }, expected: [0, -2 / 3, 1.5] },
      // As small as the default ε.
      { params: [0, 0], grads: [1e-10, -3e-10], options: { lr: 1 }, expected: [-0.5, 0.75] },
    ],
  }),
  ...optimizerErrors({ fn: FN, slots: ['G'], options: { lr: 0.1, eps: 1e-10 }, fractions: [] }),
  check(
    'first-is-rate',
    'value',
    'public',
    { en: 'The first step is the learning rate', ko: '첫 걸음은 학습률만큼' },
    firstIsRate,
  ),
  check('decay', 'value', 'public', { en: 'A constant gradient: steps of 1/√t', ko: '기울기가 일정하면 1/√t' }, decay),
  check(
    'sparse',
    'value',
    'hidden',
    { en: 'A rare coordinate keeps its rate', ko: '드문 좌표의 학습률은 그대로' },
    sparse,
  ),
  check('monotone', 'value', 'hidden', { en: 'G never falls', ko: '줄지 않는 G' }, monotone),
];
