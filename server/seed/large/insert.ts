import 'server-only';
import type pg from 'pg';
import type { Task, Work } from './story';
import type { Variant } from './variants';

/**
 * Keeps every variant, with its report, beside the tables that it goes into: a submission is then sent as the number of its
 * variant, and its source and results are written by the database. Gone with the transaction.
 */
export async function insertVariants(client: pg.PoolClient, tasks: readonly Task[]): Promise<Map<Variant, number>> {
  const variants = tasks.flatMap(({ starter, wrong, right }) => [starter, ...wrong, ...right]);
  await client.query(`
    CREATE TEMP TABLE seed_variant (id int PRIMARY KEY, exercise_id text, version text, source text, passed bool, score float8, max_score float8)
      ON COMMIT DROP;
    CREATE TEMP TABLE seed_check (variant int, position int, check_id text, outcome text, points float8, diagnosis_id text, result jsonb)
      ON COMMIT DROP`);
  await client.query(
    `INSERT INTO seed_variant SELECT * FROM jsonb_to_recordset($1)
     AS v(id int, exercise_id text, version text, source text, passed bool, score float8, max_score float8)`,
    [
      JSON.stringify(
        variants.map(({ exerciseId, version, source, passed, score, maxScore }, id) => ({
          ...{ id, exercise_id: exerciseId, version, source, passed, score, max_score: maxScore },
        })),
      ),
    ],
  );
  await client.query(
    `INSERT INTO seed_check SELECT * FROM jsonb_to_recordset($1)
     AS c(variant int, position int, check_id text, outcome text, points float8, diagnosis_id text, result jsonb)`,
    [
      JSON.stringify(
        variants.flatMap(({ checks }, variant) =>
          checks.map((result, position) => ({
            ...{ variant, position, check_id: result.id, outcome: result.outcome, points: result.points, result },
            diagnosis_id: result.diagnosis?.id ?? null,
          })),
        ),
      ),
    ],
  );
  await client.query('ANALYZE seed_variant; ANALYZE seed_check');
  return new Map(variants.map((variant, id) => [variant, id]));
}

/** Submissions with their official runs and results: one statement, since a submission and its run name each other. */
export async function insertWork(
  client: pg.PoolClient,
  { cohortId, works, variants }: { cohortId: string; works: readonly Work[]; variants: ReadonlyMap<Variant, number> },
): Promise<void> {
  const rows = works.flatMap(({ userId, exerciseId, attempts }) =>
    attempts.map((attempt) => ({ ...attempt, userId, exerciseId })),
  );
  await client.query(
    `WITH given AS MATERIALIZED (
       SELECT * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::int[], $7::uuid[], $8::int[], $9::bool[], $10::timestamptz[], $11::bigint[])
         AS g(id, run_id, user_id, exercise_id, number, client_id, variant, after_solution, at, seed)
     ), submissions AS (
       INSERT INTO submission (id, user_id, cohort_id, exercise_id, number, client_id, source, locale, after_solution, official_run_id, created_at)
       SELECT g.id, g.user_id, $1, g.exercise_id, g.number, g.client_id, v.source || E'\\n// ' || g.number || E'\\n', 'ko', g.after_solution, g.run_id, g.at
       FROM given g JOIN seed_variant v ON v.id = g.variant
     ), runs AS (
       INSERT INTO grading_run (id, submission_id, reason, status, exercise_version, seed, passed, score, max_score, ms, device, console, created_at, started_at, finished_at)
       SELECT g.run_id, g.id, 'SUBMISSION', 'GRADED', v.version, g.seed, v.passed, v.score, v.max_score, 40, '{"backend": "cpu"}',
         '{"lines": [], "truncated": false}', g.at, g.at, g.at + interval '1 second'
       FROM given g JOIN seed_variant v ON v.id = g.variant
     )
     INSERT INTO check_result (run_id, position, check_id, outcome, points, diagnosis_id, result)
     SELECT g.run_id, c.position, c.check_id, c.outcome, c.points, c.diagnosis_id, c.result
     FROM given g JOIN seed_check c ON c.variant = g.variant`,
    [
      ...[cohortId, rows.map(({ id }) => id), rows.map(({ runId }) => runId), rows.map(({ userId }) => userId)],
      ...[rows.map(({ exerciseId }) => exerciseId), rows.map(({ number }) => number)],
      ...[rows.map(({ clientId }) => clientId), rows.map(({ variant }) => variants.get(variant))],
      ...[rows.map(({ afterSolution }) => afterSolution), rows.map(({ at }) => at), rows.map(({ seed }) => seed)],
    ],
  );
}

/** What graders would have left of the same submissions. */
export async function insertProgress(client: pg.PoolClient, works: readonly Work[]): Promise<void> {
  await client.query(
    `INSERT INTO exercise_progress (user_id, exercise_id, state, best_score, max_score, attempts, hints_opened, gave_up_at,
       solution_opened_at, first_passed_at, last_attempt_at, applied_number, updated_at)
     SELECT user_id, exercise_id, state, best_score, max_score, attempts, hints_opened, gave_up_at,
       gave_up_at, first_passed_at, last_attempt_at, applied_number, last_attempt_at
     FROM jsonb_to_recordset($1) AS p(user_id text, exercise_id text, state exercise_state, best_score float8, max_score float8,
       attempts int, hints_opened int, gave_up_at timestamptz, first_passed_at timestamptz, last_attempt_at timestamptz, applied_number int)`,
    [
      JSON.stringify(
        works.map(({ userId, exerciseId, hintsOpened, gaveUpAt, standing }) => ({
          ...{ user_id: userId, exercise_id: exerciseId, hints_opened: hintsOpened, gave_up_at: gaveUpAt },
          ...{ state: standing.state, best_score: standing.bestScore, max_score: standing.maxScore },
          ...{ attempts: standing.attempts, first_passed_at: standing.firstPassedAt },
          ...{ last_attempt_at: standing.lastAttemptAt, applied_number: standing.appliedNumber },
        })),
      ),
    ],
  );
}
