import 'server-only';
import type { CommentInput } from '@/contracts/comment';
import { db } from '../db';
import { refuseBanned } from '../discussion/bans';
import { isStaffOf, type Reader } from '../discussion/reader';
import { spoiledBy } from '../discussion/spoils';
import { AppError } from '../errors';
import { appendEventsTo } from '../events/outbox';
import { notify } from '../notifications/notify';
import { inTransaction, isUniqueViolation, type Transaction } from '../transaction';
import { commentedFor } from './read';

/** A submission that is commented on. */
interface Commented {
  id: string;
  userId: string;
  cohortId: string;
  exerciseId: string;
  source: string;
}

/**
 * Begins a comment on lines of a submission, or answers one, and tells its learner and who has written there. The same
 * `clientId` again changes nothing.
 *
 * @throws {AppError} `not-found`, also for somebody else's submission and a comment elsewhere; `forbidden` for a learner who
 *   begins one or is banned from posting; `invalid-input` for lines that are not there; `conflict` for a `clientId` used
 *   elsewhere
 */
export async function writeComment(reader: Reader, submissionId: string, input: CommentInput): Promise<void> {
  try {
    await inTransaction((tx) => insert(tx, reader, submissionId, input));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const { clientId } = input;
    const first = await db.submissionComment.count({ where: { authorId: reader.userId, clientId, submissionId } });
    if (first === 0) throw new AppError('conflict');
  }
}

async function insert(tx: Transaction, reader: Reader, submissionId: string, input: CommentInput): Promise<void> {
  const row = await tx.submission.findFirst({
    where: { AND: [commentedFor(reader), { id: submissionId }] },
    select: { id: true, userId: true, cohortId: true, exerciseId: true, source: true },
  });
  if (row === null) throw new AppError('not-found');
  const { cohortId } = row;
  const isStaff = cohortId !== null && isStaffOf(reader, cohortId);
  // Who learns alone has nobody to talk to here.
  if (cohortId === null || (!isStaff && !('answerTo' in input.on))) throw new AppError('forbidden');
  if (!isStaff) await refuseBanned(tx, reader.userId, cohortId);
  const submission = { ...row, cohortId };
  const { rootId, lineFrom, lineTo, others } = await placeOf(tx, submission, input);
  const { id } = await tx.submissionComment.create({
    data: {
      ...{ submissionId, rootId, lineFrom, lineTo, authorId: reader.userId },
      ...{ clientId: input.clientId, body: input.body },
      spoilsExerciseId: await spoiledHere(tx, reader, submission.exerciseId, input),
    },
    select: { id: true },
  });
  const recipients = [...new Set([submission.userId, ...others])];
  const told = await notify(tx, [{ kind: 'comment', commentId: id, actorId: reader.userId, recipients }]);
  await appendEventsTo(tx, told, [{ type: 'inbox' }]);
}

/** The exercise whose solution a comment gives away, if it does. */
export function spoiledHere(
  tx: Transaction,
  reader: Reader,
  exerciseId: string,
  { body, spoils }: Pick<CommentInput, 'body' | 'spoils'>,
): Promise<string | null> {
  const about = { anchor: 'CHECK', exerciseId, submissionId: null };
  return spoiledBy(tx, reader, about, { body, snippet: null, snapshot: null, spoils: spoils ? exerciseId : null });
}

/** Where a comment stands, and who has written there before. */
async function placeOf(tx: Transaction, { id: submissionId, source }: Commented, { on }: CommentInput) {
  if (!('answerTo' in on)) {
    if (on.to > source.split('\n').length) throw new AppError('invalid-input');
    return { rootId: null, lineFrom: on.from, lineTo: on.to, others: [] };
  }
  const root = await tx.submissionComment.findFirst({
    where: { id: on.answerTo, submissionId, rootId: null },
    select: { id: true, lineFrom: true, lineTo: true, authorId: true, answers: { select: { authorId: true } } },
  });
  if (root === null) throw new AppError('not-found');
  const { id: rootId, lineFrom, lineTo, authorId, answers } = root;
  return { rootId, lineFrom, lineTo, others: [{ authorId }, ...answers].flatMap((one) => one.authorId ?? []) };
}
