import type { Problem } from '../report';
import type { CapturedConsole } from './console-capture';
import { ForbiddenError } from './guarded-tf';
import { problemOf } from './problems';
import { describeThrown, SOURCE_NAME } from './thrown';

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
 * Runs `source` (strict CommonJS whose lines are the learner's) with `tf` as the one module that it may require, and
 * gives the functions named in `entries`.
 */
export function loadModule(
  source: string,
  entries: readonly string[],
  tf: object,
  console: CapturedConsole,
): LoadedModule {
  const module = { exports: {} as Record<string, unknown> };
  const require = (name: string) => {
    if (name === '@tensorflow/tfjs-core') return tf;
    throw new ForbiddenImport(String(name));
  };
  try {
    const body = `'use strict';\n${source}\n//# sourceURL=${SOURCE_NAME}`;
    const load = new Function('module', 'exports', 'require', 'console', 'Math', 'Date', body);
    load(module, module.exports, require, console, mathWithoutRandom(), noDate());
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
