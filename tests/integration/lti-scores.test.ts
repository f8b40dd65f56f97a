import { expect, test, vi } from 'vitest';
import { PUT as setOverride } from '@/app/api/cohorts/[id]/learners/[user]/overrides/route';
import { POST as decideRegrade } from '@/app/api/regrades/[id]/route';
import { db, pool } from '@/server/db';
import { passScores, sweepScores } from '@/server/lti/scores';
import { applyResults } from '@/server/progress/exercise-progress';
import { inTransaction } from '@/server/transaction';
import { type Launch, ROLES } from '@/tests/lti-platform';
import { act, linkTo, ltiOf, makeLinked, mina, openPlatform, platform, prof, signedIn } from './lti-course';
import { DENSE } from './manifest';
import { contextOf, makeCohort, member } from './team-people';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

openPlatform();

const DUE = new Date('2026-11-10T00:00:00Z');

/** A linked cohort with a plan of one exercise, and a learner of both. `lineItem`: the column of the course's own link. */
async function makeGraded({ lineItem }: Pick<Launch, 'lineItem'> = {}) {
  const linked = await makeLinked();
  const link = lineItem === undefined ? {} : { lineItem };
  await db.assignment.create({ data: { cohortId: linked.cohort, exerciseId: DENSE, dueAt: DUE } });
  const browser = await signedIn(mina, link);
  platform.members = [prof, mina];
  const userId = (await browser.viewer())?.id ?? '';
  await passScores();
  return { ...linked, browser, userId };
}

let number = 0;

/** A graded submission, as a grader records it. */
async function graded(userId: string, cohortId: string, score: number, exerciseId = DENSE): Promise<void> {
  number += 1;
  const { id } = await db.submission.create({
    data: {
      ...{ userId, cohortId, exerciseId, number, clientId: crypto.randomUUID(), source: 'x', locale: 'en' },
      createdAt: new Date('2026-11-09T00:00:00Z'),
    },
  });
  const result = { passed: score === 10, score, maxScore: 10, status: 'GRADED' as const };
  const run = await db.gradingRun.create({
    data: { ...result, submissionId: id, reason: 'SUBMISSION', exerciseVersion: 'v1', seed: 1n },
  });
  await db.submission.update({ where: { id }, data: { officialRunId: run.id } });
  await inTransaction((tx) => applyResults(tx, userId, exerciseId));
}

const totalColumn = () => [...platform.columns.values()].find(({ resourceId }) => resourceId === 'total');
const scoreOf = (subject = 'mina', url = totalColumn()?.url ?? '') => platform.scores.get(url)?.get(subject);

test('a column for the total is made once, and a grade that changes is told', async () => {
  const { userId, cohort, people } = await makeGraded();
  expect(totalColumn()).toMatchObject({ label: 'PeerGrad: cast', scoreMaximum: 100 });
  // Nothing was handed in, and it is due.
  expect(scoreOf()).toMatchObject({ scoreGiven: 0, scoreMaximum: 100 });
  await graded(userId, cohort, 8);
  await passScores();
  const first = scoreOf();
  expect(first).toMatchObject({
    ...{ scoreGiven: 80, scoreMaximum: 100, activityProgress: 'Submitted', gradingProgress: 'FullyGraded' },
  });
  await graded(userId, cohort, 10);
  await passScores();
  expect(scoreOf()).toMatchObject({ scoreGiven: 100 });
  expect(Date.parse(scoreOf()?.timestamp ?? '')).toBeGreaterThan(Date.parse(first?.timestamp ?? ''));
  expect(platform.columns.size).toBe(1);
  const [course] = (await ltiOf(people.assistant, cohort)).contexts;
  expect(course).toMatchObject({
    takesGrades: true,
    columns: [{ exercise: null, isGone: false, accepted: 1, refused: 0 }],
  });
});

test('a grade set by hand is told, and so is its end', async () => {
  const { userId, cohort, people } = await makeGraded();
  const set = (override: { passed: boolean; score: number } | null) =>
    people.instructor.call(
      setOverride,
      'PUT',
      { exercise: DENSE, override, reason: 'x' },
      { context: { params: Promise.resolve({ id: cohort, user: userId }) } },
    );
  expect((await set({ passed: false, score: 5 })).status).toBe(200);
  await passScores();
  expect(scoreOf()).toMatchObject({ scoreGiven: 50 });
  await set(null);
  await passScores();
  expect(scoreOf()).toMatchObject({ scoreGiven: 0 });
});

