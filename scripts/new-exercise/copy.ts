import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderOf, ROOT } from '@/exercises/folder';
import { ExerciseIdSchema } from '@/grading/exercise-id';

const TEMPLATE = fileURLToPath(new URL('./template', import.meta.url));
const TEMPLATE_ID = '00-template/template';

/** The function that an exercise asks for by default. @example functionName('relu-backward') // 'reluBackward' */
export function functionName(slug: string): string {
  const name = slug.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return /^\d/.test(name) ? `_${name}` : name;
}

/** One of the template's files for another exercise. */
export function fillTemplate(text: string, id: string): string {
  const name = functionName(id.split('/')[1] ?? '');
  return text
    .split(TEMPLATE_ID)
    .map((part) => part.replace(/\btemplate(64)?\b/g, (_, suffix = '') => `${name}${suffix}`))
    .join(id);
}

/**
 * Writes a new exercise folder. Answers the files written, relative to the repository.
 * @throws {Error} when the id has not the form `NN-unit/slug` or the folder is there.
 */
export async function copyExercise(id: string): Promise<string[]> {
  if (!ExerciseIdSchema.safeParse(id).success)
    throw new Error(`UNIT/SLUG must look like 02-mlp/relu-backward, got “${id}”`);
  const folder = folderOf(id);
  if (existsSync(folder)) throw new Error(`${relative(ROOT, folder)} exists already`);
  const entries = await readdir(TEMPLATE, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(TEMPLATE, join(entry.parentPath, entry.name)));
  for (const file of files) {
    const target = join(folder, file);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, fillTemplate(await readFile(join(TEMPLATE, file), 'utf8'), id));
  }
  return files.map((file) => relative(ROOT, join(folder, file))).sort();
}
