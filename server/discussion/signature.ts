import 'server-only';
import type { CheckResult, TensorComparison } from '@/grading/report';
import { decodeTensor } from '@/grading/tensor-data';

/**
 * What the failure of a check looks like, as a text that is equal for the same trouble and differs otherwise, whatever seed
 * the inputs came from. Null for a check that passed or was not run.
 *
 * - With a diagnosis of a known mistake: which one. It explains the numbers; they would only differ by seed.
 * - Else, for each wrong tensor: its label; if the shape is wrong, both shapes; else how its elements are wrong, by what
 *   survives a change of inputs: a constant factor to two digits, or the constant difference, or where it is not finite, or
 *   else which share of elements fails (all, most, some). A pattern's diagnosis is put before it.
 * - Of an error: its name, and its message with numbers left out.
 *
 * Never shown to anybody: of a hidden check it says more than a learner may know.
 *
 * @example signatureOf('02-mlp/dense-forward', result) // '02-mlp/dense-forward·values·failed·mistake:no-bias'
 */
export function signatureOf(exerciseId: string, result: CheckResult): string | null {
  const { id, outcome, diagnosis, thrown, tensors = [] } = result;
  if (outcome === 'passed' || outcome === 'skipped') return null;
  const start = [exerciseId, id, outcome];
  if (diagnosis?.id.startsWith('mistake:')) return [...start, diagnosis.id].join('·');
  const error = thrown && `${thrown.name}: ${withoutNumbers(thrown.message)}`;
  const wrong = tensors.filter(({ passed }) => !passed).map(howWrong);
  const parts = [...start, diagnosis?.id, error, ...new Set(wrong)].filter((part) => part !== undefined);
  return parts.join('·').slice(0, MAX_LENGTH);
}

/** A key of an index, not a text. */
const MAX_LENGTH = 500;

function withoutNumbers(message: string): string {
  return message
    .slice(0, 2_000)
    .replace(/-?\d[\d.e+-]*/gi, '#')
    .replace(/#(?:\s*,\s*#)+/g, '#')
    .slice(0, 200);
}

function howWrong({ label, actualShape, expectedShape, actual, expected, failing, total }: TensorComparison): string {
  if (actualShape.join() !== expectedShape.join()) return `${label} [${actualShape}] for [${expectedShape}]`;
  const share = failing === total ? 'all' : failing * 2 > total ? 'most' : 'some';
  if (actual === undefined || expected === undefined) return `${label} ${share}`;
  const pairs = pairsOf(decodeTensor(actual).values, decodeTensor(expected).values);
  if (pairs.some(({ is }) => !Number.isFinite(is))) return `${label} not finite`;
  return `${label} ${relation(pairs) ?? share}`;
}

interface Pair {
  is: number;
  due: number;
}

function pairsOf(actual: ArrayLike<number>, expected: ArrayLike<number>): Pair[] {
  return Array.from(expected, (due, at) => ({ is: actual[at] ?? Number.NaN, due }));
}

/** How far apart factors may lie that are one: rounding, not another trouble. */
const SPREAD = 0.01;

/** `×0.25` where actual is everywhere the same multiple of expected, `+0.1` where it is everywhere the same amount off. */
function relation(pairs: readonly Pair[]): string | undefined {
  const ratios = pairs.filter(({ due }) => due !== 0).map(({ is, due }) => is / due);
  const zeros = pairs.every(({ is, due }) => due !== 0 || is === 0);
  if (zeros && ratios.length > 1 && isConstant(ratios, 0)) return `×${rounded(ratios)}`;
  const offsets = pairs.map(({ is, due }) => is - due);
  const scale = Math.max(...pairs.map(({ due }) => Math.abs(due)));
  if (offsets.length > 1 && isConstant(offsets, SPREAD * SPREAD * scale)) return `+${rounded(offsets)}`;
  return undefined;
}

function isConstant(values: readonly number[], atLeast: number): boolean {
  const middle = median(values);
  return values.every((value) => Math.abs(value - middle) <= Math.max(SPREAD * Math.abs(middle), atLeast));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function rounded(values: readonly number[]): string {
  return String(Number(median(values).toPrecision(2)));
}
