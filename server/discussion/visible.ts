import 'server-only';
import { Prisma } from '@/.generated/prisma/client';
import type { Reader } from './reader';

/**
 * The one place that says what somebody may see of threads and posts, each rule twice: as a Prisma `where` and as SQL.
 * tests/integration/discussion-visible.test.ts proves over random worlds that both say the same.
 *
 * - A thread is seen by its team, or without one by its cohort; by the cohort's staff; by who runs the site. A hidden one
 *   only by staff and by who opened it.
 * - A post is *shown* to who sees its thread, unless it is deleted, or hidden (shown to staff and its author), or spoils
 *   (the spoiler rule). Of any other post of the thread they get a stub without a word of it.
 * - Spoiler rule: a post that spoils an exercise is shown to its author, to who has passed that exercise, given it up or
 *   opened its solution, and to staff of the cohort. It spoils what `spoilsExerciseId` names, and the exercise of a submission
 *   that it shows, or on whose lines its thread hangs, unless that submission's official verdict is a failure: one that waits
 *   for its verdict, or that a regrade lets pass later, is safe as well.
 *
 * @example await db.post.findMany({ where: { AND: [postsShownTo(reader), { body: { contains: 'softmax' } }] } })
 * @example db.$queryRaw`SELECT p.id FROM post p JOIN thread t ON t.id = p.thread_id WHERE ${sqlPostShownTo(reader)} AND …`
 */

/** Threads that the reader sees, merged ones included: those only say where they went. */
export function threadsVisibleTo(reader: Reader): Prisma.ThreadWhereInput {
  if (reader.isAdmin) return {};
  return {
    OR: [
      { cohortId: { in: [...reader.staffOf] } },
      {
        cohortId: { in: [...reader.cohorts] },
        AND: [
          { OR: [{ teamId: null }, { teamId: { in: [...reader.teams] } }] },
          { OR: [{ hiddenAt: null }, { authorId: reader.userId }] },
        ],
      },
    ],
  };
}

/** As {@link threadsVisibleTo}, of the row of `thread` that the query calls `t`. */
export function sqlThreadVisibleTo(reader: Reader): Prisma.Sql {
  if (reader.isAdmin) return Prisma.sql`TRUE`;
  return Prisma.sql`(t.cohort_id = ANY(${reader.staffOf}::text[]) OR (
    t.cohort_id = ANY(${reader.cohorts}::text[])
    AND (t.team_id IS NULL OR t.team_id = ANY(${reader.teams}::text[]))
    AND (t.hidden_at IS NULL OR t.author_id = ${reader.userId})))`;
}

/** Posts whose text, quotes, images, snippet and snapshot the reader may be given. */
export function postsShownTo(reader: Reader): Prisma.PostWhereInput {
  const there: Prisma.PostWhereInput = { deletedAt: null, thread: threadsVisibleTo(reader) };
  if (reader.isAdmin) return there;
  return {
    AND: [
      there,
      {
        OR: [
          { thread: { cohortId: { in: [...reader.staffOf] } } },
          { authorId: reader.userId },
          { hiddenAt: null, AND: spoilsNothingFor(reader) },
        ],
      },
    ],
  };
}

function spoilsNothingFor(reader: Reader): Prisma.PostWhereInput[] {
  const opened = { in: [...reader.opened] };
  const harmless: Prisma.SubmissionWhereInput = {
    OR: [{ userId: reader.userId }, { exerciseId: opened }, { officialRun: { passed: false } }],
  };
  return [
    { OR: [{ spoilsExerciseId: null }, { spoilsExerciseId: opened }] },
    { OR: [{ submissionId: null }, { submission: harmless }] },
    { thread: { OR: [{ anchor: { not: 'LINES' } }, { submissionId: null }, { submission: harmless }] } },
  ];
}

/** As {@link postsShownTo}, of the rows that the query calls `p` (post) and `t` (its thread). */
export function sqlPostShownTo(reader: Reader): Prisma.Sql {
  const there = Prisma.sql`p.deleted_at IS NULL AND ${sqlThreadVisibleTo(reader)}`;
  if (reader.isAdmin) return Prisma.sql`(${there})`;
  return Prisma.sql`(${there} AND (
    t.cohort_id = ANY(${reader.staffOf}::text[])
    OR p.author_id = ${reader.userId}
    OR (p.hidden_at IS NULL
      AND (p.spoils_exercise_id IS NULL OR p.spoils_exercise_id = ANY(${reader.opened}::text[]))
      AND ${sqlHarmless(reader, Prisma.sql`p.submission_id`)}
      AND (t.anchor <> 'LINES' OR ${sqlHarmless(reader, Prisma.sql`t.submission_id`)}))))`;
}

function sqlHarmless(reader: Reader, submissionId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${submissionId} IS NULL OR EXISTS (
    SELECT FROM submission s LEFT JOIN grading_run r ON r.id = s.official_run_id
    WHERE s.id = ${submissionId}
      AND (s.user_id = ${reader.userId} OR s.exercise_id = ANY(${reader.opened}::text[]) OR r.passed = false)))`;
}

/**
 * Submissions whose source and report (as a learner sees it) the reader may be given: their own; those of cohorts that they
 * assist or teach in; those that a post shows that is shown to them.
 */
export function submissionsVisibleTo(reader: Reader): Prisma.SubmissionWhereInput {
  if (reader.isAdmin) return {};
  return {
    OR: [
      { userId: reader.userId },
      { cohortId: { in: [...reader.staffOf] } },
      { snapshots: { some: postsShownTo(reader) } },
    ],
  };
}
