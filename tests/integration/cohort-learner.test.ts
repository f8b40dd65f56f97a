import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { PUT as setOverride } from '@/app/api/cohorts/[id]/learners/[user]/overrides/route';
import { GET as readLearner } from '@/app/api/cohorts/[id]/learners/[user]/route';
import { GET as readTimeline } from '@/app/api/cohorts/[id]/learners/[user]/timeline/route';
import { GET as readSubmission } from '@/app/api/cohorts/[id]/submissions/[submission]/route';
import { GET as readRevisions } from '@/app/api/comments/[id]/revisions/route';
import { DELETE as deleteComment, PATCH as editComment } from '@/app/api/comments/[id]/route';
import { GET as readInbox } from '@/app/api/notifications/route';
import { GET as readOverride } from '@/app/api/overrides/route';
import { GET as readComments, POST as writeComment } from '@/app/api/submissions/[id]/comments/route';
import {
  LearnerPageSchema,
  OwnOverrideSchema,
  StaffSubmissionSchema,
  type Timeline,
  TimelineSchema,
} from '@/contracts/cohort-learner';
import { CommentRevisionsSchema, CommentsSchema } from '@/contracts/comment';
import { InboxSchema } from '@/contracts/notifications';
import { db, disconnect, pool } from '@/server/db';
import { applyResults, recomputeProgress } from '@/server/progress/exercise-progress';
import { inTransaction } from '@/server/transaction';
import { check, type Member, makeWorld, opens, submission, type World } from './discussion-world';
import { DENSE, LONG } from './manifest';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

let world: World;

beforeEach(async () => {
  await pool.query('DELETE FROM audit_entry; DELETE FROM rate_limit; DELETE FROM cohort; DELETE FROM "user"');
  world = await makeWorld();
});
afterAll(disconnect);

const at = (id: string) => ({ context: { params: Promise.resolve({ id }) } });
const ofLearner = (user: string, id = world.cohort) => ({ context: { params: Promise.resolve({ id, user }) } });

const look = (who: Member, user: string, cohort?: string) =>
  who.call(readLearner, 'GET', undefined, ofLearner(user, cohort));
const pageOf = async (who: Member, user: string) => LearnerPageSchema.parse((await look(who, user)).body);
const standingOf = async (who: Member, user: string, exercise = DENSE) =>
  (await pageOf(who, user)).standings.find((standing) => standing.exercise === exercise);

async function timeline(who: Member, user: string, before?: string): Promise<Timeline> {
  const query: Record<string, string> = before === undefined ? {} : { before };
  const { body } = await who.call(readTimeline, 'GET', undefined, { query, ...ofLearner(user) });
  return TimelineSchema.parse(body);
}

const openSubmission = (who: Member, id: string, cohort = world.cohort) =>
  who.call(readSubmission, 'GET', undefined, {
    context: { params: Promise.resolve({ id: cohort, submission: id }) },
  });

const override = (who: Member, user: string, set: { passed: boolean; score: number } | null, more = {}) =>
  who.call(
    setOverride,
    'PUT',
    { exercise: DENSE, override: set, reason: 'Shown at the board.', ...more },
    ofLearner(user),
  );

const comment = (who: Member, id: string, on: object, more = {}) =>
  who.call(writeComment, 'POST', { clientId: randomUUID(), on, body: 'Why **this**?', ...more }, at(id));
const commentsFor = async (who: Member, id: string) =>
  CommentsSchema.parse((await who.call(readComments, 'GET', undefined, at(id))).body);

/** The comment that opens the submission's lines, or its first answer. */
async function said(who: Member, id: string, part: 'root' | 'answer' = 'root') {
  const [root] = (await commentsFor(who, id)).comments;
  const comment = part === 'root' ? root : root?.answers[0];
  if (comment === undefined) throw new Error('Nothing is said there.');
  return comment;
}
const edit = (who: Member, id: string, revision: number, more = {}) =>
  who.call(editComment, 'PATCH', { body: 'Why not?', spoils: false, revision, ...more }, at(id));
