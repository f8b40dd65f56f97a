import 'server-only';
import { existsSync } from 'node:fs';
import { readFile, readlink, realpath, rm, stat, truncate } from 'node:fs/promises';
import path from 'node:path';
import type { Account } from './account';
import { CLUSTER } from './cluster';
import { type Address, answers, connectionUrl } from './connection';
import { nameForPrograms, runProgram } from './run-program';

const MOST_LOG_BYTES = 10_000_000;

/** The server of one cluster, by `pg_ctl`: it knows a server that an earlier, killed process has left running. */
export class Control {
  constructor(
    private readonly bin: string,
    readonly folder: string,
    readonly account: Account | null,
  ) {}

  private pgCtl(...args: string[]) {
    const cluster = `${nameForPrograms(this.folder)}/${CLUSTER}`;
    return runProgram(path.join(this.bin, 'pg_ctl'), ['--pgdata', cluster, ...args], this);
  }

  async running(): Promise<boolean> {
    return (await this.pgCtl('status')).code === 0;
  }

  /** Address of the server that runs on the cluster; null when none does. */
  async adopt(password: string): Promise<Address | null> {
    if (!(await this.running())) return null;
    const pidFile = path.join(this.folder, CLUSTER, 'postmaster.pid');
    const lines = (await readFile(pidFile, 'utf8')).split('\n');
    if (await this.isSomebodyElse(Number(lines[0]))) {
      // Left by a crash of the machine; since then the number went to another process.
      await rm(pidFile);
      return null;
    }
    const address = { port: Number(lines[3]), socketFolder: lines[4] || null };
    if (await answers(connectionUrl(address, password, 'postgres'))) return address;
    await this.stop(); // Its socket is gone, with a cleaned /tmp.
    return null;
  }

  /** A server works in its cluster's folder. Where that cannot be looked up, pg_ctl's word counts. */
  private async isSomebodyElse(pid: number): Promise<boolean> {
    const works = await readlink(`/proc/${pid}/cwd`).catch(() => null);
    return works !== null && works !== (await realpath(path.join(this.folder, CLUSTER)));
  }

  /** @throws with the end of the server's log when it does not come up */
  async start({ port, socketFolder }: Address, settings: Record<string, string>): Promise<void> {
    const log = path.join(this.folder, 'log');
    if (existsSync(log) && (await stat(log)).size > MOST_LOG_BYTES) await truncate(log);
    const all: Record<string, string> = {
      listen_addresses: socketFolder === null ? '127.0.0.1' : '',
      unix_socket_directories: socketFolder ?? '',
      unix_socket_permissions: '0700',
      port: String(port),
      log_checkpoints: 'off',
      ...settings,
    };
    const { code, output } = await this.pgCtl(
      'start',
      '--wait',
      '--timeout=120',
      `--log=${nameForPrograms(this.folder)}/log`,
      `--options=${Object.entries(all)
        .map(([name, value]) => `-c ${name}='${value}'`)
        .join(' ')}`,
    );
    if (code === 0) return;
    const tail = existsSync(log) ? (await readFile(log, 'utf8')).split('\n').slice(-12).join('\n') : '';
    throw new Error(`The database in ${this.folder} did not start:\n${output}\n${tail}`);
  }

  async stop(): Promise<void> {
    if (!(await this.running())) return;
    const { code } = await this.pgCtl('stop', '--mode=fast', '--wait', '--timeout=30');
    if (code !== 0) await this.pgCtl('stop', '--mode=immediate', '--wait');
  }
}
