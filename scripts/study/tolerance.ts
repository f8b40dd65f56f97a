/**
 * How far a GPU is from the CPU, and how far mistakes are from both: every reference, right answer and known mistake in the
 * page's runner against the references in this process, on all checks but hidden trainings, with one seed; and how far the inputs' own last bit moves
 * what a reference gives. A page never runs hidden checks: there they only say more of how a GPU rounds. An error counts in tolerances: 1 is what a check just lets pass. Writes docs/studies/tolerance.json and draws docs/studies/tolerance.svg.
 *
 * Usage: npm run study:tolerance [-- UNIT/SLUG…]
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadExercise } from '@/exercises/catalog';
import { listExerciseIds, ROOT, readModules } from '@/exercises/folder';
import type { GradableExercise } from '@/grading/gradable';
import { gradeWithReference } from '@/grading/grade-with-reference';
import { inProcessRunner } from '@/grading/harness/in-process';
import { remembering } from '@/grading/harness/remembering';
import type { CheckResult, Report } from '@/grading/report';
import { withoutTrainings } from '../without-trainings';
import { openPageRunner } from './page';
import { perturbing } from './perturb';
import { folderHash, readResults, writeResults } from './results';
import { drawTolerance, largestError, type ToleranceResult, ToleranceResultSchema, wasOnGpu } from './tolerance-of';

const SEED = 1;

const passesInPage = ({ checks }: Report): boolean =>
  checks.every(({ visibility, outcome }) => visibility === 'hidden' || outcome === 'passed');
/** A shader computes infinities as it likes, and hidden checks may be about those. */
const countsInPage = ({ visibility, outcome }: CheckResult): boolean => visibility === 'public' || outcome === 'passed';

/** Without hidden trainings: a software adapter takes minutes for each, and they compare losses with bounds, not with values. */
const forPage = (gradable: GradableExercise): GradableExercise => ({
  ...gradable,
  checks: gradable.checks.filter(({ kind, visibility }) => kind !== 'training' || visibility === 'public'),
});

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
  const trusted = remembering(inProcessRunner);
  const gradedFor = withoutTrainings(gradable);
  const gradeOnCpu = (source: string, runner = inProcessRunner) =>
    gradeWithReference(gradable, source, SEED, { runner, trusted });
  const grade = async (source: string, what = forPage(gradable)) => {
    // A page that once gave up WebGPU, for being slow to start beside other work, would not come back to it, and a software
    // adapter that ran a few trainings does not start again.
    const { runner, close } = await openPageRunner();
    const report = await gradeWithReference(what, source, SEED, { runner, trusted }).finally(close);
    const { backend, fallback } = report.device;
    if (backend !== 'webgpu') throw new NotOnGpu(`${id}: not measured. ${fallback?.en ?? backend}`);
    return report;
  };
  try {
    const report = await grade(gradable.reference);
    const moved = await gradeOnCpu(gradable.reference, perturbing(inProcessRunner));
    const failing = passesInPage(report) ? [] : ['reference'];
    const answers = await readModules(id, 'answers');
    for (const [name, source] of answers) {
      if (!passesInPage(await grade(source))) failing.push(name);
    }
    const mistakes: ToleranceResult['mistakes'] = {};
    const missed: string[] = [];
    for (const mistake of gradable.mistakes) {
      const { name, source, fails } = mistake;
      let check = (await grade(source, gradedFor(mistake))).checks.find(({ id }) => id === fails);
      if (check?.outcome === 'passed') {
        missed.push(name);
        check = (await gradeOnCpu(source)).checks.find(({ id }) => id === fails);
      }
      mistakes[name] = largestError(check ? [check] : [])?.error ?? null;
    }
    results[id] = {
      hash,
      device: report.device.adapter ?? report.device.backend,
      answers: answers.size + 1,
      failing,
      reference: largestError(report.checks.filter(countsInPage)),
      conditioning: largestError(moved.checks, false),
      mistakes,
      missed,
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
  }
}
await writeFile(path.join(ROOT, 'docs', 'studies', 'tolerance.svg'), drawTolerance(results));
process.exit();