test('an accepted regrade is told', async () => {
  const { userId, cohort, people } = await makeGraded();
  await graded(userId, cohort, 8);
  await passScores();
  const { id: submissionId } = await db.submission.findFirstOrThrow({ where: { userId } });
  const regrade = await db.regrade.create({
    data: {
      ...{ exerciseId: DENSE, exerciseVersion: 'v1', cohortId: cohort, reason: 'x' },
      runs: {
        create: {
          ...{ submissionId, reason: 'REGRADE', status: 'GRADED', exerciseVersion: 'v1', seed: 1n },
          ...{ passed: false, score: 3, maxScore: 10 },
        },
      },
    },
  });
  const accepted = await people.instructor.call(decideRegrade, 'POST', { decision: 'accept' }, contextOf(regrade.id));
  expect(accepted.status).toBe(200);
  await passScores();
  expect(scoreOf()).toMatchObject({ scoreGiven: 30 });
});

test('what the platform has already is not sent again', async () => {
  const { userId, cohort } = await makeGraded();
  await graded(userId, cohort, 8);
  await passScores();
  platform.calls.length = 0;
  await graded(userId, cohort, 7);
  await sweepScores();
  expect(await passScores()).toBe(2);
  expect(platform.calls).toEqual([]);
});

test('what no transaction changed is found by the sweep: a due date that passes, a weight', async () => {
  const { cohort } = await makeGraded();
  await db.assignment.update({
    where: { cohortId_exerciseId: { cohortId: cohort, exerciseId: DENSE } },
    data: { dueAt: new Date(Date.now() + 3_600_000) },
  });
  await sweepScores();
  await sweepScores();
  expect(await passScores()).toBe(1);
  // Nothing counts any more: the platform clears what it had.
  expect(scoreOf()).toMatchObject({ activityProgress: 'Initialized', gradingProgress: 'NotReady' });
  expect(scoreOf()).not.toHaveProperty('scoreGiven');
});

test('the column of a link to an exercise has the points of that exercise', async () => {
  const { userId, cohort } = await makeGraded();
  const url = platform.addColumn('Dense', 10, DENSE);
  await signedIn(mina, { targetLinkUri: linkTo(DENSE), lineItem: url });
  await graded(userId, cohort, 7);
  await passScores();
  expect(scoreOf('mina', url)).toMatchObject({ scoreGiven: 7, scoreMaximum: 10 });
  expect(scoreOf()).toMatchObject({ scoreGiven: 70, scoreMaximum: 100 });
});

test('the column of a link to the course is the total’s', async () => {
  const url = platform.addColumn('Course', 100);
  const { userId, cohort } = await makeGraded({ lineItem: url });
  await graded(userId, cohort, 10);
  await passScores();
  expect(scoreOf('mina', url)).toMatchObject({ scoreGiven: 100 });
  expect(platform.columns.size).toBe(1);
});

const waiting = async () =>
  (
    await pool.query(
      "SELECT state, retry_count, start_after > now() AS later FROM pgboss.job WHERE name = 'lti-scores' AND state < 'completed'",
    )
  ).rows;
const tryAgain = () =>
  pool.query("UPDATE pgboss.job SET start_after = now() - interval '1 second' WHERE name = 'lti-scores'");

test.each([500, 503, 429])('a platform that answers %s is told later', async (status) => {
  const { userId, cohort } = await makeGraded();
  await graded(userId, cohort, 8);
  platform.failures.push(status);
  await passScores();
  expect(scoreOf()).toMatchObject({ scoreGiven: 0 });
  expect(await waiting()).toEqual([{ state: 'retry', retry_count: 0, later: true }]);
  expect(await passScores()).toBe(0);
  await tryAgain();
  expect(await passScores()).toBe(1);
  expect(scoreOf()).toMatchObject({ scoreGiven: 80 });
  expect(await waiting()).toEqual([]);
});

test('a platform that is gone for a while loses nothing: the latest grade is told once it is back', async () => {
  const { userId, cohort } = await makeGraded();
  const { origin } = platform;
  const { tokenUrl } = platform.registration;
  await db.ltiPlatform.updateMany({ data: { tokenUrl: 'http://127.0.0.1:9/token' } });
  await graded(userId, cohort, 8);
  await passScores();
  await graded(userId, cohort, 9);
  await passScores();
  expect(await waiting()).toHaveLength(2);
  await db.ltiPlatform.updateMany({ where: { issuer: origin }, data: { tokenUrl } });
  await tryAgain();
  await passScores();
  expect(scoreOf()).toMatchObject({ scoreGiven: 90 });
});

