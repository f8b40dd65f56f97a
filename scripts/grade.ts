/**
 * Grades a file as the server does: compiled, run in the sandbox, compared with the reference outside it.
 *
 * Usage: npm run --silent grade -- UNIT/SLUG FILE [--json] [--seed N] [--staff] [--locale ko|en]
 *   --json    one JSON object instead of lines
 *   --seed    repeats a run: the same inputs of hidden checks
 *   --staff   shows everything of hidden checks
 *   --locale  language of messages (default: en)
 * Exit status: 0 passed, 1 not passed, 2 could not grade (the reason is on stderr).
 */
import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { gradeSubmission, loadExercise } from '@/exercises/catalog';
import { LocaleSchema } from '@/grading/localized';
import { redactReport } from '@/grading/redact';
import { createSandboxPool } from '@/grading/sandbox/pool';
import { printable, reportLines } from './grade/printable';

const USAGE = 'Usage: npm run --silent grade -- UNIT/SLUG FILE [--json] [--seed N] [--staff] [--locale ko|en]';

function readArguments(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      staff: { type: 'boolean', default: false },
      seed: { type: 'string' },
      locale: { type: 'string', default: 'en' },
    },
  });
  const [id, file] = positionals;
  const seed = values.seed === undefined ? randomInt(2 ** 32) : Number(values.seed);
  if (id === undefined || file === undefined || positionals.length > 2) throw new Error(USAGE);
  if (!Number.isInteger(seed) || seed < 0) throw new Error(`--seed must be a non-negative integer, got ${values.seed}`);
  return { id, file, seed, json: values.json, staff: values.staff, locale: LocaleSchema.parse(values.locale) };
}

async function main(args: string[]): Promise<number> {
  const { id, file, seed, json, staff, locale } = readArguments(args);
  await loadExercise(id);
  const source = await readFile(file, 'utf8');
  const pool = createSandboxPool({ size: 1 });
  try {
    const full = await gradeSubmission({ exerciseId: id, source, seed, runner: pool });
    const report = redactReport(full, staff ? 'staff' : 'learner');
    console.log(json ? JSON.stringify(printable(report, locale), null, 2) : reportLines(report, locale).join('\n'));
    return report.passed ? 0 : 1;
  } finally {
    await pool.close();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
