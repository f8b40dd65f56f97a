import { readdirSync } from 'node:fs';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { DELETE as revokeToken } from '@/app/api/cohorts/[id]/tokens/[token]/route';
import { POST as makeToken, GET as readTokens } from '@/app/api/cohorts/[id]/tokens/route';
import { GET as readExercises } from '@/app/api/v1/cohorts/[id]/exercises/route';
import { GET as readGrade } from '@/app/api/v1/cohorts/[id]/grades/[user]/route';
import { GET as readGrades } from '@/app/api/v1/cohorts/[id]/grades/route';
import { GET as readLearners } from '@/app/api/v1/cohorts/[id]/learners/route';
import { GET as readCohort } from '@/app/api/v1/cohorts/[id]/route';
import { GET as readSubmissions } from '@/app/api/v1/cohorts/[id]/submissions/route';
import { GET as readCohorts } from '@/app/api/v1/cohorts/route';
import { GET as readOpenApi } from '@/app/api/v1/openapi.json/route';
import { ApiTokenListSchema, ApiTokenMadeSchema } from '@/contracts/api-token';
import {
  API_SCOPES,
  ApiCohortPageSchema,
  ApiCohortSchema,
  ApiExercisePageSchema,
  ApiGradesPageSchema,
  ApiGradesSchema,
  ApiLearnerPageSchema,
  ApiProblemSchema,
  type ApiScope,
  ApiSubmissionPageSchema,
} from '@/contracts/api-v1';
import { pruneLooks } from '@/server/api/caller';
import { db, disconnect, pool } from '@/server/db';
import { env } from '@/server/env';
import { LIMITS } from '@/server/rate-limit';
import type { Learner } from './learner';
import { DENSE, LONG } from './manifest';
import { contextOf, makeCast, makeCohort } from './team-people';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

beforeEach(() => pool.query('DELETE FROM cohort; DELETE FROM "user"; DELETE FROM rate_limit; DELETE FROM audit_entry'));
afterAll(disconnect);

type Route = (request: Request, context: { params: Promise<never> }) => Promise<Response>;

/** A request of a program: no cookie, no browser. */
async function ask(
  route: unknown,
  secret: string | null,
  { params = {}, query = {}, headers = {} }: Record<string, Record<string, string>> = {},
) {
  const request = new Request(`http://127.0.0.1:3000/api/v1/somewhere?${new URLSearchParams(query)}`, {
    headers: { ...(secret === null ? {} : { authorization: `Bearer ${secret}` }), ...headers },
  });
  const answer = await (route as Route)(request, { params: Promise.resolve(params) as Promise<never> });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === '' ? null : (JSON.parse(text) as unknown) };
}

const ALL = { name: 'Registrar', scopes: [...API_SCOPES] as string[], days: 90, everyCohort: false };

const make = (person: Learner, cohort: string, input: Partial<typeof ALL> = {}) =>
  person.call(makeToken, 'POST', { ...ALL, ...input }, contextOf(cohort));

async function made(person: Learner, cohort: string, input: Partial<typeof ALL> = {}) {
  const { status, body } = await make(person, cohort, input);
  expect(status).toBe(201);
  return ApiTokenMadeSchema.parse(body);
}

const tokensOf = async (person: Learner, cohort: string) =>
  ApiTokenListSchema.parse((await person.call(readTokens, 'GET', undefined, contextOf(cohort))).body).tokens;

const revoke = (person: Learner, id: string, token: string) =>
  person.call(revokeToken, 'DELETE', undefined, { context: { params: Promise.resolve({ id, token }) } });

test('a token is told once, and kept as a hash', async () => {
  const { people, cohort } = await makeCast();
  const { token, secret } = await made(people.instructor, cohort);
  expect(secret).toMatch(/^peergrad_[0-9A-Za-z]{42}$/);
  expect(token).toMatchObject({ name: 'Registrar', ending: secret.slice(-4), scopes: API_SCOPES, lastUsedAt: null });
  expect(await tokensOf(people.instructor, cohort)).toEqual([token]);
  expect(JSON.stringify(await db.apiToken.findMany())).not.toContain(secret.slice(9, 40));
  expect(await db.auditEntry.findMany()).toMatchObject([{ action: 'token.make', subject: token.id, cohortId: cohort }]);
});

