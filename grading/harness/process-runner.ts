import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Job, Limits, Observation, RunListeners, Runner, RunOutcome } from '../task';

export interface ToProcess {
  job: Job;
  limits: Limits;
}

export type FromProcess =
  | { type: 'observation'; observation: Observation }
  | { type: 'point'; point: Parameters<NonNullable<RunListeners['point']>> }
  | { type: 'outcome'; outcome: RunOutcome }
  | { type: 'failed'; message: string };

interface Run extends ToProcess {
  on?: RunListeners;
  resolve(outcome: RunOutcome): void;
  reject(error: unknown): void;
}

export interface ProcessRunner extends Runner {
  /** Ends the processes. Runs that are not over are rejected. */
  close(): void;
}

/**
 * Runs trusted code as `inProcessRunner` does, in up to `size` processes that are kept: a reference that trains a net for
 * seconds keeps neither the caller nor another run from going on. One that dies rejects its run and is replaced.
 */
export function createProcessRunner(size: number): ProcessRunner {
  const idle: ChildProcess[] = [];
  const busy = new Map<ChildProcess, Run>();
  const waiting: Run[] = [];
  let closed = false;

  function launch(): ChildProcess {
    const child = fork(fileURLToPath(new URL('./own-process.ts', import.meta.url)), {
      execArgv: ['--conditions=react-server', '--import', 'tsx'],
      serialization: 'advanced',
    });
    child.on('message', (message: FromProcess) => receive(child, message));
    child.on('error', (error) => lose(child, error));
    child.on('exit', (code, signal) => lose(child, new Error(`a process of the references ended: ${signal ?? code}`)));
    return child;
  }

  function receive(child: ChildProcess, message: FromProcess): void {
    const run = busy.get(child);
    if (run === undefined) return;
    if (message.type === 'observation') run.on?.observation?.(message.observation);
    else if (message.type === 'point') run.on?.point?.(...message.point);
    else {
      busy.delete(child);
      idle.push(child);
      if (message.type === 'outcome') run.resolve(message.outcome);
      else run.reject(new Error(message.message));
      next();
    }
  }

  function lose(child: ChildProcess, error: unknown): void {
    const run = busy.get(child);
    busy.delete(child);
    if (idle.includes(child)) idle.splice(idle.indexOf(child), 1);
    run?.reject(error);
    next();
  }

  function next(): void {
    while (!closed && waiting.length > 0 && busy.size < size) {
      const run = waiting.shift() as Run;
      const child = idle.pop() ?? launch();
      busy.set(child, run);
      child.send({ job: run.job, limits: run.limits } satisfies ToProcess);
    }
  }

  return {
    run(job, limits, on) {
      return new Promise((resolve, reject) => {
        if (closed) return reject(new Error('the processes of the references have ended'));
        waiting.push({ job, limits, on, resolve, reject });
        next();
      });
    },
    close() {
      closed = true;
      const over = new Error('the processes of the references have ended');
      for (const run of waiting.splice(0)) run.reject(over);
      for (const child of [...idle, ...busy.keys()]) child.kill('SIGKILL');
    },
  };
}
