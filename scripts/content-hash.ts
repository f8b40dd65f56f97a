import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Files below files and folders, without tests, sorted; a path that is not there counts as empty. */
function filesBelow(root: string): string[] {
  const found = statSync(root, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [root];
  return readdirSync(root)
    .sort()
    .flatMap((name) => filesBelow(path.join(root, name)));
}

/** SHA-256 over names and contents of files; where they lie and when they were written does not count. */
export function contentHash(inputs: string[]): string {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(filesBelow)) {
    if (/\.test\.tsx?$/.test(file)) continue;
    const content = readFileSync(file);
    hash.update(`${file.split(path.sep).join('/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
