/**
 * Proves what can be proved of the course's texts without reading them.
 *
 * In both languages: UI texts with the same keys and placeholders; lessons, prompts, hints and explanations with the same
 * headings, figures, quick checks, terms, equations, code and papers. In each: every lesson's folder in its unit, every quick
 * check's id under its lesson; links, anchors, pictures and glossary ids that lead somewhere; TypeScript that type-checks
 * against the tensor library; identifiers of papers well formed, and no paper described in two ways.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { glossary } from '@/content/glossary/glossary';
import { anchorsOf } from './check-content/anchors';
import { optOutProblems, typeProblems } from './check-content/code-blocks';
import { listExerciseIds, type Pair, readExerciseTexts, readUnits } from './check-content/course';
import { imageProblems } from './check-content/images';
import { linkProblems, type Pages } from './check-content/links';
import type { MdxText } from './check-content/mdx-tree';
import { type Messages, parityProblems } from './check-content/message-parity';
import { disagreements, readPapers, translationProblems } from './check-content/papers';
import { quickCheckIds, skeletonOf, skeletonProblems } from './check-content/skeleton';
import { termProblems } from './check-content/terms';

process.chdir(path.resolve(import.meta.dirname, '..'));
const totals = { passed: 0, failed: 0, skipped: 0 };

function report(what: string, problems: readonly string[]) {
  totals[problems.length === 0 ? 'passed' : 'failed'] += 1;
  for (const problem of problems) process.stdout.write(`✗ ${what}: ${problem}\n`);
}

function readMessages(locale: string): Messages {
  return JSON.parse(readFileSync(`messages/${locale}.json`, 'utf8'));
}

/** What parts the two languages, or why they cannot be compared. */
function pairProblems({ en, ko, problems }: Pair): string[] {
  if (!en || !ko) return problems;
  try {
    return [
      ...skeletonProblems(skeletonOf(en.tree), skeletonOf(ko.tree)),
      ...translationProblems(readPapers(en).papers, readPapers(ko).papers),
    ];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

function idProblems(lesson: string, { tree }: MdxText): string[] {
  const ids = quickCheckIds(skeletonOf(tree));
  return ids.flatMap((id, index) => [
    ...(id.startsWith(`${lesson}#`) ? [] : [`quick check ${id} must begin with ${lesson}#`]),
    ...(ids.indexOf(id) === index ? [] : [`two quick checks are called ${id}`]),
  ]);
}

const textsOf = (pairs: readonly Pair[]) =>
  pairs.flatMap(({ en, ko }) => [en, ko].filter((text) => text !== undefined));

const units = await readUnits();
const lessons = units.flatMap((unit) => unit.lessons);
const exerciseTexts = readExerciseTexts();
const texts = textsOf([...lessons, ...exerciseTexts]);
const anchors = new Map(texts.map((text) => [text.file, anchorsOf(text)]));
const exercises = new Set(listExerciseIds());
const terms = new Set(glossary.map(({ id }) => id));

function pagesIn(locale: 'en' | 'ko'): Pages {
  const found = lessons.flatMap((lesson) => {
    const text = lesson[locale];
    return text ? [[lesson.id, anchors.get(text.file) ?? new Set<string>()] as const] : [];
  });
  return { lessons: new Map(found), exercises, terms };
}
const pages = { en: pagesIn('en'), ko: pagesIn('ko') };

report('messages', parityProblems(readMessages('en'), readMessages('ko')));

for (const { id, unit, folders } of units) {
  const unlisted = folders.filter((name) => !unit.lessons.includes(name)).map((name) => `lesson ${name} is not listed`);
  const unknown = unit.exercises.filter((name) => !exercises.has(name)).map((name) => `there is no exercise ${name}`);
  report(`content/${id}/unit.ts`, [...unlisted, ...unknown]);
}

for (const pair of [...lessons, ...exerciseTexts]) report(pair.name, pairProblems(pair));

for (const { id, name, en } of lessons) report(`${name} quick checks`, en ? idProblems(id, en) : []);

const types = typeProblems(textsOf(lessons));
for (const text of texts) {
  report(text.file, [
    ...linkProblems(text, anchors.get(text.file) ?? new Set(), pages[text.locale]),
    ...imageProblems(text),
    ...termProblems(text, terms),
    ...optOutProblems(text),
    ...(types.get(text.file) ?? []),
  ]);
}

const papers = texts.map(readPapers);
report('papers', [
  ...papers.flatMap(({ problems }) => problems),
  ...disagreements(papers.flatMap((one) => one.papers)),
]);

process.stdout.write(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`);
process.exitCode = totals.failed > 0 ? 1 : 0;
