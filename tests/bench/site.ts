import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('freePort: no TCP address');
  return address.port;
}

export interface Served {
  url: string;
  /** Of the process that the command started. */
  pid: number;
  stop(): Promise<void>;
}

/** Starts a server by a command and waits until `path` answers 200. */
export async function serve(
  command: string[],
  { path, env, cwd }: { path: string; env: Record<string, string>; cwd?: string },
): Promise<Served> {
  const port = await freePort();
  const [program = '', ...args] = command;
  const child: ChildProcess = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${command.join(' ')} ended with ${child.exitCode}`);
    const answer = await fetch(url + path).catch(() => null);
    if (answer?.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return {
    url,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** `data`: its data folder. */
export interface ServedSite extends Served {
  data: string;
}

/** The site as `npm start` runs it, on a database of its own. */
export async function serveSite(): Promise<ServedSite> {
  const data = mkdtempSync(join(tmpdir(), 'peergrad-bench-'));
  const site = await serve([process.execPath, '--conditions=react-server', '--import', 'tsx', 'scripts/start.ts'], {
    path: '/api/health',
    env: { NODE_ENV: 'production', DATA_DIR: data, LOG_LEVEL: 'warn' },
  });
  return {
    ...{ url: site.url, pid: site.pid, data },
    async stop() {
      await site.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