test('who may make tokens, see them, and end them', async () => {
  const { people, cohort } = await makeCast();
  const { token } = await made(people.instructor, cohort);
  const answers: Record<string, number[]> = {};
  for (const [name, person] of Object.entries(people)) {
    const listed = await person.call(readTokens, 'GET', undefined, contextOf(cohort));
    const ended = name === 'instructor' ? { status: 0 } : await revoke(person, cohort, token.id);
    answers[name] = [listed.status, (await make(person, cohort)).status, ended.status];
  }
  const others = [404, 404, 404];
  expect(answers).toEqual({
    ...{ ada: others, bo: others, eve: others, lone: others, nobody: others, stranger: others },
    ...{ guest: [401, 401, 401], assistant: [403, 403, 403], instructor: [200, 201, 0], admin: [200, 201, 404] },
  });
});

test('what a token must have', async () => {
  const { people, cohort } = await makeCast();
  const bad = [{ name: ' ' }, { name: 'x'.repeat(61) }, { scopes: [] }, { scopes: ['grades:write'] }, { days: 366 }];
  for (const input of bad) expect((await make(people.instructor, cohort, input)).status).toBe(400);
  expect((await made(people.instructor, cohort, { scopes: ['grades:read', 'grades:read'] })).token.scopes).toEqual([
    'grades:read',
  ]);
});

