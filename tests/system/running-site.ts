import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { childrenOf } from '../processes';
import type { Person } from './built-tree';

/** `npm start` as a person runs it, without npm. */
export class RunningSite {
  output = '';
  readonly #child: ChildProcess;
  readonly #exit: Promise<number | null>;

  constructor(
    readonly tree: string,
    readonly port: number,
    person: Person,
    env: Record<string, string> = {},
  ) {
    this.#child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'scripts/start.ts'], {
      cwd: tree,
      uid: person.uid,
      gid: person.gid,
      // A terminal's Ctrl-C goes to a group of processes.
      detached: true,
      env: { NODE_ENV: 'production', PATH: process.env.PATH, HOME: path.dirname(tree), PORT: String(port), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.output += chunk.toString();
        this.#child.emit('said');
      });
    }
    this.#exit = once(this.#child, 'exit').then(([code]) => code as number | null);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Waits until it has printed something. @throws with all it printed when it ends before that */
  async says(text: string): Promise<void> {
    const ended = this.#exit.then((code) => {
      throw new Error(`it ended with ${code} and never said "${text}":\n${this.output}`);
    });
    while (!this.output.includes(text)) await Promise.race([once(this.#child, 'said'), ended]);
    ended.catch(() => undefined);
  }

  serves(): Promise<void> {
    return this.says(`PeerGrad is at ${this.url}`);
  }

  ends(): Promise<number | null> {
    return this.#exit;
  }

  ctrlC(): Promise<number | null> {
    process.kill(-this.pid, 'SIGINT');
    return this.#exit;
  }

  postmaster(): number {
    return Number(readFileSync(path.join(this.tree, '.data/postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
  }

  async killSupervisor(): Promise<void> {
    process.kill(this.pid, 'SIGKILL');
    await this.#exit;
  }

  /** As if the machine lost power, but for the disk's own memory. */
  async killEverything(): Promise<void> {
    for (const pid of [this.pid, ...childrenOf(this.pid), this.postmaster()]) process.kill(pid, 'SIGKILL');
    await this.#exit;
  }

  get running(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
