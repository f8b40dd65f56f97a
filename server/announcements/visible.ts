import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import type { Reader } from '../discussion/reader';

/** What was sent to the reader's cohorts: to all of one, to a team of theirs, to them when they were in one, or to whom they teach. */
export function announcementsSentTo({ userId, cohorts, staffOf, teams }: Reader): Prisma.AnnouncementWhereInput {
  return {
    sentAt: { not: null },
    cohortId: { in: [...cohorts] },
    OR: [
      { toTeams: false },
      { teams: { some: { teamId: { in: [...teams] } } } },
      { receipts: { some: { userId } } },
      { cohortId: { in: [...staffOf] } },
    ],
  };
}

/** What the reader may read, sent or not. */
export function announcementsShownTo(reader: Reader): Prisma.AnnouncementWhereInput {
  if (reader.isAdmin) return {};
  return { OR: [announcementsSentTo(reader), { cohortId: { in: [...reader.staffOf] } }] };
}
