import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LAYERS, libraryOf } from '@/contracts/layers';
import type { Library } from '@/grading/library';
import { folderOf } from './folder';

/** Paths of the references that the library of our own modules is made of. */
export const referencesOfLayers = (): string[] =>
  LAYERS.map(({ exercise }) => join(folderOf(exercise), 'reference.ts'));

let library: Promise<Library> | undefined;

/** The library made of references: what references, answers and mistakes import as `my-layers`. For trusted processes only. */
export function referenceLibrary(): Promise<Library> {
  library ??= readLibrary();
  return library;
}

async function readLibrary(): Promise<Library> {
  const sources = await Promise.all(
    LAYERS.map(async ({ exercise }) => [exercise, await readFile(join(folderOf(exercise), 'reference.ts'), 'utf8')]),
  );
  return libraryOf(Object.fromEntries(sources));
}
