import 'server-only';
import { db } from './db';
import { AppError } from './errors';

/**
 * Whether the site can serve, and whether a grader is alive (each holds a shared lock for as long as it runs).
 * @throws {AppError} `unavailable` when the database does not answer.
 */
export async function checkHealth(): Promise<{ status: 'ok'; grader: 'up' | 'down' }> {
  try {
    const [row] = await db.$queryRaw<{ isAlone: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended('grader', 0)) AS "isAlone"`;
    return { status: 'ok', grader: row?.isAlone ? 'down' : 'up' };
  } catch (cause) {
    throw new AppError('unavailable', { cause });
  }
}