const remove = (who: Member, id: string) => who.call(deleteComment, 'DELETE', undefined, at(id));
async function revisions(who: Member, id: string) {
  const { status, body } = await who.call(readRevisions, 'GET', undefined, at(id));
  return status === 200 ? CommentRevisionsSchema.parse(body).revisions.map((one) => one.body) : status;
}

async function inbox(who: Member) {
  const { body } = await who.call(readInbox, 'GET', undefined, { query: { show: 'all' } });
  return InboxSchema.parse(body).groups.flatMap(({ lines }) => lines);
}

/** Hands in for the learner, and counts it as a grader does. */
async function handIn(learner: Member, passed: boolean, more: { source?: string; exerciseId?: string } = {}) {
  const id = await submission(learner, { passed, cohortId: world.cohort, checks: [check('values')], ...more });
  await recount(learner, more.exerciseId);
  return id;
}

const recount = (learner: Member, exerciseId = DENSE) =>
  inTransaction((tx) => recomputeProgress(tx, learner.userId, exerciseId));

test('a learner’s page says where they stand, by the plan, and each look is in the audit trail', async () => {
  const { ada, assistant, instructor, cohort } = world;
  const dueAt = new Date('2026-12-01T00:00:00Z');
  await db.assignment.create({ data: { cohortId: cohort, exerciseId: DENSE, dueAt } });
  await handIn(ada, false);
  const latest = await handIn(ada, true);
  await submission(ada, { passed: false, exerciseId: LONG });

  const page = await pageOf(assistant, ada.userId);
  expect(page).toMatchObject({ learner: { name: 'Ada' }, team: { id: world.team }, elsewhere: 1, mayOverride: false });
  expect(page.standings).toMatchObject([
    {
      ...{ exercise: DENSE, due: dueAt.toISOString(), state: 'passed', attempts: 2, bestScore: 10, maxScore: 10 },
      ...{ latest, override: null },
    },
  ]);
  expect((await pageOf(instructor, ada.userId)).mayOverride).toBe(true);
  await openSubmission(instructor, latest);
  await timeline(instructor, ada.userId);
  expect(
    await db.auditEntry.findMany({
      orderBy: { id: 'asc' },
      select: { actorId: true, cohortId: true, action: true, subject: true },
    }),
  ).toEqual(
    [
      [assistant, 'learner.look'],
      [instructor, 'learner.look'],
      [instructor, 'submission.look'],
      [instructor, 'learner.timeline'],
    ].map(([actor, action]) => ({
      ...{ actorId: (actor as Member).userId, cohortId: cohort, action, subject: ada.userId },
    })),
  );
  expect((await instructor.audit(cohort)).body).toEqual({ entries: [], next: null });
  const { body } = await instructor.audit(cohort, { looks: 'true' });
  expect(body).toMatchObject({ entries: [{ action: 'learner.timeline', about: { name: 'Ada' } }, {}, {}, {}] });
});

test('who does not learn in the cohort, or is looked at by others than its staff, is not there and leaves no trace', async () => {
  const { ada, ben, stranger, instructor, otherInstructor, cohort, otherCohort } = world;
  expect((await look(instructor, stranger.userId)).status).toBe(404);
  expect((await look(instructor, ada.userId, otherCohort)).status).toBe(404);
  expect((await look(instructor, instructor.userId)).status).toBe(404);
  expect((await look(otherInstructor, ada.userId)).status).toBe(404);
  expect((await look(ben, ada.userId)).status).toBe(404);
  expect((await look(ada, ada.userId)).status).toBe(404);
  await db.cohort.update({ where: { id: cohort }, data: { archivedAt: new Date() } });
  expect((await look(instructor, ada.userId)).status).toBe(404);
  expect(await db.auditEntry.count()).toBe(0);
});

