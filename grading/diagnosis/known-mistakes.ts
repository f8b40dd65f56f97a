import { allClose, sameShape } from '../compare';
import type { MistakeOutputs } from '../fixture';
import type { Pair } from '../judge-expectation';
import type { Diagnosis } from '../report';
import { decodeTensor, type TensorData } from '../tensor-data';
import type { Tolerance } from '../tolerance';

/** A pair with the key by which the mistakes' outputs are kept: `CHECK-ID#INDEX`. */
export interface KeyedPair extends Pair {
  key: string;
}

/** A mistake's rounding may differ from the learner's own way of making it. */
const WIDENED = 3;
/** Equal outputs on fewer inputs than this may be chance. */
const MATCHES = 2;

const widened = ({ tolerance: { atol, rtol } }: Pair) => ({ atol: atol * WIDENED, rtol: rtol * WIDENED });

/** Whether a tensor is near what a mistake gave, as far as that is known. */
function isNear(
  tensor: TensorData,
  output: NonNullable<MistakeOutputs['outputs'][string]>,
  tolerance: Tolerance,
): boolean {
  if (!('at' in output)) return allClose(tensor, decodeTensor(output), tolerance);
  const { shape, at, values } = output;
  if (!sameShape(tensor.shape, shape)) return false;
  const some = tensor.values.filter((_, i) => at.includes(i));
  return allClose({ ...tensor, shape: values.shape, values: some }, decodeTensor(values), tolerance);
}

function agrees({ outputs }: MistakeOutputs, pair: KeyedPair): boolean {
  const output = outputs[pair.key];
  if (output === null) return false;
  if (output === undefined) return allClose(pair.actual, pair.expected, widened(pair));
  return isNear(pair.actual, output, widened(pair));
}

/** Whether a mistake is so far off there that a result which is only a little wrong would not agree with it as well. */
function isFarOff({ outputs }: MistakeOutputs, pair: KeyedPair): boolean {
  const output = outputs[pair.key];
  return Boolean(output) && !isNear(pair.expected, output as NonNullable<typeof output>, widened(pair));
}

/** A truth value alone agrees with some mistake or other every second time. */
const isTelling = ({ actual }: Pair): boolean => actual.dtype !== 'bool' || actual.values.length > 1;

const ofLabel = (pairs: readonly KeyedPair[], label: string) => pairs.filter((pair) => pair.label === label);

/**
 * Whether a mistake whose outputs are known on `known` only may still be the one that {@link findKnownMistake} finds on
 * all of `pairs`: it gives what the learner's code gave wherever both are known, for a label with a wrong pair.
 */
export function mayExplain(mistake: MistakeOutputs, known: readonly KeyedPair[], pairs: readonly KeyedPair[]): boolean {
  const wrong = new Set(pairs.flatMap(({ passed, label }) => (passed ? [] : [label])));
  return [...wrong].some((label) => ofLabel(known, label).every((pair) => agrees(mistake, pair)));
}

/**
 * The known mistake that gives what the learner's code gave: on all pairs of one label the two agree, and on at least
 * two of those the learner's result is wrong, and the mistake's far off. Undefined when no mistake or no single one explains it.
 *
 * @param pairs every pair of this label over all checks that were run.
 */
export function findKnownMistake(
  pairs: readonly KeyedPair[],
  mistakes: readonly MistakeOutputs[],
): Diagnosis | undefined {
  const telling = pairs.filter((pair) => !pair.passed && isTelling(pair));
  const mistake = mistakes.find(
    (candidate) =>
      telling.filter((pair) => isFarOff(candidate, pair)).length >= MATCHES &&
      pairs.every((pair) => agrees(candidate, pair)),
  );
  return mistake && { id: `mistake:${mistake.name}`, text: mistake.diagnosis, confidence: 0.95 };
}
