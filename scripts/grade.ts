/**
 * Grades a file as the server does: compiled, run in the sandbox, compared with the reference outside it.
 *
 * Usage: npm run --silent grade -- UNIT/SLUG FILE [--json] [--seed N] [--staff] [--locale ko|en] [--layers DIR]
 *   --json    one JSON object instead of lines
 *   --seed    repeats a run: the same inputs of hidden checks
 *   --staff   shows everything of hidden checks
 *   --layers  what the file imports from 'my-layers': DIR/UNIT/SLUG.ts for each (default: the references)
 *   --locale  language of messages (default: en)
 * Exit status: 0 passed, 1 not passed, 2 could not grade (the reason is on stderr).
 */
import { createSandboxPool } from '@/grading/sandbox/pool';
import { buildRunners } from './build-runner/build';
import { gradeCommand } from './grade/command';

process.exitCode = await gradeCommand(process.argv.slice(2), {
  out: (text) => console.log(text),
  error: (text) => console.error(text),
  async openPool() {
    // The clone may never have been started, or have changed since.
    await buildRunners(process.cwd());
    return createSandboxPool({ size: 1 });
  },
});
