/**
 * The authorization matrix: every route and action of threads and posts, and of what is one's own, asked by everybody.
 *
 * To add routes: give `Member` (discussion-world.ts) a method for each request, make what it is asked about in
 * `makeThings` (anew after each request that may have changed it), and add a row: method and path as the folder under
 * `app/api` has it, the request, and the status for each of `PEOPLE`, in that order. Then add the folder's first part to `COVERED`: a route
 * there without a row fails the last test.
 */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { PUT as readAnnouncement } from '@/app/api/announcements/[id]/reading/route';
import { GET as listAnnouncements } from '@/app/api/announcements/route';
import { PATCH as changeDraft, DELETE as deleteDraft } from '@/app/api/cohorts/[id]/announcements/[announcement]/route';
import { POST as announce, GET as listDrafts } from '@/app/api/cohorts/[id]/announcements/route';
import { POST as archiveCohort } from '@/app/api/cohorts/[id]/archive/route';
import { GET as readCell } from '@/app/api/cohorts/[id]/cells/route';
import { POST as renewCohortCode } from '@/app/api/cohorts/[id]/code/route';
import { POST as copyCohort } from '@/app/api/cohorts/[id]/copy/route';
import { GET as readExercise } from '@/app/api/cohorts/[id]/exercises/[unit]/[exercise]/route';
import { GET as readGradeCell } from '@/app/api/cohorts/[id]/gradebook/cells/route';
import { GET as exportGrades } from '@/app/api/cohorts/[id]/gradebook/export/route';
import { GET as readGradebook } from '@/app/api/cohorts/[id]/gradebook/route';
import { PUT as changeGrading, GET as readGrading } from '@/app/api/cohorts/[id]/grading/route';
import { DELETE as revokeInvitation } from '@/app/api/cohorts/[id]/invitations/[invitation]/route';
import { POST as renewInvitations } from '@/app/api/cohorts/[id]/invitations/route';
import { PUT as setExtension } from '@/app/api/cohorts/[id]/learners/[user]/extensions/route';
import { GET as readGrades } from '@/app/api/cohorts/[id]/learners/[user]/grades/route';
import { PUT as setOverride } from '@/app/api/cohorts/[id]/learners/[user]/overrides/route';
import { GET as readLearner } from '@/app/api/cohorts/[id]/learners/[user]/route';
import { GET as readTimeline } from '@/app/api/cohorts/[id]/learners/[user]/timeline/route';
import { POST as startView } from '@/app/api/cohorts/[id]/learners/[user]/view/route';
import { POST as actOnLti, GET as readCohortLti } from '@/app/api/cohorts/[id]/lti/route';
import { GET as readMatrix } from '@/app/api/cohorts/[id]/matrix/route';
import { GET as readInstruction } from '@/app/api/cohorts/[id]/peer-instruction/route';
import { PATCH as changePerson, DELETE as removePerson } from '@/app/api/cohorts/[id]/people/[user]/route';
import { GET as readPeople } from '@/app/api/cohorts/[id]/people/route';
import { PUT as changePlan, POST as layOutPlan } from '@/app/api/cohorts/[id]/plan/route';
import { POST as restorePerson } from '@/app/api/cohorts/[id]/removals/[removal]/route';
import { POST as importRoster } from '@/app/api/cohorts/[id]/roster/route';
import { PUT as changeCohort, GET as readSetup } from '@/app/api/cohorts/[id]/settings/route';
import { GET as readPair } from '@/app/api/cohorts/[id]/similarity/pair/route';
import { GET as readSimilarity } from '@/app/api/cohorts/[id]/similarity/route';
import { GET as readStaffSubmission } from '@/app/api/cohorts/[id]/submissions/[submission]/route';
import { DELETE as takeOffAgenda } from '@/app/api/cohorts/[id]/teams/[team]/follow-ups/[item]/route';
import { POST as putOnAgenda } from '@/app/api/cohorts/[id]/teams/[team]/follow-ups/route';
import { DELETE as revokeToken } from '@/app/api/cohorts/[id]/tokens/[token]/route';
import { POST as makeToken, GET as readTokens } from '@/app/api/cohorts/[id]/tokens/route';
import { PUT as setAside } from '@/app/api/cohorts/[id]/watchlist/[user]/route';
import { PUT as changeWatchRules, GET as readWatchlist } from '@/app/api/cohorts/[id]/watchlist/route';
import { POST as joinCohort } from '@/app/api/cohorts/join/route';
import { POST as createCohort, GET as listCohorts } from '@/app/api/cohorts/route';
import { GET as readCommentRevisions } from '@/app/api/comments/[id]/revisions/route';
import { DELETE as deleteComment, PATCH as editComment } from '@/app/api/comments/[id]/route';
import { GET as findAnything } from '@/app/api/find/route';
import { GET as readOwnGrades } from '@/app/api/grades/route';
import { POST as takeInvitation } from '@/app/api/invitations/route';
import { GET as readLayers } from '@/app/api/layers/route';
import { GET as readLogDay, PUT as saveLogDay } from '@/app/api/log/day/route';
import { PUT as changeEntry, DELETE as deleteEntry, GET as readEntry } from '@/app/api/log/entries/[id]/route';
import { GET as listEntries } from '@/app/api/log/entries/route';
import { GET as exportLog } from '@/app/api/log/export/route';
import { GET as readLog } from '@/app/api/log/route';
import { GET as readTeamLog } from '@/app/api/log/team/route';
import { POST as answerLaunch, GET as askLaunch } from '@/app/api/lti/account/route';
import { PUT as linkContext, GET as readContext } from '@/app/api/lti/contexts/[id]/route';
import { PUT as changePlatform, DELETE as removePlatform } from '@/app/api/lti/platforms/[id]/route';
import { POST as invitePlatform } from '@/app/api/lti/platforms/invitations/route';
import { GET as listPlatforms, POST as registerPlatform } from '@/app/api/lti/platforms/route';
import { GET as countInbox } from '@/app/api/notifications/count/route';
import { PUT as markRead, GET as readInbox } from '@/app/api/notifications/route';
import { GET as readSettings, PUT as saveSettings } from '@/app/api/notifications/settings/route';
import { POST as unsubscribe } from '@/app/api/notifications/unsubscribe/route';
import { GET as readOverride } from '@/app/api/overrides/route';
import { GET as readSiteAudit } from '@/app/api/site/audit/route';
import { POST as erasePerson, DELETE as keepPerson } from '@/app/api/site/people/[id]/erasure/route';
import { GET as exportPerson } from '@/app/api/site/people/[id]/export/route';
import { GET as findPerson } from '@/app/api/site/people/route';
import { POST as applyRetention, GET as readRetention, PUT as setRetention } from '@/app/api/site/retention/route';
import { GET as readComments, POST as writeComment } from '@/app/api/submissions/[id]/comments/route';
import { GET as apiExercises } from '@/app/api/v1/cohorts/[id]/exercises/route';
import { GET as apiGrade } from '@/app/api/v1/cohorts/[id]/grades/[user]/route';
import { GET as apiGrades } from '@/app/api/v1/cohorts/[id]/grades/route';
import { GET as apiLearners } from '@/app/api/v1/cohorts/[id]/learners/route';
import { GET as apiCohort } from '@/app/api/v1/cohorts/[id]/route';
import { GET as apiSubmissions } from '@/app/api/v1/cohorts/[id]/submissions/route';
import { GET as apiCohorts } from '@/app/api/v1/cohorts/route';
import { DELETE as leaveView } from '@/app/api/view/route';
import { GET as readOwnWatch } from '@/app/api/watchlist/route';
import { REACTIONS } from '@/contracts/discussion';
import { WATCH_DEFAULTS } from '@/contracts/watchlist';
import { hashToken } from '@/server/accounts/tokens';
import { db, disconnect, pool } from '@/server/db';
import { check, draft, Member, makeWorld, submission, type World } from './discussion-world';
import { Learner } from './learner';
import { DENSE, RELU } from './manifest';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

