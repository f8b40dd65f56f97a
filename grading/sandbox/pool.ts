import { availableParallelism } from 'node:os';
import { problemOf } from '../harness/problems';
import { supervise } from '../harness/supervise';
import type { Problem } from '../report';
import type { Runner } from '../task';
import { sandboxCommand } from './command';
import { programFiles } from './program-files';
import { type Death, type SandboxProcess, startSandboxProcess } from './sandbox-process';
import { sandboxUsers } from './sandbox-users';

export interface SandboxPoolOptions {
  /** Repository root, where `.generated/` lies. */
  root?: string;
  /** Processes that wait warm, and jobs that run at once; by default as many as there are cores. */
  size?: number;
  /** Resident memory of one process, MiB; a warm one takes about 130. */
  memoryMiB?: number;
  /** JavaScript heap of one process, MiB. */
  heapMiB?: number;
  /** CPU seconds of one process. */
  cpuSeconds?: number;
  /** Output of one process, MiB. */
  outputMiB?: number;
}

export interface SandboxPool extends Runner {
  /** Ends all processes. Runs that wait are rejected. */
  close(): Promise<void>;
}

const MIB = 1024 * 1024;

function problemOfDeath(death: Death, detail: string, options: Required<SandboxPoolOptions>): Problem {
  switch (death) {
    case 'out-of-memory':
      return problemOf('out-of-memory', `${options.memoryMiB} MiB`);
    case 'output-too-large':
      return problemOf('output-too-large', `${options.outputMiB} MiB`);
    case 'protocol-violation':
      return problemOf('protocol-violation');
    default:
      return problemOf('crashed', detail);
  }
}

/**
 * Runs untrusted code on the server. Every job gets a process of its own, started and warmed before the job came and
 * killed after it: Deno without permissions, an empty environment, another user when we are root, bubblewrap when it is
 * installed; memory, CPU time, output and wall time are limited from outside.
 *
 * @example
 * const pool = createSandboxPool({ size: 2 });
 * const outcome = await pool.run(job, { heartbeatMs: 5000, totalMs: 20_000 });
 * await pool.close();
 */
export function createSandboxPool(given: SandboxPoolOptions = {}): SandboxPool {
  const options: Required<SandboxPoolOptions> = {
    root: process.cwd(),
    size: availableParallelism(),
    memoryMiB: 768,
    heapMiB: 384,
    cpuSeconds: 120,
    outputMiB: 128,
    ...given,
  };
  const isRoot = process.getuid?.() === 0;
  const { deno, bundle } = programFiles(options.root, isRoot);
  const warm: SandboxProcess[] = [];
  const alive = new Set<SandboxProcess>();
  const users = isRoot ? sandboxUsers() : null;
  const waiting: (() => void)[] = [];
  let running = 0;
  let closed = false;

  function launch(): SandboxProcess {
    const user = users?.take() ?? null;
    const limits = { heapMiB: options.heapMiB, cpuSeconds: options.cpuSeconds, tasks: isRoot ? 64 : null };
    const started = startSandboxProcess({
      command: sandboxCommand(deno, bundle, limits),
      user,
      memoryBytes: options.memoryMiB * MIB,
      outputBytes: options.outputMiB * MIB,
    });
    alive.add(started);
    started.gone.then(() => {
      alive.delete(started);
      if (user !== null) users?.giveBack(user);
    });
    return started;
  }

  function fill(): void {
    while (!closed && warm.length < options.size) warm.push(launch());
  }

  /** A warm process. One that failed to start is replaced once; a second failure is the machine's and is told. */
  async function take(): Promise<SandboxProcess> {
    if (closed) throw new Error('the sandbox pool is closed');
    const first = warm.shift() ?? launch();
    fill();
    try {
      await first.ready;
      return first;
    } catch {
      const second = warm.shift() ?? launch();
      await second.ready;
      return second;
    }
  }

  async function turn(): Promise<void> {
    if (running >= options.size) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
  }

  function passTurn(): void {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }

  fill();
  return {
    async run(job, limits, on) {
      await turn();
      const sandbox = await take().catch((error: unknown) => {
        passTurn();
        throw error;
      });
      const supervision = supervise(job, limits, { backend: 'cpu' }, on);
      sandbox.start(job, {
        message: supervision.receive,
        death: (death, detail) => {
          if (death === 'cpu-time') supervision.timeOut();
          else supervision.fail(problemOfDeath(death, detail, options));
        },
      });
      const outcome = await supervision.outcome;
      // The next job's turn comes when this one's memory is free; its result need not wait for that.
      sandbox.kill().then(passTurn);
      return outcome;
    },
    async close() {
      closed = true;
      warm.length = 0;
      for (const resume of waiting.splice(0)) resume();
      await Promise.all([...alive].map((process) => process.kill()));
    },
  };
}
