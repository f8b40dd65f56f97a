import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { POST as signOut } from '@/app/api/account/sign-out/route';
import { POST as start } from '@/app/api/cohorts/[id]/learners/[user]/view/route';
import { GET as readDraft, PUT as saveDraft } from '@/app/api/drafts/route';
import { GET as readHelp } from '@/app/api/help/route';
import { GET as readMe } from '@/app/api/me/route';
import { GET as readInbox } from '@/app/api/notifications/route';
import { GET as readOverride } from '@/app/api/overrides/route';
import { GET as readSubmission } from '@/app/api/submissions/[id]/route';
import { GET as listSubmissions } from '@/app/api/submissions/route';
import { DELETE as leave } from '@/app/api/view/route';
import { MeSchema } from '@/contracts/learning';
import { VIEWING_COOKIE, ViewStartedSchema } from '@/contracts/view-as';
import { db, disconnect, pool } from '@/server/db';
import { recomputeProgress } from '@/server/progress/exercise-progress';
import { inTransaction } from '@/server/transaction';
import { findView, VIEW_MS } from '@/server/view-as/view';
import { check, type Member, makeWorld, opens, submission, type World } from './discussion-world';
import { DENSE, RELU } from './manifest';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

const VIEW_COOKIE = 'peergrad.view_as';
const ofDense = { query: { exercise: DENSE } };
const of = (id: string) => ({ context: { params: Promise.resolve({ id }) } });

let world: World;

beforeEach(async () => {
  await pool.query('DELETE FROM audit_entry; DELETE FROM rate_limit; DELETE FROM cohort; DELETE FROM "user"');
  world = await makeWorld();
});
afterAll(disconnect);

const view = (who: Member, user = world.ada.userId, id = world.cohort) =>
  who.call(start, 'POST', undefined, { context: { params: Promise.resolve({ id, user }) } });
const me = async (who: Member) => MeSchema.parse((await who.call(readMe, 'GET')).body);

/** The code of a refusal; undefined for an answer. */
const refusal = ({ body }: { body: unknown }) => (body as { error?: { code: string } }).error?.code;

test('staff read the course as their learner: their progress and their name, without their address', async () => {
  const { ada, assistant, cohort } = world;
  await opens(ada, 'passed');
  await opens(assistant, 'passed', RELU);
  const { status, body } = await view(assistant);
  expect(status).toBe(200);
  const until = Date.parse(ViewStartedSchema.parse(body).until);
  expect(until - Date.now()).toBeLessThanOrEqual(VIEW_MS);
  expect(assistant.cookies.get(VIEWING_COOKIE)).toBe(`${cohort}/${ada.userId}/${until}`);
  const seen = await me(assistant);
  expect(seen.viewer).toEqual({
    ...{ id: ada.userId, kind: 'member', name: 'Ada', email: null, emailVerified: false, role: 'learner' },
  });
  expect(Object.keys(seen.exercises)).toEqual([DENSE]);
  expect(seen).toMatchObject({ exercises: (await me(ada)).exercises, lessons: (await me(ada)).lessons });
});

test('they read what was handed in in this cohort, as a learner does, and nothing from elsewhere', async () => {
  const { ada, assistant, cohort, otherCohort } = world;
  const tensor = { label: 'Y', actualShape: [1], expectedShape: [1], maxError: 1, meanError: 1, atol: 0, rtol: 0 };
  const hidden = check('secret', {
    visibility: 'hidden',
    tensors: [
      { ...tensor, failing: 1, total: 1, passed: false, worst: [{ index: [0], actual: '1', expected: '7.25' }] },
    ],
  });
  const here = await submission(ada, { passed: false, cohortId: cohort, checks: [hidden] });
  const alone = await submission(ada, { passed: false });
  const there = await submission(ada, { passed: false, cohortId: otherCohort });
  const own = await submission(assistant, { passed: false, cohortId: cohort });
  await inTransaction((tx) => recomputeProgress(tx, ada.userId, DENSE));
  await view(assistant);
  const { body } = await assistant.call(listSubmissions, 'GET', undefined, ofDense);
  expect((body as { submissions: { id: string }[] }).submissions.map(({ id }) => id)).toEqual([here]);
  const opened = await assistant.call(readSubmission, 'GET', undefined, of(here));
  expect(opened).toMatchObject({ status: 200, body: { submission: { source: 'right' } } });
  expect(JSON.stringify(opened.body)).not.toContain('7.25');
  for (const id of [alone, there, own])
    expect((await assistant.call(readSubmission, 'GET', undefined, of(id))).status).toBe(404);
});

