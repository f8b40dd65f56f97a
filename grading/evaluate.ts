import type { Expression } from './checks/expectation';
import { sameShape } from './compare';
import type { Thrown } from './report';
import type { Observation, WireValue } from './task';
import { decodeTensor, type EncodedTensor, sizeOf, type TensorData, valuesOf } from './tensor-data';

/** Why an expression has no tensor. */
export type Absence =
  /** A task it needs was not run to its end. */
  | { reason: 'not-run'; task: string }
  | { reason: 'threw'; task: string; thrown: Thrown }
  /** Something other than a tensor was returned: `promise`, `number`, `array`, `undefined`, … */
  | { reason: 'not-a-tensor'; what: string; path: string }
  /** Something other than numbers or booleans, or arrays of unequal lengths (`ragged`), was returned. */
  | { reason: 'not-numbers'; what: string; path: string }
  /** The output does not depend on the input. */
  | { reason: 'disconnected' }
  /** Tensors that should have had one shape did not. */
  | { reason: 'shapes-differ'; shapes: (readonly number[])[] };

export type Evaluated = { tensor: TensorData } | { absent: Absence };

/** Observations of one run, by task. */
export type Observations = ReadonlyMap<string, Observation>;

/** Observations of the folder's own modules, for `trusted` expressions. */
export type TrustedRuns = Partial<Record<'reference' | 'oracle', Observations>>;

const pathText = (path: readonly (string | number)[]): string =>
  path.reduce<string>((text, step) => text + (typeof step === 'number' ? `[${step}]` : `${text && '.'}${step}`), '');

function isTensor(value: WireValue | undefined): value is { $tensor: EncodedTensor } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && '$tensor' in value;
}

function nameOf(value: WireValue | undefined): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value !== 'object') return typeof value;
  if ('$number' in value) return 'number';
  return '$undefined' in value ? 'undefined' : 'object';
}

function step(value: WireValue | undefined, key: string | number): WireValue | undefined {
  if (typeof value !== 'object' || value === null || isTensor(value)) return undefined;
  if (Array.isArray(value)) return key === 'length' ? value.length : value[Number(key)];
  return Object.hasOwn(value, key) ? (value as Record<string, WireValue>)[key] : undefined;
}

function observed(task: string, observations: Observations): Observation['result'] | Absence {
  const result = observations.get(task)?.result;
  if (!result) return { reason: 'not-run', task };
  if (result.type === 'threw') return { reason: 'threw', task, thrown: result.thrown };
  if (result.type === 'invalid') return { reason: 'not-a-tensor', ...result.invalid };
  return result;
}

function returned(task: string, path: (string | number)[], observations: Observations): Evaluated {
  const result = observed(task, observations);
  if ('reason' in result) return { absent: result };
  const root = result.type === 'returned' ? result.value : undefined;
  const value = path.reduce<WireValue | undefined>(step, root);
  if (isTensor(value)) return { tensor: decodeTensor(value.$tensor) };
  const parent = path.length > 0 && typeof root !== 'object' ? root : value;
  return {
    absent: { reason: 'not-a-tensor', what: nameOf(isTensor(root) ? undefined : parent), path: pathText(path) },
  };
}

const toNumber = (value: WireValue): number | boolean | undefined => {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'object' && value !== null && '$number' in value ? Number(value.$number) : undefined;
};

/** Numbers, booleans and arrays of them of equal lengths as one tensor; otherwise what stands in the way. */
function fromPlain(value: WireValue | undefined): { shape: number[]; values: number[]; isBool: boolean } | string {
  if (Array.isArray(value)) {
    const parts: { shape: number[]; values: number[]; isBool: boolean }[] = [];
    for (const entry of value) {
      const part = fromPlain(entry);
      if (typeof part === 'string') return part;
      parts.push(part);
    }
    const [first = { shape: [], values: [], isBool: false }] = parts;
    if (!parts.every(({ shape }) => sameShape(shape, first.shape))) return 'ragged';
    const isBool = parts.length > 0 && parts.every((part) => part.isBool);
    return { shape: [value.length, ...first.shape], values: parts.flatMap(({ values }) => values), isBool };
  }
  if (isTensor(value)) return 'tensor';
  const number = value === undefined ? undefined : toNumber(value);
  if (number === undefined) return nameOf(value);
  return { shape: [], values: [Number(number)], isBool: typeof number === 'boolean' };
}

function plainOf(task: string, path: (string | number)[], observations: Observations): Evaluated {
  const result = observed(task, observations);
  if ('reason' in result) {
    const { reason } = result;
    return { absent: reason === 'not-a-tensor' ? { ...result, reason: 'not-numbers' } : result };
  }
  const root = result.type === 'returned' ? result.value : undefined;
  const plain = fromPlain(path.reduce<WireValue | undefined>(step, root));
  if (typeof plain === 'string') return { absent: { reason: 'not-numbers', what: plain, path: pathText(path) } };
  const dtype = plain.isBool ? 'bool' : 'float64';
  return { tensor: { dtype, shape: plain.shape, values: valuesOf(dtype, plain.values) } };
}