test('somebody has fifty tokens at most', async () => {
  const { people, cohort } = await makeCast();
  const userId = await people.instructor.id();
  await db.apiToken.createMany({
    data: Array.from({ length: 49 }, (_, at) => ({
      ...{ userId, name: 'x', hash: String(at), ending: 'x', scopes: [], expiresAt: new Date(Date.now() + 60_000) },
    })),
  });
  const answers = await Promise.all([make(people.instructor, cohort), make(people.instructor, cohort)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
});

test('cohorts: those that the maker teaches, as wide as the token is', async () => {
  const { people, cohort } = await makeCast();
  const second = await makeCohort('second', [[people.instructor, 'INSTRUCTOR']]);
  await makeCohort('assisted', [[people.instructor, 'ASSISTANT']]);
  const listed = async (everyCohort: boolean, person = people.instructor) => {
    const { secret } = await made(person, cohort, { everyCohort });
    const { data } = ApiCohortPageSchema.parse((await ask(readCohorts, secret)).body);
    return data.map(({ name }) => name);
  };
  expect(await listed(false)).toEqual(['cast']);
  expect(await listed(true)).toEqual(['cast', 'second']);
  expect((await listed(true, people.admin)).toSorted()).toEqual(['assisted', 'cast', 'other', 'second']);
  const { secret } = await made(people.instructor, cohort);
  expect((await ask(readCohort, secret, { params: { id: second } })).status).toBe(404);
  const one = ApiCohortSchema.parse((await ask(readCohort, secret, { params: { id: cohort } })).body);
  expect(one).toEqual({
    ...{ id: cohort, name: 'cast', timeZone: 'Asia/Seoul', startsOn: '2026-11-02', endsOn: null, learners: 4 },
  });
});

test('a token may do no more than its maker may at that moment', async () => {
  const { people, cohort } = await makeCast();
  const { secret } = await made(people.instructor, cohort);
  const { secret: ofAdmin } = await made(people.admin, cohort);
  const userId_cohortId = { userId: await people.instructor.id(), cohortId: cohort };
  const status = async (token = secret) => (await ask(readGrades, token, { params: { id: cohort } })).status;
  expect([await status(), await status(ofAdmin)]).toEqual([200, 200]);
  await db.enrolment.update({ where: { userId_cohortId }, data: { role: 'ASSISTANT' } });
  expect(await status()).toBe(404);
  await db.enrolment.update({ where: { userId_cohortId }, data: { role: 'INSTRUCTOR' } });
  expect(await status()).toBe(200);
  await db.enrolment.delete({ where: { userId_cohortId } });
  expect(await status()).toBe(404);
  await db.user.update({ where: { id: await people.admin.id() }, data: { isAdmin: false } });
  expect(await status(ofAdmin)).toBe(404);
});

test('nothing is read of an archived cohort', async () => {
  const { people, cohort } = await makeCast();
  const { secret } = await made(people.instructor, cohort);
  await db.cohort.update({ where: { id: cohort }, data: { archivedAt: new Date() } });
  expect((await ask(readLearners, secret, { params: { id: cohort } })).status).toBe(404);
  expect((await ask(readCohorts, secret)).body).toEqual({ data: [], next: null });
});

const ROUTES: [string, unknown, ApiScope][] = [
  ['cohorts', readCohorts, 'cohorts:read'],
  ['cohort', readCohort, 'cohorts:read'],
  ['exercises', readExercises, 'cohorts:read'],
  ['learners', readLearners, 'roster:read'],
  ['grades', readGrades, 'grades:read'],
  ['one learner’s grades', readGrade, 'grades:read'],
  ['submissions', readSubmissions, 'submissions:read'],
];

test.each(ROUTES)('%s: only with the scope, a token that holds, and no cookie', async (_name, route, scope) => {
  const { people, cohort } = await makeCast();
  const params = { id: cohort, user: await people.ada.id() };
  const { secret, token } = await made(people.instructor, cohort, { scopes: [scope] });
  const { secret: others } = await made(people.instructor, cohort, {
    scopes: API_SCOPES.filter((one) => one !== scope),
  });
  expect((await ask(route, secret, { params })).status).toBe(200);
  const lacking = await ask(route, others, { params });
  expect(lacking.status).toBe(403);
  expect(lacking.headers.get('www-authenticate')).toBe(
    `Bearer realm="PeerGrad", error="insufficient_scope", scope="${scope}"`,
  );
  const cookie = people.instructor.headers().get('cookie') ?? '';
  const wrong = `${secret.slice(0, -1)}${secret.endsWith('0') ? '1' : '0'}`;
  for (const [given, headers] of [
    [null, { cookie }],
    [wrong, {}],
    ['x', {}],
  ] as const) {
    const { status, headers: answered, body } = await ask(route, given, { params, headers });
    expect(status).toBe(401);
    expect(answered.get('www-authenticate')).toBe('Bearer realm="PeerGrad"');
    expect(answered.get('content-type')).toBe('application/problem+json');
    expect(ApiProblemSchema.parse(body)).toEqual({
      ...{ type: 'about:blank', title: 'Unauthorized', status: 401, code: 'not-signed-in' },
    });
  }
  await revoke(people.instructor, cohort, token.id);
  expect((await ask(route, secret, { params })).status).toBe(401);
});

test('a token ends when it expires', async () => {
  const { people, cohort } = await makeCast();
  const { secret } = await made(people.instructor, cohort);
  await db.apiToken.updateMany({ data: { expiresAt: new Date() } });
  expect((await ask(readCohorts, secret)).status).toBe(401);
  expect(await tokensOf(people.instructor, cohort)).toHaveLength(1);
});

test('when a token was last used, to a minute', async () => {
  const { people, cohort } = await makeCast();
  const { secret } = await made(people.instructor, cohort);
  await ask(readCohorts, secret);
  const [token] = await tokensOf(people.instructor, cohort);
  expect(Date.now() - Date.parse(token?.lastUsedAt ?? '')).toBeLessThan(60_000);
  await ask(readCohorts, secret);
  expect(await tokensOf(people.instructor, cohort)).toEqual([token]);
});

test('learners, page by page, without staff', async () => {
  const { people, cohort, team } = await makeCast();
  const ada = await people.ada.id();
  await db.user.update({ where: { id: ada }, data: { email: 'ada@course.test', emailVerified: true } });
  const { secret } = await made(people.instructor, cohort);
  const pages: { id: string }[][] = [];
  let cursor: string | null = null;
  do {
    const query: Record<string, string> = { limit: '3', ...(cursor === null ? {} : { cursor }) };
    const answer = await ask(readLearners, secret, { params: { id: cohort }, query });
    const page = ApiLearnerPageSchema.parse(answer.body);
    const link = page.next && `<${env.PUBLIC_URL}/api/v1/somewhere?limit=3&cursor=${page.next}>; rel="next"`;
    expect(answer.headers.get('link')).toBe(link);
    pages.push(page.data);
    cursor = page.next;
  } while (cursor !== null);
  expect(pages.map(({ length }) => length)).toEqual([3, 1]);
  const all = await Promise.all([people.ada, people.bo, people.eve, people.lone].map((person) => person.id()));
  expect(pages.flat().map(({ id }) => id)).toEqual(all.toSorted());
  expect(pages.flat().find(({ id }) => id === ada)).toMatchObject({
    ...{ name: '김서연', email: 'ada@course.test', emailVerified: true, team: { id: team, name: '경사' } },
  });
});

test('the plan in course order; without one the whole course', async () => {
  const { people, cohort } = await makeCast();
  const { secret } = await made(people.instructor, cohort);
  const read = async () =>
    ApiExercisePageSchema.parse((await ask(readExercises, secret, { params: { id: cohort } })).body).data;
  expect(await read()).toHaveLength(4);
  const dueAt = new Date('2026-11-20T14:59:59Z');
  await db.assignment.createMany({
    data: [
      { cohortId: cohort, exerciseId: LONG, weight: 2 },
      { cohortId: cohort, exerciseId: DENSE, dueAt },
    ],
  });
  const text = (id: string) => ({ ko: id, en: id });
  expect(await read()).toEqual([
    { id: DENSE, title: text(DENSE), outOf: 10, weight: 1, opensAt: null, dueAt: dueAt.toISOString() },
    { id: LONG, title: text(LONG), outOf: 10, weight: 2, opensAt: null, dueAt: null },
  ]);
});

test('grades are those of the gradebook: of all, and of one learner', async () => {
  const { people, cohort } = await makeCast();
  const [ada, stranger] = [await people.ada.id(), await people.stranger.id()];
  await db.assignment.createMany({
    data: [
      { cohortId: cohort, exerciseId: DENSE, weight: 3, dueAt: new Date('2026-11-10T00:00:00Z') },
      { cohortId: cohort, exerciseId: LONG, weight: 1, dueAt: new Date('2026-11-11T00:00:00Z') },
    ],
  });
  const done = { userId: ada, exerciseId: DENSE, state: 'PASSED' as const, bestScore: 8, maxScore: 10, attempts: 1 };
  await db.exerciseProgress.create({ data: { ...done, lastAttemptAt: new Date('2026-11-09T00:00:00Z') } });
  const { secret } = await made(people.instructor, cohort);
  const one = ApiGradesSchema.parse((await ask(readGrade, secret, { params: { id: cohort, user: ada } })).body);
  // 3 · 8/10 of 4.
  expect(one.total).toEqual({ soFar: 0.6, all: 0.6 });
  expect(one.exercises).toMatchObject([
    { exercise: DENSE, weight: 3, points: 8, outOf: 10, source: 'submission', counts: true },
    { exercise: LONG, weight: 1, points: 0, outOf: 10, source: null, counts: true },
  ]);
  const first = await ask(readGrades, secret, { params: { id: cohort }, query: { limit: '3' } });
  const { data, next } = ApiGradesPageSchema.parse(first.body);
  const query = { cursor: next ?? '' };
  const rest = ApiGradesPageSchema.parse((await ask(readGrades, secret, { params: { id: cohort }, query })).body);
  const all = [...data, ...rest.data];
  expect(all).toHaveLength(4);
  expect(all.map(({ learner }) => learner.id)).toEqual(all.map(({ learner }) => learner.id).toSorted());
  expect(all.find(({ learner }) => learner.id === ada)).toEqual(one);
  for (const user of [stranger, await people.instructor.id(), 'nobody', '../x', '%00']) {
    expect((await ask(readGrade, secret, { params: { id: cohort, user } })).status).toBe(404);
  }
});

test('submissions of the cohort’s learners, in order, without code', async () => {
  const { people, cohort } = await makeCast();
  const { secret } = await made(people.instructor, cohort);
  const [first, second] = [await people.ada.submit(), await people.ada.submit({ exercise: LONG })];
  const third = await people.bo.submit();
  await people.instructor.submit();
  await people.stranger.submit();
  const read = async (query: Record<string, string> = {}) =>
    ApiSubmissionPageSchema.parse((await ask(readSubmissions, secret, { params: { id: cohort }, query })).body);
  const { data } = await read();
  expect(data.map(({ id }) => id)).toEqual([first.id, second.id, third.id]);
  expect(data[0]).toEqual({
    ...{ id: first.id, learner: await people.ada.id(), exercise: DENSE, number: 1, status: 'queued', passed: null },
    ...{ points: null, outOf: null, afterSolution: false, version: 'v1', handedInAt: first.createdAt },
  });
  const ids = async (query: Record<string, string>) => (await read(query)).data.map(({ id }) => id);
  expect(await ids({ learner: await people.bo.id() })).toEqual([third.id]);
  expect(await ids({ exercise: LONG })).toEqual([second.id]);
  expect(await ids({ since: third.createdAt })).toContain(third.id);
  expect(await ids({ since: new Date(Date.now() + 60_000).toISOString() })).toEqual([]);
  const page = await read({ limit: '2' });
  expect(await ids({ cursor: page.next ?? '' })).toEqual([third.id]);
});

test('a wrong parameter is named', async () => {
  const { people, cohort } = await makeCast();
  const { secret } = await made(people.instructor, cohort);
  const query = { limit: '0', cursor: '\0', since: 'yesterday' };
  const { status, body } = await ask(readSubmissions, secret, { params: { id: cohort }, query });
  expect(status).toBe(400);
  expect(ApiProblemSchema.parse(body).errors?.map(({ parameter }) => parameter)).toEqual(['limit', 'cursor', 'since']);
  for (const id of ['nothing', '\0', 'x'.repeat(100)]) {
    expect((await ask(readCohort, secret, { params: { id } })).status).toBe(404);
  }
});

test('what has not changed is not sent again', async () => {
  const { people, cohort } = await makeCast();
  const { secret } = await made(people.instructor, cohort);
  const params = { id: cohort };
  const etag = (await ask(readCohort, secret, { params })).headers.get('etag') ?? '';
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
    const again = await ask(readCohort, secret, { params, headers: { 'if-none-match': known } });
    expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, null, etag]);
  }
  await db.cohort.update({ where: { id: cohort }, data: { name: 'renamed' } });
  expect((await ask(readCohort, secret, { params, headers: { 'if-none-match': etag } })).status).toBe(200);
});

