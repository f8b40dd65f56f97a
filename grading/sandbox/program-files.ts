import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { RunnerFilesSchema } from '../harness/runner-files';

/** Paths that the sandbox's user can read. */
export interface ProgramFiles {
  deno: string;
  bundle: string;
}

function isOpenToAll(path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Another path to the same file, below a folder that everybody may enter and only we may change. */
function published(path: string): string {
  const { size, mtimeMs } = statSync(path);
  const key = createHash('sha256').update(`${path} ${size} ${mtimeMs}`).digest('hex').slice(0, 16);
  const folder = join(tmpdir(), `peergrad-sandbox-${process.getuid?.() ?? 0}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (statSync(folder).uid !== process.getuid?.()) throw new Error(`${folder} belongs to somebody else`);
  chmodSync(folder, 0o755);
  const target = join(folder, `${key}-${basename(path)}`);
  if (existsSync(target)) return target;
  const unfinished = `${target}.${process.pid}`;
  try {
    linkSync(path, unfinished);
  } catch {
    copyFileSync(path, unfinished);
    chmodSync(unfinished, 0o755);
  }
  renameSync(unfinished, target);
  return target;
}

/**
 * Deno and the sandbox's bundle. Where the sandbox runs as another user and the clone lies in a folder that this user
 * may not enter (a 0700 home), both are published below the system's temporary folder.
 * @throws {Error} when `npm run build:runner` has not run.
 */
export function programFiles(root: string, otherUser: boolean): ProgramFiles {
  const manifest = join(root, '.generated/runners.json');
  if (!existsSync(manifest)) throw new Error(`${manifest} is missing: run "npm run build:runner" first`);
  const { sandbox } = RunnerFilesSchema.parse(JSON.parse(readFileSync(manifest, 'utf8')));
  const deno = join(dirname(createRequire(join(root, 'package.json')).resolve('deno/package.json')), 'deno');
  const files = { deno, bundle: resolve(root, sandbox) };
  if (!otherUser || (isOpenToAll(files.deno) && isOpenToAll(files.bundle))) return files;
  return { deno: published(files.deno), bundle: published(files.bundle) };
}
