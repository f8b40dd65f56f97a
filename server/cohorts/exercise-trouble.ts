import 'server-only';
import * as z from 'zod';
import { Prisma } from '@/.generated/prisma/client';
import type { ExercisePage } from '@/contracts/cohort-exercise';
import type { Localized } from '@/grading/localized';
import { CheckResultSchema } from '@/grading/report';
import { db } from '../db';
import { signatureOf } from '../discussion/signature';

interface Place {
  cohortId: string;
  exerciseId: string;
}

/** Diagnoses of one check, clusters, and differing submissions that are shown. */
const SHOWN_DIAGNOSES = 5;
const SHOWN_CLUSTERS = 20;
const SHOWN_DIFFERING = 20;
/** Learners whose latest failure is compared: each brings its tensors along. */
const COMPARED = 1_000;

/** Graded submissions of the cohort's learners with their official runs: `s` and `r`. */
const graded = ({ cohortId, exerciseId }: Place) => Prisma.sql`
  FROM submission s
  JOIN enrolment e ON e.user_id = s.user_id AND e.cohort_id = s.cohort_id AND e.role = 'LEARNER'
  JOIN grading_run r ON r.id = s.official_run_id
  WHERE s.cohort_id = ${cohortId} AND s.exercise_id = ${exerciseId}`;

const FAILED = Prisma.sql`c.outcome NOT IN ('passed', 'skipped')`;

type Check = Omit<ExercisePage['checks'][number], 'title' | 'visibility'>;

interface Failing {
  check: string;
  ran: number;
  /** Of the whole check, or of what is said of it. */
  isCheck: boolean;
  submissions: number;
  learners: number;
  text: Localized | null;
}

/** Checks that ever failed, by how often, each with the diagnoses that were given. Results are read once for all of it. */
export async function readFailingChecks(place: Place): Promise<Check[]> {
  // The text of a diagnosis stands in the results: of each the one of the latest run is read.
  const rows = await db.$queryRaw<Failing[]>`
    WITH result AS MATERIALIZED (
      SELECT worked.user_id, c.run_id, c.position, c.check_id, c.diagnosis_id, c.outcome
      FROM (SELECT s.user_id, r.id AS run_id ${graded(place)}) AS worked JOIN check_result c ON c.run_id = worked.run_id
    ), ran AS (
      SELECT check_id, count(*)::int AS runs FROM result WHERE outcome <> 'skipped' GROUP BY check_id
    ), failing AS (
      SELECT c.check_id, c.diagnosis_id, grouping(c.diagnosis_id) = 1 AS whole, count(*)::int AS submissions,
        count(DISTINCT c.user_id)::int AS learners, max(c.run_id) AS run_id,
        (array_agg(c.position ORDER BY c.run_id DESC))[1] AS position
      FROM result c WHERE ${FAILED} GROUP BY GROUPING SETS ((c.check_id), (c.check_id, c.diagnosis_id))
    )
    SELECT f.check_id AS "check", ran.runs AS ran, f.whole AS "isCheck", f.submissions, f.learners,
      CASE WHEN NOT f.whole THEN c.result->'diagnosis'->'text' END AS text
    FROM failing f JOIN ran USING (check_id) JOIN check_result c ON c.run_id = f.run_id AND c.position = f.position
    ORDER BY CASE WHEN f.whole THEN f.submissions ELSE f.learners END DESC, f.submissions DESC, f.check_id, f.diagnosis_id`;
  return rows
    .filter(({ isCheck }) => isCheck)
    .map(({ check, ran, submissions, learners }) => ({
      ...{ id: check, ran, failed: submissions, learners },
      diagnoses: rows
        .filter((row) => !row.isCheck && row.check === check)
        .slice(0, SHOWN_DIAGNOSES)
        .map((row) => ({ text: row.text, submissions: row.submissions, learners: row.learners })),
    }));
}

/** What stopped submissions before any check, most learners first. */
export function readProblems(place: Place): Promise<ExercisePage['problems']> {
  return db.$queryRaw<ExercisePage['problems']>`
    SELECT problem->>'code' AS code, count(*)::int AS submissions, count(DISTINCT user_id)::int AS learners
    FROM (SELECT s.user_id, r.problem ${graded(place)} AND r.problem IS NOT NULL) AS stopped
    GROUP BY code ORDER BY learners DESC, submissions DESC, code`;
}

/**
 * Learners whose latest failing submission fails alike: the first check that fails has the same signature
 * (server/discussion/signature.ts). One learner counts once, however often they tried.
 */
export async function readClusters(place: Place): Promise<ExercisePage['clusters']> {
  const rows = await db.$queryRaw<{ submission: string; learner: string; result: unknown }[]>`
    SELECT latest.submission, latest.learner, first.result
    FROM (
      SELECT DISTINCT ON (s.user_id) s.user_id AS learner, s.id AS submission, r.id AS run_id
      ${graded(place)} AND NOT r.passed AND r.problem IS NULL
      ORDER BY s.user_id, s.number DESC LIMIT ${COMPARED}
    ) AS latest
    CROSS JOIN LATERAL (
      SELECT c.result FROM check_result c WHERE c.run_id = latest.run_id AND ${FAILED} ORDER BY c.position LIMIT 1
    ) AS first
    ORDER BY latest.submission DESC`;
  const clusters = new Map<string, ExercisePage['clusters'][number]>();
  for (const { submission, learner, result } of rows) {
    const check = CheckResultSchema.parse(result);
    const signature = signatureOf(place.exerciseId, check) ?? check.id;
    const cluster = clusters.get(signature);
    if (cluster) cluster.learners += 1;
    else {
      const text = check.diagnosis?.text ?? check.message;
      clusters.set(signature, { check: check.id, text, learners: 1, specimen: { submission, learner } });
    }
  }
  return [...clusters.values()].toSorted((a, b) => b.learners - a.learners).slice(0, SHOWN_CLUSTERS);
}

const PageVerdictSchema = z.object({ backend: z.string() });

/** Submissions on which page and server disagree: the device's rounding, or a real bug. */
export async function readDiffering({ cohortId, exerciseId }: Place): Promise<ExercisePage['differing']> {
  const where: Prisma.SubmissionWhereInput = {
    ...{ cohortId, exerciseId, verdictsDiffer: true },
    user: { enrolments: { some: { cohortId, role: 'LEARNER' } } },
  };
  const [count, latest] = await Promise.all([
    db.submission.count({ where }),
    db.submission.findMany({
      where,
      orderBy: { createdAt: 'desc' },
      take: SHOWN_DIFFERING,
      select: { id: true, userId: true, number: true, pageVerdict: true, createdAt: true },
    }),
  ]);
  return {
    count,
    latest: latest.map(({ id, userId, number, pageVerdict, createdAt }) => {
      const page = PageVerdictSchema.safeParse(pageVerdict);
      return {
        ...{ submission: id, learner: userId, number },
        backend: page.success ? page.data.backend : null,
        at: createdAt.toISOString(),
      };
    }),
  };
}
