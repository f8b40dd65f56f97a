import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { db, disconnect, pool } from '@/server/db';
import { RunLocks } from '@/server/grader/run-locks';
import { sweep } from '@/server/grader/sweep';
import { PATIENCE } from '@/tests/patience';
import { boss, gate, graderWith, reportOn } from './graders';
import { Learner } from './learner';
import { DENSE, LONG } from './manifest';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

const grade = async (run: Parameters<typeof reportOn>[0]) => reportOn(run);
let graders: ReturnType<typeof graderWith>[] = [];

async function start(...args: Parameters<typeof graderWith>) {
  const grader = graderWith(...args);
  graders.push(grader);
  await grader.start();
  return grader;
}

async function jobOf(submissionId: string) {
  const { rows } = await pool.query(
    'SELECT j.name AS lane, j.state, j.retry_count AS tries FROM pgboss.job j JOIN grading_run r ON r.id::uuid = j.id WHERE r.submission_id = $1',
    [submissionId],
  );
  return rows[0];
}

/** What a grader that was killed leaves: a job handed out, a run marked as running, and nobody with its lock. */
async function leaveRunning(submissionId: string) {
  await pool.query("UPDATE grading_run SET status = 'RUNNING' WHERE submission_id = $1", [submissionId]);
  await pool.query(
    "UPDATE pgboss.job SET state = 'active', started_on = now() WHERE id = (SELECT id::uuid FROM grading_run WHERE submission_id = $1)",
    [submissionId],
  );
}

beforeEach(async () => {
  await pool.query('DELETE FROM pgboss.job; DELETE FROM "user"');
});
afterEach(async () => {
  await Promise.all(graders.map((grader) => grader.stop(0)));
  graders = [];
});
afterAll(disconnect);

test('a submission is graded, counted and shown', async () => {
  await start(grade);
  const learner = await Learner.guest();
  const { id } = await learner.submit({ source: 'right' });
  expect(await learner.verdictOn(id)).toMatchObject({ status: 'graded', passed: true, score: 10, version: 'v2' });
  expect((await learner.me()).exercises[DENSE]).toEqual({ state: 'passed', bestScore: 10, maxScore: 10, attempts: 1 });
  expect(await jobOf(id)).toMatchObject({ state: 'completed' });
});

test('the learner gets the report without what hidden checks must not tell, and staff keep all of it', async () => {
  await start(grade);
  const learner = await Learner.guest();
  const { id } = await learner.submit({ source: 'wrong' });
  const { report } = await learner.verdictOn(id);
  expect(report?.checks.map((check) => [check.id, check.outcome])).toEqual([
    ['values', 'failed'],
    ['fresh', 'failed'],
  ]);
  expect(JSON.stringify(report)).not.toContain('secret');
  expect(JSON.stringify(await db.checkResult.findMany())).toContain('secret');
});

test('a submission read in the middle of its grading has no grade, or one with its report', async () => {
  await start(grade);
  const learner = await Learner.guest();
  const { id } = await learner.submit({ source: 'right' });
  await learner.verdictOn(id);
  // Its parts are read one after another: as if the grade had been kept after the first.
  await pool.query('UPDATE submission SET official_run_id = NULL WHERE id = $1', [id]);
  expect(await learner.submission(id)).toMatchObject({ status: 'graded', report: { passed: true, score: 10 } });
});

test('what learner code printed is kept, even a NUL', async () => {
  await start(grade);
  const learner = await Learner.guest();
  const { id } = await learner.submit();
  expect((await learner.verdictOn(id)).report?.console.lines).toEqual([{ level: 'log', text: 'printed \uFFFD here' }]);
});

test.each([
  ['agree', 'right', false],
  ['differ', 'wrong', true],
])('page and server %s, and it is recorded', async (_how, source, verdictsDiffer) => {
  await start(grade);
  const learner = await Learner.guest();
  const page = { backend: 'webgpu', passedChecks: ['values'], failedChecks: [] };
  const { id } = await learner.submit({ source, page });
  await learner.verdictOn(id);
  expect(await db.submission.findUnique({ where: { id } })).toMatchObject({ verdictsDiffer });
});

test('results count in the order of handing in, whichever grading ends first', async () => {
  const { grade: held, open, holds } = gate();
  await start(held);
  const learner = await Learner.guest();
  const first = await learner.submit({ source: 'wrong' });
  const second = await learner.submit({ source: 'right' });
  await vi.waitFor(() => expect(holds()).toHaveLength(2), PATIENCE);
  open('right');
  await learner.verdictOn(second.id);
  expect((await learner.me()).exercises[DENSE]).toMatchObject({ state: 'trying', attempts: 0 });
  open('wrong');
  await learner.verdictOn(first.id);
  expect(await db.exerciseProgress.findFirst()).toMatchObject({ state: 'PASSED', attempts: 2, appliedNumber: 2 });
});

