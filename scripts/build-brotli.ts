/**
 * After `next build`: compresses with Brotli, as far as it goes, every text that the site serves unchanged: hashed files
 * and prerendered pages. The web process finds them by the hash of their content; what is there already is kept.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { BROTLI_STORE, storeName } from '@/server/web/brotli-store';

const FILES = /\.(js|css|json|svg)$/;
/** Folders, and which of their files are served. */
const SERVED: [folder: string, names: RegExp][] = [
  ['.next/static', FILES],
  ['public/monaco', FILES],
  ['public/runner', FILES],
  ['public/exercises', FILES],
  ['.next/server/app', /\.(html|body)$/],
];
const AT_ONCE = 4;

const compress = promisify(zlib.brotliCompress);

/** @returns how many texts there are, and how many of them were compressed now. */
export async function buildBrotli(root = process.cwd()): Promise<{ all: number; made: number }> {
  const store = path.join(root, BROTLI_STORE);
  mkdirSync(store, { recursive: true });
  const wanted = new Map<string, string>();
  for (const [name, served] of SERVED) {
    const folder = path.join(root, name);
    if (!existsSync(folder)) continue;
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile() || !served.test(file.name)) continue;
      const place = path.join(file.parentPath, file.name);
      wanted.set(storeName(readFileSync(place)), place);
    }
  }
  for (const old of readdirSync(store)) if (!wanted.has(old)) rmSync(path.join(store, old));
  const missing = [...wanted].filter(([name]) => !existsSync(path.join(store, name)));
  for (let start = 0; start < missing.length; start += AT_ONCE) {
    await Promise.all(
      missing.slice(start, start + AT_ONCE).map(async ([name, place]) => {
        const body = readFileSync(place);
        const params = { [zlib.constants.BROTLI_PARAM_SIZE_HINT]: body.length };
        writeFileSync(path.join(store, name), await compress(body, { params }));
      }),
    );
  }
  return { all: wanted.size, made: missing.length };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { all, made } = await buildBrotli();
  process.stdout.write(`brotli: ${all} texts, ${made} of them new\n`);
}
