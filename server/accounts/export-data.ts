import 'server-only';
import { attachmentStore } from '../attachments/store';
import { db } from '../db';
import { audit } from '../discussion/audit';
import { AppError } from '../errors';
import { enforceLimit } from '../rate-limit';
import { requireViewer } from '../viewer';
import { findPendingEmails } from './pending-email';

/** Everything this site keeps about the viewer. That they asked for it is written down. */
export async function exportData(headers: Headers) {
  const viewer = await requireViewer(headers);
  await enforceLimit('export', { account: viewer.id, headers });
  await audit(db, { userId: viewer.id }, { cohortId: null, action: 'person.export', subject: viewer.id });
  return exportPerson(viewer.id);
}

/**
 * Everything this site keeps about a person, as one JSON object, their images included. Secrets that protect them (password
 * hash, session tokens) and those that protect grading (seeds, inputs and expected values of hidden checks) are left out, and
 * what others said or did, but for what was said on the person's own work. server/privacy/personal-data.ts says, column by
 * column, where in it each reference to a person is.
 *
 * @throws {AppError} `not-found`
 */
export async function exportPerson(userId: string) {
  const person = await db.user.findUnique({
    where: { id: userId },
    select: {
      id: true,
      name: true,
      email: true,
      emailVerified: true,
      image: true,
      isAnonymous: true,
      isAdmin: true,
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
          // Without the note, which is a word among staff: docs/decisions/1142.
          watchAside: { select: { until: true, createdAt: true } },
        },
      },
      announcements: {
        select: { title: true, body: true, locale: true, createdAt: true, sentAt: true, editedAt: true },
        orderBy: { createdAt: 'asc' },
      },
      announcementReceipts: { select: { announcementId: true, readAt: true } },
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
      extensions: { select: { exerciseId: true, dueAt: true, withdrawnAt: true, reason: true, createdAt: true } },
      comments: {
        select: {
          ...{ submissionId: true, lineFrom: true, lineTo: true, body: true },
          ...{ createdAt: true, editedAt: true, deletedAt: true },
          revisions: { select: { body: true, createdAt: true }, orderBy: { revision: 'asc' } },
        },
        orderBy: { createdAt: 'asc' },
      },
      enrolmentChanges: {
        select: {
          kind: true,
          role: true,
          createdAt: true,
          cohort: { select: { name: true } },
          team: { select: { name: true } },
        },
        orderBy: { createdAt: 'asc' },
      },
      invitationsTaken: {
        select: {
          email: true,
          name: true,
          role: true,
          createdAt: true,
          acceptedAt: true,
          cohort: { select: { name: true } },
        },
      },
      apiTokens: {
        select: { name: true, scopes: true, createdAt: true, expiresAt: true, lastUsedAt: true, revokedAt: true },
      },
      ltiIdentities: { select: { issuer: true, subject: true, createdAt: true } },
      // What platforms were told of them.
      ltiScores: { select: { score: true, outOf: true, acceptedAt: true, lineItem: { select: { url: true } } } },
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
      mentions: { select: { postId: true } },
      postingBans: { select: { reason: true, until: true, createdAt: true, cohort: { select: { name: true } } } },
      signInLinks: { select: { purpose: true, createdAt: true, expiresAt: true, usedAt: true } },
      regradesMade: { select: { id: true, exerciseId: true, reason: true, createdAt: true } },
      regradesDecided: { select: { id: true, exerciseId: true, decision: true, decidedAt: true } },
      overridesMade: {
        select: { exerciseId: true, passed: true, score: true, maxScore: true, reason: true, createdAt: true },
      },
      extensionsMade: {
        select: { exerciseId: true, dueAt: true, withdrawnAt: true, reason: true, createdAt: true },
      },
      // Not whom: the addresses are theirs.
      invitationsMade: { select: { role: true, createdAt: true, cohort: { select: { name: true } } } },
      enrolmentsChanged: { select: { kind: true, role: true, createdAt: true, cohort: { select: { name: true } } } },
      watchAsidesMade: { select: { until: true, note: true, createdAt: true } },
      erasure: { select: { posts: true, dueAt: true, createdAt: true } },
    },
  });
  if (person === null) throw new AppError('not-found');
  const submissions = await db.submission.findMany({
    where: { userId },
    orderBy: [{ exerciseId: 'asc' }, { number: 'asc' }],
    select: {
      id: true,
      exerciseId: true,
      number: true,
      source: true,
      locale: true,
      afterSolution: true,
      pageVerdict: true,
      createdAt: true,
      layers: { select: { exerciseId: true, layerId: true } },
      comments: {
        select: { lineFrom: true, lineTo: true, body: true, createdAt: true },
        orderBy: { createdAt: 'asc' },
      },
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
    where: { authorId: userId },
    orderBy: { createdAt: 'asc' },
    select: { kind: true, text: true, doneAt: true, createdAt: true, session: { select: { day: true } } },
  });
  return {
    exportedAt: new Date().toISOString(),
    ...person,
    attachments: await withData(person.attachments),
    submissions,
    sessionItems,
    ...(await exportUnlinked(userId)),
  };
}

/** What names the person without a reference that the database knows of. */
async function exportUnlinked(userId: string) {
  const [assignedItems, noteUpdates, reports, bansMade, looks, deeds, pendingEmails] = await Promise.all([
    db.sessionItem.findMany({
      where: { assigneeId: userId },
      select: { kind: true, text: true, doneAt: true, createdAt: true, session: { select: { day: true } } },
    }),
    db.noteUpdate.findMany({
      where: { authorId: userId },
      orderBy: { id: 'asc' },
      select: { sessionId: true, update: true, createdAt: true },
    }),
    db.postReport.findMany({
      where: { reporterId: userId },
      select: { postId: true, reason: true, createdAt: true, closedAt: true },
    }),
    db.postingBan.findMany({
      where: { createdById: userId },
      select: { reason: true, until: true, createdAt: true, cohort: { select: { name: true } } },
    }),
    db.auditEntry.findMany({
      where: { subject: userId },
      orderBy: { id: 'asc' },
      select: { action: true, cohortId: true, createdAt: true },
    }),
    db.auditEntry.findMany({
      where: { actorId: userId },
      orderBy: { id: 'asc' },
      select: { action: true, cohortId: true, subject: true, reason: true, createdAt: true },
    }),
    findPendingEmails(userId),
  ]);
  return {
    ...{ assignedItems, reports, bansMade, looks, deeds, pendingEmails },
    // Yjs updates of a session's notes, as they were sent.
    noteUpdates: noteUpdates.map(({ update, ...row }) => ({ ...row, update: Buffer.from(update).toString('base64') })),
  };
}

/** Images in base64, one after the other; null for one whose bytes are gone. */
async function withData<Row extends { id: string }>(rows: readonly Row[]): Promise<(Row & { data: string | null })[]> {
  const found = [];
  for (const row of rows) {
    const data = await attachmentStore().get(row.id);
    found.push({ ...row, data: data?.toString('base64') ?? null });
  }
  return found;
}

/** An export as a file to download. */
export function exportFile(data: Awaited<ReturnType<typeof exportPerson>>): Response {
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="peergrad-${data.exportedAt.slice(0, 10)}.json"`,
    },
  });
}