test('the timeline tells of reading, work, talk, log and sessions, the newest first', async () => {
  const { ada, instructor, cohort, team } = world;
  await pool.query('DELETE FROM lesson_progress');
  const day = (n: number) => new Date(Date.UTC(2026, 10, n));
  const lessonId = '02-mlp.01-from-lines-to-layers';
  const userId = ada.userId;
  await db.lessonProgress.create({ data: { userId, lessonId, startedAt: day(1), finishedAt: day(3) } });
  const id = await handIn(ada, false);
  await db.submission.update({ where: { id }, data: { createdAt: day(5) } });
  await db.exerciseProgress.updateMany({ where: { userId }, data: { gaveUpAt: day(6), solutionOpenedAt: day(7) } });
  const { thread } = await ada.opens({ cohort, team });
  await db.post.updateMany({ where: { threadId: thread.id }, data: { createdAt: day(8) } });
  const entry = (n: number, visibility: 'ME' | 'TEAM', postedAt: Date | null) => ({
    ...{ userId, day: day(n), timeZone: 'UTC', visibility, postedAt, learned: 'x' },
  });
  await db.logEntry.createMany({ data: [entry(9, 'TEAM', day(9)), entry(10, 'ME', day(10)), entry(11, 'TEAM', null)] });
  const session = (n: number, attendance: object) => ({
    ...{ teamId: team, day: day(n), agenda: [], startedAt: day(n), endedAt: day(n) },
    attendance: { create: { userId, ...attendance } },
  });
  await db.peerSession.create({ data: session(12, { joinedAt: day(12) }) });
  await db.peerSession.create({ data: session(13, {}) });
  await db.peerSession.create({ data: session(14, { excused: true }) });

  const { entries, next } = await timeline(instructor, userId);
  expect(next).toBeNull();
  expect(entries.map(({ at, deed }) => [new Date(at).getUTCDate(), deed.kind])).toEqual([
    [14, 'session'],
    [13, 'session'],
    [12, 'session'],
    [9, 'log'],
    [8, 'post'],
    [7, 'solution-opened'],
    [6, 'gave-up'],
    [5, 'submission'],
    [3, 'lesson-finished'],
    [1, 'lesson-started'],
  ]);
  expect(entries.slice(0, 3).map(({ deed }) => deed)).toMatchObject([
    { state: 'excused' },
    { state: 'absent' },
    { state: 'present' },
  ]);
  expect(entries.find(({ deed }) => deed.kind === 'submission')?.deed).toEqual({
    ...{ kind: 'submission', submission: id, exercise: DENSE, number: 1, passed: false, score: 4, maxScore: 10 },
    comments: 0,
  });
});

test('what one learner did elsewhere, or another did, is not on the timeline', async () => {
  const { ada, ben, instructor, otherCohort } = world;
  await pool.query('DELETE FROM lesson_progress');
  await submission(ada, { passed: false, cohortId: otherCohort });
  await submission(ada, { passed: false });
  await handIn(ben, false);
  const { entries } = await timeline(instructor, ada.userId);
  expect(entries).toEqual([]);
});

test('a long timeline comes in pages that neither repeat nor leave out, also where moments are equal', async () => {
  const { ada, instructor } = world;
  await pool.query('DELETE FROM lesson_progress');
  const when = [new Date('2026-11-01T00:00:00Z'), new Date('2026-11-02T00:00:00Z')] as const;
  await db.lessonProgress.createMany({
    data: Array.from({ length: 120 }, (_, n) => ({
      ...{ userId: ada.userId, lessonId: `lesson ${n}`, startedAt: n < 60 ? when[0] : when[1] },
    })),
  });
  const seen: string[] = [];
  let before: string | undefined;
  do {
    const { entries, next } = await timeline(instructor, ada.userId, before);
    expect(entries.length).toBeLessThanOrEqual(50);
    seen.push(...entries.map(({ key }) => key));
    before = next ?? undefined;
  } while (before !== undefined);
  expect(seen).toHaveLength(120);
  expect(new Set(seen).size).toBe(120);
});

test.each(['yesterday', '2026-11-01T00:00:00Z', '9999-99-99T99:99:99Z~x'])(
  'a cursor of “%s” is refused',
  async (before) => {
    const answer = await world.instructor.call(readTimeline, 'GET', undefined, {
      query: { before },
      ...ofLearner(world.ada.userId),
    });
    expect(answer.status).toBe(400);
  },
);

