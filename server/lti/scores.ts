import 'server-only';
import { db } from '../db';
import { type CohortGrades, gradesOf, type LearnerGrades } from '../gradebook/load';
import { logger } from '../logger';
import { inTransaction } from '../transaction';
import { AGS_SCOPES } from './claims';
import { type Column, columnsOf, postScore, TOTAL_MAXIMUM } from './columns';
import { boss, queueAllScores, SCORES_QUEUE, type ScoresJob } from './score-jobs';
import { ServiceError } from './service';

/** Statuses at which a platform is left alone: no answer, no right, too much, not there. */
const STOPS: ReadonlySet<number> = new Set([0, 401, 403, 429, 503]);

/** Jobs that are taken at once. */
const BATCH = 50;

/** Looks at every linked cohort again: see {@link queueAllScores}. */
export async function sweepScores(): Promise<void> {
  await inTransaction(queueAllScores);
}

/**
 * Does the jobs that wait: tells platforms the scores that differ from what they have. Several processes may call it at once.
 * @returns how many jobs were done or failed
 */
export async function passScores(): Promise<number> {
  let done = 0;
  for (;;) {
    const jobs = (await boss.fetch<ScoresJob>(SCORES_QUEUE, { batchSize: BATCH })) ?? [];
    if (jobs.length === 0) return done;
    done += jobs.length;
    for (const cohortId of new Set(jobs.map(({ data }) => data.cohortId))) {
      const ofCohort = jobs.filter(({ data }) => data.cohortId === cohortId);
      const ids = ofCohort.map(({ id }) => id);
      const users = ofCohort.map(({ data }) => data.userId);
      try {
        await passCohort(cohortId, users.includes(null) ? undefined : users.filter((id) => id !== null));
        await boss.complete(SCORES_QUEUE, ids);
      } catch (err) {
        logger.warn({ err, cohortId }, 'scores could not be passed to a platform; they are tried again');
        await boss.fail(SCORES_QUEUE, ids);
      }
    }
  }
}

/**
 * Tells the platforms of a cohort's courses what they do not have yet. One that does not answer holds nobody else up.
 * @throws {ServiceError} for what may succeed later
 */
async function passCohort(cohortId: string, userIds?: readonly string[]): Promise<void> {
  const contexts = await db.ltiContext.findMany({
    where: { cohortId, cohort: { archivedAt: null } },
    select: {
      id: true,
      lineItemsUrl: true,
      agsScopes: true,
      platform: { select: { id: true, issuer: true, clientId: true, tokenUrl: true } },
      cohort: { select: { name: true } },
    },
  });
  const troubles: unknown[] = [];
  for (const context of contexts) {
    if (!context.agsScopes.includes(AGS_SCOPES.score)) continue;
    try {
      const columns = await columnsOf(context, `PeerGrad: ${context.cohort?.name ?? ''}`);
      const people = await findPeople(context.id, context.platform.issuer, userIds);
      for (const column of columns) {
        troubles.push(...(await passColumn(context.platform, column, cohortId, people)));
      }
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      troubles.push(error);
    }
  }
  const later = troubles.find((trouble) => !(trouble instanceof ServiceError) || trouble.isTemporary);
  if (later !== undefined) throw later;
  if (troubles.length > 0) logger.warn({ cohortId, err: troubles[0] }, 'a platform refuses scores');
}

interface Person {
  userId: string;
  subject: string;
}

/** Who is in the course by the platform, and has an account here. */
function findPeople(contextId: string, issuer: string, userIds?: readonly string[]): Promise<Person[]> {
  return db.$queryRaw<Person[]>`
    SELECT i.user_id AS "userId", i.subject FROM lti_member m
    JOIN lti_identity i ON i.issuer = ${issuer} AND i.subject = m.subject
    WHERE m.context_id = ${contextId} AND m.is_active
      AND (${userIds === undefined} OR i.user_id = ANY(${[...(userIds ?? [])]}::text[]))
    ORDER BY i.user_id`;
}

interface Claimed {
  subject: string;
  issuedAt: Date;
  acceptedAt: Date | null;
  score: number | null;
  outOf: number | null;
}

