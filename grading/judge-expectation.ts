import type { Expectation } from './checks/expectation';
import { compare, sameShape } from './compare';
import { type Absence, evaluate, isFromRun, type Observations } from './evaluate';
import type { Localized } from './localized';
import {
  disconnected,
  dtypeDiffers,
  INPUTS_CHANGED,
  INPUTS_DISPOSED,
  launchesNone,
  launchesRefused,
  leaked,
  messageMustStartWith,
  notATensor,
  notFinite,
  notNumbers,
  outOfBounds,
  RETURNED_NORMALLY,
  shapeDiffers,
  shapesDoNotMatch,
  shouldThrow,
  threw,
  threwInstead,
  tooManyBytes,
  tooManyKernels,
  valuesDiffer,
} from './messages/outcomes';
import type { Device, TensorComparison } from './report';
import type { TensorData } from './tensor-data';
import { type Tolerance, toleranceOf } from './tolerance';

/** Two tensors that were compared, kept for the diagnosis. */
export interface Pair {
  label: string;
  actual: TensorData;
  expected: TensorData;
  tolerance: Tolerance;
  passed: boolean;
}

/** Whether one expectation holds; `symptom` names what a diagnosis can be read from directly. */
export interface Judgement {
  holds: boolean;
  message?: Localized;
  comparison?: TensorComparison;
  pair?: Pair;
  symptom?: 'leak' | 'disconnected' | 'not-finite';
}

const HOLDS: Judgement = { holds: true };

function absentMessage(label: string, absent: Absence): Judgement {
  if (absent.reason === 'disconnected') return { holds: false, message: disconnected(label), symptom: 'disconnected' };
  if (absent.reason === 'not-a-tensor') return { holds: false, message: notATensor(absent.what, absent.path) };
  if (absent.reason === 'not-numbers') return { holds: false, message: notNumbers(absent.what, absent.path) };
  if (absent.reason === 'shapes-differ') return { holds: false, message: shapesDoNotMatch(label, absent.shapes) };
  return absent.reason === 'threw' ? { holds: false, message: threw(absent.thrown) } : { holds: false };
}

const countNonFinite = ({ values }: TensorData): number => values.filter((value) => !Number.isFinite(value)).length;

type Of<Kind extends Expectation['expect']> = Extract<Expectation, { expect: Kind }>;

function judgeEqual(expectation: Of<'equal'>, observations: Observations, backend: Device['backend']): Judgement {
  const { label } = expectation;
  const actual = evaluate(expectation.actual, observations);
  if ('absent' in actual) return absentMessage(label, actual.absent);
  const expected = evaluate(expectation.expected, observations);
  if ('absent' in expected) return absentMessage(label, expected.absent);
  // A property's both sides come from the learner: NaN on each would hold of anything.
  const unusable = isFromRun(expectation.expected) ? countNonFinite(expected.tensor) : 0;
  if (unusable > 0) return { holds: false, message: notFinite(label, unusable), symptom: 'not-finite' };
  const tolerance = toleranceOf(expectation.tolerance, backend, expectation.terms);
  const comparison = compare(label, actual.tensor, expected.tensor, tolerance);
  const pair = { label, actual: actual.tensor, expected: expected.tensor, tolerance, passed: comparison.passed };
  if (comparison.passed) return { holds: true, comparison, pair };
  if (!sameShape(actual.tensor.shape, expected.tensor.shape)) {
    return { holds: false, message: shapeDiffers(label, actual.tensor.shape, expected.tensor.shape), comparison, pair };
  }
  if (actual.tensor.dtype !== expected.tensor.dtype) {
    return { holds: false, message: dtypeDiffers(label, actual.tensor.dtype, expected.tensor.dtype), comparison, pair };
  }
  const nonFinite = countNonFinite(actual.tensor);
  return nonFinite > countNonFinite(expected.tensor)
    ? { holds: false, message: notFinite(label, nonFinite), comparison, pair, symptom: 'not-finite' }
    : { holds: false, message: valuesDiffer(comparison), comparison, pair };
}

function judgeShape({ label, actual, shape, dtype }: Of<'shape'>, observations: Observations): Judgement {
  const evaluated = evaluate(actual, observations);
  if ('absent' in evaluated) return absentMessage(label, evaluated.absent);
  const { tensor } = evaluated;
  const rightShape = sameShape(tensor.shape, shape);
  const holds = rightShape && tensor.dtype === dtype;
  const comparison = {
    label,
    actualShape: [...tensor.shape],
    expectedShape: shape,
    maxError: null,
    meanError: null,
    atol: 0,
    rtol: 0,
    failing: 0,
    total: 0,
    passed: holds,
  };
  if (holds) return { holds, comparison };
  const message = rightShape ? dtypeDiffers(label, tensor.dtype, dtype) : shapeDiffers(label, tensor.shape, shape);
  return { holds, comparison, message };
}

