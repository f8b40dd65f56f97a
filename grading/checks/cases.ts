import type { Localized } from '../localized';
import type { Random } from '../random';
import type { CheckKind, Visibility } from '../report';
import type { Task } from '../task';
import { encodeTensor, type TensorData } from '../tensor-data';
import type { ToleranceName } from '../tolerance';
import { type Argument, type Inputs, type Path, toWire } from './argument';
import type { Check, Plan } from './check';
import type { Expectation, Expression } from './expectation';

/** What a check calls: a function of the learner's by name, or one of the exercise's drivers. */
export type Callee = string | { driver: string };

/** One tensor of a function's result. */
export interface OutputSpec<A extends readonly Argument[] = readonly TensorData[]> {
  /** In the exercise's symbols: `Y`, `dW`. */
  label: string;
  /** Where it is in the result; empty when the result is the tensor. */
  path: Path;
  /** Its shape for these arguments. */
  shape: (args: A) => number[];
  /** `float32` unless said otherwise. */
  dtype?: 'float32' | 'int32' | 'bool';
}

/** `fn(...args)`, or the driver in its place. */
export function callTask(id: string, callee: Callee, args: readonly Argument[]): Task {
  const wires = args.map(toWire);
  return typeof callee === 'string'
    ? { id, do: 'call', fn: callee, args: wires }
    : { id, do: 'drive', driver: callee.driver, args: wires };
}

/**
 * Gradients of Σ upstream ⊙ fn(...args) with respect to the tensors at these argument paths.
 *
 * @param output where the differentiated tensor is in the result.
 */
export function vjpTask(
  id: string,
  fn: string,
  args: readonly Argument[],
  wrt: readonly Path[],
  upstream: TensorData,
  output: Path = [],
): Task {
  return {
    id,
    do: 'vjp',
    fn,
    args: args.map(toWire),
    wrt: wrt.map((path) => [...path]),
    output: [...output],
    upstream: encodeTensor(upstream),
  };
}

/** A tensor of a call's result. */
export const outputOf = (task: string, path: Path = []): Expression => ({ output: task, path: [...path] });

/** Plain numbers or booleans of a call's result. */
export const plainOf = (task: string, path: Path = []): Expression => ({ plain: task, path: [...path] });

/** A tensor as it stands. */
export const constant = (tensor: TensorData): Expression => ({ tensor: encodeTensor(tensor) });

/** The same expression of the reference's run, or the oracle's. */
export function trusted(expression: Expression, by: 'reference' | 'oracle' = 'reference'): Expression {
  return { trusted: expression, by };
}

/** Two expressions agree within a tolerance. `terms`: length of the longest reduction behind an element. */
export function equal(
  label: string,
  actual: Expression,
  expected: Expression,
  tolerance: ToleranceName,
  terms: number,
): Expectation {
  return { expect: 'equal', label, actual, expected, tolerance, terms };
}

/** `actual` equals the same expression of the reference. */
export function asReference(label: string, actual: Expression, tolerance: ToleranceName, terms: number): Expectation {
  return equal(label, actual, trusted(actual), tolerance, terms);
}

/** Several plans as one, each with its task ids as they are: they must differ. */
export function joinPlans(plans: readonly Plan[]): Plan {
  return {
    tasks: plans.flatMap(({ tasks }) => tasks),
    oracleTasks: plans.flatMap(({ oracleTasks = [] }) => oracleTasks),
    expectations: plans.flatMap(({ expectations }) => expectations),
  };
}

/** One plan per index from 0, made from a random source of its own. */
export function repeat(count: number, random: Random, make: (random: Random, index: number) => Plan): Plan {
  return joinPlans(Array.from({ length: count }, (_, i) => make(random.fork(`case ${i}`), i)));
}

/** One plan per case, each from a random source of its own; `id` is the case's index. */
export function each<A extends readonly Argument[]>(
  cases: readonly Inputs<A>[],
  make: (args: A, id: string, random: Random) => Plan,
): Check['plan'] {
  return (random) =>
    repeat(cases.length, random, (source, i) => make((cases[i] as Inputs<A>)(source), String(i), source));
}

/** A check with the usual defaults: one point, no prerequisite. */
export function check(
  id: string,
  kind: CheckKind,
  visibility: Visibility,
  title: Localized,
  plan: Check['plan'],
  { points = 1, requires = [] }: { points?: number; requires?: string[] } = {},
): Check {
  return { id, kind, visibility, title, points, requires, plan };
}
