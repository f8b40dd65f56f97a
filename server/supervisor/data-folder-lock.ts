import 'server-only';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';

const HolderSchema = z.object({
  pid: z.number().int().positive(),
  /** Where the site is served. */
  address: z.string(),
  /** Tells the process from a later one with the same number; empty where the system does not say. */
  born: z.string(),
});
export type Holder = z.infer<typeof HolderSchema>;

/**
 * Takes a data folder for this process. A holder that is no longer alive is replaced.
 *
 * @returns a function that gives it back, or the process that has it
 */
export async function lockDataFolder(
  folder: string,
  address: string,
): Promise<{ release: () => Promise<void> } | { holder: Holder }> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'lock');
  const mine = { pid: process.pid, address, born: await birthOf(process.pid) };
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, JSON.stringify(mine));
  try {
    // A link appears at once and with its content, or not at all.
    while (!(await linked(draft, file))) {
      const holder = await readHolder(file);
      if (holder && (await isAlive(holder))) return { holder };
      await putAside(file, `${draft}.stale`, holder);
    }
  } finally {
    await rm(draft, { force: true });
  }
  return { release: () => rm(file, { force: true }) };
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a dead holder's lock, but not that of another start which has just done the same. */
async function putAside(file: string, aside: string, dead: Holder | null): Promise<void> {
  await rename(file, aside).catch(() => undefined);
  const moved = await readHolder(aside);
  if (moved && moved.pid !== dead?.pid) await linked(aside, file);
  await rm(aside, { force: true });
}

async function readHolder(file: string): Promise<Holder | null> {
  try {
    return HolderSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

async function isAlive({ pid, born }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return (await birthOf(pid)) === born;
}

/** When a process began, in ticks since the machine did (field 22 of `/proc/PID/stat`). */
async function birthOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}