/**
 * First every score of the column gets its timestamp, then grades are read: of two processes the one with the later timestamps has
 * read no older grades, and platforms drop what is older than what they have. docs/decisions/1164
 */
async function passColumn(
  platform: { id: string; clientId: string; tokenUrl: string },
  column: Column,
  cohortId: string,
  people: readonly Person[],
): Promise<ServiceError[]> {
  const claimed = new Map((await claim(column.id, people)).map((row) => [row.subject, row]));
  const ids = people.map(({ userId }) => userId);
  const grades = await gradesOf(db, cohortId, ids);
  const learners = new Map(grades?.learners.map((learner) => [learner.id, learner]));
  const troubles: ServiceError[] = [];
  for (const { userId, subject } of people) {
    const [before, learner] = [claimed.get(subject), learners.get(userId)];
    if (grades === null || before === undefined || learner === undefined) continue;
    const now = scoreIn(column, grades, learner);
    const isKnown =
      before.acceptedAt === null ? now.score === null : before.score === now.score && before.outOf === now.outOf;
    if (isKnown) continue;
    try {
      await postScore(platform, column, { ...now, subject, timestamp: before.issuedAt });
      await accept(column.id, subject, before.issuedAt, now);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      // What does not work for one works for nobody, or not now.
      if (STOPS.has(error.status)) throw error;
      if (error.status === 404) {
        await db.ltiLineItem.update({ where: { id: column.id }, data: { goneAt: new Date() } });
        return troubles;
      }
      troubles.push(await refused(column.id, subject, before.issuedAt, error));
    }
  }
  return troubles;
}

/** Each later than the last, whatever the clock does. */
function claim(lineItemId: string, people: readonly Person[]): Promise<Claimed[]> {
  return db.$queryRaw<Claimed[]>`
    INSERT INTO lti_score AS s (line_item_id, subject, user_id, issued_at)
    SELECT ${lineItemId}, subject, user_id, clock_timestamp() FROM unnest(
      ${people.map(({ subject }) => subject)}::text[], ${people.map(({ userId }) => userId)}::text[]
    ) AS given(subject, user_id)
    ON CONFLICT (line_item_id, subject) DO UPDATE SET
      user_id = EXCLUDED.user_id, issued_at = GREATEST(clock_timestamp(), s.issued_at + interval '1 millisecond')
    RETURNING subject, issued_at AS "issuedAt", accepted_at AS "acceptedAt", score, out_of AS "outOf"`;
}

async function accept(
  lineItemId: string,
  subject: string,
  issuedAt: Date,
  { score, outOf }: { score: number | null; outOf: number },
): Promise<void> {
  await db.ltiScore.updateMany({
    where: { lineItemId, subject, OR: [{ acceptedAt: null }, { acceptedAt: { lt: issuedAt } }] },
    data: { acceptedAt: issuedAt, score, outOf, failure: null },
  });
}

/** 409: the platform has a later one. If that is ours, all is well; if its clock is ahead, later is better. */
async function refused(
  lineItemId: string,
  subject: string,
  issuedAt: Date,
  error: ServiceError,
): Promise<ServiceError> {
  await db.ltiScore.updateMany({ where: { lineItemId, subject, issuedAt }, data: { failure: error.status } });
  return error.status === 409 ? new ServiceError(503, error) : error;
}

function scoreIn(
  { exerciseId }: Column,
  { exercises }: CohortGrades,
  { grades, total }: LearnerGrades,
): { score: number | null; outOf: number } {
  if (exerciseId === '') {
    // Four decimals of a share are two of a hundred; the product of floats is not.
    const score = total.soFar === null ? null : Number((total.soFar * TOTAL_MAXIMUM).toFixed(2));
    return { score, outOf: TOTAL_MAXIMUM };
  }
  const grade = grades[exercises.findIndex(({ id }) => id === exerciseId)];
  if (grade === undefined) return { score: null, outOf: 1 };
  return { score: grade.source === null && !grade.counts ? null : grade.points, outOf: grade.outOf };
}