test('a platform that gives no token is asked once, not once for everybody', async () => {
  const { userId, cohort } = await makeGraded();
  const eve = { subject: 'eve', name: 'Eve', roles: [ROLES.learner] };
  platform.members.push(eve);
  await graded((await (await signedIn(eve)).viewer())?.id ?? '', cohort, 6);
  await graded(userId, cohort, 8);
  await db.ltiPlatform.updateMany({ data: { clientId: 'unknown' } });
  platform.calls.length = 0;
  await passScores();
  expect([platform.calls, await waiting()]).toEqual([[], []]);
  await db.ltiPlatform.updateMany({ data: { clientId: platform.clientId } });
  await sweepScores();
  await passScores();
  expect([scoreOf()?.scoreGiven, scoreOf('eve')?.scoreGiven]).toEqual([80, 60]);
});

test('a token that the platform no longer takes is asked for anew', async () => {
  const { userId, cohort } = await makeGraded();
  await graded(userId, cohort, 8);
  platform.forgetTokens();
  await passScores();
  expect(scoreOf()).toMatchObject({ scoreGiven: 80 });
});

test('a column that is removed there is filled no more, until everything is sent again', async () => {
  const { userId, cohort, context, people } = await makeGraded();
  platform.columns.clear();
  await graded(userId, cohort, 8);
  await passScores();
  expect((await ltiOf(people.instructor, cohort)).contexts[0]?.columns).toMatchObject([
    { exercise: null, isGone: true },
  ]);
  await sweepScores();
  await passScores();
  expect(platform.columns.size).toBe(0);
  await act(people.instructor, cohort, context, 'scores');
  await passScores();
  expect(scoreOf()).toMatchObject({ scoreGiven: 80 });
});

test('one whom the platform does not take holds up nobody else, and is not tried for ever', async () => {
  const { userId, cohort, people } = await makeGraded();
  const eve = await signedIn({ subject: 'eve', name: 'Eve', roles: [ROLES.learner] });
  await graded((await eve.viewer())?.id ?? '', cohort, 6);
  await graded(userId, cohort, 8);
  await passScores();
  expect(scoreOf()).toMatchObject({ scoreGiven: 80 });
  expect(await waiting()).toEqual([]);
  expect((await ltiOf(people.instructor, cohort)).contexts[0]?.columns).toMatchObject([{ accepted: 1, refused: 1 }]);
  platform.members.push({ subject: 'eve', name: 'Eve', roles: [ROLES.learner] });
  await sweepScores();
  await passScores();
  expect(scoreOf('eve')).toMatchObject({ scoreGiven: 60 });
  expect((await ltiOf(people.instructor, cohort)).contexts[0]?.columns).toMatchObject([{ accepted: 2, refused: 0 }]);
});

test('timestamps grow, whatever the clock does; a platform that is ahead is told later', async () => {
  const { userId, cohort } = await makeGraded();
  const ahead = new Date(Date.now() + 86_400_000);
  await db.ltiScore.updateMany({ data: { issuedAt: ahead } });
  await graded(userId, cohort, 8);
  await passScores();
  expect(Date.parse(scoreOf()?.timestamp ?? '')).toBe(ahead.getTime() + 1);
  const kept = platform.scores.get(totalColumn()?.url ?? '')?.get('mina');
  if (kept) kept.timestamp = new Date(ahead.getTime() + 100).toISOString();
  await graded(userId, cohort, 10);
  await passScores();
  expect(await waiting()).toMatchObject([{ state: 'retry' }]);
  await db.ltiScore.updateMany({ data: { issuedAt: new Date(ahead.getTime() + 200) } });
  await tryAgain();
  await passScores();
  expect(scoreOf()).toMatchObject({ scoreGiven: 100 });
});

test('of two workers at once the one with the later grade is believed, whichever arrives first', async () => {
  const { userId, cohort } = await makeGraded();
  await graded(userId, cohort, 8);
  platform.onScore = async () => {
    await graded(userId, cohort, 10);
    await passScores();
    expect(scoreOf()).toMatchObject({ scoreGiven: 100 });
  };
  await passScores();
  expect(scoreOf()).toMatchObject({ scoreGiven: 100 });
  await tryAgain();
  await passScores();
  expect([scoreOf()?.scoreGiven, await waiting()]).toEqual([100, []]);
  expect(await db.ltiScore.findFirst({ where: { subject: 'mina' } })).toMatchObject({ score: 100, failure: null });
});

test('a rollback takes its job along', async () => {
  const { userId } = await makeGraded();
  const failed = inTransaction(async (tx) => {
    await applyResults(tx, userId, DENSE);
    throw new Error('rolled back');
  });
  await expect(failed).rejects.toThrow('rolled back');
  expect(await waiting()).toEqual([]);
});

test('nothing is queued for who is in no linked cohort', async () => {
  const lone = await member('Lone');
  const cohort = await makeCohort('plain', [[lone, 'LEARNER']]);
  await graded(await lone.id(), cohort, 8);
  expect(await waiting()).toEqual([]);
});
