import type { Localized } from '../localized';
import type { Argument } from './argument';
import type { Check } from './check';
import { type BadInput, errors, zeros } from './errors';
import type { Options } from './optimizer';

export interface OptimizerErrors {
  fn: string;
  /** Names in the state: one tensor per parameter. */
  slots: readonly string[];
  /** Names in the state that count steps. */
  counters?: readonly string[];
  /** Good ones, of which each row spoils one. */
  options: Options;
  /** Options that must be in [0, 1). */
  fractions: readonly string[];
  /** Hidden rows of this optimizer alone; {@link goodArguments} with one thing spoilt. */
  more?: readonly BadInput[];
}

const SHAPES = [[2, 3], [3]];
const tensors = () => SHAPES.map((shape) => zeros(shape));

/** What a row spoils: two parameters with a state of zeros. */
export function goodArguments({ slots, counters = [], options }: OptimizerErrors) {
  const state: Record<string, Argument> = Object.fromEntries([
    ...slots.map((slot) => [slot, tensors()] as const),
    ...counters.map((counter) => [counter, 0] as const),
  ]);
  return { params: tensors(), grads: tensors(), state, options: options as Record<string, Argument> };
}

/** Kit E for `fn(params, grads, state, options)`: lists that do not fit, and settings out of range. */
export function optimizerErrors(kit: OptimizerErrors): Check[] {
  const { fn, slots, counters = [], fractions, options, more = [] } = kit;
  const good = goodArguments(kit);
  const row = (
    label: Localized,
    spoilt: Partial<Record<keyof typeof good, Argument>>,
    name: 'TypeError' | 'RangeError',
    ...params: string[]
  ): BadInput => {
    const args = { ...good, ...spoilt };
    return {
      label,
      args: [args.params, args.grads, args.state, args.options],
      accept: params.map((param) => ({ name, param })),
    };
  };
  const option = (name: string, value: number) =>
    row(
      { en: `${name} = ${value}`, ko: `${name} = ${value}` },
      { options: { ...good.options, [name]: value } },
      'RangeError',
      name,
    );
  const first = good.params.slice(0, 1);
  const odd = [zeros([3, 2]), zeros([3])];
  const none = Object.fromEntries([...slots.map((slot) => [slot, []]), ...counters.map((counter) => [counter, 0])]);
  return errors(
    fn,
    [
      row(
        { en: 'empty lists', ko: '빈 목록' },
        { params: [], grads: [], state: none },
        'RangeError',
        'params',
        'grads',
        'state',
      ),
      row(
        { en: 'two parameters, one gradient', ko: '매개변수 둘에 기울기 하나' },
        { grads: first },
        'RangeError',
        'grads',
        'params',
      ),
      row({ en: 'numbers for gradients', ko: '기울기 자리에 숫자' }, { grads: [1, 2] }, 'TypeError', 'grads'),
      ...('lr' in options ? [option('lr', 0)] : []),
    ],
    [
      row({ en: 'a tensor for the list', ko: '목록 자리에 텐서' }, { params: zeros([2, 3]) }, 'TypeError', 'params'),
      row(
        { en: 'gradients of another shape', ko: '형태가 다른 기울기' },
        { grads: odd },
        'RangeError',
        'grads',
        'params',
      ),
      ...slots.flatMap((slot) => [
        row(
          { en: `${slot} one tensor short`, ko: `텐서가 하나 모자란 ${slot}` },
          { state: { ...good.state, [slot]: first } },
          'RangeError',
          slot,
          'state',
        ),
        row(
          { en: `${slot} of another shape`, ko: `형태가 다른 ${slot}` },
          { state: { ...good.state, [slot]: odd } },
          'RangeError',
          slot,
          'state',
        ),
      ]),
      ...counters.flatMap((counter) =>
        [-1, 1.5].map((value) =>
          row(
            { en: `${counter} = ${value}`, ko: `${counter} = ${value}` },
            { state: { ...good.state, [counter]: value } },
            'RangeError',
            counter,
            'state',
          ),
        ),
      ),
      ...('lr' in options ? [option('lr', Number.NaN)] : []),
      ...fractions.flatMap((name) => [option(name, 1), option(name, -0.1)]),
      ...('eps' in options ? [option('eps', 0)] : []),
      ...more,
    ],
  );
}
