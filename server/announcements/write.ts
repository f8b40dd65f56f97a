import 'server-only';
import type {
  AnnouncementChange,
  AnnouncementInput,
  AnnouncementPlan,
  StaffAnnouncement,
} from '@/contracts/announcement';
import type { KnownViewer } from '../accounts/policies';
import { staffedBy } from '../cohorts/access';
import { db } from '../db';
import { audit } from '../discussion/audit';
import { AppError } from '../errors';
import { inTransaction, isUniqueViolation, type Transaction } from '../transaction';
import { readForStaff } from './read';
import { SENDING, send, wake } from './send';
import { momentOf } from './wall-clock';

/** Further ahead nothing is scheduled. */
const LONGEST_MS = 366 * 24 * 3_600_000;

/**
 * Keeps an announcement, to be sent when its plan says; at once, if that is now.
 * @throws {AppError} `not-found`, also for a team of another cohort and an image that the viewer may not use;
 *   `invalid-input` for a moment that is over, or too far; `conflict` for a `clientId` used elsewhere
 */
export async function createAnnouncement(
  viewer: KnownViewer,
  cohortId: string,
  { clientId, plan, attachments, ...words }: AnnouncementInput,
  now = new Date(),
): Promise<StaffAnnouncement> {
  try {
    const { id, told } = await inTransaction(async (tx) => {
      const { timeZone } = await findCohort(tx, viewer, cohortId);
      const { id } = await tx.announcement.create({
        data: { ...words, cohortId, authorId: viewer.id, clientId },
        select: { id: true },
      });
      await takeImages(tx, viewer.id, id, attachments);
      return { id, told: await follow(tx, viewer, { id, cohortId, timeZone }, plan, now) };
    }, SENDING);
    await wake(told);
    return await readForStaff(viewer, cohortId, id);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // The same one, sent twice: the other one was first.
    const first = await db.announcement.findUnique({
      where: { authorId_clientId: { authorId: viewer.id, clientId } },
      select: { id: true, cohortId: true },
    });
    if (first?.cohortId !== cohortId) throw new AppError('conflict');
    return readForStaff(viewer, cohortId, first.id);
  }
}

/**
 * Changes its words and, before it is sent, its plan. Words that change after it was sent are marked as edited.
 * @throws {AppError} as {@link createAnnouncement}; `conflict` where somebody was faster, or it has been sent meanwhile
 */
export async function changeAnnouncement(
  viewer: KnownViewer,
  { cohortId, id }: { cohortId: string; id: string },
  { revision, plan, attachments, ...words }: AnnouncementChange,
  now = new Date(),
): Promise<StaffAnnouncement> {
  const told = await inTransaction(async (tx) => {
    const { timeZone, sentAt, ...before } = await hold(tx, viewer, cohortId, id);
    if (before.revision !== revision || (sentAt !== null && plan !== null)) throw new AppError('conflict');
    await tx.announcement.update({
      where: { id },
      data: { ...words, revision: { increment: 1 }, ...(sentAt !== null && { editedAt: now }) },
    });
    await takeImages(tx, viewer.id, id, attachments);
    if (sentAt !== null) await audit(tx, { userId: viewer.id }, { cohortId, action: 'announcement.edit', subject: id });
    return plan === null ? [] : follow(tx, viewer, { id, cohortId, timeZone }, plan, now);
  }, SENDING);
  await wake(told);
  return readForStaff(viewer, cohortId, id);
}

/** @throws {AppError} `not-found`; `conflict` once it is sent */
export async function deleteAnnouncement(
  viewer: KnownViewer,
  { cohortId, id }: { cohortId: string; id: string },
): Promise<void> {
  await inTransaction(async (tx) => {
    const { sentAt } = await hold(tx, viewer, cohortId, id);
    if (sentAt !== null) throw new AppError('conflict');
    await tx.announcement.delete({ where: { id } });
    await audit(tx, { userId: viewer.id }, { cohortId, action: 'announcement.delete', subject: id });
  });
}

async function findCohort(tx: Transaction, viewer: KnownViewer, id: string): Promise<{ timeZone: string }> {
  const cohort = await tx.cohort.findFirst({
    where: { AND: [staffedBy(viewer), { id }] },
    select: { timeZone: true },
  });
  if (cohort === null) throw new AppError('not-found');
  return cohort;
}

/** Locks it: a change comes before it is sent, or finds it sent. */
async function hold(tx: Transaction, viewer: KnownViewer, cohortId: string, id: string) {
  const { timeZone } = await findCohort(tx, viewer, cohortId);
  await tx.$queryRaw`SELECT id FROM announcement WHERE id = ${id} AND cohort_id = ${cohortId} FOR UPDATE`;
  const row = await tx.announcement.findFirst({ where: { id, cohortId }, select: { sentAt: true, revision: true } });
  if (row === null) throw new AppError('not-found');
  return { ...row, timeZone };
}

/** Sets whom it is for and when it goes out. @returns who got it, if that was now */
async function follow(
  tx: Transaction,
  viewer: KnownViewer,
  { id, cohortId, timeZone }: { id: string; cohortId: string; timeZone: string },
  { teams, send: how }: AnnouncementPlan,
  now: Date,
): Promise<string[]> {
  const sendAt = how.when === 'at' ? momentOf(how.at, timeZone) : null;
  if (sendAt !== null && (sendAt <= now || sendAt.getTime() - now.getTime() > LONGEST_MS))
    throw new AppError('invalid-input');
  const wanted = [...new Set(teams ?? [])];
  if ((await tx.team.count({ where: { cohortId, id: { in: wanted } } })) !== wanted.length)
    throw new AppError('not-found');
  await tx.announcement.update({ where: { id }, data: { sendAt, toTeams: teams !== null } });
  await tx.announcementTeam.deleteMany({ where: { announcementId: id } });
  await tx.announcementTeam.createMany({ data: wanted.map((teamId) => ({ announcementId: id, teamId })) });
  if (how.when === 'draft') return [];
  const action = how.when === 'now' ? 'announcement.send' : 'announcement.schedule';
  await audit(
    tx,
    { userId: viewer.id },
    { cohortId, action, subject: id, detail: { at: (sendAt ?? now).toISOString() } },
  );
  return how.when === 'now' ? ((await send(tx, id, now)) ?? []) : [];
}

/** Images of the viewer's that nothing holds yet become its own, beside those that are in it; the others are let go. */
async function takeImages(tx: Transaction, ownerId: string, id: string, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  await tx.attachment.updateMany({
    where: { announcementId: id, id: { notIn: wanted } },
    data: { announcementId: null },
  });
  const { count } = await tx.attachment.updateMany({
    where: { id: { in: wanted }, OR: [{ announcementId: id }, { ownerId, postId: null, announcementId: null }] },
    data: { announcementId: id },
  });
  if (count !== wanted.length) throw new AppError('not-found');
}
