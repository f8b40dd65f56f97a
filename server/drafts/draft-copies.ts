import 'server-only';
import type { DraftCopyReason } from '@/.generated/prisma/enums';
import type { DraftCopy } from '@/contracts/learning';
import { db } from '../db';

const REASONS: Record<DraftCopyReason, DraftCopy['reason']> = {
  OVERWRITTEN: 'overwritten',
  MERGED: 'merged',
  RESET: 'reset',
};

/** More would bury the newest. The export has all. */
const MOST = 20;

/** The viewer's texts that were set aside on the server, newest first. */
export async function listDraftCopies(viewer: { id: string }, exerciseId: string): Promise<DraftCopy[]> {
  const rows = await db.draftCopy.findMany({
    where: { userId: viewer.id, exerciseId },
    select: { id: true, source: true, reason: true, createdAt: true },
    orderBy: { createdAt: 'desc' },
    take: MOST,
  });
  return rows.map(({ reason, createdAt, ...copy }) => ({
    ...copy,
    reason: REASONS[reason],
    createdAt: createdAt.toISOString(),
  }));
}
