import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import type { Audit, AuditQuery } from '@/contracts/moderation';
import { db } from '../db';
import { AppError } from '../errors';
import type { Transaction } from '../transaction';
import { findPeople } from './people';
import { isInstructorOf, type Reader } from './reader';

interface Deed {
  /** Null: of the site, or of a person wherever they are. */
  cohortId: string | null;
  /** `thread.lock`, `post.hide`, `member.ban`, … */
  action: string;
  /** Id of what it is done to. */
  subject: string;
  reason?: string | undefined;
  /** What the action alone does not say. Ids and numbers: no words of others. */
  detail?: Prisma.InputJsonObject;
}

/** Writes down what staff do to the words, places and grades of others, in the transaction that does it, and at whose work they look. Null: the site itself does it. */
export async function audit(
  tx: Pick<Transaction, 'auditEntry'>,
  { userId }: { userId: string | null },
  { cohortId, action, subject, reason, detail }: Deed,
): Promise<void> {
  await tx.auditEntry.create({
    data: { actorId: userId, cohortId, action, subject, reason: reason ?? null, ...(detail && { detail }) },
  });
}

const PAGE = 100;
/** Deeds that change nothing. */
export const LOOKS = [
  ...['learner.look', 'learner.timeline', 'learner.view', 'submission.look'],
  ...['grades.look', 'gradebook.export', 'token.look'],
  ...['similarity.look', 'similarity.compare'],
];

/**
 * What staff of a cohort did, newest first.
 * @throws {AppError} `not-found` for a cohort that the reader does not teach
 */
export async function readAudit(reader: Reader, { cohort, cursor, looks }: AuditQuery): Promise<Audit> {
  if (!isInstructorOf(reader, cohort)) throw new AppError('not-found');
  const rows = await db.auditEntry.findMany({
    where: {
      cohortId: cohort,
      ...(looks === 'true' ? {} : { action: { notIn: LOOKS } }),
      ...(cursor === undefined ? {} : { id: { lt: cursor } }),
    },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
  });
  const page = rows.slice(0, PAGE);
  const people = await findPeople(
    [cohort],
    page.flatMap(({ actorId, subject }) => [actorId, subject]),
  );
  return {
    entries: page.map(({ id, actorId, action, subject, reason, createdAt }) => ({
      ...{ id, action, subject, reason },
      actor: (actorId !== null && people.get(actorId)) || null,
      about: people.get(subject) ?? null,
      createdAt: createdAt.toISOString(),
    })),
    next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}
