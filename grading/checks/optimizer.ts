import type { Localized } from '../localized';
import type { Random } from '../random';
import type { WireValue } from '../task';
import type { TensorData } from '../tensor-data';
import type { Argument } from './argument';
import { callTask, check, constant, equal, joinPlans, outputOf, plainOf } from './cases';
import type { Check, Plan } from './check';
import { numbersOf, tensorOf, zeros } from './errors';
import type { Expectation } from './expectation';

export type Options = Readonly<Record<string, WireValue>>;

/** Slots hold one list of elements per parameter; counters are numbers. */
export type State64 = Record<string, number[][] | number>;

/** One step of the optimizer in double precision: parameters and gradients as flat lists of elements. */
export type Step64 = (
  params: number[][],
  grads: number[][],
  state: State64,
  options: Options,
) => { params: number[][]; state: State64 };

/** Settings under which the whole kit's trajectories are run. */
export interface OptimizerMode {
  /** Ends the ids of its checks; empty where there is one mode only. */
  id: string;
  title: Localized;
  options: Options;
  /** For the quadratic, whose steps must converge. */
  quadratic: Options;
}

export interface Optimizer {
  fn: string;
  /** Names in the state: one tensor per parameter, zero at the start. */
  slots: readonly string[];
  /** Names in the state that count steps, from 0. */
  counters?: readonly string[];
  modes: readonly OptimizerMode[];
  step64: Step64;
  /** Public first steps from a zero state on one vector, worked out by hand. */
  first: readonly { params: number[]; grads: number[]; options: Options; expected: number[] }[];
}

const STEPS = 25;
const QUADRATIC_STEPS = 200;
const START = [1, 1];
/** f of the quadratic may differ by this share, and by this much. */
const SHARE = 0.01;
const MARGIN = 1e-6;

const flat = (tensor: TensorData): number[] => Array.from(tensor.values);

/**
 * Kit O of the syllabus on `fn(params, grads, state, options)`: first steps by hand, trajectories of 25 steps against fp64,
 * new state, leak, zero gradient, ranks 0 to 4, gradients ten times as large, 200 steps on an ill-conditioned quadratic.
 * Trajectories and quadratic are run in each mode.
 */
