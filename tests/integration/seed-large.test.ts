import { afterAll, beforeEach, expect, test } from 'vitest';
import { CheckResultSchema } from '@/grading/report';
import { db, disconnect, pool } from '@/server/db';
import { checkProgress } from '@/server/progress/check';
import { seedLarge } from '@/server/seed/large/seed-large';
import { LARGE } from '@/server/seed/large/sizes';

const TINY = { ...LARGE, learners: 9, exercises: 3, submissions: 200, teams: 2 };

beforeEach(() => pool.query('DELETE FROM cohort; DELETE FROM "user"'));
afterAll(disconnect);

/** Every row of the tables that it fills, but for codes to join by. */
async function everything(): Promise<unknown> {
  const tables = ['"user"', 'cohort', 'team', 'enrolment', 'assignment', 'submission', 'grading_run', 'check_result'];
  const texts: Record<string, string[]> = {};
  for (const table of [...tables, 'exercise_progress']) {
    const { rows } = await pool.query<{ row: string }>(
      `SELECT (to_jsonb(t) - 'join_code')::text AS row FROM ${table} t ORDER BY row`,
    );
    texts[table] = rows.map(({ row }) => row);
  }
  return texts;
}

test('it has as many of each as was asked for', async () => {
  expect(await seedLarge(TINY)).toBe(true);
  expect(await db.submission.count()).toBe(200);
  expect(await db.gradingRun.count({ where: { status: 'GRADED', officialOf: { isNot: null } } })).toBe(200);
  expect(await db.enrolment.groupBy({ by: ['role'], _count: true, orderBy: { role: 'asc' } })).toEqual([
    { role: 'LEARNER', _count: 9 },
    { role: 'ASSISTANT', _count: 1 },
    { role: 'INSTRUCTOR', _count: 1 },
  ]);
  const teams = await db.team.findMany({ select: { _count: { select: { members: true } } } });
  expect(teams.map(({ _count }) => _count.members).toSorted()).toEqual([4, 5]);
  expect(await db.assignment.findMany({ select: { exerciseId: true } })).toHaveLength(3);
  expect(await db.account.count()).toBe(0);
});

test('its progress is what its submissions say', async () => {
  await seedLarge(TINY);
  const { rows, wrong } = await checkProgress({ repair: false });
  expect(wrong).toEqual([]);
  expect(rows).toBe(await db.exerciseProgress.count());
  const states = await db.exerciseProgress.groupBy({ by: ['state'], _count: true });
  expect(states.map(({ state }) => state)).toEqual(expect.arrayContaining(['TRYING', 'PASSED']));
});

test('its reports are reports: each check of the exercise, and the diagnosis of the mistake', async () => {
  await seedLarge(TINY);
  const runs = await db.gradingRun.findMany({
    include: { checks: { orderBy: { position: 'asc' } }, submission: true },
  });
  for (const { checks, passed, score } of runs) {
    const results = checks.map(({ result }) => CheckResultSchema.parse(result));
    expect(results.every(({ outcome }) => outcome === 'passed')).toBe(passed);
    expect(results.reduce((sum, { points }) => sum + points, 0)).toBe(score);
  }
  expect(await db.checkResult.count({ where: { diagnosisId: { startsWith: 'mistake:' } } })).toBeGreaterThan(20);
});

test('the same sizes give the same rows, another seed gives others', async () => {
  await seedLarge(TINY);
  const first = await everything();
  const codes = await db.team.findMany({ select: { joinCode: true } });
  await pool.query('DELETE FROM cohort; DELETE FROM "user"');
  await seedLarge(TINY);
  expect(await everything()).toEqual(first);
  expect(await db.team.findMany({ select: { joinCode: true } })).not.toEqual(codes);
  await pool.query('DELETE FROM cohort; DELETE FROM "user"');
  await seedLarge({ ...TINY, seed: 2 });
  expect(await everything()).not.toEqual(first);
});

test('a second time it is left alone, and what fails leaves nothing behind', async () => {
  await expect(seedLarge({ ...TINY, exercises: 1000 })).rejects.toThrow(/not 1000/);
  await expect(
    seedLarge(TINY, () => {
      throw new Error('interrupted');
    }),
  ).rejects.toThrow('interrupted');
  expect(await db.user.count()).toBe(0);
  await seedLarge(TINY);
  expect(await seedLarge(TINY)).toBe(false);
  expect(await db.submission.count()).toBe(200);
});

test('a few submissions are shared out, too', async () => {
  await seedLarge({ ...TINY, submissions: 5, teams: 0 });
  expect(await db.submission.count()).toBe(5);
  expect(await db.enrolment.count({ where: { teamId: { not: null } } })).toBe(0);
});
