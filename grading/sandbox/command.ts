import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Everything is denied by name as well as by default, so that no later default can open it. */
const DENO_FLAGS = [
  '--no-prompt',
  '--cached-only',
  '--no-remote',
  '--no-npm',
  '--no-config',
  '--no-lock',
  '--quiet',
  '--deny-import',
  '--deny-read',
  '--deny-write',
  '--deny-net',
  '--deny-env',
  '--deny-sys',
  '--deny-run',
  '--deny-ffi',
];

/** Where a program of the system is. */
export function findProgram(name: string): string | undefined {
  const folders = ['/usr/bin', '/bin', ...(process.env.PATH ?? '').split(delimiter)];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

export interface SandboxLimits {
  /** Heap of the JavaScript engine, MiB. */
  heapMiB: number;
  /** CPU seconds of the whole process. */
  cpuSeconds: number;
  /** Processes and threads of the sandbox's user; only where it has a user of its own. */
  tasks: number | null;
}

/** A program and its arguments. */
export type Command = [string, ...string[]];

/** `command` under the kernel's own limits, where util-linux is installed. */
function underLimits(command: Command, { cpuSeconds, tasks }: SandboxLimits): Command {
  const prlimit = findProgram('prlimit');
  if (!prlimit) return command;
  // Soft, then hard: the first signal tells this limit from every other end.
  const limits = [`--cpu=${cpuSeconds}:${cpuSeconds + 5}`, '--core=0', '--fsize=0', '--nofile=64'];
  return [prlimit, ...limits, ...(tasks === null ? [] : [`--nproc=${tasks}`]), '--', ...command];
}

/** `command` in namespaces of its own with nothing but the system's libraries to see, where bubblewrap is installed. */
function underBubblewrap(command: Command, readable: readonly string[]): Command {
  const bwrap = findProgram('bwrap');
  if (!bwrap) return command;
  const system = ['/usr', '/lib', '/lib64', '/bin'].filter((path) => existsSync(path));
  const binds = [...system, ...readable].flatMap((path) => ['--ro-bind', path, path]);
  return [bwrap, '--unshare-all', '--die-with-parent', ...binds, '--proc', '/proc', '--dev', '/dev', '--', ...command];
}

/** What to start for one sandbox: Deno without any permission, inside every further layer that the machine has. */
export function sandboxCommand(deno: string, bundle: string, limits: SandboxLimits): Command {
  const flags = [...DENO_FLAGS, `--v8-flags=--max-old-space-size=${limits.heapMiB}`];
  return underLimits(underBubblewrap([deno, 'run', ...flags, bundle], [deno, bundle]), limits);
}