test('staff see a submission with what a learner does not: hidden values, seed, version, the one before and its regrades', async () => {
  const { ada, assistant, instructor } = world;
  const hidden = check('fresh', {
    visibility: 'hidden',
    tensors: [
      {
        ...{ label: 'Y', actualShape: [1], expectedShape: [1], maxError: 1, meanError: 1, atol: 0, rtol: 0 },
        ...{ failing: 1, total: 1, passed: false, worst: [{ index: [0], actual: '1', expected: 'secret' }] },
      },
    ],
  });
  const first = await handIn(ada, false, { source: 'one' });
  const second = await submission(ada, {
    ...{ passed: false, cohortId: world.cohort, source: 'two', checks: [hidden] },
  });
  await db.submission.update({
    where: { id: second },
    data: {
      verdictsDiffer: true,
      pageVerdict: { backend: 'webgpu', passedChecks: ['values'], failedChecks: [] },
      runs: {
        create: { reason: 'REGRADE', status: 'GRADED', exerciseVersion: 'v2', seed: 4_294_967_295n, passed: true },
      },
    },
  });

  const { body, status } = await openSubmission(assistant, second);
  expect(status).toBe(200);
  const seen = StaffSubmissionSchema.parse(body);
  expect(seen).toMatchObject({
    ...{ learner: { id: ada.userId }, number: 2, source: 'two', seed: 1, version: 'v1' },
    ...{ pageBackend: 'webgpu', verdictsDiffer: true, next: null },
    previous: { id: first, number: 1, source: 'one' },
    runs: [
      { reason: 'submission', isOfficial: true, version: 'v1', seed: 1 },
      { reason: 'regrade', isOfficial: false, version: 'v2', seed: 4_294_967_295, passed: true },
    ],
    comments: { comments: [], may: { begin: true, answer: true } },
  });
  expect(JSON.stringify(seen.report)).toContain('secret');
  expect(JSON.stringify(await ada.submission(second))).not.toContain('secret');
  expect(StaffSubmissionSchema.parse((await openSubmission(instructor, first)).body)).toMatchObject({
    ...{ previous: null, next: second },
  });
});

test('a submission outside the cohort is not shown to its staff', async () => {
  const { ada, instructor, otherInstructor, otherCohort } = world;
  const alone = await submission(ada, { passed: false });
  const here = await handIn(ada, false);
  expect((await openSubmission(instructor, alone)).status).toBe(404);
  expect((await openSubmission(otherInstructor, here, otherCohort)).status).toBe(404);
  expect((await openSubmission(otherInstructor, here)).status).toBe(404);
  expect((await openSubmission(ada, here)).status).toBe(404);
  expect(await db.auditEntry.count()).toBe(0);
});

test('staff comment on lines, the learner hears of it and answers, and both see the same', async () => {
  const { ada, assistant, instructor } = world;
  const id = await handIn(ada, false, { source: 'a\nb\nc' });
  expect((await comment(assistant, id, { from: 2, to: 3 })).status).toBe(201);
  const [line] = await inbox(ada);
  expect(line).toMatchObject({
    ...{ kind: 'comment', actor: 'Assistant', read: false },
    work: { exercise: DENSE, submission: { id, number: 1 }, learner: null },
  });

  const { comments, may } = await commentsFor(ada, id);
  expect(comments).toMatchObject([{ from: 2, to: 3, body: 'Why **this**?', author: { isStaff: true }, answers: [] }]);
  expect(may).toEqual({ begin: false, answer: true });
  const answered = await comment(ada, id, { answerTo: comments[0]?.id }, { body: '잘 모르겠습니다.' });
  expect(answered.status).toBe(201);
  expect(answered.body).toEqual({ ...(await commentsFor(ada, id)) });
  expect((await commentsFor(instructor, id)).comments[0]).toMatchObject({
    ...{ from: 2, to: 3 },
    answers: [{ body: '잘 모르겠습니다.', author: { name: 'Ada', isStaff: false } }],
  });
  expect(await inbox(assistant)).toMatchObject([
    { kind: 'comment', actor: 'Ada', work: { submission: { id }, learner: { id: ada.userId, cohort: world.cohort } } },
  ]);
  // Staff who wrote nothing hear nothing; nobody hears of their own words.
  expect(await inbox(instructor)).toEqual([]);
  expect(await inbox(ada)).toHaveLength(1);
});

