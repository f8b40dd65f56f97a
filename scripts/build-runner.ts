/**
 * Builds what executes learner code: one classic worker per backend for the page (`public/runner/BACKEND.HASH.js`) and
 * one bundle for the server's sandbox (`.generated/sandbox.HASH.js`). Their names are in `.generated/runners.json`.
 * Does nothing when neither their sources nor the packages have changed.
 *
 *   npm run build:runner
 */
import { buildRunners } from './build-runner/build';

const { built, runners } = await buildRunners(process.cwd());
console.log(built ? `built ${Object.values(runners).join(', ')}` : 'runners are up to date');
