import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import type { EnrolmentChangeKind, ProgressSharing, Role } from '@/.generated/prisma/enums';
import { notify } from '../notifications/notify';
import type { Transaction } from '../transaction';

/** What was done to somebody's place in a cohort. */
export interface PlaceChange {
  userId: string;
  kind: EnrolmentChangeKind;
  /** Role and team since then; of a removal those that they had. */
  role: Role;
  teamId: string | null;
  fromCohortId?: string;
  shares?: ProgressSharing;
  joinedAt?: Date;
  /** For the audit trail: what it was before, ids only. */
  before?: Prisma.InputJsonObject;
}

const ACTION: Record<EnrolmentChangeKind, string> = {
  ENROLLED: 'member.enrol',
  ROLE: 'member.role',
  TEAM: 'member.move',
  MOVED: 'member.transfer',
  REMOVED: 'member.remove',
  RESTORED: 'member.restore',
};

/**
 * Keeps changes of people's places, in the audit trail as well, and puts a line into the inbox of each of them but the actor.
 * At most one of a person in a call.
 *
 * @returns ids of the changes in their order, and who has a new line: tell their pages at the end of the transaction
 */
export async function recordChanges(
  tx: Transaction,
  { actorId, cohortId, reason }: { actorId: string | null; cohortId: string; reason?: string | undefined },
  changes: readonly PlaceChange[],
): Promise<{ ids: string[]; told: string[] }> {
  if (changes.length === 0) return { ids: [], told: [] };
  const rows = await tx.enrolmentChange.createManyAndReturn({
    data: changes.map(({ before: _, ...change }) => ({ ...change, cohortId, actorId })),
    select: { id: true, userId: true },
  });
  const idOf = new Map(rows.map(({ id, userId }) => [userId, id]));
  await tx.auditEntry.createMany({
    data: changes.map(({ userId, kind, role, teamId, before }) => ({
      ...{ actorId, cohortId, action: ACTION[kind], subject: userId, reason: reason ?? null },
      detail: { role, team: teamId, ...before },
    })),
  });
  const told = await notify(tx, [{ kind: 'enrolment', actorId, changes: idOf, recipients: [...idOf.keys()] }]);
  return { ids: changes.map(({ userId }) => idOf.get(userId) ?? ''), told };
}
