/**
 * Fills the site of DATA_DIR for `matrix.bench.ts`: the large cohort as `npm run seed:large` makes it, and one of PEOPLE learners whose
 * progress is there without submissions, since the matrix reads only that; an instructor of both, signed in. Prints them as JSON.
 *
 * Usage: node --conditions=react-server --import tsx tests/bench/matrix-data.ts PEOPLE
 */
import { randomUUID } from 'node:crypto';
import { listExerciseIds } from '@/exercises/folder';
import { env } from '@/server/env';
import { withDatabase } from '@/server/postgres/provide-database';
import { LARGE } from '@/server/seed/large/sizes';
import { keepAuthSecret } from '@/server/supervisor/auth-secret';

const people = Number(process.argv[2]);

await withDatabase(async () => {
  env.AUTH_SECRET ??= await keepAuthSecret(env.DATA_DIR);
  const { db, disconnect, pool } = await import('@/server/db');
  const { openSession } = await import('@/server/accounts/open-session');
  const { seedLarge } = await import('@/server/seed/large/seed-large');
  try {
    await seedLarge(LARGE);
    const large = await db.cohort.findUniqueOrThrow({ where: { slug: 'large' }, include: { assignments: true } });
    const slug = randomUUID();
    const huge = await db.cohort.create({
      data: {
        ...{ slug, name: slug, joinCode: slug, startsOn: large.startsOn },
        assignments: { create: large.assignments.map(({ exerciseId, dueAt }) => ({ exerciseId, dueAt })) },
      },
    });
    await pool.query(
      `WITH person AS (
         INSERT INTO "user" (id, name, email, updated_at)
         SELECT 'bench-' || n, 'Learner ' || n, 'bench-' || n || '@bench.test', now() FROM generate_series(1, $1::int) n RETURNING id
       ), place AS (INSERT INTO enrolment (user_id, cohort_id) SELECT id, $2 FROM person RETURNING user_id)
       INSERT INTO exercise_progress (user_id, exercise_id, state, attempts, first_passed_at, last_attempt_at, updated_at)
       SELECT user_id, exercise, CASE WHEN passed THEN 'PASSED' ELSE 'TRYING' END::exercise_state, attempts,
         CASE WHEN passed THEN at END, at, at
       FROM (
         SELECT user_id, exercise, hash % 10 < 7 AS passed, 1 + abs(hash) % 12 AS attempts, $4::date + abs(hash) % 35 * interval '1 day' AS at
         FROM place, unnest($3::text[]) exercise, hashtext(user_id || exercise) hash WHERE abs(hash) % 7 > 0
       ) work`,
      [people, huge.id, await listExerciseIds(), large.startsOn],
    );
    await pool.query('ANALYZE');
    const id = randomUUID();
    const instructor = { role: 'INSTRUCTOR' as const };
    await db.user.create({
      data: {
        ...{ id, name: 'Instructor', email: `${id}@bench.test` },
        enrolments: { create: [large, huge].map((cohort) => ({ ...instructor, cohortId: cohort.id })) },
      },
    });
    const cookie = (await openSession(id, new Headers())).map((line) => line.split(';')[0]).join('; ');
    const most = async (column: 'userId' | 'exerciseId') => {
      const [first] = await db.submission.groupBy({
        by: [column],
        where: { cohortId: large.id },
        orderBy: { _count: { id: 'desc' } },
        take: 1,
      });
      return first?.[column];
    };
    const data = { cookie, large: large.id, huge: huge.id };
    console.log(JSON.stringify({ ...data, learner: await most('userId'), exercise: await most('exerciseId') }));
  } finally {
    await disconnect();
  }
});