export function optimizer(kit: Optimizer): Check[] {
  const { fn, slots, counters = [], modes, step64 } = kit;
  const last = modes.at(-1) as OptimizerMode;
  const idOf = (id: string, mode: OptimizerMode) => (mode.id === '' ? id : `${id}-${mode.id}`);
  const titled = (title: Localized, mode: OptimizerMode): Localized =>
    mode.id === '' ? title : { en: `${title.en}: ${mode.title.en}`, ko: `${title.ko}: ${mode.title.ko}` };

  /** A state for parameters of these shapes; `fill` gives the slots' tensors. */
  const stateOf = (shapes: readonly (readonly number[])[], t: number, fill: (shape: readonly number[]) => TensorData) =>
    Object.fromEntries([
      ...slots.map((slot) => [slot, shapes.map(fill)] as const),
      ...counters.map((counter) => [counter, t] as const),
    ]) as Record<string, TensorData[] | number>;
  const state64 = (state: Record<string, TensorData[] | number>): State64 =>
    Object.fromEntries(
      Object.entries(state).map(([name, slot]) => [name, typeof slot === 'number' ? slot : slot.map(flat)]),
    );

  /** What must hold of a state, against fp64. */
  const stateEquals = (task: string, at: readonly string[], state: State64, shapes: readonly (readonly number[])[]) => [
    ...slots.flatMap((slot) =>
      (state[slot] as number[][]).map((values, i) =>
        equal(slot, outputOf(task, [...at, slot, i]), constant(tensorOf(shapes[i] ?? [], values)), 'gradient', 10),
      ),
    ),
    ...counters.map((counter) =>
      equal(counter, plainOf(task, [...at, counter]), constant(numbersOf([], [state[counter] as number])), 'exact', 1),
    ),
  ];

  /** One call against fp64, in parameters and state. */
  const oneStep = (
    id: string,
    params: TensorData[],
    grads: TensorData[],
    state: Record<string, TensorData[] | number>,
    options: Options,
  ): Plan => {
    const due = step64(params.map(flat), grads.map(flat), state64(state), options);
    const shapes = params.map(({ shape }) => shape);
    return {
      tasks: [callTask(id, fn, [params, grads, state, options as Argument])],
      expectations: [
        ...due.params.map((values, i) =>
          equal('params', outputOf(id, ['params', i]), constant(tensorOf(shapes[i] ?? [], values)), 'gradient', 10),
        ),
        ...stateEquals(id, ['state'], due.state, shapes),
      ],
    };
  };

  const trajectory = (id: string, random: Random, shape: number[], options: Options, scale = 1): Plan => {
    const shapes = [shape, [3]];
    const params = shapes.map((extents) => random.normal(extents));
    const gradients = Array.from({ length: STEPS }, () => shapes.map((extents) => random.normal(extents, scale)));
    const start = stateOf(shapes, 0, (extents) => zeros(extents));
    const rows: number[] = [];
    let now = { params: params.map(flat), state: state64(start) };
    for (const grads of gradients) {
      now = step64(now.params, grads.map(flat), now.state, options);
      rows.push(...now.params.flat());
    }
    return {
      tasks: [callTask(id, { driver: 'optimizer-trajectory' }, [fn, params, gradients, start, options as Argument])],
      expectations: [
        equal(
          'params',
          outputOf(id, ['params']),
          constant(tensorOf([STEPS, rows.length / STEPS], rows)),
          'gradient',
          10,
        ),
        ...stateEquals(id, ['state'], now.state, shapes),
      ],
    };
  };

  const quadratic =
    ({ quadratic: options }: OptimizerMode): Check['plan'] =>
    () => {
      const losses: number[] = [];
      let now = { params: [START], state: state64(stateOf([[2]], 0, (extents) => zeros(extents))) };
      for (let t = 0; t < QUADRATIC_STEPS; t++) {
        const [w1 = 0, w2 = 0] = now.params[0] ?? [];
        losses.push(0.5 * (w1 * w1 + 10 * w2 * w2));
        now = step64(now.params, [[w1, 10 * w2]], now.state, options) as typeof now;
      }
      const bound = (sign: number) =>
        constant(
          tensorOf(
            [QUADRATIC_STEPS],
            losses.map((loss) => loss + sign * (SHARE * loss + MARGIN)),
          ),
        );
      const state = stateOf([[2]], 0, (extents) => zeros(extents));
      return {
        tasks: [
          callTask('call', { driver: 'optimizer-quadratic' }, [
            fn,
            tensorOf([2], START),
            QUADRATIC_STEPS,
            state,
            options as Argument,
          ]),
        ],
        expectations: [
          { expect: 'between', label: 'f(w)', actual: outputOf('call'), low: bound(-1), high: bound(1) },
        ] satisfies Expectation[],
      };
    };

  const first: Check['plan'] = () =>
    joinPlans(
      kit.first.map(({ params, grads, options, expected }, i): Plan => {
        const shape = [params.length];
        const state = stateOf([shape], 0, (extents) => zeros(extents));
        const args = [[tensorOf(shape, params)], [tensorOf(shape, grads)], state, options as Argument];
        return {
          tasks: [callTask(String(i), fn, args)],
          expectations: [
            equal('params', outputOf(String(i), ['params', 0]), constant(tensorOf(shape, expected)), 'gradient', 1),
          ],
        };
      }),
    );

  const fresh: Check['plan'] = (random) => {
    const shapes = [[2, 3], [3]];
    const tensors = () => shapes.map((shape) => random.normal(shape));
    const state = stateOf(shapes, 3, (shape) => random.uniform(shape, 0.1, 1));
    const args = [tensors(), tensors(), state, last.options as Argument];
    return {
      tasks: [callTask('call', fn, args), callTask('fresh', { driver: 'optimizer-fresh' }, [fn, ...args])],
      expectations: [
        { expect: 'intact', task: 'call' },
        ...['params', 'state', 'tensors', 'alive'].map((question) =>
          equal(`new ${question}`, plainOf('fresh', [question]), constant(numbersOf([], [1])), 'exact', 1),
        ),
      ],
    };
  };
  const leak: Check['plan'] = (random) => {
    const shapes = [[2, 3], [3]];
    const tensors = () => shapes.map((shape) => random.normal(shape));
    const state = stateOf(shapes, 1, (shape) => random.uniform(shape, 0.1, 1));
    return {
      tasks: [callTask('call', fn, [tensors(), tensors(), state, last.options as Argument])],
      expectations: [{ expect: 'no-leak', task: 'call' }],
    };
  };
  /** A step in each mode, from a state that earlier steps have left. */
  const underWay = (shapes: number[][], random: Random, grads: (shape: number[]) => TensorData): Plan =>
    joinPlans(
      modes.map((mode) =>
        oneStep(
          `under way ${mode.id}`,
          shapes.map((shape) => random.normal(shape)),
          shapes.map(grads),
          stateOf(shapes, 3, (shape) => random.uniform(shape, 0.1, 1)),
          mode.options,
        ),
      ),
    );
  const zeroGradient: Check['plan'] = (random) => {
    const shapes = [[2, 2], [3]];
    const params = shapes.map((shape) => random.normal(shape));
    const none = shapes.map((shape) => zeros(shape));
    return joinPlans([
      oneStep(
        'fresh',
        params,
        none,
        stateOf(shapes, 0, (shape) => zeros(shape)),
        last.options,
      ),
      underWay(shapes, random, (shape) => zeros(shape)),
    ]);
  };
  const ranks: Check['plan'] = (random) =>
    underWay([[], [3], [2, 3], [2, 1, 3, 2]], random, (shape) => random.normal(shape));

  return [
    check('first-step', 'value', 'public', { en: 'First steps by hand', ko: '손으로 계산한 첫 단계' }, first),
    ...modes.map((mode) =>
      check(
        idOf('trajectory', mode),
        'value',
        'public',
        titled({ en: 'Twenty-five steps', ko: '25단계의 궤적' }, mode),
        (random) =>
          joinPlans([
            trajectory('small', random.fork('small'), [2], mode.options),
            trajectory('large', random.fork('large'), [3, 2], mode.options),
          ]),
      ),
    ),
    check('state-is-new', 'purity', 'public', { en: 'Returns new state', ko: '새로운 상태 반환' }, fresh),
    check('no-leak', 'leak', 'hidden', { en: 'No tensor left behind', ko: '남는 텐서 없음' }, leak),
    check('zero-gradient', 'value', 'public', { en: 'Zero gradient', ko: '기울기가 0일 때' }, zeroGradient),
    check('ranks', 'value', 'hidden', { en: 'Parameters of rank 0, 1, 2 and 4', ko: '0, 1, 2, 4차원 매개변수' }, ranks),
    check(
      'gradient-scale',
      'value',
      'hidden',
      { en: 'Gradients ten times as large', ko: '기울기를 10배로 키웠을 때' },
      (random) => joinPlans(modes.map((mode) => trajectory(`call ${mode.id}`, random, [4], mode.options, 10))),
    ),
    ...modes.map((mode) =>
      check(
        idOf('quadratic', mode),
        'training',
        'hidden',
        titled({ en: 'Two hundred steps downhill', ko: '이차 함수에서 200단계' }, mode),
        quadratic(mode),
      ),
    ),
  ];
}