/** `learner` opened the threads and wrote their first posts. */
const PEOPLE = [
  'nobody',
  'guest',
  'learner',
  'teammate',
  'other team',
  'assistant',
  'instructor',
  'other cohort’s learner',
  'other cohort’s instructor',
  'admin',
] as const;

/** First folders under `app/api` of which every route must have a row. */
const COVERED = [
  'threads',
  'posts',
  'moments',
  'moderation',
  'log',
  'notifications',
  'find',
  'invitations',
  'layers',
  'overrides',
  'cohorts',
  'grades',
  'site',
  'watchlist',
  'announcements',
  'view',
  'submissions/[id]/comments',
  'comments',
  'lti/account',
  'lti/contexts',
  'lti/platforms',
  'v1/cohorts',
];

let world: World;
let people: Member[];
/** Of the learner: it failed its one check. */
let failed: string;
/** Of the other team’s learner. */
let passed: string;

beforeAll(async () => {
  world = await makeWorld();
  const guest = new Member();
  for (const [name, value] of (await Learner.guest()).cookies) guest.cookies.set(name, value);
  const { ada, ben, cho, assistant, instructor, stranger, otherInstructor, admin } = world;
  people = [new Member(), guest, ada, ben, cho, assistant, instructor, stranger, otherInstructor, admin];
  failed = await submission(ada, { passed: false, cohortId: world.cohort, checks: [check('values')] });
  passed = await submission(world.cho, { passed: true, cohortId: world.cohort, exerciseId: RELU });
});
afterAll(disconnect);

interface Things {
  teamThread: string;
  /** The learner's first post in it. */
  post: string;
  /** The teammate's, reported by the learner. */
  reply: string;
  cohortThread: string;
  cohortPost: string;
  /** The learner's: it shows `failed`. */
  snapshot: string;
  checkThread: string;
  /** Passes an exercise that nobody has passed. */
  spoiler: string;
  hiddenPost: string;
  hiddenThread: string;
  /** Another thread of the team. */
  second: string;
  /** Of the learner's log: shared with the team, and with nobody. */
  sharedEntry: string;
  ownEntry: string;
  /** Of the assistant, on the learner's `failed`. */
  comment: string;
  agendaItem: string;
  /** To the cohort, and the token of its link. */
  invitation: string;
  token: string;
  /** Somebody in the cohort, and the removal of somebody who was. */
  goer: string;
  removal: string;
  /** Of the assistant: not sent, and sent to the team. */
  draftAnnouncement: string;
  teamAnnouncement: string;
  /** An API token of the instructor's. */
  apiToken: string;
  /** A learning platform, and a course on it that the instructor teaches and has linked. */
  platform: string;
  course: string;
}

