import 'server-only';
import { db } from '../db';
import { enforceLimit } from '../rate-limit';
import { requireViewer } from '../viewer';

/**
 * Everything this site keeps about the viewer, as one JSON object. Secrets that protect them (password hash, session
 * tokens) and those that protect grading (seeds, inputs and expected values of hidden checks) are left out.
 */
export async function exportData(headers: Headers) {
  const viewer = await requireViewer(headers);
  await enforceLimit('export', { account: viewer.id, headers });
  const person = await db.user.findUniqueOrThrow({
    where: { id: viewer.id },
    select: {
      id: true,
      name: true,
      email: true,
      emailVerified: true,
      isAnonymous: true,
      locale: true,
      createdAt: true,
      lastSeenAt: true,
      accounts: { select: { providerId: true, createdAt: true } },
      sessions: { select: { ipAddress: true, userAgent: true, createdAt: true, expiresAt: true } },
      enrolments: {
        select: {
          role: true,
          shares: true,
          createdAt: true,
          cohort: { select: { name: true } },
          team: { select: { name: true } },
        },
      },
      attendances: {
        select: { role: true, joinedAt: true, excused: true, session: { select: { day: true } } },
      },
      peerVotes: {
        select: {
          round: true,
          answer: true,
          correct: true,
          createdAt: true,
          instruction: { select: { checkId: true } },
        },
      },
      drafts: { select: { exerciseId: true, source: true, revision: true, updatedAt: true } },
      draftCopies: { select: { exerciseId: true, source: true, reason: true, createdAt: true } },
      lessonProgress: { select: { lessonId: true, startedAt: true, finishedAt: true } },
      quickCheckAnswers: { select: { checkId: true, answer: true, correct: true, attempts: true, updatedAt: true } },
      reviews: { select: { checkId: true, reviewedAt: true, rating: true } },
      reviewCards: { omit: { userId: true } },
      exerciseProgress: { omit: { userId: true } },
      overrides: {
        select: { exerciseId: true, passed: true, score: true, maxScore: true, reason: true, createdAt: true },
      },
      comments: {
        select: { submissionId: true, lineFrom: true, lineTo: true, body: true, createdAt: true },
        orderBy: { createdAt: 'asc' },
      },
      apiTokens: {
        select: { name: true, scopes: true, createdAt: true, expiresAt: true, lastUsedAt: true, revokedAt: true },
      },
      ltiIdentities: { select: { issuer: true, subject: true, createdAt: true } },
      logEntries: { omit: { userId: true }, orderBy: { day: 'asc' } },
      notifyingSettings: { omit: { userId: true } },
      // Ids and kinds: an inbox holds no words of others.
      notifications: { omit: { userId: true }, orderBy: { createdAt: 'asc' } },
      threads: { select: { id: true, title: true, anchor: true, createdAt: true }, orderBy: { createdAt: 'asc' } },
      posts: {
        select: {
          id: true,
          threadId: true,
          number: true,
          body: true,
          snippet: true,
          snippetExerciseId: true,
          submissionId: true,
          createdAt: true,
          editedAt: true,
          deletedAt: true,
          revisions: {
            select: { revision: true, body: true, snippet: true, createdAt: true },
            orderBy: { revision: 'asc' },
          },
        },
        orderBy: { createdAt: 'asc' },
      },
      reactions: { select: { postId: true, kind: true, createdAt: true } },
      threadReads: { select: { threadId: true, lastNumber: true, watch: true } },
      attachments: { select: { id: true, postId: true, mime: true, width: true, height: true, createdAt: true } },
    },
  });
  const submissions = await db.submission.findMany({
    where: { userId: viewer.id },
    orderBy: [{ exerciseId: 'asc' }, { number: 'asc' }],
    select: {
      exerciseId: true,
      number: true,
      source: true,
      locale: true,
      afterSolution: true,
      createdAt: true,
      runs: {
        select: {
          reason: true,
          status: true,
          exerciseVersion: true,
          passed: true,
          score: true,
          maxScore: true,
          createdAt: true,
          checks: {
            select: { checkId: true, outcome: true, points: true, diagnosisId: true },
            orderBy: { position: 'asc' },
          },
        },
      },
    },
  });
  const sessionItems = await db.sessionItem.findMany({
    where: { authorId: viewer.id },
    orderBy: { createdAt: 'asc' },
    select: { kind: true, text: true, doneAt: true, createdAt: true, session: { select: { day: true } } },
  });
  return { exportedAt: new Date().toISOString(), ...person, submissions, sessionItems };
}
