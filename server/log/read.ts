import 'server-only';
import { localDay } from '@/content/plan/calendar';
import type { LogDay, LogEntry, LogOverview, SignedEntry, Streak, TeamLog } from '@/contracts/log';
import { LOG_FIELDS } from '@/contracts/log';
import type { KnownViewer } from '../accounts/policies';
import { db } from '../db';
import { AppError } from '../errors';
import { readActivity } from './activity';
import { dateOf, dayNumber, dayOfNumber, isOpenDay, mondayOf } from './day';
import { ENTRY_SELECT, SIGNED_SELECT, toEntry, toSignedEntry, VISIBILITY } from './entry';
import { streakOf } from './streak';
import { readableEntries, sharedEntries } from './visible';

/** Entries of one page of one's own log. */
const PAGE = 10;
/** Newest entries that calendar and streak are made of: some years. */
const MOST = 1_500;

/** A day of the viewer's own. */
export async function readDay(
  viewer: { id: string },
  { zone, day: asked }: { zone: string; day?: string | undefined },
  now = new Date(),
): Promise<LogDay> {
  const today = localDay(now, zone);
  const day = asked ?? today;
  const [row, week, activity] = await Promise.all([
    db.logEntry.findUnique({ where: { userId_day: { userId: viewer.id, day: dateOf(day) } }, select: ENTRY_SELECT }),
    db.logEntry.findMany({
      where: {
        userId: viewer.id,
        postedAt: { not: null },
        day: { gte: dateOf(dayOfNumber(mondayOf(dayNumber(day)))), lt: dateOf(day) },
      },
      orderBy: { day: 'asc' },
      select: ENTRY_SELECT,
    }),
    readActivity(viewer, day, zone),
  ]);
  return {
    day,
    today,
    isOpen: isOpenDay(day, now, zone),
    entry: row && toEntry(row),
    activity,
    week: week.map(toEntry),
  };
}

/** The viewer's own calendar and streak. */
export async function readOverview(viewer: { id: string }, zone: string, now = new Date()): Promise<LogOverview> {
  const rows = await db.logEntry.findMany({
    where: { userId: viewer.id },
    orderBy: { day: 'desc' },
    take: MOST,
    select: { ...ENTRY_SELECT, timeZone: true },
  });
  return {
    today: localDay(now, zone),
    streak: streakOf(rows.flatMap(toStreakEntry), { at: now, timeZone: zone }),
    days: rows.toReversed().map((row) => ({
      id: row.id,
      day: row.day.toISOString().slice(0, 10),
      posted: row.postedAt !== null,
      visibility: VISIBILITY[row.visibility],
      size: LOG_FIELDS.reduce((sum, field) => sum + row[field].length, 0),
    })),
  };
}

/** The viewer's own posted entries, newest first. */
export async function listEntries(
  viewer: { id: string },
  before: string | undefined,
): Promise<{ entries: LogEntry[]; next: string | null }> {
  const rows = await db.logEntry.findMany({
    where: {
      userId: viewer.id,
      postedAt: { not: null },
      ...(before === undefined ? {} : { day: { lt: dateOf(before) } }),
    },
    orderBy: { day: 'desc' },
    take: PAGE + 1,
    select: ENTRY_SELECT,
  });
  const entries = rows.slice(0, PAGE).map(toEntry);
  return { entries, next: rows.length > PAGE ? (entries.at(-1)?.day ?? null) : null };
}

/** @throws {AppError} `not-found`, also for one that the viewer may not read. */
export async function readEntry(viewer: KnownViewer, id: string): Promise<SignedEntry> {
  const row = await db.logEntry.findFirst({ where: { AND: [{ id }, readableEntries(viewer)] }, select: SIGNED_SELECT });
  if (row === null) throw new AppError('not-found');
  return toSignedEntry(row, viewer);
}

/** What others shared with the viewer for a day: their team, for staff the teams of their cohorts. */
export async function readTeamLog(viewer: KnownViewer, day: string): Promise<TeamLog> {
  const shared = { AND: [sharedEntries(viewer), { user: { enrolments: { some: teamsOf(viewer) } } }] };
  const [rows, before, after] = await Promise.all([
    db.logEntry.findMany({
      where: { ...shared, day: dateOf(day) },
      orderBy: { postedAt: 'asc' },
      take: 200,
      select: SIGNED_SELECT,
    }),
    db.logEntry.findFirst({
      where: { ...shared, day: { lt: dateOf(day) } },
      orderBy: { day: 'desc' },
      select: { day: true },
    }),
    db.logEntry.findFirst({
      where: { ...shared, day: { gt: dateOf(day) } },
      orderBy: { day: 'asc' },
      select: { day: true },
    }),
  ]);
  return {
    day,
    entries: rows.map((row) => toSignedEntry(row, viewer)),
    before: before?.day.toISOString().slice(0, 10) ?? null,
    after: after?.day.toISOString().slice(0, 10) ?? null,
  };
}

function teamsOf(viewer: KnownViewer) {
  if (viewer.isAdmin) return { teamId: { not: null } };
  const taught = viewer.cohorts.flatMap(({ id, role }) => (role === 'LEARNER' ? [] : [id]));
  return {
    teamId: { not: null },
    OR: [{ team: { members: { some: { userId: viewer.id } } } }, { cohortId: { in: taught } }],
  };
}

/**
 * Streaks of several people, counted from what the viewer may see of their logs; who shares none is left out. Each is
 * looked at in the zone of their latest entry.
 */
export async function readStreaks(
  viewer: KnownViewer,
  userIds: readonly string[],
  now = new Date(),
): Promise<Map<string, Streak>> {
  const rows = await db.logEntry.findMany({
    where: { AND: [{ userId: { in: [...userIds] } }, readableEntries(viewer)] },
    orderBy: { day: 'desc' },
    take: MOST * 4,
    select: { userId: true, day: true, timeZone: true, postedAt: true },
  });
  return new Map(
    [...new Set(rows.map(({ userId }) => userId))].map((userId) => {
      const entries = rows.filter((row) => row.userId === userId);
      const timeZone = entries[0]?.timeZone ?? 'UTC';
      return [userId, streakOf(entries.flatMap(toStreakEntry), { at: now, timeZone })];
    }),
  );
}

function toStreakEntry({ day, timeZone, postedAt }: { day: Date; timeZone: string; postedAt: Date | null }) {
  return postedAt === null ? [] : [{ day: day.toISOString().slice(0, 10), timeZone, postedAt }];
}
