import type { Problem } from '../report';
import type { CompiledLayer } from '../task';
import type { CapturedConsole } from './console-capture';
import { loadModule } from './learner-module';
import { problemOf } from './problems';

/** The learner's library once loaded, or what stopped it. */
export type LoadedLayers =
  | {
      /** What `my-layers` gives. */
      module: object;
      /** Whether one of its functions is running. */
      isInside: () => boolean;
    }
  | { problem: Problem };

/** A library whose members are those functions; whoever asks for another is told. */
function libraryOf(functions: Record<string, unknown>): object {
  const shown = Object.freeze({ __proto__: null, ...functions });
  return new Proxy(shown, {
    get(_, name) {
      if (typeof name === 'symbol' || name in shown) return Reflect.get(shown, name);
      if (name === '__esModule') return true;
      throw new ReferenceError(`my-layers has no ${name}, or its exercise is not passed yet`);
    },
  });
}

/**
 * Loads each layer in a scope of its own: they share nothing with the learner's file or with each other but `tf`.
 *
 * @param tf the library as layers may use it.
 */
export function loadLayers(layers: readonly CompiledLayer[], tf: object, console: CapturedConsole): LoadedLayers {
  let depth = 0;
  const counted =
    (fn: (...args: unknown[]) => unknown, last: readonly unknown[] = []) =>
    (...args: unknown[]) => {
      depth += 1;
      try {
        return fn(...args, ...last);
      } finally {
        depth -= 1;
      }
    };
  const functions: Record<string, unknown> = {};
  for (const { exercise, source, entries, views } of layers) {
    const loaded = loadModule(source, entries, tf, console, { sourceName: `my-layers/${exercise}` });
    if ('problem' in loaded) {
      // Its place is in another file than the one on screen.
      return { problem: { ...problemOf('broken-layer', `${exercise}: ${loaded.problem.message.en}`), exercise } };
    }
    for (const [name, fn] of loaded.entries) functions[name] = counted(fn);
    for (const [name, { entry, last }] of Object.entries(views)) {
      functions[name] = counted(loaded.entries.get(entry) as (...args: unknown[]) => unknown, last);
    }
  }
  return { module: libraryOf(functions), isInside: () => depth > 0 };
}
