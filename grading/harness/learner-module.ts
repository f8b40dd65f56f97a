import { GUARD_NAME } from '../guard-text';
import type { Problem } from '../report';
import type { CapturedConsole } from './console-capture';
import { ForbiddenError } from './guarded-tf';
import { createLoopGuard } from './loop-guard';
import { problemOf } from './problems';
import { describeThrown, placeThrownIn, SOURCE_NAME } from './thrown';

/** Stack frames of drivers are not the learner's. */
const DRIVER_NAME = 'driver.js';

/** A learner's module once loaded: its entries by name, or what stopped it. */
export type LoadedModule = { entries: ReadonlyMap<string, (...args: unknown[]) => unknown> } | { problem: Problem };

class ForbiddenImport extends Error {}

function refuse(name: string): () => never {
  return () => {
    throw new ForbiddenError(`${name} is not allowed here`);
  };
}

/** `Math` without `random`: exercises draw from the `rng` that they are given. */
function mathWithoutRandom(): object {
  const members = Object.fromEntries(
    Object.getOwnPropertyNames(Math).map((name) => [name, Math[name as keyof typeof Math]] as const),
  );
  return Object.freeze({ ...members, random: refuse('Math.random') });
}

/** `Date` that can be neither called, constructed nor asked for the time. */
function noDate(): object {
  const refused = refuse('Date');
  return new Proxy(class {}, { apply: refused, construct: refused, get: refused });
}

function loadProblem(error: unknown): Problem {
  const { name, message, location } = describeThrown(error);
  if (error instanceof ForbiddenImport) return problemOf('forbidden-import', message, location);
  if (error instanceof ForbiddenError) return problemOf('forbidden-name', message, location);
  if (error instanceof SyntaxError) return problemOf('syntax-error', message, location);
  return problemOf('load-error', `${name}: ${message}`, location);
}

/**
 * Runs `source` (strict CommonJS whose lines are the learner's) with `tf` and `modules` as what it may require, and gives
 * the functions named in `entries`.
 */
export function loadModule(
  source: string,
  entries: readonly string[],
  tf: object,
  console: CapturedConsole,
  {
    sourceName = SOURCE_NAME,
    modules = new Map(),
  }: { sourceName?: string; modules?: ReadonlyMap<string, object> } = {},
): LoadedModule {
  const module = { exports: {} as Record<string, unknown> };
  const require = (name: string) => {
    if (name === '@tensorflow/tfjs-core') return tf;
    const found = modules.get(name);
    if (found) return found;
    throw new ForbiddenImport(String(name));
  };
  try {
    const body = `'use strict';\n${source}\n//# sourceURL=${sourceName}`;
    const load = new Function('module', 'exports', 'require', 'console', 'Math', 'Date', GUARD_NAME, body);
    if (sourceName === SOURCE_NAME) placeThrownIn(source);
    load(module, module.exports, require, console, mathWithoutRandom(), noDate(), createLoopGuard());
    const found = new Map<string, (...args: unknown[]) => unknown>();
    for (const name of entries) {
      const entry = module.exports[name];
      if (typeof entry !== 'function') return { problem: problemOf('missing-export', name) };
      found.set(name, entry as (...args: unknown[]) => unknown);
    }
    return { entries: found };
  } catch (error) {
    return { problem: loadProblem(error) };
  }
}

/**
 * The exercise's drivers by name, with the learner's functions as their first argument.
 * @throws {Error} when one cannot be loaded: a bug of the exercise.
 */
export function loadDrivers(
  sources: Readonly<Record<string, string>>,
  learner: ReadonlyMap<string, (...args: unknown[]) => unknown>,
  tf: object,
  console: CapturedConsole,
  modules: ReadonlyMap<string, object> = new Map(),
): ReadonlyMap<string, (...args: unknown[]) => unknown> {
  const functions = Object.freeze(Object.fromEntries(learner));
  return new Map(
    Object.entries(sources).map(([name, source]) => {
      const loaded = loadModule(source, ['drive'], tf, console, { sourceName: DRIVER_NAME, modules });
      if ('problem' in loaded) throw new Error(`driver ${name}: ${loaded.problem.message.en}`);
      const drive = loaded.entries.get('drive') as (...args: unknown[]) => unknown;
      return [name, (...args: unknown[]) => drive(functions, ...args)] as const;
    }),
  );
}
