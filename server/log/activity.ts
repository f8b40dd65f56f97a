import 'server-only';
import type { LogActivity } from '@/contracts/log';
import type { Localized } from '@/grading/localized';
import { db } from '../db';
import { dayNumber, dayOfNumber, startOfDay } from './day';

/** What the viewer did on a day in a zone, oldest first. Links and titles are the page's business. */
export async function readActivity(viewer: { id: string }, day: string, zone: string): Promise<LogActivity> {
  const during = { gte: startOfDay(day, zone), lt: startOfDay(dayOfNumber(dayNumber(day) + 1), zone) };
  const userId = viewer.id;
  const [lessons, answers, submissions, drafts, findings, session] = await Promise.all([
    db.lessonProgress.findMany({
      where: { userId, OR: [{ startedAt: during }, { finishedAt: during }] },
      orderBy: { startedAt: 'asc' },
      select: { lessonId: true, finishedAt: true },
    }),
    db.quickCheckAnswer.findMany({
      where: { userId, updatedAt: during },
      orderBy: { updatedAt: 'asc' },
      select: { checkId: true, correct: true },
    }),
    db.submission.findMany({
      where: { userId, createdAt: during },
      orderBy: { createdAt: 'asc' },
      select: { exerciseId: true, officialRun: { select: { passed: true } } },
    }),
    db.draft.findMany({
      where: { userId, updatedAt: during },
      orderBy: { updatedAt: 'asc' },
      select: { exerciseId: true },
    }),
    findFindings(userId, during),
    db.attendance.count({ where: { userId, joinedAt: during } }),
  ]);
  const exercises = new Set([...submissions, ...drafts].map(({ exerciseId }) => exerciseId));
  const lessonOf = (checkId: string) => checkId.slice(0, checkId.indexOf('#'));
  return {
    lessons: lessons.map(({ lessonId, finishedAt }) => ({
      lesson: lessonId,
      finished: finishedAt !== null && finishedAt < during.lt,
    })),
    checks: [...new Set(answers.map(({ checkId }) => lessonOf(checkId)))].map((lesson) => {
      const given = answers.filter(({ checkId }) => lessonOf(checkId) === lesson);
      return { lesson, answered: given.length, correct: given.filter(({ correct }) => correct).length };
    }),
    exercises: [...exercises].map((exercise) => {
      const graded = submissions.filter(({ exerciseId, officialRun }) => exerciseId === exercise && officialRun);
      return {
        exercise,
        attempts: graded.length,
        passed: graded.some(({ officialRun }) => officialRun?.passed),
        findings: findings
          .filter(({ exerciseId }) => exerciseId === exercise)
          .map(({ title, diagnosis }) => ({ check: title, diagnosis })),
      };
    }),
    session: session > 0,
  };
}

/** Public checks that failed in the span, the latest failure of each. */
function findFindings(userId: string, { gte, lt }: { gte: Date; lt: Date }) {
  return db.$queryRaw<{ exerciseId: string; title: Localized; diagnosis: Localized | null }[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (s.exercise_id, c.check_id) s.exercise_id AS "exerciseId", s.created_at, c.position,
        c.result->'title' AS title, c.result->'diagnosis'->'text' AS diagnosis
      FROM submission s JOIN check_result c ON c.run_id = s.official_run_id
      WHERE s.user_id = ${userId} AND s.created_at >= ${gte} AND s.created_at < ${lt}
        AND c.outcome IN ('failed', 'errored', 'timed-out') AND c.result->>'visibility' = 'public'
      ORDER BY s.exercise_id, c.check_id, s.number DESC
    ) AS latest ORDER BY created_at, position`;
}
