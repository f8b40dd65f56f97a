import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import type { OwnAnnouncements, StaffAnnouncement, StaffAnnouncements } from '@/contracts/announcement';
import { LocaleSchema } from '@/grading/localized';
import type { KnownViewer } from '../accounts/policies';
import { staffedBy } from '../cohorts/access';
import { db } from '../db';
import type { Reader } from '../discussion/reader';
import { AppError } from '../errors';
import { appendEvents } from '../events/outbox';
import { inTransaction } from '../transaction';
import { announcementsSentTo } from './visible';
import { wallClock } from './wall-clock';

/** Announcements of one page. */
const PAGE = 30;

const STAFF = {
  id: true,
  title: true,
  body: true,
  locale: true,
  toTeams: true,
  sendAt: true,
  sentAt: true,
  editedAt: true,
  revision: true,
  author: { select: { name: true } },
  teams: { select: { team: { select: { id: true, name: true } } }, orderBy: { team: { name: 'asc' } } },
  attachments: { select: { id: true } },
  cohort: { select: { timeZone: true } },
  _count: { select: { receipts: true } },
} as const satisfies Prisma.AnnouncementSelect;

type StaffRow = Prisma.AnnouncementGetPayload<{ select: typeof STAFF }>;

/**
 * Those of a cohort, with what is not sent yet: the one that was begun last first.
 * @throws {AppError} `not-found`, also for a cohort that is none of the viewer's business
 */
export async function listForStaff(
  viewer: KnownViewer,
  cohortId: string,
  before: string | undefined,
  now = new Date(),
): Promise<StaffAnnouncements> {
  const cohort = await db.cohort.findFirst({
    where: { AND: [staffedBy(viewer), { id: cohortId }] },
    select: {
      id: true,
      name: true,
      timeZone: true,
      teams: { select: { id: true, name: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }] },
    },
  });
  if (cohort === null) throw new AppError('not-found');
  const rows = await db.announcement.findMany({
    where: { cohortId, ...(before === undefined ? {} : { id: { lt: before } }) },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
    select: STAFF,
  });
  const { teams, ...named } = cohort;
  return {
    ...{ cohort: named, teams, now: wallClock(now, cohort.timeZone) },
    announcements: await withReceipts(rows.slice(0, PAGE)),
    next: rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null,
  };
}

/** @throws {AppError} `not-found`, also for one that is none of the viewer's business */
export async function readForStaff(viewer: KnownViewer, cohortId: string, id: string): Promise<StaffAnnouncement> {
  const row = await db.announcement.findFirst({
    where: { id, cohortId, cohort: staffedBy(viewer) },
    select: STAFF,
  });
  const [announcement] = row === null ? [] : await withReceipts([row]);
  if (announcement === undefined) throw new AppError('not-found');
  return announcement;
}

async function withReceipts(rows: readonly StaffRow[]): Promise<StaffAnnouncement[]> {
  const counts = await db.announcementReceipt.groupBy({
    by: ['announcementId'],
    where: { announcementId: { in: rows.map(({ id }) => id) }, readAt: { not: null } },
    _count: true,
  });
  const read = new Map(counts.map(({ announcementId, _count }) => [announcementId, _count]));
  return rows.map(({ author, teams, attachments, cohort, toTeams, sendAt, sentAt, editedAt, _count, ...row }) => ({
    ...row,
    locale: LocaleSchema.catch('ko').parse(row.locale),
    author: author?.name ?? null,
    teams: toTeams ? teams.map(({ team }) => team) : null,
    attachments: attachments.map(({ id }) => id),
    state: sentAt !== null ? 'sent' : sendAt !== null ? 'scheduled' : 'draft',
    scheduledFor: sentAt === null && sendAt !== null ? wallClock(sendAt, cohort.timeZone) : null,
    sentAt: sentAt?.toISOString() ?? null,
    editedAt: editedAt?.toISOString() ?? null,
    receipts: { sent: _count.receipts, read: read.get(row.id) ?? 0 },
  }));
}

/** What was sent to the reader, the newest first; of `before`, a page earlier than that one. */
export async function listOwn(
  reader: Reader,
  { unread, before }: { unread: boolean; before: string | undefined },
): Promise<OwnAnnouncements> {
  const { userId } = reader;
  const rows = await db.announcement.findMany({
    where: {
      AND: [
        announcementsSentTo(reader),
        unread ? { receipts: { some: { userId, readAt: null } } } : {},
        before === undefined ? {} : await sentBefore(reader, before),
      ],
    },
    orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
    take: PAGE + 1,
    select: {
      ...{ id: true, title: true, body: true, locale: true, toTeams: true, sentAt: true, editedAt: true },
      author: { select: { name: true } },
      cohort: { select: { id: true, name: true } },
      receipts: { where: { userId, readAt: null }, select: { userId: true } },
    },
  });
  return {
    announcements: rows.slice(0, PAGE).flatMap(({ author, sentAt, editedAt, receipts, ...row }) =>
      sentAt === null
        ? []
        : {
            ...row,
            locale: LocaleSchema.catch('ko').parse(row.locale),
            ...{
              author: author?.name ?? null,
              sentAt: sentAt.toISOString(),
              editedAt: editedAt?.toISOString() ?? null,
            },
            isRead: receipts.length === 0,
          },
    ),
    next: rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null,
  };
}

async function sentBefore(reader: Reader, id: string): Promise<Prisma.AnnouncementWhereInput> {
  const last = await db.announcement.findFirst({
    where: { AND: [announcementsSentTo(reader), { id }] },
    select: { sentAt: true },
  });
  if (last?.sentAt == null) throw new AppError('not-found');
  return { OR: [{ sentAt: { lt: last.sentAt } }, { sentAt: last.sentAt, id: { lt: id } }] };
}

/**
 * The reader has read it: counted once, and its line of the inbox is no news any more.
 * @throws {AppError} `not-found`, also for one that was not sent to them
 */
export async function markAnnouncementRead(reader: Reader, id: string): Promise<void> {
  const { userId } = reader;
  if ((await db.announcement.count({ where: { AND: [announcementsSentTo(reader), { id }] } })) === 0)
    throw new AppError('not-found');
  await inTransaction(async (tx) => {
    const { count } = await tx.announcementReceipt.updateMany({
      where: { announcementId: id, userId, readAt: null },
      data: { readAt: new Date() },
    });
    if (count > 0) await appendEvents(tx, userId, [{ type: 'inbox' }]);
  });
}
