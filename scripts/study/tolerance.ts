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
import { drawTolerance, largestError, type ToleranceResult, ToleranceResultSchema, wasOnGpu } from './tolerance-of';

const SEED = 1;

/** The page fell back to something else. */
class NotOnGpu extends Error {}

const chosen = process.argv.slice(2);
const results = readResults('tolerance', ToleranceResultSchema);
const ids = await listExerciseIds();
for (const gone of Object.keys(results).filter((id) => !ids.includes(id))) delete results[gone];

for (const id of ids) {
  const hash = folderHash(id);
  const known = results[id];
  const isDone = known?.hash === hash && wasOnGpu(known);
  if (chosen.length > 0 ? !chosen.includes(id) : isDone) continue;
  const gradable = await loadExercise(id);
  // A page that once gave up WebGPU, for being slow to start beside other work, would not come back to it.
  const { runner, close } = await openPageRunner();
  const grade = async (source: string) => {
    const report = await gradeWithReference(gradable, source, SEED, { runner, trusted: inProcessRunner });
    const { backend, fallback } = report.device;
    if (backend !== 'webgpu') throw new NotOnGpu(`${id}: not measured. ${fallback?.en ?? backend}`);
    return report;
  };
  try {
    const report = await grade(gradable.reference);
    const moved = await gradeWithReference(gradable, gradable.reference, SEED, {
      runner: perturbing(inProcessRunner),
      trusted: inProcessRunner,
    });
    const failing = report.passed ? [] : ['reference'];
    const answers = await readModules(id, 'answers');
    for (const [name, source] of answers) {
      const { passed } = await grade(source);
      if (!passed) failing.push(name);
    }
    const mistakes: ToleranceResult['mistakes'] = {};
    for (const { name, source, fails } of gradable.mistakes) {
      const { checks } = await grade(source);
      mistakes[name] = largestError(checks.filter((check) => check.id === fails))?.error ?? null;
    }
    results[id] = {
      hash,
      device: report.device.adapter ?? report.device.backend,
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
  } catch (error) {
    if (!(error instanceof NotOnGpu)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  } finally {
    await close();
  }
}
await writeFile(path.join(ROOT, 'docs', 'studies', 'tolerance.svg'), drawTolerance(results));
process.exit();
