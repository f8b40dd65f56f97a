import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LAYERS } from '@/contracts/layers';
import { gradeSubmission, loadExercise, UnknownExerciseError } from '@/exercises/catalog';
import { type Locale, LocaleSchema } from '@/grading/localized';
import { redactReport } from '@/grading/redact';
import type { SandboxPool } from '@/grading/sandbox/pool';
import { printable, reportLines } from './printable';
import { badLocale, badSeed, badUse, Refusal, unknownExercise, unreadable } from './refusal';

/** Where the command writes, and what runs the learner's code. */
export interface Surroundings {
  out(text: string): void;
  error(text: string): void;
  openPool(): Promise<SandboxPool>;
}

/** Exit statuses. */
type Status = 0 | 1 | 2;

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        staff: { type: 'boolean', default: false },
        seed: { type: 'string' },
        layers: { type: 'string' },
        locale: { type: 'string', default: 'en' },
      },
    });
  } catch (error) {
    throw new Refusal(badUse((error as Error).message), 'en');
  }
}

function readSeed(given: string | undefined, locale: Locale): number {
  if (given === undefined) return randomInt(2 ** 32);
  const seed = /^\d+$/.test(given) ? Number(given) : Number.NaN;
  if (!(seed < 2 ** 32)) throw new Refusal(badSeed(given), locale);
  return seed;
}

function readArguments(args: string[]) {
  const { values, positionals } = parse(args);
  const locale = LocaleSchema.safeParse(values.locale);
  if (!locale.success) throw new Refusal(badLocale(values.locale), 'en');
  const [id, file] = positionals;
  if (id === undefined || file === undefined || positionals.length > 2) {
    const got = { en: `Give an exercise and a file.`, ko: '실습과 파일을 하나씩 지정하십시오.' }[locale.data];
    throw new Refusal(badUse(got), locale.data);
  }
  return { ...values, id, file, seed: readSeed(values.seed, locale.data), locale: locale.data };
}

async function requireExercise(id: string, locale: Locale): Promise<void> {
  await loadExercise(id).catch((error: unknown) => {
    throw error instanceof UnknownExerciseError ? new Refusal(unknownExercise(id), locale) : error;
  });
}

function readSource(file: string, locale: Locale): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(unreadable(file, error), locale);
  });
}

/**
 * Sources of `my-layers` below a folder, `UNIT/SLUG.ts` each; undefined without a folder: the references.
 * @throws {Refusal} when there is no such folder.
 */
async function readLayers(folder: string | undefined, locale: Locale): Promise<Record<string, string> | undefined> {
  if (folder === undefined) return undefined;
  await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(unreadable(folder, error), locale);
  });
  const files = LAYERS.map(({ exercise }) => ({ exercise, file: join(folder, `${exercise}.ts`) }));
  const sources = await Promise.all(
    files
      .filter(({ file }) => existsSync(file))
      .map(async ({ exercise, file }) => [exercise, await readSource(file, locale)] as const),
  );
  return Object.fromEntries(sources);
}

async function grade(args: string[], { out, openPool }: Surroundings): Promise<Status> {
  const { id, file, seed, json, staff, locale, layers: folder } = readArguments(args);
  await requireExercise(id, locale);
  const source = await readSource(file, locale);
  const layers = await readLayers(folder, locale);
  const pool = await openPool();
  try {
    const full = await gradeSubmission({ exerciseId: id, source, seed, runner: pool, layers });
    const report = redactReport(full, staff ? 'staff' : 'learner');
    out(json ? JSON.stringify(printable(report, locale), null, 2) : reportLines(report, locale).join('\n'));
    return report.passed ? 0 : 1;
  } finally {
    await pool.close();
  }
}

/** What `npm run grade` does with its arguments; gives the exit status. */
export async function gradeCommand(args: string[], surroundings: Surroundings): Promise<Status> {
  try {
    return await grade(args, surroundings);
  } catch (error) {
    surroundings.error(error instanceof Error ? error.message : String(error));
    return 2;
  }
}
