import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import { db } from '../db';

/** What decides which threads and posts somebody may see: where they belong, and what they have passed. */
export interface Reader {
  userId: string;
  isAdmin: boolean;
  /** Cohorts that they are in; archived ones are closed to all but admins. */
  cohorts: readonly string[];
  /** Of these, the ones that they assist or teach in. */
  staffOf: readonly string[];
  /** Of these, the ones that they teach in. */
  teaches: readonly string[];
  /** Their own teams. */
  teams: readonly string[];
  /** Exercises that hold no secret from them: passed, given up, or the solution opened. */
  opened: readonly string[];
}

/** Progress rows of exercises whose passing code may be shown to their owner. */
export const OPENED = {
  OR: [
    { state: { in: ['PASSED', 'PASSED_AFTER_SOLUTION'] } },
    { gaveUpAt: { not: null } },
    { solutionOpenedAt: { not: null } },
  ],
} satisfies Prisma.ExerciseProgressWhereInput;

/**
 * Somebody as a reader, at this moment: ask anew for each request, each digest, each recipient. A guest belongs nowhere and
 * reads nothing; so does who no longer exists.
 */
export async function findReader(userId: string, tx: Pick<Prisma.TransactionClient, 'user'> = db): Promise<Reader> {
  const user = await tx.user.findUnique({
    where: { id: userId, isAnonymous: false },
    select: {
      isAdmin: true,
      enrolments: { where: { cohort: { archivedAt: null } }, select: { cohortId: true, teamId: true, role: true } },
      exerciseProgress: { where: OPENED, select: { exerciseId: true } },
    },
  });
  const enrolments = user?.enrolments ?? [];
  return {
    userId,
    isAdmin: user?.isAdmin ?? false,
    cohorts: enrolments.map(({ cohortId }) => cohortId),
    staffOf: enrolments.flatMap(({ cohortId, role }) => (role === 'LEARNER' ? [] : [cohortId])),
    teaches: enrolments.flatMap(({ cohortId, role }) => (role === 'INSTRUCTOR' ? [cohortId] : [])),
    teams: enrolments.flatMap(({ teamId }) => teamId ?? []),
    opened: (user?.exerciseProgress ?? []).map(({ exerciseId }) => exerciseId),
  };
}

/** Assists or teaches in the cohort, or runs the site. */
export function isStaffOf({ isAdmin, staffOf }: Reader, cohortId: string): boolean {
  return isAdmin || staffOf.includes(cohortId);
}

/** Teaches in the cohort, or runs the site. */
export function isInstructorOf({ isAdmin, teaches }: Reader, cohortId: string): boolean {
  return isAdmin || teaches.includes(cohortId);
}
