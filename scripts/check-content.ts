/**
 * Proves that everything a reader sees is there in both languages: UI texts with the same keys and placeholders; every
 * lesson, prompt, hint and explanation in English and Korean, with the same headings, figures, quick checks, equations
 * and code; every lesson's folder in its unit, every quick check's id under its lesson.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Unit } from '../content/unit';
import { quickCheckIds, type Skeleton, skeletonOf, skeletonProblems } from './mdx-skeleton';
import { type Messages, parityProblems } from './message-parity';

const root = path.resolve(import.meta.dirname, '..');
const totals = { passed: 0, failed: 0, skipped: 0 };

function report(what: string, problems: string[]) {
  totals[problems.length === 0 ? 'passed' : 'failed'] += 1;
  for (const problem of problems) process.stdout.write(`✗ ${what}: ${problem}\n`);
}

function folders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map((entry) => entry.name);
}

function messages(locale: string): Messages {
  return JSON.parse(readFileSync(path.join(root, `messages/${locale}.json`), 'utf8'));
}

/** Skeletons of both languages, or why there are none. */
function readPair(en: string, ko: string): { en: Skeleton; ko: Skeleton } | { problems: string[] } {
  const missing = [en, ko].filter((file) => !existsSync(file));
  if (missing.length > 0) return { problems: missing.map((file) => `${path.relative(root, file)} is missing`) };
  try {
    return { en: skeletonOf(readFileSync(en, 'utf8')), ko: skeletonOf(readFileSync(ko, 'utf8')) };
  } catch (error) {
    return { problems: [error instanceof Error ? error.message : String(error)] };
  }
}

function checkPair(en: string, ko: string): string[] {
  const pair = readPair(en, ko);
  return 'problems' in pair ? pair.problems : skeletonProblems(pair.en, pair.ko);
}

function checkIds(lesson: string, file: string): string[] {
  if (!existsSync(file)) return [];
  const ids = quickCheckIds(skeletonOf(readFileSync(file, 'utf8')));
  const strangers = ids
    .filter((id) => !id.startsWith(`${lesson}#`))
    .map((id) => `quick check ${id} must begin with ${lesson}#`);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `two quick checks are called ${id}`);
  return [...strangers, ...twice];
}

report('messages', parityProblems(messages('en'), messages('ko')));

for (const id of folders(path.join(root, 'content')).filter((name) => /^\d\d-/.test(name))) {
  const folder = path.join(root, 'content', id);
  const { unit }: { unit: Unit } = await import(path.join(folder, 'unit.ts'));
  const unlisted = folders(folder).filter((name) => !unit.lessons.includes(name));
  report(
    `content/${id}/unit.ts`,
    unlisted.map((name) => `lesson ${name} is not in its list`),
  );
  for (const name of unit.lessons) {
    const [en, ko] = ['en', 'ko'].map((locale) => path.join(folder, name, `${locale}.mdx`)) as [string, string];
    report(`content/${id}/${name}`, checkPair(en, ko));
    report(`content/${id}/${name} quick checks`, checkIds(`${id}.${name}`, en));
  }
}

for (const unit of folders(path.join(root, 'exercises')).filter((name) => /^\d\d-/.test(name))) {
  for (const slug of folders(path.join(root, 'exercises', unit))) {
    const folder = path.join(root, 'exercises', unit, slug);
    for (const text of ['prompt', 'hints', 'explanation']) {
      report(
        `exercises/${unit}/${slug}/${text}`,
        checkPair(path.join(folder, `${text}.en.mdx`), path.join(folder, `${text}.ko.mdx`)),
      );
    }
  }
}

process.stdout.write(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`);
process.exitCode = totals.failed > 0 ? 1 : 0;
