/**
 * Proves that no right answer ever fails: references and `answers/` on many seeds, on the CPU backend. Writes
 * docs/studies/answers.json for exercises whose folder changed.
 *
 * Usage: npm run study:answers [-- UNIT/SLUG…]
 */
import { loadExercise } from '@/exercises/catalog';
import { listExerciseIds } from '@/exercises/folder';
import { failuresOnSeeds } from './answers-of';
import { AnswersResultSchema, folderHash, readResults, writeResults } from './results';

const SEEDS = 200;

const chosen = process.argv.slice(2);
const results = readResults('answers', AnswersResultSchema);
const ids = await listExerciseIds();
for (const gone of Object.keys(results).filter((id) => !ids.includes(id))) delete results[gone];

for (const id of ids) {
  const hash = folderHash(id);
  const isWanted = chosen.length > 0 ? chosen.includes(id) : results[id]?.hash !== hash;
  if (!isWanted) continue;
  const seeds = Array.from({ length: SEEDS }, (_, seed) => seed);
  const { answers, failures } = await failuresOnSeeds(await loadExercise(id), seeds);
  results[id] = { hash, answers, seeds: SEEDS, failures };
  await writeResults('answers', results);
  console.log(`${id}: ${answers} answers on ${SEEDS} seeds, ${failures.length} failures`);
  for (const failure of failures) console.log(`    ${failure}`);
}
process.exitCode = Object.values(results).some(({ failures }) => failures.length > 0) ? 1 : 0;
