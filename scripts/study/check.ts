/**
 * Proves that the committed studies are of the exercises as they are, and that the engine of today still does what they
 * say, on a sample: five mutants of each exercise on three seeds, every right answer on three. The figures of the studies come last; the last line is
 * `N passed, N failed, N skipped`.
 *
 * Usage: npm run study:check
 */
import { loadExercise } from '@/exercises/catalog';
import { listExerciseIds } from '@/exercises/folder';
import { createSandboxPool } from '@/grading/sandbox/pool';
import { failuresOnSeeds } from './answers-of';
import { studyMutants } from './mutants-of';
import { AnswersResultSchema, folderHash, MutantsResultSchema, readResults } from './results';
import { summaryLines, totalsOf } from './summary';
import { ToleranceResultSchema, toleranceProblems } from './tolerance-of';

const SEEDS = [101, 102, 103];
const MUTANTS = 5;
/** Shares that the whole course must reach: killed mutants, diagnosed mistakes; and must not: false diagnoses. */
const GOALS = { killed: 0.99, diagnosed: 0.8, misdiagnosed: 0.01 };

const mutants = readResults('mutants', MutantsResultSchema);
const answers = readResults('answers', AnswersResultSchema);
const tolerance = readResults('tolerance', ToleranceResultSchema);
const totals = { passed: 0, failed: 0 };
const report = (what: string, problems: readonly string[]) => {
  totals[problems.length === 0 ? 'passed' : 'failed'] += 1;
  for (const problem of problems) console.log(`✗ ${what}: ${problem}`);
};

const pool = createSandboxPool();
for (const id of await listExerciseIds()) {
  const hash = folderHash(id);
  const stale = [
    ...(mutants[id]?.hash === hash ? [] : [`run npm run study:mutants -- ${id}`]),
    ...(answers[id]?.hash === hash ? [] : [`run npm run study:answers -- ${id}`]),
    ...(tolerance[id]?.hash === hash ? [] : [`run npm run study:tolerance -- ${id}`]),
  ];
  report(`${id} is studied as it is`, stale);
  const gradable = await loadExercise(id);
  const { survived, misdiagnosed } = await studyMutants(gradable, SEEDS, pool, { most: MUTANTS, mistakes: [] });
  const known = mutants[id];
  report(
    `${id}: mutants are found`,
    survived.filter((line) => !known?.survived.includes(line)),
  );
  report(
    `${id}: diagnoses hold`,
    misdiagnosed.filter((line) => !known?.misdiagnosed.includes(line)),
  );
  report(`${id}: tolerances tell right from wrong`, tolerance[id] ? toleranceProblems(tolerance[id]) : []);
  report(`${id}: right answers pass`, [
    ...(answers[id]?.failures ?? []),
    ...(await failuresOnSeeds(gradable, SEEDS)).failures,
  ]);
}
await pool.close();

const { wrong, killed, mistakes, mistakesDiagnosed, diagnosed, misdiagnosed } = totalsOf(mutants);
report('goals', [
  ...(killed >= GOALS.killed * wrong ? [] : [`${killed} of ${wrong} mutants are killed`]),
  ...(mistakesDiagnosed >= GOALS.diagnosed * mistakes
    ? []
    : [`${mistakesDiagnosed} of ${mistakes} mistakes are diagnosed`]),
  ...(misdiagnosed <= GOALS.misdiagnosed * (diagnosed + mistakes) ? [] : [`${misdiagnosed} diagnoses did not hold`]),
]);
console.log(summaryLines(mutants).join('\n'));
console.log(`${totals.passed} passed, ${totals.failed} failed, 0 skipped`);
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);
