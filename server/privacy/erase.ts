import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ErasedPosts } from '@/contracts/privacy';
import { refuseLastInstructor } from '../people/hold';
import type { Transaction } from '../transaction';

/**
 * Deletes a person with everything that is theirs alone: name, address, sessions, drafts, submissions with their grades,
 * progress, log. What belongs to others as well stays without its author; of posts that is theirs to choose. No other
 * person's rows change what they say, so that counts of the others stay right (docs/decisions/1153).
 *
 * @returns false: there is nobody of that id
 * @throws {AppError} `conflict` for the last instructor of a cohort
 */
export async function erasePerson(tx: Transaction, userId: string, posts: ErasedPosts): Promise<boolean> {
  await refuseLastInstructor(tx, userId);
  const [person] = await tx.$queryRaw<{ email: string }[]>`
    SELECT email FROM "user" WHERE id = ${userId} FOR UPDATE`;
  if (person === undefined) return false;
  if (posts === 'remove') await removePosts(tx, userId);
  await forgetName(tx, userId);
  await tx.noteUpdate.updateMany({ where: { authorId: userId }, data: { authorId: null } });
  await tx.sessionItem.updateMany({ where: { authorId: userId }, data: { authorId: null } });
  await tx.sessionItem.updateMany({ where: { assigneeId: userId }, data: { assigneeId: null } });
  await tx.notification.updateMany({ where: { actorId: userId }, data: { actorId: null } });
  await tx.erasure.updateMany({ where: { requestedById: userId }, data: { requestedById: '' } });
  await tx.postingBan.updateMany({ where: { createdById: userId }, data: { createdById: '' } });
  // One report per post and person: an id that is nobody's keeps two who are gone apart.
  await tx.postReport.updateMany({ where: { reporterId: userId }, data: { reporterId: randomUUID() } });
  const [id, email] = [JSON.stringify(userId), JSON.stringify(person.email)];
  await tx.verification.deleteMany({
    where: {
      OR: [
        { identifier: person.email },
        { value: userId },
        { value: { contains: id } },
        { value: { contains: email } },
      ],
    },
  });
  await tx.rateLimit.deleteMany({
    where: { OR: [{ key: { endsWith: `:account:${userId}` } }, { key: { endsWith: `:account:${person.email}` } }] },
  });
  await tx.invitation.deleteMany({ where: { email: person.email.toLowerCase() } });
  // What rosters of learning platforms say of them.
  await tx.$executeRaw`
    DELETE FROM lti_member m USING lti_identity i, lti_context x, lti_platform p
    WHERE i.user_id = ${userId} AND m.subject = i.subject AND x.id = m.context_id
      AND p.id = x.platform_id AND p.issuer = i.issuer`;
  await tx.outboxEvent.deleteMany({ where: { stream: `user:${userId}` } });
  await tx.user.delete({ where: { id: userId } });
  return true;
}

/** Leaves the stubs that deleting a post leaves, so that answers keep their place; threads of theirs alone go whole. */
async function removePosts(tx: Transaction, userId: string): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM thread t WHERE t.author_id = ${userId} AND NOT EXISTS (
      SELECT FROM post p WHERE p.thread_id = t.id AND p.author_id IS DISTINCT FROM ${userId})`;
  const theirs = { post: { authorId: userId } };
  await tx.postRevision.deleteMany({ where: theirs });
  await tx.reaction.deleteMany({ where: theirs });
  await tx.mention.deleteMany({ where: theirs });
  await tx.attachment.updateMany({ where: theirs, data: { postId: null } });
  await tx.postReport.updateMany({ where: { ...theirs, closedAt: null }, data: { closedAt: new Date() } });
  await tx.thread.updateMany({ where: { answer: { authorId: userId } }, data: { answerPostId: null } });
  await tx.post.updateMany({
    where: { authorId: userId, deletedAt: null },
    data: {
      ...{ body: '', snippet: null, snippetExerciseId: null, submissionId: null, spoilsExerciseId: null },
      ...{ replyToId: null, deletedAt: new Date() },
    },
  });
}

/** `@[Name](user:ID)` in the words of others: the name goes. */
async function forgetName(tx: Transaction, userId: string): Promise<void> {
  const mention = `@\\[[^\\]\\n]{1,200}\\]\\(user:${userId}\\)`;
  const mark = `%](user:${userId})%`;
  await tx.$executeRaw`
    UPDATE post SET body = regexp_replace(body, ${mention}, '@…', 'g') WHERE body LIKE ${mark}`;
  await tx.$executeRaw`
    UPDATE post_revision SET body = regexp_replace(body, ${mention}, '@…', 'g') WHERE body LIKE ${mark}`;
  await tx.$executeRaw`
    UPDATE submission_comment SET body = regexp_replace(body, ${mention}, '@…', 'g') WHERE body LIKE ${mark}`;
  await tx.$executeRaw`
    UPDATE submission_comment_revision SET body = regexp_replace(body, ${mention}, '@…', 'g') WHERE body LIKE ${mark}`;
}
