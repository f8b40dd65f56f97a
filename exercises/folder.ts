import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ExerciseId, ExerciseIdSchema } from '@/grading/exercise-id';

/** The repository's root. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The folder of an exercise, whether it exists or not. */
export function folderOf(id: ExerciseId): string {
  return join(ROOT, 'exercises', ...id.split('/'));
}

/** Ids of all exercise folders, in order. */
export async function listExerciseIds(): Promise<ExerciseId[]> {
  const units = (await readdir(join(ROOT, 'exercises'), { withFileTypes: true })).filter((entry) =>
    entry.isDirectory(),
  );
  const ids = await Promise.all(
    units.map(async ({ name: unit }) => {
      const slugs = await readdir(join(ROOT, 'exercises', unit), { withFileTypes: true });
      return slugs.filter((entry) => entry.isDirectory()).map(({ name }) => `${unit}/${name}`);
    }),
  );
  return ids
    .flat()
    .filter((id) => ExerciseIdSchema.safeParse(id).success && existsSync(join(folderOf(id), 'exercise.ts')))
    .sort();
}

/** TypeScript modules of one of an exercise's subfolders (`answers`, `mistakes`, `drivers`), by name without extension. */
export async function readModules(id: ExerciseId, subfolder: string): Promise<Map<string, string>> {
  return readFolder(join(folderOf(id), subfolder));
}

async function readFolder(folder: string): Promise<Map<string, string>> {
  if (!existsSync(folder)) return new Map();
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  const sources = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return new Map(names.map((name, i) => [name.slice(0, -'.ts'.length), sources[i] as string]));
}

/** TypeScript of the drivers that the kits of checks bring along, by name. */
export async function readKitDrivers(): Promise<Map<string, string>> {
  return readFolder(join(ROOT, 'grading', 'checks', 'drivers'));
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const decidesAGrade = (file: string): boolean =>
  file.endsWith('.ts') && !file.endsWith('.test.ts') && !/[/\\](browser|sandbox|answers|testing)[/\\]/.test(file);

/**
 * Content hash of everything that decides a grade: the exercise's modules, the grading engine and the tensor library's
 * version. Prompts, hints and the starter's text do not count.
 *
 * @param others files elsewhere that its grades stand on as well.
 */
export async function versionOf(id: ExerciseId, others: readonly string[] = []): Promise<string> {
  const hash = createHash('sha256');
  const files = [...(await filesBelow(folderOf(id))), ...(await filesBelow(join(ROOT, 'grading'))), ...others].filter(
    decidesAGrade,
  );
  for (const file of files) {
    if (file.endsWith(`${sep}starter.ts`)) continue;
    hash
      .update(relative(ROOT, file).split(sep).join('/'))
      .update('\0')
      .update(await readFile(file))
      .update('\0');
  }
  const { dependencies } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  hash.update(dependencies['@tensorflow/tfjs-core']);
  return hash.digest('hex').slice(0, 16);
}
