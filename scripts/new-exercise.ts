/**
 * Makes an exercise folder from the template: a small exercise that passes every proof, to be changed step by step.
 *
 * Usage: npm run new:exercise -- UNIT/SLUG        (for example 02-mlp/relu-backward)
 */
import { copyExercise } from './new-exercise/copy';

try {
  const [id = ''] = process.argv.slice(2);
  const files = await copyExercise(id);
  console.log(`${files.join('\n')}\n\nNow: npm run check:exercises -- ${id}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
