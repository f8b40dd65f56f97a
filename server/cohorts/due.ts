import 'server-only';
import { Prisma } from '@/.generated/prisma/client';

/**
 * When an exercise is due for one learner: by the plan or, where they have an extension, then. An extension that the plan
 * has overtaken is none, and so is one of an exercise that is not due any more.
 */
export function dueFor(planned: Date | null, extendedTo: Date | null | undefined): Date | null {
  return planned !== null && extendedTo && extendedTo > planned ? extendedTo : planned;
}

/** {@link dueFor} in SQL, of two expressions. */
export function sqlDueFor(planned: Prisma.Sql, extendedTo: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${planned} IS NOT NULL THEN greatest(${planned}, ${extendedTo}) END`;
}
