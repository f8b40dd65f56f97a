import 'server-only';
import { chown, lstat, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Account } from './account';

/** A socket's path may have 107 bytes; the folder leaves room for `/.s.PGSQL.5432`. */
const LONGEST = 85;

/**
 * A short folder, only for the database's account, that holds the socket.
 *
 * @param former one of an earlier start, used again when it is still ours alone
 */
export async function prepareRuntimeFolder(account: Account | null, former: string | undefined): Promise<string> {
  if (former && (await isOurs(former, account))) return former;
  const parent = Buffer.byteLength(tmpdir()) + '/peergrad-XXXXXX'.length > LONGEST ? '/tmp' : tmpdir();
  const folder = await mkdtemp(path.join(parent, 'peergrad-'));
  if (account) await chown(folder, account.uid, account.gid);
  return folder;
}

async function isOurs(folder: string, account: Account | null): Promise<boolean> {
  try {
    const found = await lstat(folder);
    const owner = account?.uid ?? process.getuid?.();
    return found.isDirectory() && (found.mode & 0o777) === 0o700 && found.uid === owner;
  } catch {
    return false;
  }
}