test('comments are nobody else’s: not a teammate’s, not other staff’s, and not of who is staff no more', async () => {
  const { ada, ben, assistant, otherInstructor, cohort } = world;
  const id = await handIn(ada, false, { source: 'a' });
  await comment(assistant, id, { from: 1, to: 1 });
  const { comments } = await commentsFor(ada, id);
  await comment(ada, id, { answerTo: comments[0]?.id });
  for (const who of [ben, otherInstructor]) {
    expect((await who.call(readComments, 'GET', undefined, at(id))).status).toBe(404);
    expect((await comment(who, id, { from: 1, to: 1 })).status).toBe(404);
  }
  await db.enrolment.deleteMany({ where: { userId: assistant.userId, cohortId: cohort } });
  expect((await assistant.call(readComments, 'GET', undefined, at(id))).status).toBe(404);
  expect(await inbox(assistant)).toEqual([]);
});

test('a learner begins no comment, and answers none while banned', async () => {
  const { ada, assistant, cohort } = world;
  const id = await handIn(ada, false, { source: 'a' });
  expect((await comment(ada, id, { from: 1, to: 1 })).status).toBe(403);
  await comment(assistant, id, { from: 1, to: 1 });
  const { comments } = await commentsFor(ada, id);
  await db.postingBan.create({ data: { userId: ada.userId, cohortId: cohort, createdById: 'x', reason: 'x' } });
  expect((await comment(ada, id, { answerTo: comments[0]?.id })).status).toBe(403);
  expect((await commentsFor(ada, id)).may).toEqual({ begin: false, answer: false });
});

test('a comment stands on lines that there are, and an answer on a comment of the same submission', async () => {
  const { ada, assistant } = world;
  const [id, other] = [await handIn(ada, false, { source: 'a\nb' }), await handIn(ada, false, { source: 'a' })];
  expect((await comment(assistant, id, { from: 2, to: 3 })).status).toBe(400);
  expect((await comment(assistant, id, { from: 2, to: 1 })).status).toBe(400);
  expect((await comment(assistant, id, { from: 0, to: 1 })).status).toBe(400);
  expect((await comment(assistant, id, { from: 1, to: 1 }, { body: '  ' })).status).toBe(400);
  await comment(assistant, id, { from: 1, to: 2 });
  const [root] = (await commentsFor(assistant, id)).comments;
  expect((await comment(assistant, other, { answerTo: root?.id })).status).toBe(404);
  await comment(assistant, id, { answerTo: root?.id });
  const [answer] = (await commentsFor(assistant, id)).comments[0]?.answers ?? [];
  expect((await comment(assistant, id, { answerTo: answer?.id })).status).toBe(404);
});

test('a comment that is sent twice is one, and one client id is one comment', async () => {
  const { ada, assistant } = world;
  const [id, other] = [await handIn(ada, false), await handIn(ada, false)];
  const clientId = randomUUID();
  const send = (to: string) => comment(assistant, to, { from: 1, to: 1 }, { clientId });
  expect((await send(id)).status).toBe(201);
  expect((await send(id)).status).toBe(201);
  expect((await send(other)).status).toBe(409);
  expect((await commentsFor(ada, id)).comments).toHaveLength(1);
});

test('a comment that holds a solution opens for its learner when the exercise does', async () => {
  const { ada, assistant } = world;
  const id = await handIn(ada, false);
  await comment(assistant, id, { from: 1, to: 1 }, { spoils: true });
  expect((await commentsFor(ada, id)).comments[0]?.body).toBeNull();
  expect((await commentsFor(assistant, id)).comments[0]?.body).toBe('Why **this**?');
  await opens(ada, 'given up');
  expect((await commentsFor(ada, id)).comments[0]?.body).toBe('Why **this**?');
});

