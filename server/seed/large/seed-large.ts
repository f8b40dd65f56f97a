import 'server-only';
import type pg from 'pg';
import { listExerciseIds } from '@/exercises/folder';
import { mulberry32 } from '@/grading/random';
import { scheduleOf } from '../../cohorts/schedule';
import { pool } from '../../db';
import { newJoinCode } from '../../teams/join-code';
import { insertProgress, insertVariants, insertWork } from './insert';
import type { LargeSizes } from './sizes';
import { makePeople, type Person, shareOut, type Task, tellWork, uuidOf, type Work } from './story';
import { readVariants } from './variants';

const SLUG = 'large';
const TIME_ZONE = 'Asia/Seoul';
/** Submissions to a statement. */
const BATCH = 2_000;

/**
 * A cohort that has been through the course, made by one seed: the same sizes give the same rows each time, but for the
 * codes to join by, which nobody should be able to guess. One transaction: all of it or nothing.
 *
 * @returns false when it is there already
 */
export async function seedLarge(sizes: LargeSizes, told: (submissions: number) => void = () => {}): Promise<boolean> {
  const tasks = await readTasks(sizes);
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const done = await seedWith(client, sizes, tasks, told);
    await client.query('COMMIT');
    // Else pages are slow until autovacuum has come by.
    if (done) await client.query('ANALYZE');
    return done;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

/** @throws when the course has fewer exercises */
async function readTasks({ exercises, startsOn }: LargeSizes): Promise<Task[]> {
  const ids = await listExerciseIds();
  if (exercises > ids.length) throw new Error(`The course has ${ids.length} exercises, not ${exercises}.`);
  const calendar = { timeZone: TIME_ZONE, startsOn, endsOn: null, sessionDays: [1, 2, 3, 4, 5] };
  const schedule = new Map<string, { opensAt: Date; dueAt: Date }>(
    scheduleOf(calendar).map(({ exerciseId, ...dates }) => [exerciseId, dates]),
  );
  return Promise.all(
    ids.slice(0, exercises).map(async (id) => {
      const dates = schedule.get(id);
      if (dates === undefined) throw new Error(`${id} is in no week of the plan.`);
      return { ...(await readVariants(id)), ...dates };
    }),
  );
}

async function seedWith(
  client: pg.PoolClient,
  { learners, submissions, teams, seed, startsOn }: LargeSizes,
  tasks: readonly Task[],
  told: (submissions: number) => void,
): Promise<boolean> {
  const rng = mulberry32(seed);
  const people = makePeople(rng, { count: learners, exercises: tasks.length });
  const cohortId = await insertCohort(client, startsOn, tasks);
  if (cohortId === null) return false;
  await insertPeople(client, { cohortId, people, teams, startsOn });
  const variants = await insertVariants(client, tasks);
  const shares = shareOut(rng, people, tasks, submissions);
  let [waiting, kept]: [Work[], number] = [[], 0];
  const keep = async () => {
    await insertWork(client, { cohortId, works: waiting, variants });
    await insertProgress(client, waiting);
    kept += attemptsIn(waiting);
    waiting = [];
    told(kept);
  };
  for (const [at, person] of people.entries()) {
    for (const [column, task] of tasks.entries()) {
      const count = shares[at]?.[column] ?? 0;
      if (count > 0) waiting.push(tellWork(rng, person, task, count));
    }
    if (attemptsIn(waiting) >= BATCH) await keep();
  }
  await keep();
  return true;
}

const attemptsIn = (works: readonly Work[]) => works.reduce((sum, { attempts }) => sum + attempts.length, 0);

async function insertCohort(client: pg.PoolClient, startsOn: string, tasks: readonly Task[]): Promise<string | null> {
  const id = uuidOf('cohort');
  const { rowCount } = await client.query(
    `INSERT INTO cohort (id, slug, name, time_zone, starts_on, join_code, created_at)
     VALUES ($1, $2, $3, $4, $5::date, $6, $5::date) ON CONFLICT (slug) DO NOTHING`,
    [id, SLUG, '큰 코호트 · Large cohort', TIME_ZONE, startsOn, newJoinCode()],
  );
  if (rowCount === 0) return null;
  await client.query(
    `INSERT INTO assignment (cohort_id, exercise_id, opens_at, due_at)
     SELECT $1, * FROM unnest($2::text[], $3::timestamptz[], $4::timestamptz[])`,
    [id, tasks.map((task) => task.exerciseId), tasks.map((task) => task.opensAt), tasks.map((task) => task.dueAt)],
  );
  return id;
}

/** Learners in teams of about the same size, an assistant and an instructor. Nobody has a password. */
async function insertPeople(
  client: pg.PoolClient,
  {
    cohortId,
    people,
    teams,
    startsOn,
  }: { cohortId: string; people: readonly Person[]; teams: number; startsOn: string },
): Promise<void> {
  const team = Array.from({ length: teams }, (_, at) => ({ id: uuidOf(`team ${at}`), name: `팀 ${at + 1}` }));
  await client.query(
    `INSERT INTO team (id, cohort_id, name, join_code, created_at)
     SELECT id, $1, name, code, $5::date FROM unnest($2::text[], $3::text[], $4::text[]) AS t(id, name, code)`,
    [cohortId, team.map(({ id }) => id), team.map(({ name }) => name), team.map(newJoinCode), startsOn],
  );
  const everybody = [
    ...people.map(({ id, name }, at) => ({
      id,
      name,
      role: 'LEARNER',
      team: teams > 0 ? uuidOf(`team ${at % teams}`) : null,
    })),
    { id: uuidOf('assistant'), name: '조교 · Assistant', role: 'ASSISTANT', team: null },
    { id: uuidOf('instructor'), name: '강사 · Instructor', role: 'INSTRUCTOR', team: null },
  ];
  await client.query(
    `INSERT INTO "user" (id, name, email, created_at, updated_at, last_seen_at)
     SELECT id, name, email, $4::date, $4::date, $4::date FROM unnest($1::text[], $2::text[], $3::text[]) AS p(id, name, email)`,
    [
      everybody.map(({ id }) => id),
      everybody.map(({ name }) => name),
      everybody.map(({ id }) => `${id}@large.invalid`),
      startsOn,
    ],
  );
  await client.query(
    `INSERT INTO enrolment (cohort_id, user_id, role, team_id, created_at)
     SELECT $1, id, role::role, team, $5::date FROM unnest($2::text[], $3::text[], $4::text[]) AS p(id, role, team)`,
    [
      ...[cohortId, everybody.map(({ id }) => id), everybody.map(({ role }) => role)],
      ...[everybody.map((person) => person.team), startsOn],
    ],
  );
}
