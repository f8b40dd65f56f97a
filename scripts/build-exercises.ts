/**
 * Writes what the page needs of the exercises: a fixture of public checks for each, `public/exercises/UNIT-SLUG.HASH.json`,
 * and the manifest `.generated/exercises.json`. Rebuilds only exercises whose content hash changed. References, hidden
 * checks and seeds are in none of these files.
 *
 * Usage: npm run build:exercises
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ExerciseManifestSchema } from '@/contracts/exercise';
import { loadExercise } from '@/exercises/catalog';
import { makeFixture } from '@/exercises/fixture';
import { listExerciseIds, ROOT } from '@/exercises/folder';
import { summarize } from '@/exercises/summary';
import { referenceCurves } from './study/reference-curves';

const FIXTURES = join(ROOT, 'public', 'exercises');
const RUNNERS = join(ROOT, '.generated', 'runners.json');
const MANIFEST = join(ROOT, '.generated', 'exercises.json');

/** Readers never see half a file. */
async function writeWhole(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
}

async function readRunners(): Promise<unknown> {
  if (!existsSync(RUNNERS)) {
    execFileSync('npm', ['run', '--silent', 'build:runner'], {
      cwd: ROOT,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
  }
  return JSON.parse(await readFile(RUNNERS, 'utf8'));
}

async function main(): Promise<void> {
  await Promise.all([mkdir(FIXTURES, { recursive: true }), mkdir(join(ROOT, '.generated'), { recursive: true })]);
  const exercises = [];
  const kept = new Set<string>();
  for (const id of await listExerciseIds()) {
    const gradable = await loadExercise(id);
    const name = `${id.replace('/', '.')}.${gradable.version}.json`;
    kept.add(name);
    const isBuilt = existsSync(join(FIXTURES, name));
    if (!isBuilt) await writeWhole(join(FIXTURES, name), await makeFixture(gradable));
    const curves = referenceCurves(id);
    const curvesName = curves && `${id.replace('/', '.')}.training.${curves.hash}.json`;
    if (curves && curvesName) {
      kept.add(curvesName);
      await writeWhole(join(FIXTURES, curvesName), JSON.stringify(curves.curves));
    }
    exercises.push(await summarize(gradable, `/exercises/${name}`, curvesName && `/exercises/${curvesName}`));
    console.log(`${isBuilt ? 'unchanged' : 'built    '} ${id} ${gradable.version}`);
  }
  const runners = await readRunners();
  await writeWhole(MANIFEST, `${JSON.stringify(ExerciseManifestSchema.parse({ exercises, runners }), null, 2)}\n`);
  for (const name of await readdir(FIXTURES)) if (!kept.has(name)) await rm(join(FIXTURES, name), { recursive: true });
}

await main();
