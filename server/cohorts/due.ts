import 'server-only';
import { Prisma } from '@/.generated/prisma/client';

/**
 * When an exercise is due for one learner: by the plan or, where they have an extension, then. An extension that the plan
 * has overtaken is none, and so is one of an exercise that is not due any more.
 */
export function dueFor(planned: Date | null, extendedTo: Date | null | undefined): Date | null {
  return planned !== null && extendedTo && extendedTo > planned ? extendedTo : planned;
}

/** In SQL, whether a moment is after {@link dueFor}. Extensions are looked up only for what is late by the plan. */
export function sqlIsLate(
  at: Prisma.Sql,
  { planned, ...of }: { planned: Prisma.Sql; cohortId: Prisma.Sql; userId: Prisma.Sql; exerciseId: Prisma.Sql },
): Prisma.Sql {
  return Prisma.sql`(${at} > ${planned} AND NOT EXISTS (
    SELECT FROM extension x
    WHERE x.cohort_id = ${of.cohortId} AND x.user_id = ${of.userId} AND x.exercise_id = ${of.exerciseId}
      AND x.withdrawn_at IS NULL AND x.due_at >= ${at}))`;
}
