import 'server-only';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Account } from './account';

/** Number under which a program finds the cluster's folder already open. */
const FOLDER = 3;
const MAGIC = `/proc/self/fd/${FOLDER}`;

/**
 * Name of a cluster's folder as its programs must be told it.
 *
 * On Linux that is a folder that they inherit open: the account may not be able to enter its parents (a 0700 home), and names
 * with spaces or Korean letters never reach a shell that `pg_ctl` builds.
 */
export function nameForPrograms(folder: string): string {
  return existsSync('/proc/self/fd') ? MAGIC : folder;
}

/** Runs `initdb` or `pg_ctl` to its end. */
export async function runProgram(
  program: string,
  args: string[],
  { account, folder }: { account: Account | null; folder: string },
): Promise<{ code: number; output: string }> {
  const handle = await open(folder, 'r');
  try {
    return await new Promise((resolve, reject) => {
      const child = spawn(program, args, {
        cwd: '/',
        // Nothing of ours: AUTH_SECRET and the like are no business of the server, and PGPORT and the like would steer it.
        // Messages in English: they go to a log that others are asked to read.
        env: {
          NODE_ENV: process.env.NODE_ENV,
          PATH: process.env.PATH,
          LC_ALL: 'C',
          SystemRoot: process.env.SystemRoot,
        },
        stdio: ['ignore', 'pipe', 'pipe', handle.fd],
        windowsHide: true,
        ...(account && { uid: account.uid, gid: account.gid }),
      });
      let output = '';
      for (const stream of [child.stdout, child.stderr])
        stream?.on('data', (chunk) => {
          output += chunk;
        });
      child.on('error', reject);
      // On Windows the server that pg_ctl leaves behind holds the pipes open, and they never close.
      child.on(process.platform === 'win32' ? 'exit' : 'close', (code) =>
        resolve({ code: code ?? 1, output: output.trim() }),
      );
    });
  } finally {
    await handle.close();
  }
}
