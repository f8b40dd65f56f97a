import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { TroubleSchema } from '@/contracts/discussion';
import type { CheckResult } from '@/grading/report';
import { disconnect, pool } from '@/server/db';
import { check, type Member, makeWorld, submission, type World } from './discussion-world';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

let world: World;

beforeEach(async () => {
  await pool.query('DELETE FROM rate_limit; DELETE FROM cohort; DELETE FROM "user"');
  world = await makeWorld();
});
afterAll(disconnect);

const mistake = (id: string): Partial<CheckResult> => ({
  diagnosis: { id: `mistake:${id}`, text: { ko: id, en: id }, confidence: 1 },
});

/** A thread on a failing check of a submission made for it. */
async function troubled(
  person: Member,
  team: string | null,
  result: Partial<CheckResult>,
  name = 'values',
): Promise<string> {
  const id = await submission(person, { passed: false, checks: [check(name, result)] });
  const { thread } = await person.opens(
    { cohort: world.cohort, team },
    { anchor: { kind: 'check', submission: id, check: name } },
  );
  return thread.id;
}

async function troubleOf(person: Member, submissionId: string) {
  const { checks } = TroubleSchema.parse((await person.trouble(submissionId)).body);
  return checks.map(({ check: name, own, threads }) => ({ check: name, own, threads: threads.map(({ id }) => id) }));
}

test('a failing report offers threads with the same trouble in the reader’s team and cohort, and no others', async () => {
  const { ada, ben, cho, instructor, team, otherTeam } = world;
  const ofTeam = await troubled(ben, team, mistake('no-bias'));
  const ofCohort = await troubled(cho, null, mistake('no-bias'));
  await troubled(cho, otherTeam, mistake('no-bias'));
  await troubled(ben, team, mistake('relu'));
  await troubled(ben, team, mistake('no-bias'), 'other');
  const hidden = await troubled(cho, null, mistake('no-bias'));
  await instructor.acts(hidden, { action: 'hide', hidden: true });
  const checks = [check('values', mistake('no-bias')), check('fine', { outcome: 'passed' })];
  const mine = await submission(ada, { passed: false, checks });
  expect(await troubleOf(ada, mine)).toEqual([{ check: 'values', own: null, threads: [ofCohort, ofTeam] }]);
});

test('the thread on this very check is named apart', async () => {
  const { ada, cohort, team } = world;
  const id = await submission(ada, { passed: false, checks: [check('values', mistake('no-bias'))] });
  const anchor = { kind: 'check', submission: id, check: 'values' } as const;
  const { thread } = await ada.opens({ cohort, team }, { anchor });
  expect(await troubleOf(ada, id)).toEqual([{ check: 'values', own: thread.id, threads: [] }]);
});

test('trouble is told of one’s own submissions, and of none that waits or passes', async () => {
  const { ada, ben, team } = world;
  await troubled(ben, team, mistake('no-bias'));
  const waiting = await submission(ada, { passed: null, checks: [check('values', mistake('no-bias'))] });
  expect(await troubleOf(ada, waiting)).toEqual([]);
  const theirs = await submission(ben, { passed: false, checks: [check('values', mistake('no-bias'))] });
  expect((await ada.trouble(theirs)).status).toBe(404);
  expect((await world.instructor.trouble(theirs)).status).toBe(404);
});

test('a check of a submission that waits for its verdict cannot be talked of yet', async () => {
  const { ada, cohort, team } = world;
  const id = await submission(ada, { passed: null, checks: [check('values')] });
  const anchor = { kind: 'check', submission: id, check: 'values' };
  const post = { clientId: crypto.randomUUID(), body: 'why?' };
  expect((await ada.open({ cohort, team, title: 'T', anchor, post })).status).toBe(409);
});