test('an author edits a comment, and both sides read what it said before', async () => {
  const { ada, ben, assistant, instructor } = world;
  const id = await handIn(ada, false);
  await comment(assistant, id, { from: 1, to: 1 });
  const { id: root, may } = await said(assistant, id);
  expect(may).toEqual({ edit: true, delete: true });
  expect((await said(instructor, id)).may).toEqual({ edit: false, delete: true });
  expect((await said(ada, id)).may).toEqual({ edit: false, delete: false });
  await pool.query('DELETE FROM outbox_event');
  const edited = await edit(assistant, root, 0);
  expect(edited.status).toBe(200);
  expect(edited.body).toEqual({ ...(await commentsFor(assistant, id)) });
  const now = await said(ada, id);
  expect(now).toMatchObject({ body: 'Why not?', revision: 1, deletedAt: null });
  expect(now.editedAt).not.toBeNull();
  // The learner's page reads it anew.
  expect(await db.outboxEvent.count({ where: { stream: `user:${ada.userId}` } })).toBe(1);
  for (const who of [ada, assistant, instructor]) expect(await revisions(who, root)).toEqual(['Why **this**?']);
  expect(await revisions(ben, root)).toBe(404);
  for (const [who, status] of [
    [ada, 403],
    [instructor, 403],
    [ben, 404],
  ] as const)
    expect((await edit(who, root, 1)).status).toBe(status);
  expect((await edit(assistant, root, 1, { body: ' ' })).status).toBe(400);
});

test('two tabs that edit one comment: the second is told what is there, and nothing is lost', async () => {
  const { ada, assistant } = world;
  const id = await handIn(ada, false);
  await comment(assistant, id, { from: 1, to: 1 });
  const { id: root } = await said(assistant, id);
  expect((await edit(assistant, root, 0, { body: 'first' })).status).toBe(200);
  const second = await edit(assistant, root, 0, { body: 'second' });
  expect(second.status).toBe(409);
  expect(CommentsSchema.parse(second.body).comments[0]).toMatchObject({ body: 'first', revision: 1 });
  expect((await edit(assistant, root, 1, { body: 'second' })).status).toBe(200);
  expect(await revisions(ada, root)).toEqual(['first', 'Why **this**?']);
});

test('a deleted comment leaves a stub: its text, versions and line in the inbox are gone, and its answers stay', async () => {
  const { ada, assistant, instructor, cohort } = world;
  const id = await handIn(ada, false);
  await comment(assistant, id, { from: 1, to: 1 });
  const { id: root } = await said(assistant, id);
  await comment(ada, id, { answerTo: root }, { body: 'Since.' });
  await edit(assistant, root, 0);
  expect((await remove(ada, root)).status).toBe(403);
  const removed = await remove(assistant, root);
  expect(removed.status).toBe(200);
  const stub = await said(ada, id);
  expect(stub).toMatchObject({ body: null, author: { name: 'Assistant' }, may: { edit: false, delete: false } });
  expect(stub).toMatchObject({ answers: [{ body: 'Since.' }] });
  expect(stub.deletedAt).not.toBeNull();
  expect(await inbox(ada)).toEqual([]);
  expect(await revisions(ada, root)).toBe(404);
  expect(await db.submissionCommentRevision.count()).toBe(0);
  expect((await edit(assistant, root, 1)).status).toBe(404);
  expect((await remove(assistant, root)).status).toBe(404);
  expect(await db.auditEntry.count({ where: { action: 'comment.delete' } })).toBe(0);

  const { id: answer } = await said(ada, id, 'answer');
  expect((await remove(instructor, answer)).status).toBe(200);
  expect(await db.auditEntry.findFirst({ where: { action: 'comment.delete' } })).toMatchObject({
    ...{ actorId: instructor.userId, cohortId: cohort, subject: answer },
  });
  const { entries } = await timeline(instructor, ada.userId);
  expect(entries.map(({ deed }) => deed.kind)).not.toContain('comment');
  expect(entries.find(({ deed }) => deed.kind === 'submission')?.deed).toMatchObject({ comments: 0 });
});

test('who is banned from posting deletes their own answer and edits none', async () => {
  const { ada, assistant, cohort } = world;
  const id = await handIn(ada, false);
  await comment(assistant, id, { from: 1, to: 1 });
  await comment(ada, id, { answerTo: (await said(ada, id)).id });
  const { id: answer } = await said(ada, id, 'answer');
  await db.postingBan.create({ data: { userId: ada.userId, cohortId: cohort, createdById: 'x', reason: 'x' } });
  expect((await said(ada, id, 'answer')).may).toEqual({ edit: false, delete: true });
  expect((await edit(ada, answer, 0)).status).toBe(403);
  expect((await remove(ada, answer)).status).toBe(200);
});

