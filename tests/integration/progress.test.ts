import { afterAll, expect, test, vi } from 'vitest';
import { GET as getHealth } from '@/app/api/health/route';
import { PUT as saveLesson } from '@/app/api/lessons/route';
import { GET as getMetrics } from '@/app/api/metrics/route';
import { PUT as saveQuickCheck } from '@/app/api/quick-checks/route';
import { db, disconnect } from '@/server/db';
import { PATIENCE } from '@/tests/patience';
import { graderWith, reportOn } from './graders';
import { Learner } from './learner';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());
afterAll(disconnect);

const LESSON = '02-mlp.01-from-lines-to-layers';
const CHECK = `${LESSON}#shapes`;

const lesson = (learner: Learner, state: string) => learner.call(saveLesson, 'PUT', { lesson: LESSON, state });
const answer = (learner: Learner, given: unknown, correct: boolean) =>
  learner.call(saveQuickCheck, 'PUT', { id: CHECK, answer: given, correct });

test('who only reads is nobody', async () => {
  expect(await new Learner().me()).toEqual({ viewer: null, exercises: {}, lessons: {}, quickChecks: {} });
});

test('a lesson is started, then finished, and stays finished', async () => {
  const learner = new Learner();
  await lesson(learner, 'started');
  expect((await learner.me()).lessons).toEqual({ [LESSON]: { state: 'started' } });
  await lesson(learner, 'finished');
  await lesson(learner, 'started');
  expect((await learner.me()).lessons).toEqual({ [LESSON]: { state: 'finished' } });
});

test('the latest answer to a quick check is kept, and the tries are counted', async () => {
  const learner = new Learner();
  await answer(learner, [0], false);
  await answer(learner, { shape: [2, 3] }, true);
  expect((await learner.me()).quickChecks).toEqual({
    [CHECK]: { answer: { shape: [2, 3] }, correct: true, due: null },
  });
  expect(await db.quickCheckAnswer.findFirst({ where: { userId: await learner.id() } })).toMatchObject({ attempts: 2 });
});

test.each([
  ['an answer without end', { id: CHECK, answer: 'x'.repeat(5_000), correct: true }],
  ['an id that is none', { id: 'x', answer: 1, correct: true }],
])('%s is refused', async (_what, input) => {
  expect(await new Learner().call(saveQuickCheck, 'PUT', input)).toMatchObject({ status: 400 });
});

test('health says whether a grader is alive', async () => {
  const learner = new Learner();
  expect(await learner.call(getHealth, 'GET')).toEqual({ status: 200, body: { status: 'ok', grader: 'down' } });
  const grader = graderWith(async (run) => reportOn(run));
  await grader.start();
  expect(await learner.call(getHealth, 'GET')).toEqual({ status: 200, body: { status: 'ok', grader: 'up' } });
  await grader.stop(0);
  await vi.waitFor(
    async () => expect((await learner.call(getHealth, 'GET')).body).toMatchObject({ grader: 'down' }),
    PATIENCE,
  );
});

test('metrics count what was graded and what waits, for a collector on this machine only', async () => {
  const grader = graderWith(async (run) => reportOn(run));
  await grader.start();
  const learner = await Learner.guest();
  await learner.verdictOn((await learner.submit()).id);
  await grader.stop(5_000);
  await learner.submit();
  const request = (address: string) =>
    new Request('http://127.0.0.1:3000/api/metrics', { headers: { 'x-forwarded-for': address } });
  const text = await (await getMetrics(request('127.0.0.1'), undefined)).text();
  expect(text).toContain('peergrad_grading_runs{status="graded"} 1');
  expect(text).toContain('peergrad_queue_depth{lane="grade-guest",state="waiting"} 1');
  expect(text).toMatch(/peergrad_grade_latency_seconds\{quantile="0.95"\} \d/);
  expect(text).toMatch(/peergrad_event_streams \d/);
  expect((await getMetrics(request('203.0.113.7, 127.0.0.1'), undefined)).status).toBe(404);
});
