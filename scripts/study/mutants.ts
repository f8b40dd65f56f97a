/**
 * How much of what is wrong the checks find, and how much of what they say about it is true: known mistakes and generated
 * mutants of every reference, graded in the sandbox. Writes docs/studies/mutants.json for exercises whose folder changed.
 *
 * Usage: npm run study:mutants [-- UNIT/SLUG…]
 */
import { loadExercise } from '@/exercises/catalog';
import { listExerciseIds } from '@/exercises/folder';
import { createSandboxPool } from '@/grading/sandbox/pool';
import { studyMutants } from './mutants-of';
import { folderHash, MutantsResultSchema, readResults, writeResults } from './results';
import { summaryLines } from './summary';

const SEEDS = [1, 2, 3, 4, 5];

const chosen = process.argv.slice(2);
const results = readResults('mutants', MutantsResultSchema);
const ids = await listExerciseIds();
for (const gone of Object.keys(results).filter((id) => !ids.includes(id))) delete results[gone];

const pool = createSandboxPool();
try {
  for (const id of ids) {
    const hash = folderHash(id);
    const isWanted = chosen.length > 0 ? chosen.includes(id) : results[id]?.hash !== hash;
    if (!isWanted) continue;
    const result = await studyMutants(await loadExercise(id), SEEDS, pool);
    results[id] = { hash, ...result };
    await writeResults('mutants', results);
    console.log(`${id}: ${result.killed} of ${result.mutants - result.equivalent.length} killed`);
    for (const line of result.survived) console.log(`    survived: ${line}`);
    for (const line of result.misdiagnosed) console.log(`    misdiagnosed: ${line}`);
  }
} finally {
  await pool.close();
}
console.log(summaryLines(results).join('\n'));
process.exit(0);
