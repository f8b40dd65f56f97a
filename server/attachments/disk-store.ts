import 'server-only';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AttachmentStore } from './store';

/** A file for each attachment, in 256 folders by the end of its id (which is random; its beginning is the time). */
export class DiskStore implements AttachmentStore {
  constructor(private readonly folder: string) {}

  async put(id: string, data: Buffer): Promise<void> {
    const file = this.#file(id);
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    // Written beside it first: a reader never sees half of one.
    const unfinished = `${file}.${process.pid}`;
    await writeFile(unfinished, data, { mode: 0o600 });
    await rename(unfinished, file);
  }

  async get(id: string): Promise<Buffer | null> {
    return readFile(this.#file(id)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
  }

  async remove(id: string): Promise<void> {
    await rm(this.#file(id), { force: true });
  }

  #file(id: string): string {
    if (!/^[\da-f-]{36}$/.test(id)) throw new Error(`Not an attachment's id: ${id}`);
    return path.join(this.folder, id.slice(-2), id);
  }
}
