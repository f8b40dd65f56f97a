import { type Program, parse } from 'acorn';
import { transform } from 'sucrase';
import { exportsOf, LAYERS_MODULE, type Library } from './library';
import { guardLoops } from './loop-guards';
import {
  forbiddenImport,
  forbiddenName,
  missingExport,
  missingLayer,
  sourceTooLarge,
  syntaxError,
  unknownLayer,
} from './messages/problems';
import type { Problem } from './report';
import { exportedNames, type Finding, layerUses, scan, TENSOR_MODULE } from './syntax-scan';

/** Longest source that is compiled, in UTF-8 bytes. */
export const SOURCE_LIMIT_BYTES = 100_000;

export interface CompileOptions {
  /** Names that the module must export. */
  entries: readonly string[];
  /** See `ALWAYS_FORBIDDEN` for the forms. */
  forbidden: readonly string[];
  /** What `my-layers` has; without it there is no such module. */
  library?: Library;
  /** What our own modules may import besides. */
  modules?: readonly string[];
}

/** `layers`: exercises whose solutions the module imports. */
export type Compiled = { ok: true; source: string; layers: string[] } | { ok: false; problem: Problem };

interface Position {
  line: number;
  column: number;
}

/** Where `token` stands in the learner's line; types that were stripped before it only ever move it to the left. */
function originalColumn(lines: readonly string[], at: Position, token: string): Position {
  const line = lines[at.line - 1] ?? '';
  const found = token ? line.indexOf(token, at.column - 1) : -1;
  return { line: at.line, column: found >= 0 ? found + 1 : Math.max(1, Math.min(at.column, line.length + 1)) };
}

function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** What sucrase and acorn throw: a message that ends in `(line:column)`, and `loc` with a column from 0 (acorn) or 1. */
function readSyntaxError(error: unknown, columnBase: 0 | 1): Position & { reason: string } {
  const { message, loc } = error as { message: string; loc?: Position };
  const reason = message.replace(/^Error transforming [^:]*: /, '').replace(/\s*\(\d+:\d+\)$/, '');
  return { line: loc?.line ?? 1, column: (loc?.column ?? 0) + 1 - columnBase, reason };
}

function refused(finding: Finding, modules: readonly string[], location: Position): Compiled {
  return finding.kind === 'import'
    ? { ok: false, problem: { code: 'forbidden-import', message: forbiddenImport(finding.name, modules), location } }
    : { ok: false, problem: { code: 'forbidden-name', message: forbiddenName(finding.name), location } };
}

/** Exercises whose solutions a module needs of the library, or the first that it lacks. */
function layersOf(
  program: Program,
  library: Library,
  placeOf: (start: number, token: string) => Position,
): { layers: string[] } | { problem: Problem } {
  const { uses, whole } = layerUses(program);
  const needed = new Set<string>(whole ? library.flatMap(({ exercise, source }) => (source ? [exercise] : [])) : []);
  for (const { name, start } of uses) {
    const layer = library.find((one) => exportsOf(one).includes(name));
    const location = placeOf(start, name);
    if (!layer) {
      const message = unknownLayer(name, library.flatMap(exportsOf));
      return { problem: { code: 'missing-layer', message, location } };
    }
    const { exercise, title } = layer;
    if (layer.source === null) {
      return { problem: { code: 'missing-layer', message: missingLayer(name, title), location, exercise } };
    }
    needed.add(exercise);
  }
  return { layers: [...needed] };
}

/**
 * Turns a learner's TypeScript module into strict CommonJS whose line numbers are the learner's own, or says what is
 * wrong with it. Types are removed, not checked, and what can fill the memory is guarded. Runs in the page and on the
 * server alike.
 *
 * @example
 * compile("export const one = () => 1;", { entries: ['one'], forbidden: [] }) // { ok: true, source: '"use strict";…', layers: [] }
 */
export function compile(source: string, { entries, forbidden, library, modules: own = [] }: CompileOptions): Compiled {
  const bytes = new TextEncoder().encode(source).length;
  if (bytes > SOURCE_LIMIT_BYTES) {
    return { ok: false, problem: { code: 'source-too-large', message: sourceTooLarge(bytes, SOURCE_LIMIT_BYTES) } };
  }
  const lines = source.split('\n');
  const syntaxProblem = (error: unknown, columnBase: 0 | 1): Compiled => {
    const { reason, ...at } = readSyntaxError(error, columnBase);
    const location = originalColumn(lines, at, '');
    return {
      ok: false,
      problem: { code: 'syntax-error', message: syntaxError(location.line, location.column, reason), location },
    };
  };

  let plain: string;
  let commonJs: string;
  try {
    plain = transform(source, { transforms: ['typescript'], disableESTransforms: true, keepUnusedImports: true }).code;
    commonJs = transform(source, {
      transforms: ['typescript', 'imports'],
      disableESTransforms: true,
      preserveDynamicImport: true,
      enableLegacyTypeScriptModuleInterop: true,
    }).code;
  } catch (error) {
    return syntaxProblem(error, 1);
  }
  let program: ReturnType<typeof parse>;
  try {
    program = parse(plain, { ecmaVersion: 'latest', sourceType: 'module' });
  } catch (error) {
    return syntaxProblem(error, 0);
  }

  const modules = [TENSOR_MODULE, ...(library ? [LAYERS_MODULE] : []), ...own];
  const placeOf = (start: number, token: string) => originalColumn(lines, positionOf(plain, start), token);
  const [finding] = scan(program, forbidden, modules);
  if (finding) return refused(finding, modules, placeOf(finding.start, finding.token));
  const found = layersOf(program, library ?? [], placeOf);
  if ('problem' in found) return { ok: false, problem: found.problem };
  const exported = exportedNames(program);
  const missing = entries.find((name) => !exported.includes(name));
  if (missing !== undefined) {
    return { ok: false, problem: { code: 'missing-export', message: missingExport(missing, exported) } };
  }
  return { ok: true, source: guardLoops(commonJs), layers: found.layers };
}
