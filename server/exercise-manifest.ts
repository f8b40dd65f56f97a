import 'server-only';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type ExerciseManifest, ExerciseManifestSchema, type ExerciseSummary } from '@/contracts/exercise';
import { AppError } from './errors';

const FILE = path.join(process.cwd(), '.generated', 'exercises.json');

let kept: { modified: number; manifest: ExerciseManifest } | undefined;

/** What the build wrote about every exercise; read again when the file changes. */
export async function readManifest(): Promise<ExerciseManifest> {
  const { mtimeMs } = await stat(FILE);
  if (kept?.modified !== mtimeMs) {
    kept = { modified: mtimeMs, manifest: ExerciseManifestSchema.parse(JSON.parse(await readFile(FILE, 'utf8'))) };
  }
  return kept.manifest;
}

/** @throws {AppError} `not-found` */
export async function getExercise(id: string): Promise<ExerciseSummary> {
  const exercise = (await readManifest()).exercises.find((candidate) => candidate.id === id);
  if (exercise === undefined) throw new AppError('not-found');
  return exercise;
}
