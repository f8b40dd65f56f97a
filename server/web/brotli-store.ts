import 'server-only';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Where `scripts/build-brotli.ts` puts what never changes, compressed as far as it goes. */
export const BROTLI_STORE = '.generated/brotli';

/** Name in the store of the compressed form of `body`: what it is named by is what it holds. */
export const storeName = (body: Uint8Array): string =>
  `${createHash('sha256').update(body).digest('hex').slice(0, 32)}.br`;

/** The compressed form of `body` that was made at build time; null when there is none. */
export async function findStored(store: string, body: Uint8Array): Promise<Buffer | null> {
  try {
    return await readFile(path.join(store, storeName(body)));
  } catch {
    return null;
  }
}