test('an edit may put a solution in or take it out; the learner reads no version that holds one', async () => {
  const { ada, assistant } = world;
  const id = await handIn(ada, false);
  await comment(assistant, id, { from: 1, to: 1 });
  const { id: root } = await said(assistant, id);
  await edit(assistant, root, 0, { body: 'return x', spoils: true });
  expect(await said(ada, id)).toMatchObject({ body: null, spoils: true, deletedAt: null });
  expect(await revisions(ada, root)).toBe(404);
  await edit(assistant, root, 1, { body: 'Read on.' });
  expect(await said(ada, id)).toMatchObject({ body: 'Read on.', spoils: false });
  expect(await revisions(ada, root)).toEqual(['Why **this**?']);
  expect(await revisions(assistant, root)).toEqual(['return x', 'Why **this**?']);
  await opens(ada, 'given up');
  expect(await revisions(ada, root)).toEqual(['return x', 'Why **this**?']);
});

test('an override counts at once, is told to its learner with its reason, and is in the audit trail', async () => {
  const { ada, instructor, cohort } = world;
  await handIn(ada, false);
  const { status } = await override(instructor, ada.userId, { passed: true, score: 9 });
  expect(status).toBe(200);
  expect(await standingOf(instructor, ada.userId)).toMatchObject({
    ...{ state: 'passed', bestScore: 9, maxScore: 10, attempts: 1 },
    override: { passed: true, score: 9, maxScore: 10, reason: 'Shown at the board.', by: 'Instructor' },
  });
  expect((await ada.me()).exercises[DENSE]).toMatchObject({ state: 'passed', bestScore: 9, attempts: 1 });
  const own = await ada.call(readOverride, 'GET', undefined, { query: { exercise: DENSE } });
  expect(OwnOverrideSchema.parse(own.body).override).toMatchObject({ reason: 'Shown at the board.', by: 'Instructor' });
  expect(await inbox(ada)).toMatchObject([
    { kind: 'override', actor: 'Instructor', work: { exercise: DENSE, submission: null, learner: null } },
  ]);
  expect(await db.auditEntry.findFirst({ where: { action: 'grade.override' } })).toMatchObject({
    ...{ actorId: instructor.userId, cohortId: cohort, subject: ada.userId, reason: 'Shown at the board.' },
    detail: {
      ...{ exercise: DENSE, before: { state: 'TRYING', score: 4 }, set: { passed: true, score: 9 } },
    },
  });
});

test('under an override grading goes on, and taking it away brings the graded standing back', async () => {
  const { ada, instructor } = world;
  await handIn(ada, false);
  await override(instructor, ada.userId, { passed: false, score: 2 });
  await submission(ada, { passed: true, cohortId: world.cohort });
  // As a grader does when it has a verdict.
  await inTransaction((tx) => applyResults(tx, ada.userId, DENSE));
  expect(await standingOf(instructor, ada.userId)).toMatchObject({ state: 'trying', bestScore: 2, attempts: 2 });
  await override(instructor, ada.userId, null);
  expect(await standingOf(instructor, ada.userId)).toMatchObject({
    ...{ state: 'passed', bestScore: 10, attempts: 2, override: null },
  });
  // What is taken away is no longer told.
  expect(await inbox(ada)).toEqual([]);
  expect((await override(instructor, ada.userId, null)).status).toBe(404);
  expect(await db.auditEntry.count({ where: { action: 'grade.restore' } })).toBe(1);
});