test('guests share a capped lane, long exercises have one of their own', async () => {
  const { grade: held, holds } = gate();
  await start(held, 4);
  const guest = await Learner.guest();
  for (const source of ['a', 'b', 'c']) await guest.submit({ source });
  const long = await Learner.guest();
  for (const source of ['d', 'e', 'f']) await long.submit({ source, exercise: LONG });
  await vi.waitFor(() => expect(holds()).toHaveLength(4), PATIENCE);
  expect(holds().sort()).toEqual(['a', 'b', 'd', 'e']);
});

test('a member goes before guests who came first', async () => {
  const guest = await Learner.guest();
  await guest.submit({ source: 'guest' });
  const member = await Learner.guest();
  await pool.query('UPDATE "user" SET is_anonymous = false WHERE id = $1', [await member.id()]);
  await member.submit({ source: 'member' });
  const { grade: held, holds } = gate();
  await start(held, 1);
  await vi.waitFor(() => expect(holds()).toEqual(['member']), PATIENCE);
});

test('the work of a grader that was killed is taken up by the next', async () => {
  const learner = await Learner.guest();
  const { id } = await learner.submit();
  await leaveRunning(id);
  await start(grade);
  expect(await learner.verdictOn(id)).toMatchObject({ status: 'graded' });
  expect(await db.gradingRun.count()).toBe(1);
});

test('the work of a grader that lives is left to it', async () => {
  const learner = await Learner.guest();
  const { id } = await learner.submit();
  const run = await db.gradingRun.findFirstOrThrow({ where: { submissionId: id } });
  const other = new RunLocks(process.env.DATABASE_URL ?? '');
  await other.tryHold(run.id);
  await leaveRunning(id);
  expect(await sweep(boss)).toBe(0);
  await other.close();
  await vi.waitFor(async () => expect(await sweep(boss)).toBe(1), PATIENCE);
  expect((await learner.submission(id)).status).toBe('queued');
});

test('a run that two graders end counts once', async () => {
  const { grade: held, open, holds } = gate();
  await start(held, 1);
  const learner = await Learner.guest();
  const { id } = await learner.submit({ source: 'right' });
  await vi.waitFor(() => expect(holds()).toHaveLength(1), PATIENCE);
  // The first loses its lock with its connection, is thought dead, and a second takes over.
  await pool.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'peergrad grader'");
  await vi.waitFor(async () => expect(await sweep(boss)).toBe(1), PATIENCE);
  await start(grade);
  await learner.verdictOn(id);
  open('right');
  await vi.waitFor(async () => expect(await jobOf(id)).toMatchObject({ state: 'completed' }), PATIENCE);
  expect(await db.checkResult.count()).toBe(2);
  expect((await learner.me()).exercises[DENSE]).toMatchObject({ attempts: 1 });
});

test('what cannot be graded is tried again, then shown as failed, and holds up nothing after it', async () => {
  const attempts = vi.fn(async (run: Parameters<typeof reportOn>[0]) => {
    if (run.source === 'unlucky') throw new Error('no sandbox');
    return reportOn(run);
  });
  const grader = await start(attempts);
  const learner = await Learner.guest();
  const unlucky = await learner.submit({ source: 'unlucky' });
  const lucky = await learner.submit({ source: 'right' });
  for (const tries of [1, 2, 3]) {
    await vi.waitFor(
      () => expect(attempts.mock.calls.filter(([run]) => run.source === 'unlucky')).toHaveLength(tries),
      PATIENCE,
    );
    await vi.waitFor(async () => expect((await jobOf(unlucky.id)).state).not.toBe('active'), PATIENCE);
    await pool.query("UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'");
    await pool.query('NOTIFY grade');
  }
  expect(await learner.verdictOn(unlucky.id)).toMatchObject({ status: 'failed', passed: null, report: null });
  expect(await learner.verdictOn(lucky.id)).toMatchObject({ passed: true });
  expect((await learner.me()).exercises[DENSE]).toMatchObject({ state: 'passed', attempts: 1 });
  await grader.stop(0);
});

test('a grader that is told to stop puts back what it cannot finish, at no cost', async () => {
  const { grade: held, holds } = gate();
  const grader = await start(held);
  const learner = await Learner.guest();
  const { id } = await learner.submit();
  await vi.waitFor(() => expect(holds()).toHaveLength(1), PATIENCE);
  await grader.stop(0);
  expect((await learner.submission(id)).status).toBe('queued');
  await start(grade);
  expect(await learner.verdictOn(id)).toMatchObject({ status: 'graded' });
  expect(await jobOf(id)).toMatchObject({ tries: 0 });
});

test('a learner who is gone leaves no work', async () => {
  const learner = await Learner.guest();
  const { id } = await learner.submit();
  await db.user.delete({ where: { id: await learner.id() } });
  const seen = vi.fn(grade);
  await start(seen);
  const next = await Learner.guest();
  const after = await next.submit();
  await next.verdictOn(after.id);
  expect(seen).toHaveBeenCalledTimes(1);
  expect(await db.submission.count({ where: { id } })).toBe(0);
});