test('a look is written down once for a token, cohort, scope and hour', async () => {
  const { people, cohort } = await makeCast();
  const { secret, token } = await made(people.instructor, cohort);
  await pool.query('DELETE FROM audit_entry');
  const params = { id: cohort };
  await Promise.all([1, 2, 3].map(() => ask(readGrades, secret, { params })));
  await ask(readGrade, secret, { params: { ...params, user: await people.ada.id() } });
  const entries = () => db.auditEntry.findMany({ orderBy: { id: 'asc' } });
  const look = (scope: string) => ({
    ...{ actorId: token.id && expect.any(String), cohortId: cohort, action: 'token.look', subject: token.id },
    detail: { scope },
  });
  expect(await entries()).toMatchObject([look('grades:read')]);
  await ask(readLearners, secret, { params });
  expect(await entries()).toMatchObject([look('grades:read'), look('roster:read')]);
  await ask(readGrades, (await made(people.instructor, cohort)).secret, { params });
  expect((await entries()).filter(({ action }) => action === 'token.look')).toHaveLength(3);
  await db.apiLook.updateMany({ data: { hour: new Date(Date.now() - 3 * 3_600_000) } });
  await ask(readGrades, secret, { params });
  expect((await entries()).filter(({ action }) => action === 'token.look')).toHaveLength(4);
  await pruneLooks(new Date());
  expect(await db.apiLook.count()).toBe(1);
});

