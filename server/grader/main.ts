// npm run start:grader: takes submissions from the queue of DATABASE_URL, runs them in sandboxes and keeps the grades.
// Any number of these may run; each stops on SIGTERM or SIGINT, and what it had not finished goes back into the queue.
import 'server-only';
import { availableParallelism } from 'node:os';
import { gradeSubmission, prepareExercise } from '@/exercises/catalog';
import { createProcessRunner } from '@/grading/harness/process-runner';
import { createSandboxPool } from '@/grading/sandbox/pool';
import { db, disconnect, pool } from '../db';
import { env } from '../env';
import { readManifest } from '../exercise-manifest';
import { createBoss } from '../jobs/boss';
import { logger } from '../logger';
import { Grader } from './grader';
import { keepHouse } from './housekeeping';

/** What is running when the grader is told to stop may finish for so long. */
const GRACE_MS = 8_000;
const HOUSEKEEPING_MS = 3_600_000;

if (!env.DATABASE_URL) {
  process.stderr.write('DATABASE_URL is not set. `npm start` runs a database and a grader by itself.\n');
  process.exit(1);
}

const slots = availableParallelism();
const sandboxes = createSandboxPool({ size: slots });
// One more than are graded at once: for what is prepared meanwhile.
const references = createProcessRunner(slots + 1);
const boss = createBoss(pool);
boss.on('error', (err) => logger.error({ err }, 'pg-boss'));

const grader = new Grader({
  boss,
  connectionString: env.DATABASE_URL,
  slots,
  grade: (run) => gradeSubmission({ ...run, runner: sandboxes, trusted: references }),
  summaryOf: async (exerciseId) => (await readManifest()).exercises.find(({ id }) => id === exerciseId) ?? null,
});

let stopping = false;

async function stop(signal: string) {
  if (stopping) return;
  stopping = true;
  logger.info({ signal }, 'grader stops');
  await grader.stop(GRACE_MS);
  await boss.stop({ graceful: false, close: false });
  await sandboxes.close();
  references.close();
  await disconnect();
  process.exit(0);
}

process.on('SIGTERM', stop);
process.on('SIGINT', stop);

await db.$connect();
await boss.start();
await grader.start();
const keepHouseNow = () => keepHouse().catch((err) => logger.error({ err }, 'housekeeping failed'));
await keepHouseNow();
setInterval(keepHouseNow, HOUSEKEEPING_MS).unref();
logger.info({ slots }, 'grader ready');

for (const { id } of (await readManifest()).exercises) {
  if (stopping) break;
  // One that is broken is told when it is submitted to.
  await prepareExercise(id, references).catch((err) =>
    logger.error({ err, exercise: id }, 'exercise could not be prepared'),
  );
}
