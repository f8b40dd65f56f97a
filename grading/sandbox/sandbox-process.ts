import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { createControlGroup } from './cgroup';
import type { Command } from './command';
import { residentBytes } from './resident-memory';

/** Why a process ended before its job did. */
export type Death = 'out-of-memory' | 'output-too-large' | 'protocol-violation' | 'cpu-time' | 'crashed';

export interface SandboxProcess {
  /** Rejects when it cannot be started. */
  ready: Promise<void>;
  /** Hands over the one job. `message` gets every line that bears the nonce, still untrusted. */
  start(job: unknown, on: { message(message: unknown): void; death(death: Death, detail: string): void }): void;
  /** Ends the process and all it started; resolves when it is gone. */
  kill(): Promise<void>;
  /** Resolves when the process has ended, for whatever reason. */
  gone: Promise<void>;
}

export interface SandboxProcessOptions {
  command: Command;
  /** User and group to run as; null: our own. */
  user: number | null;
  /** Resident memory, bytes. */
  memoryBytes: number;
  /** Everything on stdout and stderr, bytes. */
  outputBytes: number;
}

const READY = z.object({ type: z.literal('ready'), wrong: z.null() });
const MEMORY_WATCH_MS = 20;
/** A busy machine is slow, not broken. */
const READY_MS = 60_000;
/** Threads of Deno and V8, and nothing else. */
const MOST_TASKS = 64;
const OUT_OF_MEMORY = /out of memory|heap limit|Array buffer allocation failed/i;

/** Starts one throw-away process, which warms itself up and then waits for its job. */
export function startSandboxProcess(options: SandboxProcessOptions): SandboxProcess {
  const nonce = randomBytes(16).toString('hex');
  // Never written to: without permissions the process has nothing to keep.
  const denoFolder = mkdtempSync(join(tmpdir(), 'peergrad-deno-'));
  const [program, ...args] = options.command;
  const child: ChildProcessWithoutNullStreams = spawn(program, args, {
    cwd: '/',
    env: {
      DENO_DIR: denoFolder,
      DENO_NO_UPDATE_CHECK: '1',
      NO_COLOR: '1',
    } as Partial<NodeJS.ProcessEnv> as NodeJS.ProcessEnv,
    // A process group of its own, so that one signal ends all of it.
    detached: true,
    // With a user id, Node drops the supplementary groups as well.
    ...(options.user !== null && { uid: options.user, gid: options.user }),
  });
  let output = 0;
  let unread: Buffer[] = [];
  let stderr = '';
  let killedFor: Death | undefined;
  let listener: Parameters<SandboxProcess['start']>[1] | undefined;
  let watch: NodeJS.Timeout | undefined;
  let becomeReady: () => void = () => {};
  let failToStart: (error: Error) => void = () => {};

  // Named by the process, so that no two share one.
  const group =
    child.pid === undefined
      ? null
      : createControlGroup(`sandbox-${child.pid}`, { memoryBytes: options.memoryBytes, tasks: MOST_TASKS });
  if (child.pid !== undefined) group?.add(child.pid);

  const ready = new Promise<void>((resolve, reject) => {
    becomeReady = resolve;
    failToStart = reject;
  });
  const slow = setTimeout(() => killFor('crashed'), READY_MS);
  ready.catch(() => {}).finally(() => clearTimeout(slow));

  function signal(): void {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // Already gone.
    }
  }

  function killFor(death: Death): void {
    killedFor ??= death;
    signal();
  }

  function received(line: string): void {
    if (!line.startsWith(`${nonce} `)) {
      killFor('protocol-violation');
      return;
    }
    let message: unknown;
    try {
      message = JSON.parse(line.slice(nonce.length + 1));
    } catch {
      killFor('protocol-violation');
      return;
    }
    if (listener) listener.message(message);
    else if (READY.safeParse(message).success) becomeReady();
    else killFor('protocol-violation');
  }

  function count(chunk: Buffer): boolean {
    output += chunk.length;
    if (output > options.outputBytes) killFor('output-too-large');
    return killedFor === undefined;
  }

  child.stdout.on('data', (chunk: Buffer) => {
    if (!count(chunk)) return;
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0 && !killedFor; end = chunk.indexOf(10, start)) {
      const line = Buffer.concat([...unread, chunk.subarray(start, end)]).toString('utf8');
      unread = [];
      start = end + 1;
      received(line);
    }
    if (start < chunk.length) unread.push(chunk.subarray(start));
  });
  child.stderr.on('data', (chunk: Buffer) => {
    if (count(chunk)) stderr = (stderr + chunk.toString('utf8')).slice(-4000);
  });
  // A process that dies while it is written to is told by its end.
  child.stdin.on('error', () => {});
  child.on('error', (error) => failToStart(error));

  function deathOf(code: number | null, by: NodeJS.Signals | null): Death {
    if (killedFor) return killedFor;
    if (group?.ranOutOfMemory()) return 'out-of-memory';
    if (OUT_OF_MEMORY.test(stderr)) return 'out-of-memory';
    return by === 'SIGXCPU' || code === 152 ? 'cpu-time' : 'crashed';
  }

  const gone = new Promise<void>((resolve) => {
    child.on('error', () => resolve());
    child.on('close', (code, by) => {
      clearInterval(watch);
      rmSync(denoFolder, { recursive: true, force: true });
      const detail = by ?? `exit ${code}`;
      const death = deathOf(code, by);
      group?.remove();
      failToStart(new Error(`the sandbox did not start (${detail}): ${stderr.trim()}`));
      listener?.death(death, detail);
      resolve();
    });
  });

  child.stdin.write(`${nonce}\n`);
  return {
    ready,
    gone,
    start(job, on) {
      listener = on;
      watch = setInterval(() => {
        if (child.pid !== undefined && residentBytes(child.pid) > options.memoryBytes) killFor('out-of-memory');
      }, MEMORY_WATCH_MS);
      child.stdin.write(`${JSON.stringify(job)}\n`);
    },
    kill() {
      signal();
      return gone;
    },
  };
}