test('they see which help was opened and what was set by hand, and no draft', async () => {
  const { ada, assistant, instructor } = world;
  await ada.call(saveDraft, 'PUT', { exercise: DENSE, source: 'half a thought', baseRevision: 0 });
  await assistant.call(saveDraft, 'PUT', { exercise: DENSE, source: 'of the staff', baseRevision: 0 });
  await db.exerciseProgress.updateMany({ where: { userId: ada.userId }, data: { hintsOpened: 2 } });
  const row = { userId: ada.userId, exerciseId: DENSE, passed: true, score: 5, maxScore: 10, reason: 'At the board.' };
  await opens(ada, 'given up');
  await db.gradeOverride.create({ data: { ...row, createdById: instructor.userId } });
  await view(assistant);
  const ask = async (handler: typeof readHelp) => (await assistant.call(handler, 'GET', undefined, ofDense)).body;
  expect(await ask(readHelp)).toMatchObject({ gaveUp: true, solution: 'open' });
  expect(await ask(readOverride)).toMatchObject({ override: { reason: 'At the board.' } });
  expect(await ask(readDraft)).toEqual({ draft: null });
});

/** What answers in a view: to read the course, and to leave. */
const ANSWERING = [
  'DELETE /view',
  'GET /drafts',
  'GET /help',
  'GET /me',
  'GET /overrides',
  'GET /submissions',
  'GET /submissions/[id]',
  'POST /account/sign-out',
];

/** Programs and learning platforms go by a token of theirs there; whoever launches from one is who they are, in no view. */
const WITHOUT_VIEWS = / \/(v1\/.*|lti\/(continue|deep-links|launch|login|register))$/;

test('every other route, whatever it does, refuses', async () => {
  const { assistant } = world;
  await view(assistant);
  const headers = assistant.headers({ 'content-type': 'application/json' });
  const files = readdirSync('app/api', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('route.ts'),
  );
  const answering: string[] = [];
  for (const file of files) {
    const handlers: Record<string, unknown> = await import(path.resolve('app/api', file));
    for (const [method, handler] of Object.entries(handlers)) {
      if (typeof handler !== 'function') continue;
      const request = new Request('http://127.0.0.1:3000/api', {
        ...{ method, headers: new Headers(headers) },
        ...(method === 'GET' ? {} : { body: '{}' }),
      });
      const id = randomUUID();
      const params = Promise.resolve({ id, user: id, all: ['x'], submission: id, unit: 'x', exercise: 'x', item: id });
      const response: Response = await handler(request, { params });
      const isRefused = response.status === 403 && refusal({ body: await response.json() }) === 'read-only';
      if (!isRefused) answering.push(`${method} /${path.dirname(file)}`);
    }
  }
  expect(answering.filter((one) => !WITHOUT_VIEWS.test(one)).toSorted()).toEqual(ANSWERING);
});

test('nothing changes for the learner, and each look is in the audit trail', async () => {
  const { ada, assistant, cohort, instructor } = world;
  const before = await db.user.findUniqueOrThrow({ where: { id: ada.userId } });
  await view(assistant);
  await me(assistant);
  await assistant.call(listSubmissions, 'GET', undefined, ofDense);
  const put = await assistant.call(saveDraft, 'PUT', { exercise: DENSE, source: 'x', baseRevision: 0 });
  expect([put.status, refusal(put)]).toEqual([403, 'read-only']);
  expect(await db.draft.count()).toBe(0);
  expect(await db.user.findUniqueOrThrow({ where: { id: ada.userId } })).toEqual(before);
  const entries = await db.auditEntry.findMany();
  expect(entries).toHaveLength(3);
  for (const entry of entries) {
    expect(entry).toMatchObject({
      actorId: assistant.userId,
      cohortId: cohort,
      action: 'learner.view',
      subject: ada.userId,
    });
  }
  expect((await instructor.audit(cohort)).body).toEqual({ entries: [], next: null });
  expect((await instructor.audit(cohort, { looks: 'true' })).body).toMatchObject({ entries: [{}, {}, {}] });
});

