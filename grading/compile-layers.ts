import { compile } from './compile';
import { ALWAYS_FORBIDDEN } from './forbidden';
import type { Library } from './library';
import { brokenLayer } from './messages/problems';
import type { Problem } from './report';
import type { CompiledLayer } from './task';

/**
 * The layers of `exercises` as the harness loads them, each compiled by itself. What an exercise that imports them forbids
 * is for the learner's own file; a layer is held to what no exercise may do.
 */
export function compileLayers(
  library: Library,
  exercises: readonly string[],
): { ok: true; layers: CompiledLayer[] } | { ok: false; problem: Problem } {
  const layers: CompiledLayer[] = [];
  for (const { exercise, title, entries, views, source } of library) {
    if (source === null || !exercises.includes(exercise)) continue;
    const compiled = compile(source, { entries, forbidden: ALWAYS_FORBIDDEN });
    if (!compiled.ok) {
      const message = brokenLayer(title, compiled.problem.message);
      return { ok: false, problem: { code: 'broken-layer', message, exercise } };
    }
    layers.push({ exercise, source: compiled.source, entries: [...entries], views });
  }
  return { ok: true, layers };
}