function gradientOf(task: string, index: number, observations: Observations): Evaluated {
  const result = observed(task, observations);
  if ('reason' in result) return { absent: result };
  const gradient = result.type === 'gradients' ? result.gradients[index] : undefined;
  return gradient ? { tensor: decodeTensor(gradient) } : { absent: { reason: 'disconnected' } };
}

function all(parts: Evaluated[], make: (tensors: TensorData[]) => Evaluated): Evaluated {
  const absent = parts.find((part) => 'absent' in part);
  return absent ?? make(parts.flatMap((part) => ('tensor' in part ? [part.tensor] : [])));
}

const float = (shape: readonly number[], values: Iterable<number>): Evaluated => ({
  tensor: { dtype: 'float32', shape, values: Float32Array.from(values) },
});

function combine(factors: number[], tensors: TensorData[]): Evaluated {
  const [first, ...others] = tensors as [TensorData, ...TensorData[]];
  if (!others.every(({ shape }) => sameShape(shape, first.shape))) {
    return { absent: { reason: 'shapes-differ', shapes: tensors.map(({ shape }) => shape) } };
  }
  return float(
    first.shape,
    Array.from(first.values, (_, i) =>
      tensors.reduce((sum, { values }, term) => sum + (factors[term] as number) * (values[i] as number), 0),
    ),
  );
}

function sumOver({ shape, values }: TensorData, axis: number): Evaluated {
  if (axis >= shape.length) return { absent: { reason: 'shapes-differ', shapes: [shape] } };
  const [outer, length, inner] = [sizeOf(shape.slice(0, axis)), shape[axis] as number, sizeOf(shape.slice(axis + 1))];
  const sums = new Float64Array(outer * inner);
  values.forEach((value, i) => {
    const at = Math.floor(i / (length * inner)) * inner + (i % inner);
    sums[at] = (sums[at] as number) + value;
  });
  return float([...shape.slice(0, axis), ...shape.slice(axis + 1)], sums);
}

function takeRows({ dtype, shape, values }: TensorData, take: number[]): Evaluated {
  const [rows = 0, ...rest] = shape;
  if (shape.length === 0 || take.some((row) => row >= rows))
    return { absent: { reason: 'shapes-differ', shapes: [shape] } };
  const size = sizeOf(rest);
  const taken = take.flatMap((row) => Array.from(values.subarray(row * size, (row + 1) * size)));
  return {
    tensor: { dtype, shape: [take.length, ...rest], values: valuesOf(dtype, taken) },
  };
}

function concat(tensors: TensorData[]): Evaluated {
  const [first] = tensors as [TensorData];
  const rest = first.shape.slice(1);
  if (!tensors.every(({ shape }) => shape.length > 0 && sameShape(shape.slice(1), rest))) {
    return { absent: { reason: 'shapes-differ', shapes: tensors.map(({ shape }) => shape) } };
  }
  const rows = tensors.reduce((sum, { shape }) => sum + (shape[0] as number), 0);
  return float(
    [rows, ...rest],
    tensors.flatMap(({ values }) => Array.from(values)),
  );
}

/**
 * The tensor of an expression over one run.
 *
 * @param trusted runs of the reference and the oracle on the same tasks; not needed once a plan is resolved.
 */
export function evaluate(expression: Expression, observations: Observations, trusted: TrustedRuns = {}): Evaluated {
  const evaluated = (of: Expression) => evaluate(of, observations, trusted);
  const then = (of: Expression, make: (tensor: TensorData) => Evaluated) =>
    all([evaluated(of)], ([tensor]) => make(tensor as TensorData));
  if ('tensor' in expression) return { tensor: decodeTensor(expression.tensor) };
  if ('output' in expression) return returned(expression.output, expression.path, observations);
  if ('plain' in expression) return plainOf(expression.plain, expression.path, observations);
  if ('gradient' in expression) return gradientOf(expression.gradient, expression.index, observations);
  if ('trusted' in expression) return evaluate(expression.trusted, trusted[expression.by] ?? new Map());
  if ('sum' in expression) return then(expression.sum, (tensor) => sumOver(tensor, expression.axis));
  if ('rows' in expression) return then(expression.rows, (tensor) => takeRows(tensor, expression.take));
  if ('concat' in expression) return all(expression.concat.map(evaluated), concat);
  const { combine: terms } = expression;
  return all(
    terms.map(({ of }) => evaluated(of)),
    (tensors) =>
      combine(
        terms.map(({ factor }) => factor),
        tensors,
      ),
  );
}

/** Whether any part of an expression is what the learner's code gave. */
export function isFromRun(expression: Expression): boolean {
  if ('output' in expression || 'plain' in expression || 'gradient' in expression) return true;
  if ('combine' in expression) return expression.combine.some(({ of }) => isFromRun(of));
  if ('concat' in expression) return expression.concat.some(isFromRun);
  if ('sum' in expression) return isFromRun(expression.sum);
  return 'rows' in expression && isFromRun(expression.rows);
}