async function makeThings(): Promise<Things> {
  const { ada, ben, dan, cohort, team } = world;
  await pool.query('DELETE FROM thread; DELETE FROM posting_ban; DELETE FROM log_entry');
  await pool.query(
    'DELETE FROM submission_comment; DELETE FROM grade_override; DELETE FROM extension; DELETE FROM announcement',
  );
  const planned = { cohortId: cohort, exerciseId: DENSE };
  await db.assignment.upsert({
    where: { cohortId_exerciseId: planned },
    create: { ...planned, dueAt: new Date('2026-12-06T14:59:59Z') },
    update: {},
  });
  await pool.query(`DELETE FROM invitation; DELETE FROM enrolment_change; DELETE FROM "user" WHERE name = 'Goer'`);
  await pool.query('DELETE FROM api_token; DELETE FROM lti_platform; DELETE FROM lti_identity');
  const post = (number: number, authorId: string, more = {}) => ({
    ...{ id: randomUUID(), number, authorId, clientId: randomUUID(), body: 'words' },
    ...more,
  });
  const thread = async (teamId: string | null, posts: ReturnType<typeof post>[], more = {}) => {
    const row = {
      cohortId: cohort,
      teamId,
      authorId: ada.userId,
      title: 'T',
      anchor: 'FREE' as const,
      lastNumber: posts.length,
    };
    const { id } = await db.thread.create({
      data: { ...row, ...more, posts: { create: posts } },
      select: { id: true },
    });
    return id;
  };
  const entry = async (day: number, visibility: 'ME' | 'TEAM') => {
    const data = {
      userId: ada.userId,
      day: new Date(day * 86_400_000),
      timeZone: 'UTC',
      visibility,
      postedAt: new Date(),
    };
    return (await db.logEntry.create({ data, select: { id: true } })).id;
  };
  const announcement = async (more: object) => {
    const row = { cohortId: cohort, authorId: world.assistant.userId, clientId: randomUUID(), ...announced };
    return (await db.announcement.create({ data: { ...row, ...more }, select: { id: true } })).id;
  };
  const [first, reply] = [post(1, ada.userId), post(2, ben.userId)];
  const [snapshot, spoiler] = [
    post(3, ada.userId, { submissionId: failed }),
    post(4, ada.userId, { spoilsExerciseId: DENSE }),
  ];
  const hiddenPost = post(5, ada.userId, { hiddenAt: new Date() });
  const cohortPost = post(1, ada.userId);
  const things = {
    teamThread: await thread(team, [first, reply, snapshot, spoiler, hiddenPost]),
    ...{ post: first.id, reply: reply.id, snapshot: snapshot.id, spoiler: spoiler.id, hiddenPost: hiddenPost.id },
    ...{ cohortThread: await thread(null, [cohortPost]), cohortPost: cohortPost.id },
    checkThread: await thread(team, [post(1, ada.userId)], {
      anchor: 'CHECK',
      submissionId: failed,
      checkId: 'values',
      exerciseId: DENSE,
    }),
    hiddenThread: await thread(team, [post(1, ada.userId)], { hiddenAt: new Date() }),
    second: await thread(team, [post(1, ada.userId)]),
    sharedEntry: await entry(1, 'TEAM'),
    ownEntry: await entry(2, 'ME'),
    comment: randomUUID(),
    agendaItem: randomUUID(),
    ...{ invitation: randomUUID(), token: randomUUID(), goer: randomUUID(), removal: randomUUID() },
    draftAnnouncement: await announcement({}),
    teamAnnouncement: await announcement({ toTeams: true, sentAt: new Date(), teams: { create: { teamId: team } } }),
    ...{ apiToken: randomUUID(), platform: randomUUID(), course: randomUUID() },
  };
  await db.submissionComment.create({
    data: {
      ...{ id: things.comment, submissionId: failed, authorId: world.assistant.userId, clientId: randomUUID() },
      ...{ lineFrom: 1, lineTo: 1, body: 'Why?' },
    },
  });
  const { id: sessionId } = await db.peerSession.upsert({
    where: { teamId_day: { teamId: team, day: new Date('2030-03-01') } },
    create: { teamId: team, day: new Date('2030-03-01'), agenda: {} },
    update: {},
  });
  await db.sessionItem.create({
    data: { id: things.agendaItem, sessionId, kind: 'FOLLOW_UP', text: 'x', authorId: world.assistant.userId },
  });
  await db.invitation.create({
    data: {
      ...{ id: things.invitation, cohortId: cohort, email: 'new@x.org', locale: 'en' },
      ...{ tokenHash: hashToken(things.token), expiresAt: new Date(Date.now() + 60_000) },
    },
  });
  for (const id of [things.goer, things.removal]) {
    await db.user.create({ data: { id, name: 'Goer', email: `${id}@x.org` } });
  }
  await db.enrolment.create({ data: { userId: things.goer, cohortId: cohort } });
  await db.enrolmentChange.create({
    data: { id: things.removal, cohortId: cohort, userId: things.removal, kind: 'REMOVED', role: 'LEARNER' },
  });
  const { instructor } = world;
  await db.apiToken.create({
    data: {
      ...{ id: things.apiToken, userId: instructor.userId, name: 'x', hash: 'x', ending: 'x', scopes: [] },
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  });
  await db.ltiPlatform.create({ data: { ...platformInput, id: things.platform } });
  await db.ltiContext.create({
    data: {
      ...{
        id: things.course,
        platformId: things.platform,
        deploymentId: '1',
        contextId: '1',
        title: 'T',
        cohortId: cohort,
      },
      members: { create: { subject: 'x', role: 'INSTRUCTOR' } },
    },
  });
  const { issuer } = platformInput;
  await db.ltiIdentity.create({ data: { issuer, subject: 'x', userId: instructor.userId } });
  await db.postReport.create({ data: { postId: reply.id, reporterId: ada.userId, reason: 'x' } });
  await db.postingBan.create({ data: { userId: dan.userId, cohortId: cohort, createdById: 'x', reason: 'x' } });
  return things;
}

type Ask = (who: Member, things: Things) => Promise<{ status: number }>;
type Row = readonly [route: string, what: string, ask: Ask, ...statuses: number[]];

const opening = (team: string | null, anchor: unknown = { kind: 'free' }) => ({
  ...{ cohort: world.cohort, team, title: 'T', anchor, post: draft() },
});
const of = (id: string) => ({ context: { params: Promise.resolve({ id }) } });
const ofPerson = (user: string) => ({ context: { params: Promise.resolve({ id: world.cohort, user }) } });
const ofTeam = (item = '') => ({
  context: { params: Promise.resolve({ id: world.cohort, team: world.team, item }) },
});
const ofAda = () => ofPerson(world.ada.userId);
const ofFailed = () => ({ context: { params: Promise.resolve({ id: world.cohort, submission: failed }) } });
const ofAnnouncement = (announcement: string) => ({
  context: { params: Promise.resolve({ id: world.cohort, announcement }) },
});
/** And leaves again: else nothing more could be asked. */
async function viewAsAda(who: Member) {
  const answer = await who.call(startView, 'POST', undefined, ofAda());
  await who.call(leaveView, 'DELETE');
  return answer;
}
const announced = { title: 'T', body: 'x', locale: 'en' };
const plan = { teams: null, send: { when: 'draft' } };
const ofDense = () => {
  const [unit = '', exercise = ''] = DENSE.split('/');
  return { context: { params: Promise.resolve({ id: world.cohort, unit, exercise }) } };
};
const roster = { roster: { file: Buffer.from('email\nroster@x.org').toString('base64') }, locale: 'en' };
const renewal = { invitations: 'all', send: false, locale: 'en' };
const noParams = { context: { params: Promise.resolve({}) } };
const onLine = (body: object) => ({ clientId: randomUUID(), body: 'x', ...body });
const override = { exercise: DENSE, override: { passed: false, score: 0 }, reason: 'x' };
const extension = { exercise: DENSE, dueOn: '2098-01-01', reason: 'x' };
const grading = {
  rule: { attempts: 'best', late: { percentPerDay: 0, most: 100, nothingAfter: null } },
  weights: [{ exercise: DENSE, weight: 2 }],
};
/** An answer that is a file. */
const askFile = (who: Member) =>
  exportGrades(new Request('http://127.0.0.1:3000/api?format=csv&locale=en', { headers: who.headers() }), {
    params: Promise.resolve({ id: world.cohort }),
  });
const inUtc = { query: { zone: 'UTC' } };
const today = () => new Date().toISOString().slice(0, 10);
const fields = { learned: 'x', derived: '', mistake: '', question: '', thanks: '' };
const settings = { muted: [], digest: false, timeZone: 'UTC', quietFrom: 0, quietTo: 0, digestAt: 0 };
const cohortSettings = {
  ...{ name: 'C', timeZone: 'UTC', startsOn: '2026-11-30', endsOn: null, sessionDays: [1], teamSize: 4 },
  ...{ solutionsOpen: 'AFTER_PASS', countAfterSolution: false },
};
const platformInput = {
  ...{
    name: 'P',
    issuer: 'https://school.test',
    clientId: '1',
    deploymentIds: ['1'],
    authUrl: 'https://school.test/a',
  },
  ...{ tokenUrl: 'https://school.test/t', jwksUrl: 'https://school.test/k' },
};
const tokenInput = { name: 'T', scopes: ['grades:read'], days: 30, everyCohort: false };
const ofToken = (token: string) => ({ context: { params: Promise.resolve({ id: world.cohort, token }) } });
const edited = { body: 'other words', revision: 0 };

// biome-ignore format: a table
const ROWS: Row[] = [
  //                                                                                                              nobody guest  learner mate  other  assist instr  otherL otherI admin
  ['GET /api/threads', 'lists', (who) => who.list(),                                                                 401,  401,  200,  200,  200,  200,  200,  200,  200,  200],
  ['POST /api/threads', 'opens one in the team', (who) => who.open(opening(world.team)),                             401,  401,  201,  201,  404,  201,  201,  404,  404,  201],
  ['POST /api/threads', 'opens one in the cohort', (who) => who.open(opening(null)),                                 401,  401,  201,  201,  201,  201,  201,  404,  404,  201],
  ['POST /api/threads', 'opens one on the learner’s check', (who) => who.open(opening(world.team, { kind: 'check', submission: failed, check: 'values' })),
                                                                                                                     401,  401,  201,  201,  404,  201,  201,  404,  404,  201],
  ['GET /api/threads/places', 'asks where', (who) => who.places(),                                                   401,  401,  200,  200,  200,  200,  200,  200,  200,  200],
  ['GET /api/threads/people', 'asks whom, in a thread', (who, { teamThread }) => who.people({ thread: teamThread }), 401,  401,  200,  200,  404,  200,  200,  404,  404,  200],
  ['GET /api/threads/people', 'asks whom, in a cohort', (who) => who.people({ cohort: world.cohort }),               401,  401,  200,  200,  200,  200,  200,  404,  404,  200],
  ['GET /api/threads/people', 'asks whom, in a team', (who) => who.people({ cohort: world.cohort, team: world.team }),
                                                                                                                     401,  401,  200,  200,  404,  200,  200,  404,  404,  200],
  ['GET /api/threads/trouble', 'asks for the learner’s', (who) => who.trouble(failed),                               401,  401,  200,  404,  404,  404,  404,  404,  404,  404],
  ['GET /api/threads/[id]', 'reads the team’s', (who, { teamThread }) => who.read(teamThread),                       401,  401,  200,  200,  404,  200,  200,  404,  404,  200],
  ['GET /api/threads/[id]', 'reads the cohort’s', (who, { cohortThread }) => who.read(cohortThread),                 401,  401,  200,  200,  200,  200,  200,  404,  404,  200],
  ['GET /api/threads/[id]', 'reads a hidden one', (who, { hiddenThread }) => who.read(hiddenThread),                 401,  401,  200,  404,  404,  200,  200,  404,  404,  200],
  ['PATCH /api/threads/[id]', 'renames', (who, { teamThread }) => who.act(teamThread, { action: 'rename', title: 'U' }),
                                                                                                                     401,  401,  200,  403,  404,  200,  200,  404,  404,  200],
  ['PATCH /api/threads/[id]', 'resolves', (who, { teamThread }) => who.act(teamThread, { action: 'resolve', resolved: true }),
                                                                                                                     401,  401,  200,  403,  404,  200,  200,  404,  404,  200],
  ['PATCH /api/threads/[id]', 'marks the answer', (who, { teamThread, reply }) => who.act(teamThread, { action: 'answer', post: reply }),
                                                                                                                     401,  401,  200,  403,  404,  200,  200,  404,  404,  200],
  ['PATCH /api/threads/[id]', 'locks', (who, { teamThread }) => who.act(teamThread, { action: 'lock', locked: true }),
                                                                                                                     401,  401,  403,  403,  404,  200,  200,  404,  404,  200],
  ['PATCH /api/threads/[id]', 'pins', (who, { cohortThread }) => who.act(cohortThread, { action: 'pin', pinned: true }),
                                                                                                                     401,  401,  403,  403,  403,  200,  200,  404,  404,  200],
  ['PATCH /api/threads/[id]', 'hides', (who, { teamThread }) => who.act(teamThread, { action: 'hide', hidden: true }),
                                                                                                                     401,  401,  403,  403,  404,  200,  200,  404,  404,  200],
  ['PATCH /api/threads/[id]', 'moves', (who, { teamThread }) => who.act(teamThread, { action: 'move', team: null }), 401,  401,  403,  403,  404,  200,  200,  404,  404,  200],
  ['PATCH /api/threads/[id]', 'merges', (who, { teamThread, second }) => who.act(second, { action: 'merge', into: teamThread }),
                                                                                                                     401,  401,  403,  403,  404,  200,  200,  404,  404,  200],
  ['POST /api/threads/[id]/posts', 'posts to the team’s', (who, { teamThread }) => who.write(teamThread, draft()),   401,  401,  201,  201,  404,  201,  201,  404,  404,  201],
  ['POST /api/threads/[id]/posts', 'posts to the cohort’s', (who, { cohortThread }) => who.write(cohortThread, draft()),
                                                                                                                     401,  401,  201,  201,  201,  201,  201,  404,  404,  201],
  ['POST /api/threads/[id]/posts', 'shows the learner’s submission', (who, { teamThread }) => who.write(teamThread, draft({ snapshot: failed })),
                                                                                                                     401,  401,  201,  404,  404,  404,  404,  404,  404,  404],
  ['POST /api/threads/[id]/posts', 'quotes a spoiler', (who, { teamThread, spoiler }) => who.write(teamThread, draft({ replyTo: spoiler })),
                                                                                                                     401,  401,  201,  404,  404,  201,  201,  404,  404,  201],
  ['POST /api/threads/[id]/posts', 'quotes from a thread elsewhere', (who, { cohortThread, post }) => who.write(cohortThread, draft({ replyTo: post })),
                                                                                                                     401,  401,  404,  404,  404,  404,  404,  404,  404,  404],
  ['PUT /api/threads/[id]/reading', 'reads on', (who, { teamThread }) => who.reading(teamThread, { lastRead: 1 }),   401,  401,  200,  200,  404,  200,  200,  404,  404,  200],
  ['GET /api/threads/[id]/subject', 'asks what it is about', (who, { checkThread }) => who.subject(checkThread),     401,  401,  200,  200,  404,  200,  200,  404,  404,  200],
  ['GET /api/posts/[id]', 'reads the team’s', (who, { post }) => who.post(post),                                     401,  401,  200,  200,  404,  200,  200,  404,  404,  200],
  ['GET /api/posts/[id]', 'reads the cohort’s', (who, { cohortPost }) => who.post(cohortPost),                       401,  401,  200,  200,  200,  200,  200,  404,  404,  200],
  ['PATCH /api/posts/[id]', 'edits the learner’s', (who, { post }) => who.edit(post, edited),                        401,  401,  200,  403,  404,  403,  403,  404,  404,  403],
  ['PATCH /api/posts/[id]', 'edits the learner’s spoiler', (who, { spoiler }) => who.edit(spoiler, edited),          401,  401,  200,  404,  404,  403,  403,  404,  404,  403],
  ['DELETE /api/posts/[id]', 'deletes the learner’s', (who, { post }) => who.remove(post),                           401,  401,  200,  403,  404,  200,  200,  404,  404,  200],
  ['DELETE /api/posts/[id]', 'deletes the teammate’s', (who, { reply }) => who.remove(reply),                        401,  401,  403,  200,  404,  200,  200,  404,  404,  200],
  ['GET /api/posts/[id]/revisions', 'reads earlier versions', (who, { post }) => who.revisions(post),                401,  401,  200,  200,  404,  200,  200,  404,  404,  200],
  ['GET /api/posts/[id]/revisions', 'of a spoiler', (who, { spoiler }) => who.revisions(spoiler),                    401,  401,  200,  404,  404,  200,  200,  404,  404,  200],
  ['GET /api/posts/[id]/revisions', 'of a hidden one', (who, { hiddenPost }) => who.revisions(hiddenPost),           401,  401,  200,  404,  404,  200,  200,  404,  404,  200],
  ['PUT /api/posts/[id]/reactions', 'reacts', (who, { post }) => who.react(post, REACTIONS[0]),                      401,  401,  200,  200,  404,  200,  200,  404,  404,  200],
  ['PUT /api/posts/[id]/reactions', 'reacts to a spoiler', (who, { spoiler }) => who.react(spoiler, REACTIONS[0]),   401,  401,  200,  404,  404,  200,  200,  404,  404,  200],
  ['POST /api/posts/[id]/reports', 'reports the learner’s', (who, { post }) => who.report(post),                     401,  401,  403,  201,  404,  201,  201,  404,  404,  201],
  ['GET /api/posts/[id]/snapshot', 'opens what it shows', (who, { snapshot }) => who.snapshot(snapshot),             401,  401,  200,  200,  404,  200,  200,  404,  404,  200],
  ['POST /api/moments', 'types', (who, { teamThread }) => who.moment({ type: 'typing', thread: teamThread }),        401,  401,  202,  202,  404,  202,  202,  404,  404,  202],
  ['POST /api/moments', 'is there', (who, { cohortThread }) => who.moment({ type: 'presence', thread: cohortThread, state: 'here' }),
                                                                                                                     401,  401,  202,  202,  202,  202,  202,  404,  404,  202],
  ['GET /api/moderation', 'reads the queue', (who) => who.moderation(world.cohort),                                  401,  401,  404,  404,  404,  200,  200,  404,  404,  200],
  ['POST /api/moderation', 'hides a post', (who, { cohortPost }) => who.moderate({ action: 'hide-post', post: cohortPost, hidden: true }),
                                                                                                                     401,  401,  403,  403,  403,  200,  200,  404,  404,  200],
  ['POST /api/moderation', 'shows a hidden post', (who, { hiddenPost }) => who.moderate({ action: 'hide-post', post: hiddenPost, hidden: false }),
                                                                                                                     401,  401,  403,  404,  404,  200,  200,  404,  404,  200],
  ['POST /api/moderation', 'dismisses reports', (who, { reply }) => who.moderate({ action: 'dismiss-reports', post: reply }),
                                                                                                                     401,  401,  403,  403,  404,  200,  200,  404,  404,  200],
  ['POST /api/moderation', 'bans', (who) => who.moderate({ action: 'ban', cohort: world.cohort, user: world.cho.userId, until: null, reason: 'x' }),
                                                                                                                     401,  401,  403,  403,  403,  403,  200,  404,  404,  200],
  ['POST /api/moderation', 'lifts a ban', (who) => who.moderate({ action: 'lift-ban', cohort: world.cohort, user: world.dan.userId }),
                                                                                                                     401,  401,  403,  403,  403,  403,  200,  404,  404,  200],
  ['GET /api/moderation/audit', 'reads what staff did', (who) => who.audit(world.cohort),                            401,  401,  404,  404,  404,  404,  200,  404,  404,  200],
  ['GET /api/log', 'reads their own calendar', (who) => who.call(readLog, 'GET', undefined, inUtc),                   401,  401,  200,  200,  200,  200,  200,  200,  200,  200],
  ['GET /api/log/day', 'reads their own day', (who) => who.call(readLogDay, 'GET', undefined, inUtc),                401,  401,  200,  200,  200,  200,  200,  200,  200,  200],
  ['PUT /api/log/day', 'writes their own', (who) => who.call(saveLogDay, 'PUT', { day: today(), zone: 'UTC', fields, baseRevision: 0 }),
                                                                                                                     401,  401,  200,  200,  200,  200,  200,  200,  200,  200],
  ['GET /api/log/entries', 'lists their own', (who) => who.call(listEntries, 'GET'),                                 401,  401,  200,  200,  200,  200,  200,  200,  200,  200],
  ['GET /api/log/entries/[id]', 'reads what the learner shares with the team', (who, { sharedEntry }) => who.call(readEntry, 'GET', undefined, of(sharedEntry)),
                                                                                                                     401,  401,  200,  200,  404,  200,  200,  404,  404,  200],
  ['GET /api/log/entries/[id]', 'reads what the learner keeps', (who, { ownEntry }) => who.call(readEntry, 'GET', undefined, of(ownEntry)),
                                                                                                                     401,  401,  200,  404,  404,  404,  404,  404,  404,  404],
  ['PUT /api/log/entries/[id]', 'shares the learner’s', (who, { sharedEntry }) => who.call(changeEntry, 'PUT', { action: 'share', visibility: 'cohort' }, of(sharedEntry)),
                                                                                                                     401,  401,  200,  404,  404,  404,  404,  404,  404,  404],
  ['DELETE /api/log/entries/[id]', 'deletes the learner’s', (who, { sharedEntry }) => who.call(deleteEntry, 'DELETE', undefined, of(sharedEntry)),
                                                                                                                     401,  401,  200,  404,  404,  404,  404,  404,  404,  404],
  ['GET /api/log/team', 'reads the team log', (who) => who.call(readTeamLog, 'GET', undefined, { query: { day: today() } }),
                                                                                                                     401,  401,  200,  200,  200,  200,  200,  200,  200,  200],
  ['GET /api/log/export', 'exports their own', (who) => exportLog(new Request('http://127.0.0.1/?locale=en', { headers: who.headers() }), undefined),
                                                                                                                     401,  401,  200,  200,  200,  200,  200,  200,  200,  200],
  ['GET /api/notifications', 'reads their inbox', (who) => who.call(readInbox, 'GET'),                               401,  401,  200,  200,  200,  200,  200,  200,  200,  200],
  ['PUT /api/notifications', 'marks their lines', (who) => who.call(markRead, 'PUT', { read: 'all' }),               401,  401,  200,  200,  200,  200,  200,  200,  200,  200],
  ['GET /api/notifications/count', 'counts their lines', (who) => who.call(countInbox, 'GET'),                       401,  401,  200,  200,  200,  200,  200,  200,  200,  200],
  ['GET /api/notifications/settings', 'reads their settings', (who) => who.call(readSettings, 'GET'),                401,  401,  200,  200,  200,  200,  200,  200,  200,  200],
  ['PUT /api/notifications/settings', 'changes their settings', (who) => who.call(saveSettings, 'PUT', settings),    401,  401,  200,  200,  200,  200,  200,  200,  200,  200],
  ['POST /api/notifications/unsubscribe', 'forges the learner’s link', (who) => who.call(unsubscribe, 'POST', undefined, { query: { user: world.ada.userId, token: 'x' } }),
                                                                                                                     404,  404,  404,  404,  404,  404,  404,  404,  404,  404],
  ['GET /api/layers', 'reads their own layers', (who) => who.call(readLayers, 'GET'),                                200,  200,  200,  200,  200,  200,  200,  200,  200,  200],
  ['GET /api/find', 'searches what they may see', (who) => who.call(findAnything, 'GET', undefined, { query: { q: 'words' } }),
                                                                                                                     401,  401,  200,  200,  200,  200,  200,  200,  200,  200],
  ['GET /api/cohorts', 'lists those of which they are staff', (who) => who.call(listCohorts, 'GET'),                 401,  401,  200,  200,  200,  200,  200,  200,  200,  200],
  ['GET /api/cohorts/[id]/matrix', 'reads the matrix', (who) => who.call(readMatrix, 'GET', undefined, of(world.cohort)),
                                                                                                                     401,  401,  404,  404,  404,  200,  200,  404,  404,  200],
  ['GET /api/cohorts/[id]/cells', 'opens a cell of the learner’s', (who) => who.call(readCell, 'GET', undefined, { ...of(world.cohort), query: { learner: world.ada.userId, exercise: DENSE } }),
                                                                                                                     401,  401,  404,  404,  404,  200,  200,  404,  404,  200],
  ['GET /api/cohorts/[id]/peer-instruction', 'reads what teams gained', (who) => who.call(readInstruction, 'GET', undefined, of(world.cohort)),
                                                                                                                     401,  401,  404,  404,  404,  200,  200,  404,  404,  200],
  ['POST /api/cohorts', 'makes one', (who) => who.call(createCohort, 'POST', cohortSettings),                         401,  401,  403,  403,  403,  403,  201,  403,  201,  201],
  ['GET /api/cohorts/[id]/settings', 'reads what is set', (who) => who.call(readSetup, 'GET', undefined, of(world.cohort)),
                                                                                                                     401,  401,  404,  404,  404,  200,  200,  404,  404,  200],
  ['PUT /api/cohorts/[id]/settings', 'changes it', (who) => who.call(changeCohort, 'PUT', cohortSettings, of(world.cohort)),
                                                                                                                     401,  401,  404,  404,  404,  403,  200,  404,  404,  200],
  ['PUT /api/cohorts/[id]/plan', 'changes the plan', (who) => who.call(changePlan, 'PUT', { exercises: [] }, of(world.cohort)),
                                                                                                                     401,  401,  404,  404,  404,  403,  200,  404,  404,  200],
  ['POST /api/cohorts/[id]/plan', 'lays it out anew', (who) => who.call(layOutPlan, 'POST', undefined, of(world.cohort)),
                                                                                                                     401,  401,  404,  404,  404,  403,  200,  404,  404,  200],
  ['POST /api/cohorts/[id]/copy', 'copies it', (who) => who.call(copyCohort, 'POST', { name: 'Copy', startsOn: '2027-03-02' }, of(world.cohort)),
                                                                                                                     401,  401,  404,  404,  404,  403,  201,  404,  404,  201],
  ['POST /api/cohorts/[id]/archive', 'brings back what is not away', (who) => who.call(archiveCohort, 'POST', { archived: false }, of(world.cohort)),
                                                                                                                     401,  401,  404,  404,  404,  403,  403,  404,  404,  200],
  ['POST /api/cohorts/join', 'guesses a code', (who) => who.call(joinCohort, 'POST', { code: 'ABCDEFGH' }),          401,  401,  404,  404,  404,  404,  404,  404,  404,  404],
  ['GET /api/cohorts/[id]/learners/[user]', 'looks at the learner', (who) => who.call(readLearner, 'GET', undefined, ofAda()),
                                                                                                                     401,  401,  404,  404,  404,  200,  200,  404,  404,  200],
  ['GET /api/cohorts/[id]/learners/[user]/timeline', 'looks at what the learner did', (who) => who.call(readTimeline, 'GET', undefined, ofAda()),
                                                                                                                     401,  401,  404,  404,  404,  200,  200,  404,  404,  200],
  ['PUT /api/cohorts/[id]/learners/[user]/overrides', 'sets the learner’s grade', (who) => who.call(setOverride, 'PUT', override, ofAda()),
                                                                                                                     401,  401,  404,  404,  404,  403,  200,  404,  404,  200],
  ['PUT /api/cohorts/[id]/learners/[user]/extensions', 'extends the learner’s due date', (who) => who.call(setExtension, 'PUT', extension, ofAda()),
                                                                                                                     401,  401,  404,  404,  404,  403,  200,  404,  404,  200],
  ['GET /api/cohorts/[id]/learners/[user]/grades', 'sees the learner’s grades', (who) => who.call(readGrades, 'GET', undefined, ofAda()),
                                                                                                                     401,  401,  404,  404,  404,  200,  200,  404,  404,  200],
  ['GET /api/cohorts/[id]/gradebook', 'reads the gradebook', (who) => who.call(readGradebook, 'GET', undefined, of(world.cohort)),
                                                                                                                     401,  401,  404,  404,  404,  200,  200,  404,  404,  200],
  ['GET /api/cohorts/[id]/gradebook/cells', 'asks how one of the learner’s came about', (who) => who.call(readGradeCell, 'GET', undefined, { ...of(world.cohort), query: { learner: world.ada.userId, exercise: DENSE } }),
                                                                                                                     401,  401,  404,  404,  404,  200,  200,  404,  404,  200],
  ['GET /api/cohorts/[id]/gradebook/export', 'takes the gradebook away', (who) => askFile(who),                      401,  401,  404,  404,  404,  200,  200,  404,  404,  200],
  ['GET /api/cohorts/[id]/grading', 'reads how grades come about', (who) => who.call(readGrading, 'GET', undefined, of(world.cohort)),
                                                                                                                     401,  401,  404,  404,  404,  200,  200,  404,  404,  200],
  ['PUT /api/cohorts/[id]/grading', 'changes how grades come about', (who) => who.call(changeGrading, 'PUT', grading, of(world.cohort)),
                                                                                                                     401,  401,  404,  404,  404,  403,  200,  404,  404,  200],
  ['GET /api/grades', 'reads their own grades', (who) => who.call(readOwnGrades, 'GET'),                             401,  401,  200,  200,  200,  200,  200,  200,  200,  200],
  ['GET /api/cohorts/[id]/submissions/[submission]', 'opens the learner’s submission', (who) => who.call(readStaffSubmission, 'GET', undefined, ofFailed()),
                                                                                                                     401,  401,  404,  404,  404,  200,  200,  404,  404,  200],
  ['GET /api/cohorts/[id]/exercises/[unit]/[exercise]', 'asks how an exercise went', (who) => who.call(readExercise, 'GET', undefined, ofDense()),
                                                                                                                     401,  401,  404,  404,  404,  200,  200,  404,  404,  200],
  ['GET /api/cohorts/[id]/similarity', 'asks who wrote alike work', (who) => who.call(readSimilarity, 'GET', undefined, { ...of(world.cohort), query: { exercise: DENSE } }),
                                                                                                                     401,  401,  404,  404,  404,  200,  200,  404,  404,  200],
  ['GET /api/cohorts/[id]/similarity/pair', 'compares with the solution what has not passed', (who) => who.call(readPair, 'GET', undefined, { ...of(world.cohort), query: { submission: failed, with: 'solution' } }),
                                                                                                                     401,  401,  404,  404,  404,  404,  404,  404,  404,  404],
  ['GET /api/cohorts/[id]/similarity/pair', 'compares a pass with the solution', (who) => who.call(readPair, 'GET', undefined, { ...of(world.cohort), query: { submission: passed, with: 'solution' } }),
                                                                                                                     401,  401,  404,  404,  404,  200,  200,  404,  404,  200],
  ['GET /api/submissions/[id]/comments', 'reads what is said on it', (who) => who.call(readComments, 'GET', undefined, of(failed)),
                                                                                                                     401,  401,  200,  404,  404,  200,  200,  404,  404,  200],
  ['POST /api/submissions/[id]/comments', 'comments on it', (who) => who.call(writeComment, 'POST', onLine({ on: { from: 1, to: 1 } }), of(failed)),
                                                                                                                     401,  401,  403,  404,  404,  201,  201,  404,  404,  201],
  ['POST /api/submissions/[id]/comments', 'answers a comment', (who, { comment }) => who.call(writeComment, 'POST', onLine({ on: { answerTo: comment } }), of(failed)),
                                                                                                                     401,  401,  201,  404,  404,  201,  201,  404,  404,  201],
  ['GET /api/comments/[id]/revisions', 'reads what a comment said before', (who, { comment }) => who.call(readCommentRevisions, 'GET', undefined, of(comment)),
                                                                                                                     401,  401,  200,  404,  404,  200,  200,  404,  404,  200],
  ['PATCH /api/comments/[id]', 'edits the assistant’s comment', (who, { comment }) => who.call(editComment, 'PATCH', { body: 'x', revision: 0 }, of(comment)),
                                                                                                                     401,  401,  403,  404,  404,  200,  403,  404,  404,  403],
  ['DELETE /api/comments/[id]', 'deletes the assistant’s comment', (who, { comment }) => who.call(deleteComment, 'DELETE', undefined, of(comment)),
                                                                                                                     401,  401,  403,  404,  404,  200,  200,  404,  404,  200],
  ['GET /api/site/audit', 'reads what was done about people', (who) => who.call(readSiteAudit, 'GET'),
                                                                                                                     401,  401,  403,  403,  403,  403,  403,  403,  403,  200],
  ['GET /api/site/people', 'looks for the learner', (who) => who.call(findPerson, 'GET', undefined, { query: { email: 'ada@course.test' } }),
                                                                                                                     401,  401,  403,  403,  403,  403,  403,  403,  403,  200],
  ['GET /api/site/people/[id]/export', 'exports the learner', (who) => who.call(exportPerson, 'GET', undefined, of(world.ada.userId)),
                                                                                                                     401,  401,  403,  403,  403,  403,  403,  403,  403,  200],
  ['POST /api/site/people/[id]/erasure', 'plans to erase the learner', (who) => who.call(erasePerson, 'POST', { posts: 'keep', at: 'later', reason: 'x' }, of(world.ada.userId)),
                                                                                                                     401,  401,  403,  403,  403,  403,  403,  403,  403,  200],
  ['DELETE /api/site/people/[id]/erasure', 'lets the learner stay', (who) => who.call(keepPerson, 'DELETE', undefined, of(world.ada.userId)),
                                                                                                                     401,  401,  403,  403,  403,  403,  403,  403,  403,  200],
  ['GET /api/site/retention', 'reads how long what is kept', (who) => who.call(readRetention, 'GET'),
                                                                                                                     401,  401,  403,  403,  403,  403,  403,  403,  403,  200],
  ['PUT /api/site/retention', 'changes it', (who) => who.call(setRetention, 'PUT', { cohort: null, kind: 'looks', days: 3000 }),
                                                                                                                     401,  401,  403,  403,  403,  403,  403,  403,  403,  200],
  ['POST /api/site/retention', 'removes what is due', (who) => who.call(applyRetention, 'POST'),
                                                                                                                     401,  401,  403,  403,  403,  403,  403,  403,  403,  200],
  ['GET /api/cohorts/[id]/watchlist', 'reads who may need somebody', (who) => who.call(readWatchlist, 'GET', undefined, of(world.cohort)),
                                                                                                                     401,  401,  404,  404,  404,  200,  200,  404,  404,  200],
  ['PUT /api/cohorts/[id]/watchlist', 'changes by which rules', (who) => who.call(changeWatchRules, 'PUT', WATCH_DEFAULTS, of(world.cohort)),
                                                                                                                     401,  401,  404,  404,  404,  403,  200,  404,  404,  200],
  ['PUT /api/cohorts/[id]/watchlist/[user]', 'sets the learner aside', (who) => who.call(setAside, 'PUT', { aside: null }, ofAda()),
                                                                                                                     401,  401,  404,  404,  404,  200,  200,  404,  404,  200],
  ['POST /api/cohorts/[id]/teams/[team]/follow-ups', 'puts something on the team’s agenda', (who) => who.call(putOnAgenda, 'POST', { id: randomUUID(), text: 'x' }, ofTeam()),
                                                                                                                     401,  401,  404,  404,  404,  201,  201,  404,  404,  201],
  ['DELETE /api/cohorts/[id]/teams/[team]/follow-ups/[item]', 'takes off the agenda what the assistant put on it', (who, { agendaItem }) => who.call(takeOffAgenda, 'DELETE', undefined, ofTeam(agendaItem)),
                                                                                                                     401,  401,  404,  404,  404,  200,  404,  404,  404,  404],
  ['GET /api/watchlist', 'reads what is known of them', (who) => who.call(readOwnWatch, 'GET'),                      401,  401,  200,  200,  200,  200,  200,  200,  200,  200],
  ['GET /api/cohorts/[id]/announcements', 'lists drafts', (who) => who.call(listDrafts, 'GET', undefined, of(world.cohort)),
                                                                                                                     401,  401,  404,  404,  404,  200,  200,  404,  404,  200],
  ['POST /api/cohorts/[id]/announcements', 'announces', (who) => who.call(announce, 'POST', { ...announced, clientId: randomUUID(), plan }, of(world.cohort)),
                                                                                                                     401,  401,  404,  404,  404,  201,  201,  404,  404,  201],
  ['PATCH /api/cohorts/[id]/announcements/[announcement]', 'changes a draft', (who, { draftAnnouncement }) => who.call(changeDraft, 'PATCH', { ...announced, revision: 0, plan }, ofAnnouncement(draftAnnouncement)),
                                                                                                                     401,  401,  404,  404,  404,  200,  200,  404,  404,  200],
  ['DELETE /api/cohorts/[id]/announcements/[announcement]', 'deletes a draft', (who, { draftAnnouncement }) => who.call(deleteDraft, 'DELETE', undefined, ofAnnouncement(draftAnnouncement)),
                                                                                                                     401,  401,  404,  404,  404,  200,  200,  404,  404,  200],
  ['POST /api/cohorts/[id]/learners/[user]/view', 'looks as the learner', viewAsAda,
                                                                                                                     401,  401,  404,  404,  404,  200,  200,  404,  404,  200],
  ['DELETE /api/view', 'leaves that view', (who) => who.call(leaveView, 'DELETE'),                                   200,  200,  200,  200,  200,  200,  200,  200,  200,  200],
  ['GET /api/announcements', 'lists what was sent to them', (who) => who.call(listAnnouncements, 'GET'),             401,  401,  200,  200,  200,  200,  200,  200,  200,  200],
  ['PUT /api/announcements/[id]/reading', 'reads what was sent to the team', (who, { teamAnnouncement }) => who.call(readAnnouncement, 'PUT', undefined, of(teamAnnouncement)),
                                                                                                                     401,  401,  200,  200,  404,  200,  200,  404,  404,  404],
  ['PUT /api/announcements/[id]/reading', 'reads a draft', (who, { draftAnnouncement }) => who.call(readAnnouncement, 'PUT', undefined, of(draftAnnouncement)),
                                                                                                                     401,  401,  404,  404,  404,  404,  404,  404,  404,  404],
  ['GET /api/cohorts/[id]/tokens', 'lists their tokens', (who) => who.call(readTokens, 'GET', undefined, of(world.cohort)),
                                                                                                                     401,  401,  404,  404,  404,  403,  200,  404,  404,  200],
  ['POST /api/cohorts/[id]/tokens', 'makes one', (who) => who.call(makeToken, 'POST', tokenInput, of(world.cohort)),
                                                                                                                     401,  401,  404,  404,  404,  403,  201,  404,  404,  201],
  ['DELETE /api/cohorts/[id]/tokens/[token]', 'ends the instructor’s', (who, { apiToken }) => who.call(revokeToken, 'DELETE', undefined, ofToken(apiToken)),
                                                                                                                     401,  401,  404,  404,  404,  403,  200,  404,  404,  404],
  ['GET /api/cohorts/[id]/lti', 'reads linked courses', (who) => who.call(readCohortLti, 'GET', undefined, of(world.cohort)),
                                                                                                                     401,  401,  404,  404,  404,  200,  200,  404,  404,  200],
  ['POST /api/cohorts/[id]/lti', 'unlinks one', (who, { course }) => who.call(actOnLti, 'POST', { context: course, action: 'unlink' }, of(world.cohort)),
                                                                                                                     401,  401,  404,  404,  404,  403,  200,  404,  404,  200],
  ['GET /api/lti/account', 'asks about a launch that is none of theirs', (who) => who.call(askLaunch, 'GET', undefined, { query: { launch: 'x' } }),
                                                                                                                     401,  401,  404,  404,  404,  404,  404,  404,  404,  404],
  ['POST /api/lti/account', 'answers for it', (who) => who.call(answerLaunch, 'POST', { launch: 'x', link: true }),  401,  401,  404,  404,  404,  404,  404,  404,  404,  404],
  ['GET /api/lti/contexts/[id]', 'reads a course', (who, { course }) => who.call(readContext, 'GET', undefined, of(course)),
                                                                                                                     401,  401,  404,  404,  404,  404,  200,  404,  404,  200],
  ['PUT /api/lti/contexts/[id]', 'links it', (who, { course }) => who.call(linkContext, 'PUT', { cohort: world.cohort }, of(course)),
                                                                                                                     401,  401,  404,  404,  404,  404,  200,  404,  404,  200],
  ['GET /api/lti/platforms', 'lists platforms', (who) => who.call(listPlatforms, 'GET'),                             401,  401,  403,  403,  403,  403,  403,  403,  403,  200],
  ['POST /api/lti/platforms', 'registers one', (who) => who.call(registerPlatform, 'POST', { ...platformInput, clientId: '2' }),
                                                                                                                     401,  401,  403,  403,  403,  403,  403,  403,  403,  201],
  ['POST /api/lti/platforms/invitations', 'invites one', (who) => who.call(invitePlatform, 'POST'),                  401,  401,  403,  403,  403,  403,  403,  403,  403,  201],
  ['PUT /api/lti/platforms/[id]', 'changes one', (who, { platform }) => who.call(changePlatform, 'PUT', platformInput, of(platform)),
                                                                                                                     401,  401,  403,  403,  403,  403,  403,  403,  403,  200],
  ['DELETE /api/lti/platforms/[id]', 'removes one', (who, { platform }) => who.call(removePlatform, 'DELETE', undefined, of(platform)),
                                                                                                                     401,  401,  403,  403,  403,  403,  403,  403,  403,  200],
  // A session opens nothing here: tests/integration/api-v1.test.ts asks with tokens.
  ['GET /api/v1/cohorts', 'asks without a token', (who) => who.call(apiCohorts, 'GET', undefined, noParams),          401,  401,  401,  401,  401,  401,  401,  401,  401,  401],
  ['GET /api/v1/cohorts/[id]', 'asks without a token', (who) => who.call(apiCohort, 'GET', undefined, of(world.cohort)),
                                                                                                                     401,  401,  401,  401,  401,  401,  401,  401,  401,  401],
  ['GET /api/v1/cohorts/[id]/exercises', 'asks without a token', (who) => who.call(apiExercises, 'GET', undefined, of(world.cohort)),
                                                                                                                     401,  401,  401,  401,  401,  401,  401,  401,  401,  401],
  ['GET /api/v1/cohorts/[id]/learners', 'asks without a token', (who) => who.call(apiLearners, 'GET', undefined, of(world.cohort)),
                                                                                                                     401,  401,  401,  401,  401,  401,  401,  401,  401,  401],
  ['GET /api/v1/cohorts/[id]/grades', 'asks without a token', (who) => who.call(apiGrades, 'GET', undefined, of(world.cohort)),
                                                                                                                     401,  401,  401,  401,  401,  401,  401,  401,  401,  401],
  ['GET /api/v1/cohorts/[id]/grades/[user]', 'asks without a token', (who) => who.call(apiGrade, 'GET', undefined, ofAda()),
                                                                                                                     401,  401,  401,  401,  401,  401,  401,  401,  401,  401],
  ['GET /api/v1/cohorts/[id]/submissions', 'asks without a token', (who) => who.call(apiSubmissions, 'GET', undefined, of(world.cohort)),
                                                                                                                     401,  401,  401,  401,  401,  401,  401,  401,  401,  401],
  ['GET /api/overrides', 'asks what was set of their own', (who) => who.call(readOverride, 'GET', undefined, { query: { exercise: DENSE } }),
                                                                                                                     401,  200,  200,  200,  200,  200,  200,  200,  200,  200],
  ['GET /api/cohorts/[id]/people', 'reads who is in it', (who) => who.call(readPeople, 'GET', undefined, of(world.cohort)),
                                                                                                                     401,  401,  404,  404,  404,  200,  200,  404,  404,  200],
  ['PATCH /api/cohorts/[id]/people/[user]', 'makes the learner what they are', (who) => who.call(changePerson, 'PATCH', { action: 'role', role: 'LEARNER' }, ofAda()),
                                                                                                                     401,  401,  404,  404,  404,  403,  200,  404,  404,  200],
  ['PATCH /api/cohorts/[id]/people/[user]', 'leaves the learner in their team', (who) => who.call(changePerson, 'PATCH', { action: 'team', team: world.team }, ofAda()),
                                                                                                                     401,  401,  404,  404,  404,  403,  200,  404,  404,  200],
  ['PATCH /api/cohorts/[id]/people/[user]', 'moves somebody to the other cohort', (who, { goer }) => who.call(changePerson, 'PATCH', { action: 'cohort', cohort: world.otherCohort }, ofPerson(goer)),
                                                                                                                     401,  401,  404,  404,  404,  403,  404,  404,  404,  200],
  ['DELETE /api/cohorts/[id]/people/[user]', 'removes somebody', (who, { goer }) => who.call(removePerson, 'DELETE', undefined, ofPerson(goer)),
                                                                                                                     401,  401,  404,  404,  404,  403,  200,  404,  404,  200],
  ['POST /api/cohorts/[id]/removals/[removal]', 'brings somebody back', (who, { removal }) => who.call(restorePerson, 'POST', undefined, { context: { params: Promise.resolve({ id: world.cohort, removal }) } }),
                                                                                                                     401,  401,  404,  404,  404,  403,  200,  404,  404,  200],
  ['POST /api/cohorts/[id]/code', 'makes a new code', (who) => who.call(renewCohortCode, 'POST', undefined, of(world.cohort)),
                                                                                                                     401,  401,  404,  404,  404,  403,  200,  404,  404,  200],
  ['POST /api/cohorts/[id]/roster', 'looks at a roster', (who) => who.call(importRoster, 'POST', roster, of(world.cohort)),
                                                                                                                     401,  401,  404,  404,  404,  403,  200,  404,  404,  200],
  ['POST /api/cohorts/[id]/invitations', 'makes new links', (who) => who.call(renewInvitations, 'POST', renewal, of(world.cohort)),
                                                                                                                     401,  401,  404,  404,  404,  403,  200,  404,  404,  200],
  ['DELETE /api/cohorts/[id]/invitations/[invitation]', 'takes an invitation back', (who, { invitation }) => who.call(revokeInvitation, 'DELETE', undefined, { context: { params: Promise.resolve({ id: world.cohort, invitation }) } }),
                                                                                                                     401,  401,  404,  404,  404,  403,  200,  404,  404,  200],
  ['POST /api/invitations', 'guesses a link', (who) => who.call(takeInvitation, 'POST', { token: randomUUID() }),    401,  401,  404,  404,  404,  404,  404,  404,  404,  404],
];

const table = ROWS.map(([route, what, ask, ...statuses]) => ({ route, what, ask, statuses }));

test.each(table)('$route: who $what', async ({ route, ask, statuses }) => {
  const answers: [string, number][] = [];
  let things: Things | undefined;
  for (const [index, name] of PEOPLE.entries()) {
    // All ask from one address.
    await pool.query('DELETE FROM rate_limit');
    things ??= await makeThings();
    const { status } = await ask(people[index] as Member, things);
    answers.push([name, status]);
    // Who is refused changes nothing: if they did, the next would be told.
    if (status < 400 && !route.startsWith('GET ')) things = undefined;
  }
  expect(answers).toEqual(PEOPLE.map((name, index) => [name, statuses[index]]));
});

test('every route has a row', () => {
  const files = COVERED.flatMap((folder) =>
    readdirSync(`app/api/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('route.ts'))
      .map((file) => `app/api/${folder}/${file}`),
  );
  const routes = files.flatMap((file) => {
    const path = file.replace(/^app(.*)\/route\.ts$/, '$1');
    return [...readFileSync(file, 'utf8').matchAll(/^export const ([A-Z]+) =/gm)].map(
      ([, method]) => `${method} ${path}`,
    );
  });
  expect([...new Set(ROWS.map(([route]) => route))].toSorted()).toEqual(routes.toSorted());
});
