import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { folderOf, ROOT } from '@/exercises/folder';
import { JUDGED, NETS, STANDARD } from '@/grading/training/presets';

/** `docs/studies/mutants.json` by exercise. */
export const MutantsResultSchema = z.object({
  /** Of the folder that was studied: see {@link folderHash}. */
  hash: z.string(),
  mutants: z.number(),
  killed: z.number(),
  /** Changes that mean the same: nothing that was observed tells them from the reference. */
  equivalent: z.array(z.string()),
  survived: z.array(z.string()),
  /** Of those killed. */
  diagnosed: z.number(),
  misdiagnosed: z.array(z.string()),
  mistakes: z.number(),
  mistakesDiagnosed: z.number(),
  mistakesMisdiagnosed: z.array(z.string()),
});
export type MutantsResult = z.infer<typeof MutantsResultSchema>;

/** `docs/studies/answers.json` by exercise. */
export const AnswersResultSchema = z.object({
  hash: z.string(),
  answers: z.number(),
  seeds: z.number(),
  /** `ANSWER seed N: CHECK`, none if all is well. */
  failures: z.array(z.string()),
});

/** `docs/studies/training.json` by exercise. */
export const TrainingResultSchema = z.object({
  hash: z.string(),
  images: z.number(),
  batch: z.number(),
  lr: z.number(),
  steps: z.number(),
  /** Images that accuracy was measured on. */
  judged: z.number(),
  /** By what was left out of the net: the loss of every step's batch, and the accuracy after the last. */
  runs: z.record(
    z.string(),
    z.array(z.object({ seed: z.number(), losses: z.array(z.number()), accuracy: z.number() })),
  ),
});
export type TrainingResult = z.infer<typeof TrainingResultSchema>;

/**
 * Content hash of what an exercise's folder adds to a grade. The engine does not count: every CI run tries a sample of each
 * exercise on the engine as it is.
 */
export function folderHash(id: string): string {
  const folder = folderOf(id);
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && file !== 'starter.ts')
    .map((file) => file.split(path.sep).join('/'))
    .sort();
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(folder, file)))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** Content hash of what decides how the reference of a net trains: itself, its switches, the images, the trainer. */
export function trainingHash(id: string): string {
  const hash = createHash('sha256').update(JSON.stringify([STANDARD, JUDGED, NETS[id]]));
  const ours = ['trainer', 'images'].map((name) => path.join(ROOT, 'grading', 'training', `${name}.ts`));
  for (const file of [path.join(folderOf(id), 'reference.ts'), ...ours]) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

const fileOf = (study: string) => path.join(ROOT, 'docs', 'studies', `${study}.json`);

/** Committed results of a study, by exercise; empty where there are none. */
export function readResults<T>(study: string, schema: z.ZodType<T>): Record<string, T> {
  const file = fileOf(study);
  return existsSync(file) ? z.record(z.string(), schema).parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
}

/** Writes results, exercises in order, one to a line so that a diff says which changed. */
export async function writeResults(study: string, results: Record<string, unknown>): Promise<void> {
  await mkdir(path.dirname(fileOf(study)), { recursive: true });
  const lines = Object.keys(results)
    .sort()
    .map((id) => ` ${JSON.stringify(id)}: ${JSON.stringify(results[id])}`);
  await writeFile(fileOf(study), `{\n${lines.join(',\n')}\n}\n`);
}
