import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = '/sys/fs/cgroup';
const PARENT = 'peergrad-sandboxes';
const NEEDED = ['memory', 'pids'];

export interface ControlGroup {
  /** Puts a process, and all that it starts, under the group's limits. */
  add(pid: number): void;
  /** Whether the kernel has ended a process for its memory. */
  ranOutOfMemory(): boolean;
  remove(): void;
}

/** Whether groups with limits of memory and tasks can be made here: the unified hierarchy (v2), writable to us. */
export function hasControlGroups(root = ROOT): boolean {
  try {
    const controllers = readFileSync(join(root, 'cgroup.controllers'), 'utf8').split(/\s+/);
    if (!NEEDED.every((name) => controllers.includes(name))) return false;
    const parent = join(root, PARENT);
    mkdirSync(parent, { recursive: true });
    writeFileSync(join(root, 'cgroup.subtree_control'), NEEDED.map((name) => `+${name}`).join(' '));
    writeFileSync(join(parent, 'cgroup.subtree_control'), NEEDED.map((name) => `+${name}`).join(' '));
    return true;
  } catch {
    return false;
  }
}

/**
 * A control group for one sandbox: the kernel itself stops what takes more memory or makes more tasks, where watching from
 * outside would be a step too late.
 *
 * @returns null where there are none; the other layers hold without it.
 */
export function createControlGroup(
  name: string,
  { memoryBytes, tasks }: { memoryBytes: number; tasks: number },
  root = ROOT,
): ControlGroup | null {
  if (!hasControlGroups(root)) return null;
  const folder = join(root, PARENT, name);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'memory.max'), String(memoryBytes));
    writeFileSync(join(folder, 'pids.max'), String(tasks));
    if (existsSync(join(folder, 'memory.swap.max'))) writeFileSync(join(folder, 'memory.swap.max'), '0');
  } catch {
    return null;
  }
  return {
    add(pid) {
      try {
        writeFileSync(join(folder, 'cgroup.procs'), String(pid));
      } catch {
        // It is gone already.
      }
    },
    ranOutOfMemory() {
      try {
        const [, kills = '0'] = /^oom_kill (\d+)$/m.exec(readFileSync(join(folder, 'memory.events'), 'utf8')) ?? [];
        return Number(kills) > 0;
      } catch {
        return false;
      }
    },
    remove() {
      try {
        rmdirSync(folder);
      } catch {
        // Still in use for a moment, or gone: the next start of this slot takes it over.
      }
    },
  };
}
