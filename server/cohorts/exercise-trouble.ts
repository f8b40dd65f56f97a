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

/** Checks that ever failed, by how often, each with the diagnoses that were given. */
export async function readFailingChecks(place: Place): Promise<Check[]> {
  const [checks, diagnoses] = await Promise.all([
    db.$queryRaw<Omit<Check, 'diagnoses'>[]>`
      SELECT c.check_id AS id, (count(*) FILTER (WHERE c.outcome <> 'skipped'))::int AS ran,
        (count(*) FILTER (WHERE ${FAILED}))::int AS failed,
        (count(DISTINCT worked.user_id) FILTER (WHERE ${FAILED}))::int AS learners
      FROM (SELECT s.user_id, r.id AS run_id ${graded(place)}) AS worked JOIN check_result c ON c.run_id = worked.run_id
      GROUP BY c.check_id HAVING bool_or(${FAILED}) ORDER BY failed DESC, id`,
    // The text of a diagnosis stands in the results: of each the one of the latest run is read.
    db.$queryRaw<{ check: string; text: Localized | null; submissions: number; learners: number }[]>`
      WITH given AS (
        SELECT c.check_id, c.diagnosis_id, max(c.run_id) AS run_id, count(*)::int AS submissions,
          count(DISTINCT worked.user_id)::int AS learners
        FROM (SELECT s.user_id, r.id AS run_id ${graded(place)}) AS worked JOIN check_result c ON c.run_id = worked.run_id
        WHERE ${FAILED} GROUP BY c.check_id, c.diagnosis_id
      )
      SELECT given.check_id AS check, c.result->'diagnosis'->'text' AS text, submissions, learners
      FROM given JOIN check_result c ON c.run_id = given.run_id AND c.check_id = given.check_id
      ORDER BY learners DESC, submissions DESC, given.diagnosis_id`,
  ]);
  return checks.map((check) => ({
    ...check,
    diagnoses: diagnoses
      .filter((one) => one.check === check.id)
      .slice(0, SHOWN_DIAGNOSES)
      .map(({ check: _of, ...diagnosis }) => diagnosis),
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
