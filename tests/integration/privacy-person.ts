import { randomUUID } from 'node:crypto';
import { attachmentStore } from '@/server/attachments/store';
import { db } from '@/server/db';
import { recomputeProgress } from '@/server/progress/exercise-progress';
import { inTransaction } from '@/server/transaction';
import { check, type Member, submission, type World } from './discussion-world';
import { DENSE, RELU } from './manifest';

/** What the image holds. */
export const IMAGE = Buffer.from('an image of mine');
/** In whatever this person wrote. */
export const WORDS = 'words-of-their-own';

/** Gives somebody a row wherever there can be one, and answers the ids of a few of them. */
export async function liveFully(world: World, person: Member, other: Member) {
  const { cohort, team } = world;
  const userId = person.userId;
  const day = new Date('2026-11-30');
  const ask = { model: 'x', provider: 'x' };
  await db.account.create({
    data: { id: randomUUID(), userId, accountId: userId, providerId: ask.provider, password: 'secret-hash' },
  });
  await db.signInLink.create({
    data: { userId, purpose: 'SIGN_IN', tokenHash: `secret-${userId}`, expiresAt: new Date(Date.now() + 3_600_000) },
  });
  await db.verification.create({
    data: {
      ...{ id: randomUUID(), identifier: `change-email:${randomUUID()}`, expiresAt: new Date(Date.now() + 3_600_000) },
      value: JSON.stringify({ userId, email: 'pending@course.test' }),
    },
  });
  await db.outboxEvent.create({ data: { stream: `user:${userId}`, payload: {} } });
  await db.rateLimit.create({ data: { id: randomUUID(), key: `post:account:${userId}`, count: 1, lastRequest: 1n } });
  await db.draft.create({ data: { userId, exerciseId: DENSE, source: WORDS, revision: 1 } });
  await db.draftCopy.create({ data: { userId, exerciseId: DENSE, source: WORDS, reason: 'RESET' } });

  const layer = await submission(person, { passed: true, cohortId: cohort, exerciseId: RELU, source: WORDS });
  const work = await submission(person, { passed: true, cohortId: cohort, source: WORDS, checks: [check('values')] });
  const othersWork = await submission(other, { passed: true, cohortId: cohort, source: 'theirs' });
  await db.submissionLayer.create({ data: { submissionId: work, exerciseId: RELU, layerId: layer } });
  const onLine = { lineFrom: 1, lineTo: 1, clientId: randomUUID() };
  const first = await db.submissionComment.create({
    data: { ...onLine, submissionId: work, authorId: other.userId, body: 'Said to them.' },
  });
  await db.submissionComment.create({
    data: { ...onLine, submissionId: work, authorId: userId, body: WORDS, rootId: first.id },
  });
  await db.submissionComment.create({
    data: {
      ...{ ...onLine, clientId: randomUUID(), submissionId: othersWork, authorId: userId },
      body: `${WORDS} @[${person.name}](user:${userId})`,
      revisions: { create: { revision: 0, body: `${WORDS} @[${person.name}](user:${userId})` } },
    },
  });
  const regrade = { exerciseId: DENSE, exerciseVersion: 'v1', reason: WORDS };
  await db.regrade.create({ data: { ...regrade, createdById: userId, decidedById: userId, decision: 'ACCEPTED' } });
  const override = { exerciseId: RELU, passed: true, score: 5, maxScore: 10, reason: 'Shown.' };
  await db.gradeOverride.create({ data: { ...override, userId, createdById: other.userId } });
  await db.gradeOverride.create({ data: { ...override, userId: other.userId, createdById: userId } });
  await db.lessonProgress.createMany({ data: [{ userId, lessonId: 'a-lesson' }], skipDuplicates: true });
  await db.quickCheckAnswer.create({ data: { userId, checkId: 'a#b', answer: WORDS, correct: true } });
  await db.review.create({ data: { userId, checkId: 'a#b', reviewedAt: day, rating: 'GOOD' } });
  await db.reviewCard.create({
    data: { userId, checkId: 'a#b', due: day, stability: 1, difficulty: 1, reps: 1, lapses: 0 },
  });

  const { thread, post } = await person.opens({ cohort, team }, { title: 'Their question', body: WORDS });
  await person.edit(post.id, {
    body: `${WORDS} again`,
    snippet: null,
    attachments: [],
    revision: 0,
    mayHoldSolution: false,
  });
  const alone = await person.opens({ cohort, team }, { title: 'Alone', body: WORDS });
  const reply = await other.writes(thread.id, `I agree, @[${person.name}](user:${userId})!`);
  await person.react(reply.id, 'thanks');
  await db.reaction.createMany({ data: [{ postId: reply.id, userId, kind: 'x' }], skipDuplicates: true });
  await db.postReport.create({ data: { postId: reply.id, reporterId: userId, reason: WORDS } });
  await db.threadRead.createMany({ data: [{ userId, threadId: thread.id }], skipDuplicates: true });
  const attachment = await db.attachment.create({
    data: { ownerId: userId, postId: post.id, mime: 'image/webp', width: 1, height: 1, bytes: IMAGE.length },
  });
  await attachmentStore().put(attachment.id, IMAGE, 'image/webp');
  const ban = { cohortId: cohort, reason: 'Too loud.' };
  await db.postingBan.create({ data: { ...ban, userId, createdById: other.userId } });
  await db.postingBan.create({ data: { ...ban, userId: world.dan.userId, createdById: userId } });
  await db.notification.createMany({
    data: [
      { userId, kind: 'reply', subject: 'a', actorId: other.userId },
      { userId: other.userId, kind: 'reply', subject: 'b', actorId: userId },
    ],
  });
  await db.notificationSettings.create({ data: { userId, muted: [] } });
  await db.auditEntry.createMany({
    data: [
      { actorId: userId, cohortId: cohort, action: 'post.hide', subject: 'x', reason: WORDS },
      { actorId: other.userId, cohortId: cohort, action: 'learner.look', subject: userId },
    ],
  });
  const session = await db.peerSession.create({ data: { teamId: team, day, agenda: [] } });
  await db.attendance.create({ data: { sessionId: session.id, userId, role: 'SCRIBE' } });
  await db.noteUpdate.create({ data: { sessionId: session.id, authorId: userId, update: Buffer.from(WORDS) } });
  await db.sessionItem.createMany({
    data: [
      { sessionId: session.id, kind: 'DECISION', text: WORDS, authorId: userId },
      { sessionId: session.id, kind: 'FOLLOW_UP', text: 'For them', authorId: other.userId, assigneeId: userId },
    ],
  });
  const round = await db.peerInstruction.create({
    data: { sessionId: session.id, checkId: 'a#b', phase: 'closed', phaseSince: day },
  });
  await db.peerVote.create({ data: { instructionId: round.id, userId, round: 1, answer: WORDS, correct: true } });
  await db.logEntry.create({ data: { userId, day, timeZone: 'UTC', learned: WORDS } });
  const due = { cohortId: cohort, exerciseId: DENSE, dueAt: day, reason: 'Ill.' };
  await db.extension.create({ data: { ...due, userId, createdById: other.userId } });
  await db.extension.create({ data: { ...due, userId: other.userId, createdById: userId } });
  const change = { cohortId: cohort, kind: 'ROLE', role: 'LEARNER' } as const;
  await db.enrolmentChange.create({ data: { ...change, userId, actorId: other.userId } });
  await db.enrolmentChange.create({ data: { ...change, userId: other.userId, actorId: userId } });
  const { email } = await db.user.findUniqueOrThrow({ where: { id: userId } });
  const invitation = { cohortId: cohort, locale: 'en', expiresAt: new Date(Date.now() + 3_600_000) };
  await db.invitation.create({
    data: { ...{ ...invitation, email, tokenHash: `taken-${userId}`, acceptedAt: day }, acceptedById: userId },
  });
  await db.invitation.create({
    data: { ...invitation, email: 'new@course.test', tokenHash: `made-${userId}`, createdById: userId },
  });
  await db.invitation.create({
    data: { ...invitation, cohortId: world.otherCohort, email, tokenHash: `open-${userId}` },
  });
  const aside = { cohortId: cohort, until: day, note: 'Seen.' };
  await db.watchAside.create({ data: { ...aside, userId, createdById: other.userId } });
  await db.watchAside.create({ data: { ...aside, userId: other.userId, createdById: userId } });
  await db.announcement.create({
    data: {
      ...{ cohortId: cohort, authorId: userId, clientId: randomUUID(), title: 'Heard', body: WORDS, locale: 'en' },
      receipts: { create: { userId } },
    },
  });
  const token = { name: 'x', hash: `token-${userId}`, ending: 'x', scopes: [], expiresAt: day };
  await db.apiToken.create({
    data: { ...token, userId, looks: { create: { cohortId: cohort, scope: 'grades:read', hour: day } } },
  });
  const issuer = `https://platform.test/${userId}`;
  const place = { issuer, clientId: '1', authUrl: issuer, tokenUrl: issuer, jwksUrl: issuer };
  await db.ltiPlatform.create({
    data: {
      ...{ ...place, name: 'Platform', deploymentIds: ['1'] },
      contexts: {
        create: {
          ...{ deploymentId: '1', contextId: '1', title: 'Course', cohortId: cohort },
          members: { create: { subject: 'them', name: person.name } },
          lineItems: { create: { url: issuer, scores: { create: { subject: 'them', userId, issuedAt: day } } } },
        },
      },
    },
  });
  await db.ltiIdentity.create({ data: { issuer, subject: 'them', userId } });
  await db.erasure.create({ data: { userId, posts: 'KEEP', dueAt: day, requestedById: userId } });
  for (const one of [person, other]) {
    for (const exerciseId of [DENSE, RELU]) {
      await inTransaction((tx) => recomputeProgress(tx, one.userId, exerciseId));
    }
  }
  await db.mention.createMany({ data: [{ postId: reply.id, userId }], skipDuplicates: true });
  return { thread: thread.id, post: post.id, alone: alone.thread.id, reply: reply.id, othersWork, attachment };
}
