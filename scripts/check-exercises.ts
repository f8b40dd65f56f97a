/**
 * Proves of each exercise folder: its definition holds, texts are there in both languages, the starter fails, reference
 * and answers get full marks, every mistake fails the check it names with the diagnosis it names, gradients agree with
 * fp64 central differences; the page, on its fixture alone, says the same. Everything is run in this process. For the whole
 * course the figures of the mutation study (docs/studies), once it has been run, come last. The last line is
 * `N passed, N failed, N skipped`.
 *
 * Usage: npm run check:exercises [-- UNIT/SLUG…]
 */
import { listExerciseIds } from '@/exercises/folder';
import type { Proof } from './check-exercises/proof';
import { proofsOf } from './check-exercises/proofs';
import { MutantsResultSchema, readResults } from './study/results';
import { summaryLines } from './study/summary';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function proofsOrFailure(id: string): Promise<Proof[]> {
  try {
    return await proofsOf(id);
  } catch (error) {
    return [{ name: 'can be loaded', check: () => Promise.reject(error) }];
  }
}

async function main(chosen: string[]): Promise<number> {
  const totals = { passed: 0, failed: 0 };
  for (const id of chosen.length > 0 ? chosen : await listExerciseIds()) {
    for (const { name, check } of await proofsOrFailure(id)) {
      try {
        await check();
        totals.passed += 1;
        console.log(`✓ ${id}: ${name}`);
      } catch (error) {
        totals.failed += 1;
        console.log(`✗ ${id}: ${name}\n    ${messageOf(error)}`);
      }
    }
  }
  const studied = readResults('mutants', MutantsResultSchema);
  if (chosen.length === 0 && Object.keys(studied).length > 0) console.log(summaryLines(studied).join('\n'));
  console.log(`${totals.passed} passed, ${totals.failed} failed, 0 skipped`);
  return totals.failed === 0 && totals.passed > 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
