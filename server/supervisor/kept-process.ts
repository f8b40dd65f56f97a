import 'server-only';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { logger } from '../logger';

const LONGEST_PAUSE_MS = 30_000;
/** A process that lived this long did not fail at its start. */
const STEADY_MS = 60_000;
const GRACE_MS = 10_000;

export interface KeptProcessOptions {
  /** What people call it: `web`, `grader`. */
  name: string;
  /** TypeScript file. */
  entry: string;
  args?: string[];
  env: NodeJS.ProcessEnv;
}

/**
 * A process that is started again when it dies, after 1, 2, 4… at most 30 seconds.
 *
 * It is asked to stop by SIGTERM and killed after ten seconds. If this process is killed, it leaves by itself.
 */
export class KeptProcess {
  #child: ChildProcess | null = null;
  #restart: NodeJS.Timeout | undefined;
  #stopping = false;
  #failures = 0;

  constructor(private readonly options: KeptProcessOptions) {}

  /** Starts it, and resolves when it says `ready` for the first time. */
  start(): Promise<void> {
    return new Promise((resolve) => this.#spawn(resolve));
  }

  #spawn(onReady: () => void): void {
    const { name, entry, args = [], env } = this.options;
    const started = Date.now();
    const child = fork(entry, args, {
      env,
      execArgv: ['--conditions=react-server', '--import', 'tsx', '--import', leaveWithParent],
      // Not in the terminal's group: Ctrl-C reaches the supervisor alone, and it stops the others in order.
      detached: process.platform !== 'win32',
    });
    this.#child = child;
    child.on('message', (message) => {
      if (message === 'ready') onReady();
    });
    child.on('exit', (code, signal) => {
      this.#child = null;
      if (this.#stopping) return;
      this.#failures = Date.now() - started > STEADY_MS ? 0 : this.#failures + 1;
      const pause = Math.min(LONGEST_PAUSE_MS, 500 * 2 ** this.#failures);
      logger.error({ code, signal, seconds: pause / 1000 }, `${name} ended; starting it again`);
      this.#restart = setTimeout(() => this.#spawn(onReady), pause);
    });
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#restart);
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
    await exit;
    clearTimeout(timer);
  }

  /** No more patience: a second Ctrl-C. */
  kill(): void {
    this.#child?.kill('SIGKILL');
  }
}

const leaveWithParent = new URL('./leave-with-parent.ts', import.meta.url).href;