/** Judged as a comparison with the nearest value within the bounds, so that the report can show every element. */
function judgeBetween({ label, actual, low, high }: Of<'between'>, observations: Observations): Judgement {
  const evaluated = evaluate(actual, observations);
  if ('absent' in evaluated) return absentMessage(label, evaluated.absent);
  const { tensor } = evaluated;
  const bounds = { low: low && evaluate(low, observations), high: high && evaluate(high, observations) };
  const at = (bound: keyof typeof bounds, i: number): number => {
    const found = bounds[bound];
    if (!found || 'absent' in found) return bound === 'low' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    return found.tensor.values[found.tensor.shape.length === 0 ? 0 : i] as number;
  };
  const absent = Object.values(bounds).find((bound) => bound !== undefined && 'absent' in bound);
  if (absent && 'absent' in absent) return absentMessage(label, absent.absent);
  const nearest = tensor.values.map((value, i) => Math.min(Math.max(value, at('low', i)), at('high', i)));
  const nonFinite = tensor.values.filter(Number.isNaN).length;
  if (nonFinite > 0) return { holds: false, message: notFinite(label, nonFinite), symptom: 'not-finite' };
  const comparison = compare(label, tensor, { ...tensor, values: nearest }, { atol: 0, rtol: 0 });
  if (comparison.passed) return { holds: true, comparison };
  const worst = tensor.values.findIndex((value, i) => value !== nearest[i]);
  const message = outOfBounds(comparison, tensor.values[worst] as number, at('low', worst), at('high', worst));
  return { holds: false, comparison, message };
}

function judgeFinite({ label, actual }: Of<'finite'>, observations: Observations): Judgement {
  const evaluated = evaluate(actual, observations);
  if ('absent' in evaluated) return absentMessage(label, evaluated.absent);
  const count = countNonFinite(evaluated.tensor);
  return count === 0 ? HOLDS : { holds: false, message: notFinite(label, count), symptom: 'not-finite' };
}

/** A parameter may be a place in one: `layers[1]`. */
const escaped = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');

function judgeThrows({ task, fn, label, accept }: Of<'throws'>, observations: Observations): Judgement {
  const result = observations.get(task)?.result;
  if (!result) return { holds: false };
  const fail = (got: Localized): Judgement => ({ holds: false, message: shouldThrow(label, accept, got) });
  if (result.type !== 'threw') return fail(RETURNED_NORMALLY);
  const { thrown } = result;
  const rightClass = accept.filter(({ name }) => name === thrown.name);
  if (rightClass.length === 0) return fail(threwInstead(thrown));
  if (!thrown.message.startsWith(`${fn}:`)) return fail(messageMustStartWith(fn, thrown));
  const named = rightClass.some(({ param }) =>
    new RegExp(`(?<![\\w$])${escaped(param)}(?![\\w$])`).test(thrown.message),
  );
  return named ? HOLDS : fail(threwInstead(thrown));
}

/**
 * Whether one expectation holds of what was observed. Tasks that threw or were never run are the check's business
 * (see `judgeCheck`), except where throwing is what is expected.
 */
export function judgeExpectation(
  expectation: Expectation,
  observations: Observations,
  backend: Device['backend'],
): Judgement {
  switch (expectation.expect) {
    case 'equal':
      return judgeEqual(expectation, observations, backend);
    case 'shape':
      return judgeShape(expectation, observations);
    case 'between':
      return judgeBetween(expectation, observations);
    case 'finite':
      return judgeFinite(expectation, observations);
    case 'throws':
      return judgeThrows(expectation, observations);
    case 'intact': {
      const inputs = observations.get(expectation.task)?.inputs ?? 'intact';
      if (inputs === 'intact') return HOLDS;
      return { holds: false, message: inputs === 'changed' ? INPUTS_CHANGED : INPUTS_DISPOSED };
    }
    case 'no-leak': {
      const count = observations.get(expectation.task)?.leaked ?? 0;
      return count <= 0 ? HOLDS : { holds: false, message: leaked(count), symptom: 'leak' };
    }
    case 'bytes': {
      const bytes = observations.get(expectation.task)?.peakBytes ?? 0;
      const limit = Math.floor(expectation.ratio * (expectation.baseline ?? 1));
      return bytes <= limit ? HOLDS : { holds: false, message: tooManyBytes(bytes, limit) };
    }
    case 'launches': {
      const { some, none } = expectation;
      const launched = Object.keys(observations.get(expectation.task)?.kernels ?? {});
      const refused = none.find((kernel) => launched.includes(kernel));
      if (refused !== undefined) return { holds: false, message: launchesRefused(refused) };
      const missing = some.length > 0 && !some.some((kernel) => launched.includes(kernel));
      return missing ? { holds: false, message: launchesNone(some) } : HOLDS;
    }
    case 'kernels': {
      const kernels = observations.get(expectation.task)?.kernels ?? {};
      const count = Object.values(kernels).reduce((sum, launches) => sum + launches, 0);
      const limit = Math.floor(expectation.ratio * (expectation.baseline ?? 1));
      return count <= limit ? HOLDS : { holds: false, message: tooManyKernels(count, limit) };
    }
  }
}
