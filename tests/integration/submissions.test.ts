import { randomUUID } from 'node:crypto';
import { afterAll, expect, test, vi } from 'vitest';
import { GET as getSubmission } from '@/app/api/submissions/[id]/route';
import { POST as submit } from '@/app/api/submissions/route';
import { db, disconnect, pool } from '@/server/db';
import { sendGradeJobs } from '@/server/jobs/boss';
import { inTransaction } from '@/server/transaction';
import { boss } from './graders';
import { Learner } from './learner';
import { DENSE, LONG } from './manifest';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());
afterAll(disconnect);

function valid() {
  return { exercise: DENSE, source: 'right', clientId: randomUUID(), locale: 'en' };
}

async function countJobs() {
  return (await pool.query('SELECT count(*)::int AS count FROM pgboss.job')).rows[0].count;
}

test('what was handed in is there at once, with its number, queued', async () => {
  const learner = await Learner.guest();
  await learner.submit({ source: 'one' });
  const second = await learner.submit({ source: 'two' });
  expect(second).toMatchObject({ number: 2, status: 'queued', passed: null, version: 'v1' });
  expect(await learner.submission(second.id)).toMatchObject({ source: 'two', report: null });
  expect((await learner.submissions()).map(({ number }) => number)).toEqual([2, 1]);
});

test('a retry after a lost answer is the same submission and the same job', async () => {
  const learner = await Learner.guest();
  const before = await countJobs();
  const clientId = randomUUID();
  const first = await learner.submit({ clientId });
  expect(await learner.submit({ clientId })).toEqual(first);
  expect(await countJobs()).toBe(before + 1);
});

test('the same submission sent many times at once is one', async () => {
  const learner = await Learner.guest();
  const clientId = randomUUID();
  const answers = await Promise.all([1, 2, 3, 4].map(() => learner.submit({ clientId })));
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
});

test('submissions handed in at once are numbered without a gap', async () => {
  const learner = await Learner.guest();
  const answers = await Promise.all([1, 2, 3, 4].map(() => learner.submit()));
  expect(answers.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4]);
});

test('a name that a page gave to another exercise is a conflict', async () => {
  const learner = await Learner.guest();
  const { clientId, ...rest } = valid();
  await learner.submit({ clientId });
  const answer = await learner.call(submit, 'POST', { ...rest, clientId, exercise: LONG });
  expect(answer).toEqual({ status: 409, body: { error: { code: 'conflict' } } });
});

test('a job is queued with its submission or not at all', async () => {
  const before = await countJobs();
  const runId = randomUUID();
  const failing = inTransaction(async (tx) => {
    await sendGradeJobs(boss, tx, [{ lane: 'grade', runId, priority: 0 }]);
    throw new Error('after the job');
  });
  await expect(failing).rejects.toThrow('after the job');
  expect(await countJobs()).toBe(before);
});

test('a submission whose job cannot be queued is not kept', async () => {
  const learner = await Learner.guest();
  await pool.query('ALTER TABLE pgboss.queue RENAME TO queue_away');
  const answer = await learner.call(submit, 'POST', valid());
  await pool.query('ALTER TABLE pgboss.queue_away RENAME TO queue');
  expect(answer.status).toBe(500);
  expect(await learner.submissions()).toEqual([]);
});

test("somebody else's submission is not there", async () => {
  const [ada, ben] = [await Learner.guest(), await Learner.guest()];
  const { id } = await ada.submit();
  const context = { params: Promise.resolve({ id }) };
  expect(await ben.call(getSubmission, 'GET', undefined, { context })).toEqual({
    status: 404,
    body: { error: { code: 'not-found' } },
  });
  expect(await ben.submissions()).toEqual([]);
});

test.each([
  ['an unknown exercise', { exercise: '02-mlp/nothing' }, 404, 'not-found'],
  ['a source over 100 KB', { source: 'x'.repeat(100_001) }, 413, 'source-too-large'],
  ['a source over 100 KB of UTF-8', { source: '가'.repeat(40_000) }, 413, 'source-too-large'],
  ['a source with a NUL', { source: 'a\0b' }, 400, 'invalid-input'],
  ['a name that is none', { clientId: 'mine' }, 400, 'invalid-input'],
])('%s is refused', async (_what, input, status, code) => {
  const learner = new Learner();
  expect(await learner.call(submit, 'POST', { ...valid(), ...input })).toEqual({ status, body: { error: { code } } });
});

test('who hands in too often is told when to come back', async () => {
  const learner = await Learner.guest();
  const userId = await learner.id();
  await db.rateLimit.create({
    data: { id: userId, key: `submission:account:${userId}`, count: 1000, lastRequest: BigInt(Date.now()) },
  });
  const answer = await learner.call(submit, 'POST', valid());
  expect(answer).toMatchObject({ status: 429, body: { error: { code: 'rate-limited' } } });
});