test('a pass that was handed in before an override and graded after it keeps its date', async () => {
  const { ada, instructor } = world;
  const id = await submission(ada, { passed: true, cohortId: world.cohort });
  const { officialRunId, createdAt } = await db.submission.update({
    where: { id },
    data: { createdAt: new Date('2026-11-02T00:00:00Z') },
  });
  await db.submission.update({ where: { id }, data: { officialRunId: null } });
  await db.gradingRun.updateMany({ where: { submissionId: id }, data: { status: 'QUEUED' } });
  await override(instructor, ada.userId, { passed: true, score: 9 });
  expect(await standingOf(instructor, ada.userId)).toMatchObject({ attempts: 0 });
  await db.gradingRun.updateMany({ where: { submissionId: id }, data: { status: 'GRADED' } });
  await db.submission.update({ where: { id }, data: { officialRunId } });
  await inTransaction((tx) => applyResults(tx, ada.userId, DENSE));
  expect(await standingOf(instructor, ada.userId)).toMatchObject({
    ...{ state: 'passed', bestScore: 9, attempts: 1, passedAt: createdAt.toISOString() },
  });
});

test('who never handed in can be passed, and a second override takes the place of the first', async () => {
  const { dan, instructor } = world;
  await override(instructor, dan.userId, { passed: true, score: 10 });
  await override(instructor, dan.userId, { passed: true, score: 7 }, { reason: 'Counted again.' });
  expect(await standingOf(instructor, dan.userId)).toMatchObject({
    ...{ state: 'passed', bestScore: 7, attempts: 0 },
    override: { reason: 'Counted again.' },
  });
  expect(await inbox(dan)).toHaveLength(1);
});

test('two grades that are set at once are set one after the other', async () => {
  const { ada, instructor, admin } = world;
  await handIn(ada, false);
  const answers = await Promise.all([
    override(instructor, ada.userId, { passed: true, score: 9 }),
    override(admin, ada.userId, { passed: false, score: 3 }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const { score, passed } = await db.gradeOverride.findFirstOrThrow();
  expect(await standingOf(instructor, ada.userId)).toMatchObject({
    ...{ bestScore: score, state: passed ? 'passed' : 'trying' },
  });
  expect(await db.auditEntry.count({ where: { action: 'grade.override' } })).toBe(2);
});

test.each([
  ['more points than there are', { override: { passed: true, score: 11 } }, 400],
  ['less than nothing', { override: { passed: true, score: -1 } }, 400],
  ['no reason', { reason: ' ' }, 400],
  ['an exercise that there is none of', { exercise: '02-mlp/none' }, 404],
])('an override with %s is refused and changes nothing', async (_what, more, status) => {
  const { ada, instructor } = world;
  await handIn(ada, false);
  expect((await override(instructor, ada.userId, { passed: true, score: 5 }, more)).status).toBe(status);
  expect(await standingOf(instructor, ada.userId)).toMatchObject({ state: 'trying', bestScore: 4, override: null });
  expect(await db.auditEntry.count({ where: { action: { startsWith: 'grade.' } } })).toBe(0);
});

test('an exercise outside the plan cannot be overridden', async () => {
  const { ada, instructor, cohort } = world;
  await db.assignment.create({ data: { cohortId: cohort, exerciseId: LONG } });
  expect((await override(instructor, ada.userId, { passed: true, score: 5 })).status).toBe(404);
});

test('only an instructor of the cohort sets a grade', async () => {
  const { ada, ben, assistant, otherInstructor } = world;
  const statuses = [];
  for (const who of [ben, assistant, otherInstructor]) {
    statuses.push((await override(who, ada.userId, { passed: true, score: 5 })).status);
  }
  expect(statuses).toEqual([404, 403, 404]);
  expect(await db.gradeOverride.count()).toBe(0);
});

test('a person’s own export holds what was set and said', async () => {
  const { ada, assistant, instructor } = world;
  const id = await handIn(ada, false);
  await comment(assistant, id, { from: 1, to: 1 });
  const [root] = (await commentsFor(ada, id)).comments;
  await comment(ada, id, { answerTo: root?.id }, { body: 'Mine.' });
  await override(instructor, ada.userId, { passed: true, score: 9 });
  const { exportData } = await import('@/server/accounts/export-data');
  expect(await exportData(ada.headers())).toMatchObject({
    overrides: [{ exerciseId: DENSE, score: 9, reason: 'Shown at the board.' }],
    comments: [{ submissionId: id, body: 'Mine.' }],
  });
});
