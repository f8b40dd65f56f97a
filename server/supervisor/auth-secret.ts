import 'server-only';
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The secret that signs sessions, kept in the data folder, 0600; made on the first start. */
export async function keepAuthSecret(dataFolder: string): Promise<string> {
  const file = path.join(dataFolder, 'auth-secret');
  await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' }).catch((error) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return readFile(file, 'utf8');
}
