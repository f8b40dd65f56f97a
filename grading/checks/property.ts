import type { Localized } from '../localized';
import type { Random } from '../random';
import type { Visibility } from '../report';
import type { ToleranceName } from '../tolerance';
import { type Argument, toWire } from './argument';
import { equal, outputOf, repeat } from './cases';
import type { Check, Plan } from './check';

/** A statement about the learner's function that needs no reference: two sides that must be equal. */
export interface Property {
  id: string;
  title: Localized;
  visibility: Visibility;
  /** Its `drive(entries, ...args)` returns `{ label: { actual, expected } }`, tensors made by the learner's function. */
  driver: string;
  /** Names of the arguments, as the report calls them. */
  inputs: readonly string[];
  /** Arguments of about this size, from 1; the smallest size that fails is the one shown. */
  generate: (random: Random, size: number) => readonly Argument[];
  sides: readonly { label: string; tolerance: ToleranceName; terms: number }[];
  /** How a failing case may be made simpler: see `Shrink`. */
  shrink?: { rows?: readonly string[]; values?: readonly string[] };
  points?: number;
  requires?: readonly string[];
}

const CASES = 20;
/** Sizes go from 1 to this, each several times. */
const SIZES = 6;

/**
 * A property on twenty generated inputs of growing size. An input on which it fails is made simpler where it is run, and
 * what is left is shown.
 */
export function property(kit: Property): Check {
  const indices = (names: readonly string[] = []) => names.map((name) => kit.inputs.indexOf(name));
  const shrink = { rows: indices(kit.shrink?.rows), values: indices(kit.shrink?.values) };
  const one = (random: Random, index: number): Plan => {
    const id = String(index);
    const size = 1 + Math.floor((index * SIZES) / CASES);
    return {
      tasks: [{ id, do: 'drive', driver: kit.driver, args: kit.generate(random, size).map(toWire), shrink }],
      expectations: kit.sides.map(({ label, tolerance, terms }) =>
        equal(label, outputOf(id, [label, 'actual']), outputOf(id, [label, 'expected']), tolerance, terms),
      ),
    };
  };
  return {
    ...{ id: kit.id, kind: 'property', visibility: kit.visibility, title: kit.title },
    ...{ points: kit.points ?? 1, requires: [...(kit.requires ?? [])], inputs: [...kit.inputs] },
    plan: (random) => repeat(CASES, random, one),
  };
}
