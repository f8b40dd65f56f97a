/**
 * How far a GPU is from the CPU, and how far mistakes are from both: every reference, right answer and known mistake in the
 * page's runner against the references in this process, on all checks, with one seed; and how far the inputs' own last bit moves
 * what a reference gives. An error counts in tolerances: 1 is what a check just lets pass. Writes docs/studies/tolerance.json and draws docs/studies/tolerance.svg.
 *
 * Usage: npm run study:tolerance [-- UNIT/SLUG…]
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadExercise } from '@/exercises/catalog';
import { listExerciseIds, ROOT, readModules } from '@/exercises/folder';
import { gradeWithReference } from '@/grading/grade-with-reference';
import { inProcessRunner } from '@/grading/harness/in-process';
import { openPageRunner } from './page';
import { perturbing } from './perturb';
import { folderHash, readResults, writeResults } from './results';
import { drawTolerance, largestError, type ToleranceResult, ToleranceResultSchema } from './tolerance-of';

const SEED = 1;

const chosen = process.argv.slice(2);
const results = readResults('tolerance', ToleranceResultSchema);
const ids = await listExerciseIds();
for (const gone of Object.keys(results).filter((id) => !ids.includes(id))) delete results[gone];

const { runner, close } = await openPageRunner();
try {
  for (const id of ids) {
    const hash = folderHash(id);
    if (chosen.length > 0 ? !chosen.includes(id) : results[id]?.hash === hash) continue;
    const gradable = await loadExercise(id);
    const report = await gradeWithReference(gradable, gradable.reference, SEED, { runner, trusted: inProcessRunner });
    const moved = await gradeWithReference(gradable, gradable.reference, SEED, {
      runner: perturbing(inProcessRunner),
      trusted: inProcessRunner,
    });
    const failing = report.passed ? [] : ['reference'];
    const answers = await readModules(id, 'answers');
    for (const [name, source] of answers) {
      const { passed } = await gradeWithReference(gradable, source, SEED, { runner, trusted: inProcessRunner });
      if (!passed) failing.push(name);
    }
    const mistakes: ToleranceResult['mistakes'] = {};
    for (const { name, source, fails } of gradable.mistakes) {
      const { checks } = await gradeWithReference(gradable, source, SEED, { runner, trusted: inProcessRunner });
      mistakes[name] = largestError(checks.filter((check) => check.id === fails))?.error ?? null;
    }
    const { adapter, backend } = report.device;
    results[id] = {
      hash,
      device: adapter ?? backend,
      answers: answers.size + 1,
      failing,
      reference: largestError(report.checks),
      conditioning: largestError(moved.checks, false),
      mistakes,
    };
    await writeResults('tolerance', results);
    const { reference, conditioning } = results[id];
    console.log(
      `${id}: reference ${reference?.error ?? '–'}, fail: ${failing.join(', ') || 'none'}, last bit of the inputs ${conditioning?.error ?? '–'} (${conditioning?.check}, ${conditioning?.label})`,
    );
  }
} finally {
  await close();
}
await writeFile(path.join(ROOT, 'docs', 'studies', 'tolerance.svg'), drawTolerance(results));
process.exit(0);
