import 'server-only';
import { Prisma } from '@/.generated/prisma/client';
import type { Reader } from '../discussion/reader';

/** Sessions of the reader's team and of cohorts that they teach, by the row that the query calls `team`. */
export function sqlSessionVisibleTo({ isAdmin, teams, staffOf }: Reader): Prisma.Sql {
  if (isAdmin) return Prisma.sql`TRUE`;
  return Prisma.sql`(team.id = ANY(${teams}::text[]) OR team.cohort_id = ANY(${staffOf}::text[]))`;
}

/** As `readableEntries` (server/log/visible.ts), of the row of `log_entry` that the query calls `e`. */
export function sqlEntryVisibleTo({ userId, isAdmin, teams, staffOf, cohorts }: Reader): Prisma.Sql {
  return Prisma.sql`(e.user_id = ${userId} OR (e.posted_at IS NOT NULL AND EXISTS (
    SELECT FROM enrolment x JOIN cohort c ON c.id = x.cohort_id AND c.archived_at IS NULL
    WHERE x.user_id = e.user_id AND CASE e.visibility
      WHEN 'TEAM' THEN x.team_id IS NOT NULL
        AND (${isAdmin} OR x.team_id = ANY(${teams}::text[]) OR x.cohort_id = ANY(${staffOf}::text[]))
      WHEN 'COHORT' THEN ${isAdmin} OR x.cohort_id = ANY(${cohorts}::text[])
      ELSE false END)))`;
}
