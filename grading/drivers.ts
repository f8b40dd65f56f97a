import { compile } from './compile';
import type { Task } from './task';
import { DRIVER_MODULES } from './training/driver-modules';

const compiled = new Map<string, string>();

/** A driver as the harness loads it. @throws {Error} when it does not compile: a bug of the exercise. */
function compileDriver(name: string, source: string): string {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const result = compile(source, { entries: ['drive'], forbidden: [], modules: [...DRIVER_MODULES.keys()] });
  if (!result.ok) throw new Error(`driver ${name}: ${result.problem.message.en}`);
  compiled.set(source, result.source);
  return result.source;
}

/**
 * Compiled sources of those drivers that tasks name: a job gets no other, since what a hidden check does is not for
 * whoever reads a public one's.
 *
 * @param sources TypeScript of the exercise's drivers and the kits', by name.
 * @throws {Error} when a task names a driver that there is not.
 */
export function driversFor(tasks: readonly Task[], sources: Readonly<Record<string, string>>): Record<string, string> {
  const names = [...new Set(tasks.flatMap((task) => (task.do === 'drive' ? [task.driver] : [])))];
  return Object.fromEntries(
    names.map((name) => {
      const source = sources[name];
      if (source === undefined) throw new Error(`there is no driver ${name}`);
      return [name, compileDriver(name, source)] as const;
    }),
  );
}
