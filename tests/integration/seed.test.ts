import { afterAll, beforeEach, expect, test } from 'vitest';
import type { ExerciseSummary } from '@/contracts/exercise';
import { db, disconnect } from '@/server/db';
import { seedDemoCohort } from '@/server/seed/demo-cohort';
import { recordExerciseVersions } from '@/server/seed/exercise-versions';
import { instructorLink } from '@/server/seed/instructor-link';

const START = new Date('2026-11-23T00:00:00Z');

function summary(id: string, version = 'a'): ExerciseSummary {
  const text = { en: id, ko: id };
  return {
    ...{
      id,
      version,
      title: text,
      summary: text,
      difficulty: 1,
      minutes: 20,
      prerequisites: [],
      concepts: [],
      entries: ['dense'],
    },
    ...{ maxScore: 10, hints: 2, checks: [], starter: '', fixture: `/exercises/${id}.json` },
  };
}

beforeEach(async () => {
  await db.cohort.deleteMany();
  await db.user.deleteMany();
});
afterAll(disconnect);

test('an empty site gets a cohort with a plan, two teams and an instructor without a password', async () => {
  expect(await seedDemoCohort([summary('02-mlp/dense-forward'), summary('02-mlp/softmax')], START)).toBe(true);
  const cohort = await db.cohort.findFirstOrThrow({ include: { assignments: true, teams: true, enrolments: true } });
  expect(cohort.assignments.map(({ exerciseId, dueAt }) => [exerciseId, dueAt])).toEqual([
    ['02-mlp/dense-forward', new Date('2026-11-30T00:00:00Z')],
    ['02-mlp/softmax', new Date('2026-11-30T00:00:00Z')],
  ]);
  expect(cohort.teams).toHaveLength(2);
  expect(cohort.enrolments).toMatchObject([{ role: 'INSTRUCTOR' }]);
  expect(await db.account.count()).toBe(0);
});

test('a site that has a cohort is left alone', async () => {
  await seedDemoCohort([], START);
  expect(await seedDemoCohort([summary('02-mlp/softmax')], START)).toBe(false);
  expect(await db.cohort.count()).toBe(1);
  expect(await db.assignment.count()).toBe(0);
});

test('a new version of an exercise is noted beside the old one', async () => {
  await recordExerciseVersions([summary('02-mlp/softmax', 'old')]);
  await recordExerciseVersions([summary('02-mlp/softmax', 'old')]);
  await recordExerciseVersions([summary('02-mlp/softmax', 'new')]);
  const versions = await db.exerciseVersion.findMany({ orderBy: { createdAt: 'asc' } });
  expect(versions.map(({ version }) => version)).toEqual(['old', 'new']);
});

test('the link is for the instructor, works for 24 hours, and only its hash is kept', async () => {
  await seedDemoCohort([], START);
  const url = await instructorLink();
  const token = url.split('/').at(-1) ?? '';
  const link = await db.signInLink.findFirstOrThrow({ include: { user: true } });
  expect(link.user.isAdmin).toBe(true);
  expect(link.expiresAt.getTime() - link.createdAt.getTime()).toBeCloseTo(24 * 3_600_000, -4);
  expect(token.length).toBeGreaterThanOrEqual(43);
  expect(JSON.stringify(link)).not.toContain(token);
});

test('a site without an instructor says how to get one', async () => {
  await expect(instructorLink()).rejects.toThrow('npm run seed');
});
