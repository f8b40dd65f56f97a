import 'server-only';

/** Where in the export (server/accounts/export-data.ts) the rows are, or why they are in none. */
type Exported = { in: string } | { left: string };

/** What an erasure does with the column, or why it stays as it is. */
type Erased = 'deleted' | 'cleared' | { kept: string };

interface PersonalColumn {
  exported: Exported;
  erased: Erased;
}

const deleted = (key: string): PersonalColumn => ({ exported: { in: key }, erased: 'deleted' });
const cleared = (key: string): PersonalColumn => ({ exported: { in: key }, erased: 'cleared' });

/**
 * Every column that says who a person is, as `Model.field` of prisma/schema.prisma: those that refer to a user, those that
 * hold the id of one without the database knowing, and those that hang on a row that is somebody's own.
 * tests/integration/privacy.test.ts walks the schema and fails on one that is not here.
 */
export const PERSONAL: Record<string, PersonalColumn> = {
  'Session.userId': deleted('sessions'),
  'Account.userId': deleted('accounts'),
  'SignInLink.userId': deleted('signInLinks'),
  'Erasure.userId': deleted('erasure'),
  'Erasure.requestedById': {
    exported: { left: 'the person’s own is in `erasure`; another person’s is in `deeds`' },
    erased: 'cleared',
  },
  'Enrolment.userId': deleted('enrolments'),
  'Draft.userId': deleted('drafts'),
  'DraftCopy.userId': deleted('draftCopies'),
  'Submission.userId': deleted('submissions'),
  'SubmissionLayer.submissionId': deleted('submissions'),
  'SubmissionLayer.layerId': deleted('submissions'),
  'SubmissionComment.submissionId': deleted('submissions'),
  'SubmissionComment.authorId': cleared('comments'),
  'SubmissionComment.rootId': { exported: { in: 'comments' }, erased: 'deleted' },
  'SubmissionCommentRevision.commentId': { exported: { in: 'comments' }, erased: 'deleted' },
  'GradingRun.submissionId': deleted('submissions'),
  'CheckResult.runId': deleted('submissions'),
  'Regrade.createdById': cleared('regradesMade'),
  'Regrade.decidedById': cleared('regradesDecided'),
  'ExerciseProgress.userId': deleted('exerciseProgress'),
  'GradeOverride.userId': deleted('overrides'),
  'GradeOverride.createdById': cleared('overridesMade'),
  'Extension.userId': deleted('extensions'),
  'Extension.createdById': cleared('extensionsMade'),
  'LessonProgress.userId': deleted('lessonProgress'),
  'QuickCheckAnswer.userId': deleted('quickCheckAnswers'),
  'Review.userId': deleted('reviews'),
  'ReviewCard.userId': deleted('reviewCards'),
  'Thread.authorId': cleared('threads'),
  'Post.authorId': cleared('posts'),
  'Attachment.ownerId': cleared('attachments'),
  'ThreadRead.userId': deleted('threadReads'),
  'Reaction.userId': deleted('reactions'),
  'Mention.userId': deleted('mentions'),
  'Notification.userId': deleted('notifications'),
  'Notification.actorId': {
    exported: { left: 'lines of others’ inboxes; what the person did to cause them is exported itself' },
    erased: 'cleared',
  },
  'NotificationSettings.userId': deleted('notifyingSettings'),
  'PostReport.reporterId': cleared('reports'),
  'PostingBan.userId': deleted('postingBans'),
  'PostingBan.createdById': cleared('bansMade'),
  'AuditEntry.actorId': {
    exported: { in: 'deeds' },
    erased: { kept: 'what was done to others stays on record; the id leads to nobody any more' },
  },
  'Attendance.userId': deleted('attendances'),
  'NoteUpdate.authorId': cleared('noteUpdates'),
  'SessionItem.authorId': cleared('sessionItems'),
  'SessionItem.assigneeId': cleared('assignedItems'),
  'PeerVote.userId': deleted('peerVotes'),
  'LogEntry.userId': deleted('logEntries'),
  'Invitation.acceptedById': deleted('invitationsTaken'),
  'Invitation.createdById': cleared('invitationsMade'),
  'EnrolmentChange.userId': deleted('enrolmentChanges'),
  'EnrolmentChange.actorId': cleared('enrolmentsChanged'),
  'WatchAside.userId': deleted('enrolments'),
  'WatchAside.cohortId': deleted('enrolments'),
  'WatchAside.createdById': cleared('watchAsidesMade'),
  'Announcement.authorId': cleared('announcements'),
  'AnnouncementReceipt.userId': deleted('announcementReceipts'),
  'ApiToken.userId': deleted('apiTokens'),
  'ApiLook.tokenId': deleted('apiTokens'),
  'LtiIdentity.userId': deleted('ltiIdentities'),
  'LtiScore.userId': deleted('ltiScores'),
};

/** Columns that say how a person is reached, or from where they came: an erasure leaves none of theirs. */
export const CONTACTS: readonly string[] = [
  ...['User.email', 'Session.ipAddress', 'Session.userAgent'],
  'Invitation.email',
];

/**
 * Columns named like an id that hold no person's: what they are is in their names. A new one is either a person's, and belongs
 * in {@link PERSONAL}, or here.
 */
export const NO_PERSON: readonly string[] = [
  ...['exerciseId', 'lessonId', 'checkId', 'diagnosisId', 'snippetExerciseId', 'spoilsExerciseId', 'clientId'],
  ...['accountId', 'providerId', 'replacedRunId', 'threadId', 'postId', 'sessionId', 'cohortId'],
  ...['deploymentId', 'contextId'],
];
