import 'server-only';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Account } from './account';
import { nameForPrograms, runProgram } from './run-program';

export const SUPERUSER = 'peergrad';

/** Folder of the cluster in its own, which also holds the server's log. */
export const CLUSTER = 'data';

/**
 * Makes a new cluster, or leaves the one that is there.
 *
 * A start that was killed half-way leaves only `data.new`, which the next one throws away.
 *
 * @param folder made here when missing, 0700, given to the account
 * @throws when the cluster was written by another major version
 */
export async function prepareCluster(
  folder: string,
  { bin, major, account, password }: { bin: string; major: number; account: Account | null; password: string },
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await giveTo(account, folder);
  const cluster = path.join(folder, CLUSTER);
  if (existsSync(cluster)) return assertSameMajor(cluster, major);
  const unfinished = `${cluster}.new`;
  await rm(unfinished, { recursive: true, force: true });
  const passwordFile = path.join(folder, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  await giveTo(account, passwordFile);
  const name = nameForPrograms(folder);
  const { code, output } = await runProgram(
    path.join(bin, 'initdb'),
    [
      `--pgdata=${name}/${CLUSTER}.new`,
      `--username=${SUPERUSER}`,
      `--pwfile=${name}/password`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Where the C library has no C.UTF-8; with plain C, trigrams of Korean are empty.
      `--locale=${process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8'}`,
    ],
    { account, folder },
  ).finally(() => rm(passwordFile, { force: true }));
  if (code !== 0) throw new Error(`The database could not be made in ${folder}:\n${output}`);
  await rename(unfinished, cluster);
}

async function assertSameMajor(cluster: string, major: number): Promise<void> {
  const found = Number.parseInt(await readFile(path.join(cluster, 'PG_VERSION'), 'utf8'), 10);
  if (found === major) return;
  throw new Error(
    `The database in ${cluster} was written by PostgreSQL ${found}; this release brings ${major} and cannot read it. ` +
      `Check out the release that you ran before, start it, dump with pg_dump, move this folder away, start this release and restore (docs/operating.md, "Upgrade").`,
  );
}

async function giveTo(account: Account | null, file: string): Promise<void> {
  if (account === null) return;
  await chown(file, account.uid, account.gid);
  if ((await stat(file)).isDirectory()) await chmod(file, 0o700);
}
