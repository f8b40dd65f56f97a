import type { Observation, WireValue } from '../task';
import { decodeTensor, encodeTensor, sizeOf, type TensorData, valuesOf } from '../tensor-codec';
import type { EncodedTensor } from '../tensor-data';

/** What of a driver's arguments may be made simpler without leaving what its property is about. */
export interface Shrink {
  /** Indices of arguments that share a batch axis 0, of which rows may be dropped. */
  rows: number[];
  /** Indices of arguments whose values may be any. */
  values: number[];
}

/** Clearly more than what backends differ by: what is shown must be no rounding. */
const ATOL = 1e-3;
const RTOL = 1e-2;
/** Calls of a driver that one search may make. */
const TRIES = 120;

const isTensor = (value: WireValue | undefined): value is { $tensor: EncodedTensor } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && '$tensor' in value;

function differs(actual: TensorData, expected: TensorData): boolean {
  if (String(actual.shape) !== String(expected.shape)) return true;
  return actual.values.some((value, i) => {
    const due = expected.values[i] as number;
    return !(Math.abs(value - due) <= ATOL + RTOL * Math.abs(due)) && !Object.is(value, due);
  });
}

/** Whether a property's result, `{ label: { actual, expected } }`, holds two sides that clearly differ. */
export function isFalsified(result: Observation['result']): boolean {
  if (result.type !== 'returned' || typeof result.value !== 'object' || result.value === null) return false;
  return Object.values(result.value as Record<string, Record<string, WireValue>>).some((sides) => {
    const { actual, expected } = sides ?? {};
    return (
      isTensor(actual) && isTensor(expected) && differs(decodeTensor(actual.$tensor), decodeTensor(expected.$tensor))
    );
  });
}

function takeRows({ dtype, shape, values }: TensorData, rows: readonly number[]): TensorData {
  const inner = sizeOf(shape.slice(1));
  const taken = rows.flatMap((row) => Array.from(values.subarray(row * inner, (row + 1) * inner)));
  return { dtype, shape: [rows.length, ...shape.slice(1)], values: valuesOf(dtype, taken) };
}

const replaced = (args: readonly WireValue[], index: number, tensor: TensorData): WireValue[] =>
  args.map((argument, i) => (i === index ? { $tensor: encodeTensor(tensor) } : argument));

const tensorIn = (args: readonly WireValue[], index: number): TensorData | undefined => {
  const argument = args[index];
  return isTensor(argument) ? decodeTensor(argument.$tensor) : undefined;
};

/** Fewer rows: halves first, then one row less. */
function* withFewerRows(args: readonly WireValue[], rows: readonly number[]): Generator<WireValue[]> {
  const count = tensorIn(args, rows[0] ?? -1)?.shape[0] ?? 0;
  const all = Array.from({ length: count }, (_, row) => row);
  const half = Math.ceil(count / 2);
  const choices =
    count < 2 ? [] : [all.slice(0, half), all.slice(half), ...all.map((row) => all.filter((other) => other !== row))];
  for (const kept of choices) {
    yield rows.reduce<WireValue[]>(
      (changed, index) => replaced(changed, index, takeRows(tensorIn(args, index) as TensorData, kept)),
      [...args],
    );
  }
}

/** Plainer numbers: whole ones, then zeros and ones in single places. */
function* withPlainerValues(args: readonly WireValue[], index: number): Generator<WireValue[]> {
  const tensor = tensorIn(args, index);
  if (!tensor) return;
  const changed = (change: (value: number, at: number) => number) =>
    replaced(args, index, { ...tensor, values: tensor.values.map(change) });
  // Adding 0 makes −0 a plain 0.
  yield changed((value) => Math.round(value) + 0);
  for (let at = 0; at < tensor.values.length; at++) {
    if (tensor.values[at] !== 0) yield changed((value, i) => (i === at ? 0 : value));
  }
  for (let at = 0; at < tensor.values.length; at++) {
    const sign = Math.sign(tensor.values[at] as number);
    if (tensor.values[at] !== sign) yield changed((value, i) => (i === at ? sign : value));
  }
}

/** Elements, non-zero ones, fractions, sum of sizes: smaller is simpler, in this order. */
function complexity(args: readonly WireValue[]): number[] {
  const values = args.flatMap((_, index) => Array.from(tensorIn(args, index)?.values ?? []));
  return [
    values.length,
    values.filter((value) => value !== 0).length,
    values.filter((value) => !Number.isInteger(value)).length,
    values.reduce((sum, value) => sum + Math.abs(value), 0),
  ];
}

function isSimpler(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at !== -1 && (a[at] as number) < (b[at] as number);
}

/**
 * The simplest arguments found on which a property still fails, with what the driver gave for them. Greedy: the first
 * simpler arguments that fail are simplified further.
 *
 * @param attempt calls the driver.
 */
export async function shrinkArguments(
  args: readonly WireValue[],
  result: Observation['result'],
  { rows, values }: Shrink,
  attempt: (args: readonly WireValue[]) => Promise<Observation['result']>,
): Promise<{ args: readonly WireValue[]; result: Observation['result'] }> {
  let best = { args, result };
  let tries = 0;
  function* candidates() {
    yield* withFewerRows(best.args, rows);
    for (const index of values) yield* withPlainerValues(best.args, index);
  }
  for (let improved = true; improved; ) {
    improved = false;
    for (const candidate of candidates()) {
      if (!isSimpler(complexity(candidate), complexity(best.args))) continue;
      if (tries === TRIES) return best;
      tries += 1;
      const found = await attempt(candidate);
      if (!isFalsified(found)) continue;
      best = { args: candidate, result: found };
      improved = true;
      break;
    }
  }
  return best;
}