test('a refused request leaves no look', async () => {
  const { people, cohort, other } = await makeCast();
  const { secret } = await made(people.instructor, cohort);
  await pool.query('DELETE FROM audit_entry');
  await ask(readGrades, secret, { params: { id: other } });
  await ask(readGrades, null, { params: { id: cohort } });
  expect(await db.auditEntry.count()).toBe(0);
});

test('requests are counted by token', async () => {
  const { people, cohort } = await makeCast();
  const [{ secret, token }, { secret: second }] = [
    await made(people.instructor, cohort),
    await made(people.instructor, cohort),
  ];
  await ask(readCohorts, secret);
  await db.rateLimit.updateMany({
    where: { key: `api:account:${token.id}` },
    data: { count: LIMITS.api.account.max },
  });
  const { status, headers, body } = await ask(readCohorts, secret);
  expect([status, ApiProblemSchema.parse(body).code]).toEqual([429, 'rate-limited']);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await ask(readCohorts, second)).status).toBe(200);
});

interface Document {
  openapi: string;
  servers: { url: string }[];
  paths: Record<string, { get: { responses: Record<string, unknown>; parameters: { name: string }[] } }>;
  components: { schemas: Record<string, { properties: Record<string, unknown>; $id?: string }> };
}

test('the OpenAPI document has every address, and every reference in it leads somewhere', async () => {
  const { body } = await ask(readOpenApi, null);
  const document = body as Document;
  expect([document.openapi, document.servers]).toEqual(['3.1.0', [{ url: `${env.PUBLIC_URL}/api/v1` }]]);
  const files = readdirSync('app/api/v1', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('/route.ts') && !file.startsWith('openapi.json'))
    .map((file) => `/${file.replace('/route.ts', '').replace(/\[(\w+)\]/g, '{$1}')}`);
  expect(Object.keys(document.paths).toSorted()).toEqual(files.toSorted());
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].map(([, target]) => target);
  const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
  expect(new Set(references.filter((target) => !known.includes(target ?? '')))).toEqual(new Set());
  expect(references).toContain('#/components/schemas/Grade');
  expect(document.components.schemas.Cohort?.properties).toHaveProperty(
    'startsOn',
    expect.objectContaining({ format: 'date' }),
  );
  expect(document.components.schemas.Cohort).not.toHaveProperty('$id');
  const { parameters } = document.paths['/cohorts/{id}/submissions']?.get ?? { parameters: [] };
  expect(parameters.map(({ name }) => name)).toEqual(['id', 'limit', 'cursor', 'learner', 'exercise', 'since']);
});
