import type { Localized } from '../localized';
import type { Random } from '../random';
import type { CheckKind, Visibility } from '../report';
import type { Task, WireValue } from '../task';
import { encodeTensor, type TensorData } from '../tensor-data';
import type { ToleranceName } from '../tolerance';
import type { Check, Plan } from './check';
import type { Expectation, Expression } from './expectation';

/** One tensor of a function's result. */
export interface OutputSpec {
  /** In the exercise's symbols: `Y`, `dW`. */
  label: string;
  /** Where it is in the result; empty when the result is the tensor. */
  path: (string | number)[];
  /** Its shape for these arguments. */
  shape: (inputs: readonly TensorData[]) => number[];
}

/** A tensor as an argument. */
export function tensorArgument(tensor: TensorData): WireValue {
  return { $tensor: encodeTensor(tensor) };
}

/** `fn(...inputs)`. */
export function callTask(id: string, fn: string, inputs: readonly TensorData[]): Task {
  return { id, do: 'call', fn, args: inputs.map(tensorArgument) };
}

/** Gradients of Σ upstream ⊙ fn(...inputs) with respect to every input. */
export function vjpTask(id: string, fn: string, inputs: readonly TensorData[], upstream: TensorData): Task {
  return {
    id,
    do: 'vjp',
    fn,
    args: inputs.map(tensorArgument),
    wrt: inputs.map((_, i) => [i]),
    output: [],
    upstream: encodeTensor(upstream),
  };
}

/** The same expression of the reference's run, or the oracle's. */
export function trusted(expression: Expression, by: 'reference' | 'oracle' = 'reference'): Expression {
  return { trusted: expression, by };
}

/** `actual` equals the same expression of the reference. */
export function asReference(label: string, actual: Expression, tolerance: ToleranceName, terms: number): Expectation {
  return { expect: 'equal', label, actual, expected: trusted(actual), tolerance, terms };
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
