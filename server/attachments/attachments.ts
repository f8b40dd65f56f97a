import 'server-only';
import type { Attachment } from '@/contracts/attachment';
import { announcementsShownTo } from '../announcements/visible';
import { db } from '../db';
import { findReader } from '../discussion/reader';
import { postsShownTo } from '../discussion/visible';
import { AppError } from '../errors';
import { encodeImage } from './encode-image';
import { attachmentStore } from './store';

/** How long an image may wait for the post that it is for, milliseconds. */
const ORPHANED_MS = 24 * 3_600_000;
/** Rows of one statement of the sweep. */
const BATCH = 200;

/**
 * Keeps an image of somebody, for a post that they are writing.
 * @throws {AppError} as {@link encodeImage}
 */
export async function createAttachment({ id: ownerId }: { id: string }, upload: Buffer): Promise<Attachment> {
  const { data, ...image } = await encodeImage(upload);
  const attachment = await db.attachment.create({
    data: { ownerId, ...image, bytes: data.length },
    select: { id: true, mime: true, width: true, height: true, bytes: true },
  });
  // The row first: what a crash leaves then is an orphan, which the sweep finds.
  await attachmentStore().put(attachment.id, data, image.mime);
  return attachment;
}

/**
 * An image of a post or an announcement that the viewer is shown, or one that they sent.
 * @throws {AppError} `not-found`
 */
export async function readAttachment(viewer: { id: string }, id: string): Promise<{ data: Buffer; mime: string }> {
  const reader = await findReader(viewer.id);
  const row = await db.attachment.findFirst({
    where: {
      id,
      OR: [{ ownerId: viewer.id }, { post: postsShownTo(reader) }, { announcement: announcementsShownTo(reader) }],
    },
    select: { mime: true },
  });
  const data = row && (await attachmentStore().get(id));
  if (!data) throw new AppError('not-found');
  return { data, mime: row.mime };
}

/** Removes images that neither a post nor an announcement holds: never posted, or what held them is gone. */
export async function sweepAttachments(now = new Date()): Promise<void> {
  const where = { postId: null, announcementId: null, createdAt: { lt: new Date(now.getTime() - ORPHANED_MS) } };
  for (;;) {
    const orphans = await db.attachment.findMany({ where, take: BATCH, select: { id: true } });
    for (const { id } of orphans) {
      // The row is the claim: a post that took it meanwhile keeps it.
      const { count } = await db.attachment.deleteMany({ where: { ...where, id } });
      if (count > 0) await attachmentStore().remove(id);
    }
    if (orphans.length < BATCH) return;
  }
}
