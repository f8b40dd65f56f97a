import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { libraryOf } from '@/contracts/layers';
import type { Check } from '@/grading/checks/check';
import { type Exercise, ExerciseSchema } from '@/grading/exercise';
import { type ExerciseId, ExerciseIdSchema } from '@/grading/exercise-id';
import type { GradableExercise, Mistake } from '@/grading/gradable';
import { gradeWithReference } from '@/grading/grade-with-reference';
import { inProcessRunner } from '@/grading/harness/in-process';
import { knownToAll } from '@/grading/known-to-all';
import type { Report } from '@/grading/report';
import type { Runner } from '@/grading/task';
import { folderOf, readKitDrivers, readModules, versionOf } from './folder';
import { referenceLibrary, referencesOfLayers } from './reference-library';

/** There is no such exercise. */
export class UnknownExerciseError extends Error {
  constructor(id: string) {
    super(`Unknown exercise: ${id}`);
    this.name = 'UnknownExerciseError';
  }
}

async function importFrom<Module>(id: ExerciseId, file: string): Promise<Module> {
  const url = pathToFileURL(join(folderOf(id), file)).href;
  return (await import(/* @vite-ignore */ /* webpackIgnore: true */ url)) as Module;
}

async function load(id: ExerciseId): Promise<GradableExercise> {
  const folder = folderOf(id);
  const oracle = join(folder, 'oracle.ts');
  const { exercise } = await importFrom<{ exercise: Exercise }>(id, 'exercise.ts');
  const [{ checks }, { mistakes }, sources, drivers, kitDrivers, reference, version] = await Promise.all([
    importFrom<{ checks: Check[] }>(id, 'checks.ts'),
    importFrom<{ mistakes: Mistake[] }>(id, 'mistakes.ts'),
    readModules(id, 'mistakes'),
    readModules(id, 'drivers'),
    readKitDrivers(),
    readFile(join(folder, 'reference.ts'), 'utf8'),
    versionOf(id, exercise.usesLayers ? referencesOfLayers() : []),
  ]);
  return {
    exercise: ExerciseSchema.parse(exercise),
    version,
    checks,
    reference,
    drivers: Object.fromEntries([...kitDrivers, ...drivers]),
    ...(exercise.usesLayers && { library: await referenceLibrary() }),
    ...(existsSync(oracle) && { oracle: await readFile(oracle, 'utf8') }),
    mistakes: mistakes.map((mistake) => {
      const source = sources.get(mistake.name);
      if (source === undefined) throw new Error(`${id}: mistakes/${mistake.name}.ts is missing`);
      return { ...mistake, source };
    }),
  };
}

const loaded = new Map<ExerciseId, Promise<GradableExercise>>();

/**
 * An exercise with its reference, hidden checks and known mistakes, read from its folder once per process. For trusted
 * processes only.
 *
 * @throws {UnknownExerciseError} when there is no such folder.
 */
export async function loadExercise(id: string): Promise<GradableExercise> {
  if (!ExerciseIdSchema.safeParse(id).success || !existsSync(join(folderOf(id), 'exercise.ts'))) {
    throw new UnknownExerciseError(id);
  }
  const promise = loaded.get(id) ?? load(id);
  loaded.set(id, promise);
  return promise;
}

/**
 * Grades a submission on every check. The report is for staff; what a learner may see of it is `redactReport`'s to say.
 *
 * @param seed for the inputs of hidden checks; the same seed repeats a grade.
 * @param runner where the learner's code runs: a sandbox.
 * @param trusted where the reference and the known mistakes run.
 * @param layers sources that `my-layers` is made of, by exercise; without them, the references.
 * @throws {UnknownExerciseError} when there is no such exercise.
 */
export async function gradeSubmission({
  exerciseId,
  source,
  seed,
  runner,
  trusted = inProcessRunner,
  layers,
}: {
  exerciseId: string;
  source: string;
  seed: number;
  runner: Runner;
  trusted?: Runner;
  layers?: Readonly<Record<string, string>>;
}): Promise<Report> {
  const gradable = await loadExercise(exerciseId);
  const library = layers && libraryOf(layers);
  return gradeWithReference(gradable, source, seed, { runner, trusted, library });
}

/** Does once, ahead of time, what the first submission to an exercise would wait for; on `trusted`. */
export async function prepareExercise(id: string, trusted: Runner): Promise<void> {
  const { checks, mistakes } = knownToAll(await loadExercise(id), trusted);
  await checks;
  await mistakes();
}