test('who leaves is themselves again, and can begin another', async () => {
  const { ada, ben, assistant } = world;
  await view(assistant);
  expect(refusal(await view(assistant, ben.userId))).toBe('read-only');
  expect((await assistant.call(leave, 'DELETE')).status).toBe(200);
  expect([...assistant.cookies.keys()].filter((name) => name.includes('view'))).toEqual([]);
  expect((await me(assistant)).viewer?.name).toBe('Assistant');
  expect((await assistant.call(readInbox, 'GET')).status).toBe(200);
  await view(assistant, ben.userId);
  expect((await me(assistant)).viewer?.id).toBe(ben.userId);
  expect((await me(ada)).viewer?.id).toBe(ada.userId);
});

test('it ends by itself, and with the session', async () => {
  const { ada, assistant } = world;
  await view(assistant);
  const headers = assistant.headers();
  const { until = 0 } = findView(headers) ?? {};
  expect(findView(headers, until - 1)).toMatchObject({ learner: ada.userId, staff: assistant.userId });
  expect(findView(headers, until)).toBeNull();
  expect((await assistant.call(signOut, 'POST')).status).toBe(200);
  expect([...assistant.cookies.keys()].filter((name) => name.includes('view'))).toEqual([]);
  expect((await me(assistant)).viewer).toBeNull();
});

test('a cookie that was made up, changed or taken to another session opens nothing', async () => {
  const { ada, ben, assistant, stranger } = world;
  await view(assistant);
  const real = assistant.cookies.get(VIEW_COOKIE) ?? '';
  const [payload = '', signature = ''] = real.split('.');
  const other = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), learner: ben.userId };
  const forged = `${Buffer.from(JSON.stringify(other)).toString('base64url')}.${signature}`;
  for (const cookie of [forged, `${payload}.x`, payload, 'x.y', '.', '']) {
    assistant.cookies.set(VIEW_COOKIE, cookie);
    expect((await me(assistant)).viewer?.name).toBe('Assistant');
  }
  for (const person of [stranger, ada, ben]) {
    person.cookies.set(VIEW_COOKIE, real);
    expect((await me(person)).viewer?.id).toBe(person.userId);
  }
});

test('the right to look is asked for with every request', async () => {
  const { ada, assistant, instructor, admin, cohort } = world;
  const status = async (who: Member) => (await who.call(readMe, 'GET')).status;
  for (const person of [assistant, instructor, admin]) {
    await view(person);
    expect(await status(person)).toBe(200);
  }
  await db.enrolment.deleteMany({ where: { userId: assistant.userId } });
  expect([await status(assistant), await status(instructor)]).toEqual([404, 200]);
  await db.enrolment.updateMany({ where: { userId: ada.userId }, data: { role: 'ASSISTANT' } });
  expect([await status(instructor), await status(admin)]).toEqual([404, 404]);
  await db.enrolment.updateMany({ where: { userId: ada.userId }, data: { role: 'LEARNER' } });
  expect(await status(instructor)).toBe(200);
  await db.cohort.update({ where: { id: cohort }, data: { archivedAt: new Date() } });
  expect([await status(instructor), await status(admin)]).toEqual([404, 404]);
});

test('nobody looks as who does not learn in a cohort of theirs, and it leaves no trace', async () => {
  const { ada, ben, stranger, instructor, otherInstructor, otherCohort } = world;
  const refused = [
    await view(instructor, stranger.userId),
    await view(instructor, ada.userId, otherCohort),
    await view(instructor, instructor.userId),
    await view(otherInstructor),
    await view(ben),
    await view(ada),
  ];
  expect(refused.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
  expect(await db.auditEntry.count()).toBe(0);
});

test('a guest who learns is looked as, too', async () => {
  const { dan, assistant } = world;
  await db.user.update({ where: { id: dan.userId }, data: { isAnonymous: true } });
  await view(assistant, dan.userId);
  expect((await me(assistant)).viewer).toMatchObject({ id: dan.userId, kind: 'guest', email: null });
});
