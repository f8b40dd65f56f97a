import 'server-only';
import type { Transaction } from '../transaction';

/** Drafts and their earlier versions move; of two different drafts the later stays in the editor. Counts those. */
export async function mergeDrafts(tx: Transaction, guestId: string, memberId: string): Promise<number> {
  await tx.draftCopy.updateMany({ where: { userId: guestId }, data: { userId: memberId } });
  const guestDrafts = await tx.draft.findMany({ where: { userId: guestId } });
  const memberDrafts = await tx.draft.findMany({ where: { userId: memberId } });
  const mine = new Map(memberDrafts.map((draft) => [draft.exerciseId, draft]));
  let conflicts = 0;
  for (const theirs of guestDrafts) {
    const { exerciseId } = theirs;
    const own = mine.get(exerciseId);
    const key = { userId_exerciseId: { userId: memberId, exerciseId } };
    if (own === undefined) {
      await tx.draft.update({
        where: { userId_exerciseId: { userId: guestId, exerciseId } },
        data: { userId: memberId },
      });
    } else if (own.source !== theirs.source) {
      conflicts += 1;
      const [kept, copied] = theirs.updatedAt > own.updatedAt ? [theirs, own] : [own, theirs];
      await tx.draftCopy.create({
        data: { userId: memberId, exerciseId, source: copied.source, reason: 'MERGED', createdAt: copied.updatedAt },
      });
      // A revision that no open tab stands on, so that its next save is told of the change.
      const revision = Math.max(own.revision, theirs.revision) + 1;
      await tx.draft.update({ where: key, data: { source: kept.source, revision } });
    }
  }
  return conflicts;
}
