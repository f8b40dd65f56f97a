import 'server-only';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { db } from '../db';
import { getExercise } from '../exercise-manifest';

/** More learners than these are not compared: the pairs grow with their square. */
export const MOST_LEARNERS = 500;

/** The first passing submission of one learner. */
export interface Passing {
  id: string;
  userId: string;
  name: string;
  teamId: string | null;
  team: string | null;
  afterSolution: boolean;
}

/** Of every learner of the cohort who has passed the exercise there, by when it was handed in. */
export function findPassing(cohortId: string, exerciseId: string): Promise<Passing[]> {
  return db.$queryRaw<Passing[]>`
    SELECT id, "userId", name, "teamId", team, "afterSolution" FROM (
      SELECT DISTINCT ON (s.user_id) s.id, s.user_id AS "userId", u.name, t.id AS "teamId", t.name AS team,
        s.after_solution AS "afterSolution", s.created_at
      FROM enrolment e
      JOIN "user" u ON u.id = e.user_id
      JOIN submission s ON s.user_id = e.user_id AND s.cohort_id = e.cohort_id
      JOIN grading_run r ON r.id = s.official_run_id AND r.passed
      LEFT JOIN team t ON t.id = e.team_id
      WHERE e.cohort_id = ${cohortId} AND e.role = 'LEARNER' AND s.exercise_id = ${exerciseId}
      ORDER BY s.user_id, s.number
    ) AS first ORDER BY created_at, id`;
}

export interface Shipped {
  /** `solution`, or the name of an answer. */
  name: string;
  source: string;
}

/** The exercise's reference and right answers, as text: never modules of this process. */
export async function readShipped(exerciseId: string): Promise<Shipped[]> {
  const { id } = await getExercise(exerciseId);
  const folder = path.join(process.cwd(), 'exercises', id);
  const read = async (name: string, ...file: string[]) => ({
    name,
    source: await readFile(path.join(folder, ...file), 'utf8'),
  });
  const filesIn = (...subfolder: string[]) => readdir(path.join(folder, ...subfolder)).catch((): string[] => []);
  const answers = (await filesIn('answers')).filter((file) => file.endsWith('.ts'));
  const hasSolution = (await filesIn()).includes('reference.ts');
  return Promise.all([
    ...(hasSolution ? [read('solution', 'reference.ts')] : []),
    ...answers.toSorted().map((file) => read(file.slice(0, -'.ts'.length), 'answers', file)),
  ]);
}

/** One name for all that a comparison depends on: which submissions, and what ships. */
export function nameOf(passing: readonly Passing[], shipped: readonly Shipped[], starter: string): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([passing.map(({ id }) => id), shipped.map(({ source }) => source), starter]));
  return hash.digest('base64url');
}
