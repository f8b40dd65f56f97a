import { generateKeyPair, type JSONWebKeySet } from 'jose';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { DELETE as deleteAccount } from '@/app/api/account/route';
import { PUT as setOverride } from '@/app/api/cohorts/[id]/learners/[user]/overrides/route';
import { POST as actOnLti, GET as readLti } from '@/app/api/cohorts/[id]/lti/route';
import { POST as answerAccount, GET as askAccount } from '@/app/api/lti/account/route';
import { PUT as linkContext, GET as readContext } from '@/app/api/lti/contexts/[id]/route';
import { GET as continueRoute } from '@/app/api/lti/continue/route';
import { POST as chooseRoute } from '@/app/api/lti/deep-links/route';
import { GET as readKeys } from '@/app/api/lti/jwks/route';
import { POST as launchRoute } from '@/app/api/lti/launch/route';
import { GET as loginRoute, POST as postLogin } from '@/app/api/lti/login/route';
import { PUT as changePlatform, DELETE as removePlatform } from '@/app/api/lti/platforms/[id]/route';
import { POST as invitePlatform } from '@/app/api/lti/platforms/invitations/route';
import { GET as listPlatforms, POST as registerPlatform } from '@/app/api/lti/platforms/route';
import { GET as registerRoute } from '@/app/api/lti/register/route';
import { POST as decideRegrade } from '@/app/api/regrades/[id]/route';
import {
  CohortLtiSchema,
  LaunchAccountSchema,
  LaunchedSchema,
  PlatformAnswerSchema,
  PlatformInvitationSchema,
} from '@/contracts/lti';
import { db, disconnect, pool } from '@/server/db';
import { env } from '@/server/env';
import { publicKeys, signingKey } from '@/server/lti/keys';
import { BROWSER_COOKIE } from '@/server/lti/login';
import { passScores, sweepScores } from '@/server/lti/scores';
import { applyResults } from '@/server/progress/exercise-progress';
import { inTransaction } from '@/server/transaction';
import { findViewer } from '@/server/viewer';
import { type Launch, LtiPlatform, type PlatformPerson, ROLES } from '@/tests/lti-platform';
import { Visitor } from './accounts/visitor';
import { Learner } from './learner';
import { DENSE, LONG } from './manifest';
import { contextOf, makeCast, makeCohort, member } from './team-people';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

const toolKeys = async () =>
  (await (await readKeys(new Request(`${env.PUBLIC_URL}/`), undefined)).json()) as JSONWebKeySet;

let platform: LtiPlatform;

beforeEach(async () => {
  await pool.query('DELETE FROM lti_platform; DELETE FROM cohort; DELETE FROM "user"; DELETE FROM rate_limit');
  await pool.query("DELETE FROM audit_entry; DELETE FROM pgboss.job WHERE name = 'lti-scores'");
  platform = await LtiPlatform.open(toolKeys);
  await db.ltiPlatform.create({ data: platform.registration });
  return () => platform.close();
});
afterAll(disconnect);

const COURSE = `${env.PUBLIC_URL}/api/lti/launch`;
const CHOOSE = `${COURSE}?choose=1`;
const linkTo = (exercise: string) => `${COURSE}?exercise=${encodeURIComponent(exercise)}`;

const mina: PlatformPerson = { subject: 'mina', name: '이민아', roles: [ROLES.learner] };
const prof: PlatformPerson = { subject: 'prof', name: '박교수', roles: [ROLES.instructor] };

/** The way of a browser through a launch, step by step. */
class Browser extends Visitor {
  async login(fields: URLSearchParams, dest = 'document', method: 'GET' | 'POST' = 'GET'): Promise<Response> {
    const headers = this.headers({ 'sec-fetch-dest': dest, 'sec-fetch-site': 'cross-site' });
    const url = `${env.PUBLIC_URL}/api/lti/login`;
    const answer =
      method === 'GET'
        ? await loginRoute(new Request(`${url}?${fields}`, { headers }))
        : await postLogin(new Request(url, { method, headers, body: fields }));
    this.keep(answer.headers.getSetCookie());
    return answer;
  }

  async post(fields: URLSearchParams): Promise<Response> {
    // From another site: a Lax cookie does not go along.
    const headers = { 'sec-fetch-site': 'cross-site', 'accept-language': 'en', origin: platform.origin };
    return launchRoute(new Request(`${env.PUBLIC_URL}/api/lti/launch`, { method: 'POST', headers, body: fields }));
  }

  async goOn(location: string): Promise<Response> {
    const headers = this.headers({ 'sec-fetch-site': 'cross-site', 'accept-language': 'en' });
    const answer = await continueRoute(new Request(location, { headers }));
    this.keep(answer.headers.getSetCookie());
    return answer;
  }

  /** The form with which the platform answers. */
  async authenticated(launch: Launch, dest?: string): Promise<URLSearchParams> {
    const begun = await this.login(platform.begin(launch), dest);
    return (await platform.authenticate(begun.headers.get('location') ?? '')).fields;
  }

  /** Where a launch ends, as a path; or the reason for which it was refused. */
  async launch(launch: Partial<Launch> = {}): Promise<string> {
    const fields = await this.authenticated({ person: mina, targetLinkUri: COURSE, ...launch });
    const received = await this.post(fields);
    if (received.status !== 303) return refusalOf(received);
    const done = await this.goOn(received.headers.get('location') ?? '');
    return done.status === 303 ? new URL(done.headers.get('location') ?? '').pathname : refusalOf(done);
  }

  viewer() {
    return findViewer(this.headers());
  }
}

async function refusalOf(answer: Response): Promise<string> {
  return /data-refusal="([\w-]+)"/.exec(await answer.text())?.[1] ?? `status ${answer.status}`;
}

async function signedIn(person: PlatformPerson, launch: Partial<Launch> = {}): Promise<Browser> {
  const browser = new Browser();
  await browser.launch({ person, ...launch });
  return browser;
}

test('somebody new gets an account, and is themselves again the next time', async () => {
  const browser = new Browser();
  expect(await browser.launch({ targetLinkUri: linkTo(DENSE) })).toBe(`/en/exercises/${DENSE}`);
  const viewer = await browser.viewer();
  expect(viewer).toMatchObject({ kind: 'member', name: '이민아', email: null, emailVerified: false, role: 'learner' });
  const again = new Browser();
  expect(await again.launch()).toBe('/en');
  expect((await again.viewer())?.id).toBe(viewer?.id);
  expect(await db.user.count()).toBe(1);
});

test('an e-mail address links nobody, not even a confirmed one', async () => {
  const person = await member('Mina');
  await db.user.update({ where: { id: await person.id() }, data: { email: 'mina@school.test', emailVerified: true } });
  const browser = await signedIn(mina);
  expect((await browser.viewer())?.id).not.toBe(await person.id());
  expect(await db.user.count({ where: { email: 'mina@school.test' } })).toBe(1);
});

test('the same subject of another issuer is somebody else', async () => {
  const first = await (await signedIn(mina)).viewer();
  const before = platform;
  platform = await LtiPlatform.open(toolKeys);
  await db.ltiPlatform.create({ data: platform.registration });
  expect((await (await signedIn(mina)).viewer())?.id).not.toBe(first?.id);
  before.close();
});

test('two first launches at once make one account', async () => {
  const browsers = [new Browser(), new Browser()];
  const ends = await Promise.all(browsers.map((browser) => browser.launch()));
  expect(ends).toEqual(['/en', '/en']);
  expect(await db.user.count()).toBe(1);
});

test('a platform that tells no name gives one that says so', async () => {
  const browser = await signedIn(mina, { change: { name: undefined } });
  expect((await browser.viewer())?.name).toBe('Learner');
});

test('the language is the platform’s', async () => {
  const presentation = 'https://purl.imsglobal.org/spec/lti/claim/launch_presentation';
  expect(await new Browser().launch({ change: { [presentation]: { locale: 'ko' } } })).toBe('/ko');
});

test('a guest’s work waits for who comes from a platform', async () => {
  const browser = new Browser();
  for (const [name, value] of (await Learner.guest()).cookies) browser.cookies.set(name, value);
  expect(await browser.launch()).toBe('/en/sign-in/merge');
  expect((await browser.viewer())?.name).toBe('이민아');
});

const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim';
const now = () => Math.floor(Date.now() / 1000);

test.each<[string, () => Partial<Launch>, string]>([
  ['another nonce', () => ({ change: { nonce: 'another' } }), 'token'],
  ['no nonce', () => ({ change: { nonce: undefined } }), 'token'],
  ['another audience', () => ({ change: { aud: 'another' } }), 'token'],
  ['several audiences, and none that it was issued to', () => ({ change: { aud: [platform.clientId, 'b'] } }), 'token'],
  ['issued to another', () => ({ change: { aud: [platform.clientId, 'b'], azp: 'b' } }), 'token'],
  ['issued to another, for this one alone', () => ({ change: { azp: 'b' } }), 'token'],
  ['another issuer', () => ({ change: { iss: 'https://evil.test' } }), 'token'],
  ['an unknown deployment', () => ({ change: { [`${CLAIM}/deployment_id`]: '2' } }), 'unknown-deployment'],
  ['no deployment', () => ({ change: { [`${CLAIM}/deployment_id`]: undefined } }), 'token'],
  ['expired', () => ({ change: { iat: now() - 400, exp: now() - 100 } }), 'token'],
  ['no end', () => ({ change: { exp: undefined } }), 'token'],
  ['made too long ago', () => ({ change: { iat: now() - 3600 } }), 'token'],
  ['made in the future', () => ({ change: { iat: now() + 600, exp: now() + 900 } }), 'token'],
  ['not signed', () => ({ header: { alg: 'none' } }), 'token'],
  ['another version', () => ({ change: { [`${CLAIM}/version`]: '1.2.0' } }), 'token'],
  ['a message that nobody knows', () => ({ change: { [`${CLAIM}/message_type`]: 'Other' } }), 'token'],
  ['no subject', () => ({ change: { sub: undefined } }), 'token'],
  ['a subject that is too long', () => ({ change: { sub: 'x'.repeat(256) } }), 'token'],
  ['no roles', () => ({ change: { [`${CLAIM}/roles`]: undefined } }), 'token'],
  ['no resource link', () => ({ change: { [`${CLAIM}/resource_link`]: undefined } }), 'token'],
  ['another link than the login was for', () => ({ change: { [`${CLAIM}/target_link_uri`]: linkTo(LONG) } }), 'token'],
])('a token is refused: %s', async (_what, launch, reason) => {
  const browser = new Browser();
  expect(await browser.launch(launch())).toBe(reason);
  expect([await browser.viewer(), await db.user.count()]).toEqual([null, 0]);
});

test('a token is refused: signed by somebody else, by a shared secret, or under an unknown key', async () => {
  const { privateKey } = await generateKeyPair('RS256');
  expect(await new Browser().launch({ key: privateKey })).toBe('token');
  const secret = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, true, ['sign', 'verify']);
  expect(await new Browser().launch({ key: secret, header: { alg: 'HS256' } })).toBe('token');
  expect(await new Browser().launch({ header: { kid: 'unknown' } })).toBe('token');
});

test.each([
  ['ahead', 50],
  ['behind', -50],
])('a clock that is nearly a minute %s is as good', async (_which, skew) => {
  expect(await new Browser().launch({ change: { iat: now() + skew, exp: now() + skew + 10 } })).toBe('/en');
});

test('several audiences are fine where the token names this one as whom it was issued to', async () => {
  const change = { aud: [platform.clientId, 'b'], azp: platform.clientId };
  expect(await new Browser().launch({ change })).toBe('/en');
});

test('a rotated key is fetched, and the old one holds no more', async () => {
  expect(await new Browser().launch()).toBe('/en');
  const old = platform.key;
  await platform.rotateKey();
  expect(await new Browser().launch()).toBe('/en');
  expect(await new Browser().launch({ key: old.privateKey, header: { kid: old.kid } })).toBe('token');
});

test('a token is good once', async () => {
  const browser = new Browser();
  const fields = await browser.authenticated({ person: mina, targetLinkUri: COURSE });
  const [first, second] = await Promise.all([browser.post(fields), browser.post(fields)]);
  expect([first.status, second.status].toSorted()).toEqual([303, 400]);
  expect(await refusalOf(first.status === 303 ? second : first)).toBe('stale');
  const location = (first.status === 303 ? first : second).headers.get('location') ?? '';
  expect((await browser.goOn(location)).status).toBe(303);
  expect(await refusalOf(await browser.goOn(location))).toBe('stale');
});

test('a token of one login does not answer another', async () => {
  const browser = new Browser();
  const one = await browser.authenticated({ person: mina, targetLinkUri: COURSE });
  const other = await browser.authenticated({ person: prof, targetLinkUri: COURSE });
  one.set('state', other.get('state') ?? '');
  expect(await refusalOf(await browser.post(one))).toBe('token');
});

test('a login lives for ten minutes, and so does a launch', async () => {
  const browser = new Browser();
  const fields = await browser.authenticated({ person: mina, targetLinkUri: COURSE });
  await db.ltiLogin.updateMany({ data: { expiresAt: new Date() } });
  expect(await refusalOf(await browser.post(fields))).toBe('stale');
  const received = await browser.post(await browser.authenticated({ person: mina, targetLinkUri: COURSE }));
  await db.ltiLaunch.updateMany({ data: { expiresAt: new Date() } });
  expect(await refusalOf(await browser.goOn(received.headers.get('location') ?? ''))).toBe('stale');
});

test('a launch goes on only in the browser in which it began', async () => {
  const [browser, victim] = [new Browser(), new Browser()];
  await victim.login(platform.begin({ person: prof, targetLinkUri: COURSE }));
  const received = await browser.post(await browser.authenticated({ person: mina, targetLinkUri: COURSE }));
  const location = received.headers.get('location') ?? '';
  expect(await refusalOf(await victim.goOn(location))).toBe('browser');
  expect(await refusalOf(await new Browser().goOn(location))).toBe('browser');
  expect((await browser.goOn(location)).status).toBe(303);
});

test('what a platform refuses is said', async () => {
  const browser = new Browser();
  const fields = await browser.authenticated({ person: mina, targetLinkUri: COURSE });
  const failed = new URLSearchParams({ error: 'login_required', state: fields.get('state') ?? '' });
  expect(await refusalOf(await browser.post(failed))).toBe('platform');
  expect(await refusalOf(await browser.post(new URLSearchParams({ id_token: 'x' })))).toBe('malformed');
  expect(await refusalOf(await browser.post(new URLSearchParams({ id_token: 'x', state: 'x' })))).toBe('stale');
});

test.each<[string, Record<string, string | undefined>, string]>([
  ['an unknown issuer', { iss: 'https://evil.test' }, 'unknown-platform'],
  ['an unknown client', { client_id: 'other' }, 'unknown-platform'],
  ['an unknown deployment', { lti_deployment_id: '2' }, 'unknown-deployment'],
  ['a link to another site', { target_link_uri: 'https://evil.test/' }, 'malformed'],
  ['no address at all', { target_link_uri: 'x' }, 'malformed'],
  ['nobody', { login_hint: undefined }, 'malformed'],
])('a login is refused: %s', async (_what, change, reason) => {
  const fields = platform.begin({ person: mina, targetLinkUri: COURSE });
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) fields.delete(name);
    else fields.set(name, value);
  }
  expect(await refusalOf(await new Browser().login(fields))).toBe(reason);
});

test('an issuer with two registrations has to say which; with one it need not', async () => {
  const fields = platform.begin({ person: mina, targetLinkUri: COURSE });
  fields.delete('client_id');
  fields.delete('lti_deployment_id');
  expect((await new Browser().login(fields, 'document', 'POST')).status).toBe(302);
  await db.ltiPlatform.create({ data: { ...platform.registration, clientId: 'second' } });
  expect(await refusalOf(await new Browser().login(fields))).toBe('unknown-platform');
});

test('in a frame nothing begins but a page with a link to a window of its own', async () => {
  const browser = new Browser();
  const fields = platform.begin({ person: mina, targetLinkUri: COURSE });
  const framed = await browser.login(fields, 'iframe');
  expect([framed.status, framed.headers.get('content-security-policy')]).toEqual([
    200,
    expect.stringContaining('frame-ancestors *'),
  ]);
  const link = /target="_blank" rel="noopener" href="([^"]*)"/.exec(await framed.text())?.[1] ?? '';
  expect([await db.ltiLogin.count(), browser.cookies.has(BROWSER_COOKIE)]).toEqual([0, false]);
  const address = link.replace(/&#(\d+);/g, (_whole, code) => String.fromCharCode(code));
  expect(new URLSearchParams(address.split('?')[1])).toEqual(fields);
});

test('in a frame nobody is signed in, whatever the link is for', async () => {
  const browser = new Browser();
  const fields = await browser.authenticated({ person: mina, targetLinkUri: CHOOSE }, 'iframe');
  expect(await refusalOf(await browser.post(fields))).toBe('frame');
});

const choosing: Partial<Launch> & Launch = {
  person: prof,
  targetLinkUri: CHOOSE,
  messageType: 'LtiDeepLinkingRequest',
};

/** What an instructor chooses, as the platform gets it. */
async function choose(launch: string, exercise: string): Promise<Response> {
  const body = new URLSearchParams({ launch, exercise });
  return chooseRoute(
    new Request(`${env.PUBLIC_URL}/api/lti/deep-links`, { method: 'POST', body, headers: { 'accept-language': 'en' } }),
  );
}

async function chosen(page: Response): Promise<Record<string, unknown> | undefined> {
  const jwt = /name="JWT" value="([^"]*)"/.exec(await page.text())?.[1] ?? '';
  await fetch(`${platform.origin}/chosen`, { method: 'POST', body: new URLSearchParams({ JWT: jwt }) });
  return platform.responses.at(-1);
}

async function choosePage(dest = 'iframe', launch: Partial<Launch> = {}): Promise<Response> {
  const browser = new Browser();
  return browser.post(await browser.authenticated({ ...choosing, ...launch }, dest));
}

const launchIn = async (page: Response) => /name="launch" value="([^"]*)"/.exec(await page.text())?.[1] ?? '';

test.each(['iframe', 'document'])('an instructor chooses an exercise for a link (%s)', async (dest) => {
  const page = await choosePage(dest);
  expect(page.headers.get('content-security-policy')).toContain("form-action 'self'");
  const launch = await launchIn(page);
  const response = await chosen(await choose(launch, DENSE));
  expect(response).toMatchObject({
    [`${CLAIM}/message_type`]: 'LtiDeepLinkingResponse',
    [`${CLAIM}/version`]: '1.3.0',
    [`${CLAIM}/deployment_id`]: '1',
    'https://purl.imsglobal.org/spec/lti-dl/claim/data': 'csrf:1',
    'https://purl.imsglobal.org/spec/lti-dl/claim/content_items': [
      {
        ...{ type: 'ltiResourceLink', title: DENSE, url: linkTo(DENSE) },
        lineItem: { label: DENSE, scoreMaximum: 10, resourceId: DENSE, tag: 'grade' },
      },
    ],
  });
  expect(await refusalOf(await choose(launch, DENSE))).toBe('stale');
  expect(await db.user.count()).toBe(0);
});

test('an instructor chooses the course', async () => {
  const response = await chosen(await choose(await launchIn(await choosePage()), ''));
  expect(response?.['https://purl.imsglobal.org/spec/lti-dl/claim/content_items']).toMatchObject([
    { url: COURSE, lineItem: { scoreMaximum: 100, resourceId: 'total' } },
  ]);
});

test('who may not choose, and what cannot be chosen', async () => {
  expect(await refusalOf(await choosePage('iframe', { person: mina }))).toBe('role');
  const administrator = { ...prof, roles: [ROLES.administrator] };
  expect(await refusalOf(await choosePage('iframe', { person: administrator }))).toBe('role');
  const launch = await launchIn(await choosePage());
  expect(await refusalOf(await choose(launch, '99-no/such'))).toBe('malformed');
  expect(await refusalOf(await choose('x', DENSE))).toBe('stale');
  // A launch that signs somebody in chooses nothing.
  const browser = new Browser();
  const received = await browser.post(await browser.authenticated({ person: prof, targetLinkUri: COURSE }));
  const token = new URL(received.headers.get('location') ?? '').searchParams.get('launch') ?? '';
  expect(await refusalOf(await choose(token, DENSE))).toBe('stale');
});

/** Somebody signed in here, and the launch for which they are asked who they are. */
async function asked(person: PlatformPerson): Promise<{ browser: Browser; launch: string; id: string }> {
  const browser = new Browser();
  const known = await member('Grace');
  for (const [name, value] of known.cookies) browser.cookies.set(name, value);
  const received = await browser.post(await browser.authenticated({ person, targetLinkUri: COURSE }));
  const done = await browser.goOn(received.headers.get('location') ?? '');
  const page = new URL(done.headers.get('location') ?? '');
  expect(page.pathname).toBe('/en/lti/account');
  return { browser, launch: page.searchParams.get('launch') ?? '', id: await known.id() };
}

const answer = (browser: Visitor, launch: string, link: boolean) =>
  browser.call(answerAccount, 'POST', { launch, link });

test('who is signed in says whether they are who comes from the platform', async () => {
  const { browser, launch, id } = await asked(mina);
  const { body } = await browser.call(askAccount, 'GET', undefined, { query: { launch } });
  expect(LaunchAccountSchema.parse(body)).toEqual({ platform: 'Campus', name: '이민아', viewer: 'Grace' });
  const { status, body: gone } = await answer(browser, launch, true);
  expect([status, LaunchedSchema.parse(gone)]).toEqual([200, { to: '/en' }]);
  expect((await (await signedIn(mina)).viewer())?.id).toBe(id);
  expect((await answer(browser, launch, true)).status).toBe(404);
});

test('somebody else gets an account of their own, and is signed in to that', async () => {
  const { browser, launch, id } = await asked(mina);
  expect((await answer(browser, launch, false)).status).toBe(200);
  const viewer = await browser.viewer();
  expect([viewer?.name, viewer?.id === id]).toEqual(['이민아', false]);
});

test('nobody but that browser, signed in, answers for it; and nothing is linked twice', async () => {
  const { browser, launch } = await asked(mina);
  const other = await member('Eve');
  for (const who of [other, new Browser()]) {
    const status = who === other ? 404 : 401;
    expect((await who.call(askAccount, 'GET', undefined, { query: { launch } })).status).toBe(status);
    expect((await answer(who, launch, true)).status).toBe(status);
  }
  await signedIn(mina);
  expect((await answer(browser, launch, true)).status).toBe(409);
});

/** A cohort whose instructor teaches the course on the platform, and has linked the two. */
async function makeLinked() {
  const cast = await makeCast();
  const { people, cohort } = cast;
  await db.ltiIdentity.create({
    data: { issuer: platform.origin, subject: 'prof', userId: await people.instructor.id() },
  });
  await signedIn(prof);
  const { id: context } = await db.ltiContext.findFirstOrThrow();
  const linked = await people.instructor.call(linkContext, 'PUT', { cohort }, contextOf(context));
  expect(linked.status).toBe(200);
  return { ...cast, context };
}

test('who teaches a course that has no cohort is asked for one; both have to be theirs', async () => {
  const { people, cohort, other } = await makeCast();
  await db.ltiIdentity.create({
    data: { issuer: platform.origin, subject: 'prof', userId: await people.instructor.id() },
  });
  const path = await new Browser().launch({ person: prof, targetLinkUri: linkTo(DENSE) });
  const { id: context } = await db.ltiContext.findFirstOrThrow();
  expect(path).toBe(`/en/lti/contexts/${context}`);
  const read = (who: Learner) => who.call(readContext, 'GET', undefined, contextOf(context));
  const link = (who: Learner, to: string) => who.call(linkContext, 'PUT', { cohort: to }, contextOf(context));
  expect((await read(people.instructor)).body).toEqual({
    ...{ title: '딥러닝 01반', platform: 'Campus', cohort: null, cohorts: [{ id: cohort, name: 'cast' }] },
  });
  for (const [name, who] of Object.entries(people)) {
    const expected = name === 'guest' ? 401 : ['instructor', 'admin'].includes(name) ? 200 : 404;
    expect([name, (await read(who)).status]).toEqual([name, expected]);
    if (expected !== 200) expect([name, (await link(who, cohort)).status]).toEqual([name, expected]);
  }
  expect((await link(people.instructor, other)).status).toBe(404);
  await db.enrolment.updateMany({ where: { cohortId: cohort, role: 'INSTRUCTOR' }, data: { role: 'ASSISTANT' } });
  expect((await link(people.instructor, cohort)).status).toBe(403);
  await db.enrolment.updateMany({ where: { cohortId: cohort, role: 'ASSISTANT' }, data: { role: 'INSTRUCTOR' } });
  expect((await link(people.instructor, cohort)).body).toMatchObject({ cohort: { id: cohort } });
  expect(await new Browser().launch({ person: prof })).toBe(`/en/cohorts/${cohort}`);
  expect(await new Browser().launch({ person: prof, targetLinkUri: linkTo(DENSE) })).toBe(`/en/exercises/${DENSE}`);
});

test('a learner of the course, or one who assists in it, links nothing', async () => {
  const { people, cohort } = await makeCast();
  const instructor = await people.instructor.id();
  for (const person of [mina, { ...prof, subject: 'ta', roles: [ROLES.instructor, ROLES.assistant] }]) {
    await db.ltiIdentity.create({ data: { issuer: platform.origin, subject: person.subject, userId: instructor } });
    await signedIn(person);
    const { id } = await db.ltiContext.findFirstOrThrow();
    expect((await people.instructor.call(linkContext, 'PUT', { cohort }, contextOf(id))).status).toBe(404);
  }
});

const roleOf = async (browser: Visitor, cohortId: string) =>
  (await findViewer(browser.headers()))?.cohorts.find(({ id }) => id === cohortId)?.role;

test('who comes from a linked course is in the cohort, with the role that they have there', async () => {
  const early = await signedIn({ ...mina, subject: 'early' });
  const { cohort } = await makeLinked();
  expect(await roleOf(early, cohort)).toBe('LEARNER');
  const teach = (subject: string, roles: string[]) => signedIn({ subject, name: subject, roles });
  expect(await roleOf(await signedIn(mina), cohort)).toBe('LEARNER');
  expect(await roleOf(await teach('second', [ROLES.instructor]), cohort)).toBe('INSTRUCTOR');
  expect(await roleOf(await teach('ta', [ROLES.instructor, ROLES.assistant]), cohort)).toBe('ASSISTANT');
  expect(await roleOf(await teach('short', ['Learner']), cohort)).toBe('LEARNER');
  expect(await roleOf(await teach('root', [ROLES.administrator]), cohort)).toBeUndefined();
  expect(await db.auditEntry.count({ where: { action: 'lti.enrol', cohortId: cohort } })).toBe(5);
});

test('a role that somebody has is changed by no launch, and an archived cohort takes nobody', async () => {
  const { cohort } = await makeLinked();
  const browser = await signedIn(mina);
  await signedIn({ ...mina, roles: [ROLES.instructor] });
  expect(await roleOf(browser, cohort)).toBe('LEARNER');
  await db.cohort.update({ where: { id: cohort }, data: { archivedAt: new Date() } });
  await signedIn({ ...mina, subject: 'late' });
  expect(await db.enrolment.count({ where: { cohortId: cohort } })).toBe(7);
});

const ltiOf = async (who: Learner, cohort: string) =>
  CohortLtiSchema.parse((await who.call(readLti, 'GET', undefined, contextOf(cohort))).body);
const act = (who: Learner, cohort: string, context: string, action: string) =>
  who.call(actOnLti, 'POST', { context, action }, contextOf(cohort));

test('who sees and changes a cohort’s courses', async () => {
  const { people, cohort, other, context } = await makeLinked();
  const answers: Record<string, number[]> = {};
  for (const [name, who] of Object.entries(people)) {
    const read = await who.call(readLti, 'GET', undefined, contextOf(cohort));
    answers[name] = [read.status, (await act(who, cohort, context, 'scores')).status];
  }
  expect(answers).toEqual({
    ...{ ada: [404, 404], bo: [404, 404], eve: [404, 404], lone: [404, 404], nobody: [404, 404], stranger: [404, 404] },
    ...{ guest: [401, 401], assistant: [200, 403], instructor: [200, 200], admin: [200, 200] },
  });
  expect((await act(people.stranger, other, context, 'unlink')).status).toBe(404);
  expect((await act(people.instructor, cohort, context, 'unlink')).status).toBe(200);
  expect((await ltiOf(people.instructor, cohort)).contexts).toEqual([]);
  expect((await act(people.instructor, cohort, context, 'unlink')).status).toBe(404);
});

test('the roster, page by page: who is new, who has come, who has left', async () => {
  const { people, cohort, context } = await makeLinked();
  const browser = await signedIn(mina);
  platform.members = [
    prof,
    mina,
    { subject: 'new', name: 'Newcomer', roles: [ROLES.learner] },
    { subject: 'off', name: 'Off', roles: [ROLES.learner], status: 'Inactive' },
    { subject: 'obs', name: 'Observer', roles: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Mentor'] },
  ];
  expect((await act(people.instructor, cohort, context, 'roster')).status).toBe(200);
  expect(platform.calls.filter((call) => call === 'GET /members')).toHaveLength(3);
  const read = async () => {
    const [course] = (await ltiOf(people.assistant, cohort)).contexts;
    expect(Date.now() - Date.parse(course?.rosterAt ?? '')).toBeLessThan(60_000);
    return course?.members.map(({ name, role, isActive, user }) => [name, role, isActive, user]).toSorted();
  };
  const viewer = await browser.viewer();
  const before = [
    ['Newcomer', 'LEARNER', true, null],
    ['Observer', null, true, null],
    ['Off', 'LEARNER', false, null],
    ['박교수', 'INSTRUCTOR', true, await people.instructor.id()],
    ['이민아', 'LEARNER', true, viewer?.id],
  ];
  expect(await read()).toEqual(before);
  expect(await db.enrolment.count({ where: { cohortId: cohort } })).toBe(7);
  platform.members = [prof, { ...mina, name: '김민아' }];
  await act(people.instructor, cohort, context, 'roster');
  expect(await read()).toEqual([
    ['Newcomer', 'LEARNER', false, null],
    ['Observer', null, false, null],
    ['Off', 'LEARNER', false, null],
    ['김민아', 'LEARNER', true, viewer?.id],
    ['박교수', 'INSTRUCTOR', true, await people.instructor.id()],
  ]);
});

test('a roster that is not read to its end changes nothing, and its token goes to no other host', async () => {
  const { people, cohort, context } = await makeLinked();
  const other = await LtiPlatform.open(toolKeys);
  platform.members = [prof, mina, { ...mina, subject: 'third' }];
  platform.evilNextPage = `${other.origin}/members`;
  expect((await act(people.instructor, cohort, context, 'roster')).status).toBe(503);
  expect(other.calls).toEqual([]);
  other.close();
  platform.evilNextPage = null;
  platform.failures.push(500);
  expect((await act(people.instructor, cohort, context, 'roster')).status).toBe(503);
  expect(await db.ltiMember.findMany()).toMatchObject([{ subject: 'prof', isActive: true }]);
});

const DUE = new Date('2026-11-10T00:00:00Z');

/** A linked cohort with a plan of one exercise, and a learner of both. `lineItem`: the column of the course's own link. */
async function makeGraded({ lineItem }: Pick<Launch, 'lineItem'> = {}) {
  const linked = await makeLinked();
  const link = lineItem === undefined ? {} : { lineItem };
  await db.assignment.create({ data: { cohortId: linked.cohort, exerciseId: DENSE, dueAt: DUE } });
  const browser = await signedIn(mina, link);
  platform.members = [prof, mina];
  const userId = (await browser.viewer())?.id ?? '';
  await passScores();
  return { ...linked, browser, userId };
}

let number = 0;

/** A graded submission, as a grader records it. */
async function graded(userId: string, cohortId: string, score: number, exerciseId = DENSE): Promise<void> {
  number += 1;
  const { id } = await db.submission.create({
    data: {
      ...{ userId, cohortId, exerciseId, number, clientId: crypto.randomUUID(), source: 'x', locale: 'en' },
      createdAt: new Date('2026-11-09T00:00:00Z'),
    },
  });
  const result = { passed: score === 10, score, maxScore: 10, status: 'GRADED' as const };
  const run = await db.gradingRun.create({
    data: { ...result, submissionId: id, reason: 'SUBMISSION', exerciseVersion: 'v1', seed: 1n },
  });
  await db.submission.update({ where: { id }, data: { officialRunId: run.id } });
  await inTransaction((tx) => applyResults(tx, userId, exerciseId));
}

const totalColumn = () => [...platform.columns.values()].find(({ resourceId }) => resourceId === 'total');
const scoreOf = (subject = 'mina', url = totalColumn()?.url ?? '') => platform.scores.get(url)?.get(subject);

test('a column for the total is made once, and a grade that changes is told', async () => {
  const { userId, cohort, people } = await makeGraded();
  expect(totalColumn()).toMatchObject({ label: 'PeerGrad: cast', scoreMaximum: 100 });
  // Nothing was handed in, and it is due.
  expect(scoreOf()).toMatchObject({ scoreGiven: 0, scoreMaximum: 100 });
  await graded(userId, cohort, 8);
  await passScores();
  const first = scoreOf();
  expect(first).toMatchObject({
    ...{ scoreGiven: 80, scoreMaximum: 100, activityProgress: 'Submitted', gradingProgress: 'FullyGraded' },
  });
  await graded(userId, cohort, 10);
  await passScores();
  expect(scoreOf()).toMatchObject({ scoreGiven: 100 });
  expect(Date.parse(scoreOf()?.timestamp ?? '')).toBeGreaterThan(Date.parse(first?.timestamp ?? ''));
  expect(platform.columns.size).toBe(1);
  const [course] = (await ltiOf(people.assistant, cohort)).contexts;
  expect(course).toMatchObject({
    takesGrades: true,
    columns: [{ exercise: null, isGone: false, accepted: 1, refused: 0 }],
  });
});

test('a grade set by hand is told, and so is its end', async () => {
  const { userId, cohort, people } = await makeGraded();
  const set = (override: { passed: boolean; score: number } | null) =>
    people.instructor.call(
      setOverride,
      'PUT',
      { exercise: DENSE, override, reason: 'x' },
      { context: { params: Promise.resolve({ id: cohort, user: userId }) } },
    );
  expect((await set({ passed: false, score: 5 })).status).toBe(200);
  await passScores();
  expect(scoreOf()).toMatchObject({ scoreGiven: 50 });
  await set(null);
  await passScores();
  expect(scoreOf()).toMatchObject({ scoreGiven: 0 });
});

test('an accepted regrade is told', async () => {
  const { userId, cohort, people } = await makeGraded();
  await graded(userId, cohort, 8);
  await passScores();
  const { id: submissionId } = await db.submission.findFirstOrThrow({ where: { userId } });
  const regrade = await db.regrade.create({
    data: {
      ...{ exerciseId: DENSE, exerciseVersion: 'v1', cohortId: cohort, reason: 'x' },
      runs: {
        create: {
          ...{ submissionId, reason: 'REGRADE', status: 'GRADED', exerciseVersion: 'v1', seed: 1n },
          ...{ passed: false, score: 3, maxScore: 10 },
        },
      },
    },
  });
  const accepted = await people.instructor.call(decideRegrade, 'POST', { decision: 'accept' }, contextOf(regrade.id));
  expect(accepted.status).toBe(200);
  await passScores();
  expect(scoreOf()).toMatchObject({ scoreGiven: 30 });
});

test('what the platform has already is not sent again', async () => {
  const { userId, cohort } = await makeGraded();
  await graded(userId, cohort, 8);
  await passScores();
  platform.calls.length = 0;
  await graded(userId, cohort, 7);
  await sweepScores();
  expect(await passScores()).toBe(2);
  expect(platform.calls).toEqual([]);
});

test('what no transaction changed is found by the sweep: a due date that passes, a weight', async () => {
  const { cohort } = await makeGraded();
  await db.assignment.update({
    where: { cohortId_exerciseId: { cohortId: cohort, exerciseId: DENSE } },
    data: { dueAt: new Date(Date.now() + 3_600_000) },
  });
  await sweepScores();
  await sweepScores();
  expect(await passScores()).toBe(1);
  // Nothing counts any more: the platform clears what it had.
  expect(scoreOf()).toMatchObject({ activityProgress: 'Initialized', gradingProgress: 'NotReady' });
  expect(scoreOf()).not.toHaveProperty('scoreGiven');
});

test('the column of a link to an exercise has the points of that exercise', async () => {
  const { userId, cohort } = await makeGraded();
  const url = platform.addColumn('Dense', 10, DENSE);
  await signedIn(mina, { targetLinkUri: linkTo(DENSE), lineItem: url });
  await graded(userId, cohort, 7);
  await passScores();
  expect(scoreOf('mina', url)).toMatchObject({ scoreGiven: 7, scoreMaximum: 10 });
  expect(scoreOf()).toMatchObject({ scoreGiven: 70, scoreMaximum: 100 });
});

test('the column of a link to the course is the total’s', async () => {
  const url = platform.addColumn('Course', 100);
  const { userId, cohort } = await makeGraded({ lineItem: url });
  await graded(userId, cohort, 10);
  await passScores();
  expect(scoreOf('mina', url)).toMatchObject({ scoreGiven: 100 });
  expect(platform.columns.size).toBe(1);
});

const waiting = async () =>
  (
    await pool.query(
      "SELECT state, retry_count, start_after > now() AS later FROM pgboss.job WHERE name = 'lti-scores' AND state < 'completed'",
    )
  ).rows;
const tryAgain = () =>
  pool.query("UPDATE pgboss.job SET start_after = now() - interval '1 second' WHERE name = 'lti-scores'");

test.each([500, 503, 429])('a platform that answers %s is told later', async (status) => {
  const { userId, cohort } = await makeGraded();
  await graded(userId, cohort, 8);
  platform.failures.push(status);
  await passScores();
  expect(scoreOf()).toMatchObject({ scoreGiven: 0 });
  expect(await waiting()).toEqual([{ state: 'retry', retry_count: 0, later: true }]);
  expect(await passScores()).toBe(0);
  await tryAgain();
  expect(await passScores()).toBe(1);
  expect(scoreOf()).toMatchObject({ scoreGiven: 80 });
  expect(await waiting()).toEqual([]);
});

test('a platform that is gone for a while loses nothing: the latest grade is told once it is back', async () => {
  const { userId, cohort } = await makeGraded();
  const { origin } = platform;
  const { tokenUrl } = platform.registration;
  await db.ltiPlatform.updateMany({ data: { tokenUrl: 'http://127.0.0.1:9/token' } });
  await graded(userId, cohort, 8);
  await passScores();
  await graded(userId, cohort, 9);
  await passScores();
  expect(await waiting()).toHaveLength(2);
  await db.ltiPlatform.updateMany({ where: { issuer: origin }, data: { tokenUrl } });
  await tryAgain();
  await passScores();
  expect(scoreOf()).toMatchObject({ scoreGiven: 90 });
});

test('a platform that gives no token is asked once, not once for everybody', async () => {
  const { userId, cohort } = await makeGraded();
  const eve = { subject: 'eve', name: 'Eve', roles: [ROLES.learner] };
  platform.members.push(eve);
  await graded((await (await signedIn(eve)).viewer())?.id ?? '', cohort, 6);
  await graded(userId, cohort, 8);
  await db.ltiPlatform.updateMany({ data: { clientId: 'unknown' } });
  platform.calls.length = 0;
  await passScores();
  expect([platform.calls, await waiting()]).toEqual([[], []]);
  await db.ltiPlatform.updateMany({ data: { clientId: platform.clientId } });
  await sweepScores();
  await passScores();
  expect([scoreOf()?.scoreGiven, scoreOf('eve')?.scoreGiven]).toEqual([80, 60]);
});

test('a token that the platform no longer takes is asked for anew', async () => {
  const { userId, cohort } = await makeGraded();
  await graded(userId, cohort, 8);
  platform.forgetTokens();
  await passScores();
  expect(scoreOf()).toMatchObject({ scoreGiven: 80 });
});

test('a column that is removed there is filled no more, until everything is sent again', async () => {
  const { userId, cohort, context, people } = await makeGraded();
  platform.columns.clear();
  await graded(userId, cohort, 8);
  await passScores();
  expect((await ltiOf(people.instructor, cohort)).contexts[0]?.columns).toMatchObject([
    { exercise: null, isGone: true },
  ]);
  await sweepScores();
  await passScores();
  expect(platform.columns.size).toBe(0);
  await act(people.instructor, cohort, context, 'scores');
  await passScores();
  expect(scoreOf()).toMatchObject({ scoreGiven: 80 });
});

test('one whom the platform does not take holds up nobody else, and is not tried for ever', async () => {
  const { userId, cohort, people } = await makeGraded();
  const eve = await signedIn({ subject: 'eve', name: 'Eve', roles: [ROLES.learner] });
  await graded((await eve.viewer())?.id ?? '', cohort, 6);
  await graded(userId, cohort, 8);
  await passScores();
  expect(scoreOf()).toMatchObject({ scoreGiven: 80 });
  expect(await waiting()).toEqual([]);
  expect((await ltiOf(people.instructor, cohort)).contexts[0]?.columns).toMatchObject([{ accepted: 1, refused: 1 }]);
  platform.members.push({ subject: 'eve', name: 'Eve', roles: [ROLES.learner] });
  await sweepScores();
  await passScores();
  expect(scoreOf('eve')).toMatchObject({ scoreGiven: 60 });
  expect((await ltiOf(people.instructor, cohort)).contexts[0]?.columns).toMatchObject([{ accepted: 2, refused: 0 }]);
});

test('timestamps grow, whatever the clock does; a platform that is ahead is told later', async () => {
  const { userId, cohort } = await makeGraded();
  const ahead = new Date(Date.now() + 86_400_000);
  await db.ltiScore.updateMany({ data: { issuedAt: ahead } });
  await graded(userId, cohort, 8);
  await passScores();
  expect(Date.parse(scoreOf()?.timestamp ?? '')).toBe(ahead.getTime() + 1);
  const kept = platform.scores.get(totalColumn()?.url ?? '')?.get('mina');
  if (kept) kept.timestamp = new Date(ahead.getTime() + 100).toISOString();
  await graded(userId, cohort, 10);
  await passScores();
  expect(await waiting()).toMatchObject([{ state: 'retry' }]);
  await db.ltiScore.updateMany({ data: { issuedAt: new Date(ahead.getTime() + 200) } });
  await tryAgain();
  await passScores();
  expect(scoreOf()).toMatchObject({ scoreGiven: 100 });
});

test('of two workers at once the one with the later grade is believed, whichever arrives first', async () => {
  const { userId, cohort } = await makeGraded();
  await graded(userId, cohort, 8);
  platform.onScore = async () => {
    await graded(userId, cohort, 10);
    await passScores();
    expect(scoreOf()).toMatchObject({ scoreGiven: 100 });
  };
  await passScores();
  expect(scoreOf()).toMatchObject({ scoreGiven: 100 });
  await tryAgain();
  await passScores();
  expect([scoreOf()?.scoreGiven, await waiting()]).toEqual([100, []]);
  expect(await db.ltiScore.findFirst({ where: { subject: 'mina' } })).toMatchObject({ score: 100, failure: null });
});

test('a rollback takes its job along', async () => {
  const { userId } = await makeGraded();
  const failed = inTransaction(async (tx) => {
    await applyResults(tx, userId, DENSE);
    throw new Error('rolled back');
  });
  await expect(failed).rejects.toThrow('rolled back');
  expect(await waiting()).toEqual([]);
});

test('nothing is queued for who is in no linked cohort', async () => {
  const lone = await member('Lone');
  const cohort = await makeCohort('plain', [[lone, 'LEARNER']]);
  await graded(await lone.id(), cohort, 8);
  expect(await waiting()).toEqual([]);
});

const DAY_MS = 86_400_000;

test('our keys: published before they sign, kept after, never in the open', async () => {
  await db.ltiKey.deleteMany();
  const start = new Date('2026-01-01T00:00:00Z');
  const day = (days: number) => new Date(start.getTime() + days * DAY_MS);
  const kids = async (at: Date) => (await publicKeys(at)).keys.map(({ kid }) => kid);
  const [first] = await kids(start);
  expect((await signingKey(start)).kid).toBe(first);
  expect(await kids(day(89))).toEqual([first]);
  const [second, old] = await kids(day(90));
  expect([old === first, second === first]).toEqual([true, false]);
  expect((await signingKey(day(91))).kid).toBe(first);
  expect((await signingKey(day(92))).kid).toBe(second);
  await kids(day(180));
  expect(await kids(day(272))).not.toContain(first);
  expect((await publicKeys(day(272))).keys.every((key) => !('d' in key) && key.alg === 'RS256')).toBe(true);
  expect(JSON.stringify(await db.ltiKey.findMany())).not.toMatch(/PRIVATE KEY|"d":/);
  await db.ltiKey.deleteMany();
});

test('keys that another secret sealed are replaced; two processes at once make one', async () => {
  await db.ltiKey.deleteMany();
  const [one, two] = await Promise.all([publicKeys(), publicKeys()]);
  expect(one.keys).toEqual(two.keys);
  await db.ltiKey.updateMany({ data: { sealed: 'eyJhbGciOiJkaXIifQ..a.b.c' } });
  expect((await signingKey()).kid).not.toBe(one.keys[0]?.kid);
  expect(await db.ltiKey.count()).toBe(1);
});

test('platforms are registered, changed and removed by who runs the site alone', async () => {
  const { people } = await makeCast();
  const input = { ...platform.registration, clientId: 'another', deploymentIds: ['1', '1', '2'] };
  for (const [name, who] of Object.entries(people).filter(([one]) => one !== 'admin')) {
    const status = name === 'guest' ? 401 : 403;
    expect([name, (await who.call(listPlatforms, 'GET')).status]).toEqual([name, status]);
    expect([name, (await who.call(registerPlatform, 'POST', input)).status]).toEqual([name, status]);
  }
  const made = await people.admin.call(registerPlatform, 'POST', input);
  const { platform: registered } = PlatformAnswerSchema.parse(made.body);
  expect(registered).toMatchObject({ clientId: 'another', deploymentIds: ['1', '2'], contexts: 0 });
  expect((await people.admin.call(registerPlatform, 'POST', input)).status).toBe(409);
  const at = contextOf(registered.id);
  const renamed = { ...input, name: 'Renamed' };
  expect((await people.instructor.call(changePlatform, 'PUT', renamed, at)).status).toBe(403);
  expect((await people.admin.call(changePlatform, 'PUT', renamed, at)).body).toMatchObject({
    platform: { name: 'Renamed' },
  });
  const taken = { ...input, clientId: platform.clientId };
  expect((await people.admin.call(changePlatform, 'PUT', taken, at)).status).toBe(409);
  expect((await people.admin.call(changePlatform, 'PUT', input, contextOf('x'))).status).toBe(404);
  expect((await people.instructor.call(removePlatform, 'DELETE', undefined, at)).status).toBe(403);
  expect((await people.admin.call(removePlatform, 'DELETE', undefined, at)).status).toBe(200);
  expect((await people.admin.call(removePlatform, 'DELETE', undefined, at)).status).toBe(404);
  expect((await people.admin.call(listPlatforms, 'GET')).body).toMatchObject({
    platforms: [{ name: 'Campus' }],
    tool: { login: `${env.PUBLIC_URL}/api/lti/login`, launch: COURSE, choose: CHOOSE },
  });
});

test.each([
  ['plain http', { jwksUrl: 'http://school.test/jwks' }],
  ['another scheme', { authUrl: 'file:///etc/passwd' }],
  ['no deployment', { deploymentIds: [] }],
  ['no client', { clientId: ' ' }],
])('a platform is not registered with %s', async (_what, change) => {
  const { people } = await makeCast();
  const input = { ...platform.registration, clientId: 'another', ...change };
  expect((await people.admin.call(registerPlatform, 'POST', input)).status).toBe(400);
});

/** Opens an invitation as a platform's administrator does there. */
async function openInvitation(url: string, change: Record<string, string> = {}): Promise<Response> {
  const address = new URL(url);
  const given = { openid_configuration: `${platform.origin}/configuration`, registration_token: 'registration' };
  for (const [name, value] of Object.entries({ ...given, ...change })) address.searchParams.set(name, value);
  return registerRoute(new Request(address, { headers: { 'accept-language': 'en' } }));
}

async function invitation(): Promise<string> {
  const admin = await member('Admin');
  await db.user.update({ where: { id: await admin.id() }, data: { isAdmin: true } });
  const { status, body } = await admin.call(invitePlatform, 'POST');
  expect(status).toBe(201);
  return PlatformInvitationSchema.parse(body).url;
}

test('a platform registers itself by an invitation, once, and people come in', async () => {
  await db.ltiPlatform.deleteMany();
  const url = await invitation();
  const page = await openInvitation(url);
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('org.imsglobal.lti.close')]);
  expect(platform.registrations).toMatchObject([
    {
      ...{ application_type: 'web', response_types: ['id_token'], token_endpoint_auth_method: 'private_key_jwt' },
      ...{ initiate_login_uri: `${env.PUBLIC_URL}/api/lti/login`, redirect_uris: [COURSE] },
      jwks_uri: `${env.PUBLIC_URL}/api/lti/jwks`,
      scope: expect.stringContaining('lti-ags/scope/score'),
    },
  ]);
  const { name: _name, ...registered } = platform.registration;
  expect(await db.ltiPlatform.findMany()).toMatchObject([registered]);
  expect(await new Browser().launch()).toBe('/en');
  expect(await refusalOf(await openInvitation(url))).toBe('stale');
});

test('one that tells no deployment waits for who runs the site', async () => {
  await db.ltiPlatform.deleteMany();
  platform.tellsDeployment = false;
  expect((await openInvitation(await invitation())).status).toBe(200);
  expect(await refusalOf(await new Browser().login(platform.begin({ person: mina, targetLinkUri: COURSE })))).toBe(
    'unknown-deployment',
  );
});

test('what no invitation registers', async () => {
  const count = () => db.ltiPlatform.count();
  expect(await refusalOf(await openInvitation(`${env.PUBLIC_URL}/api/lti/register?code=x`))).toBe('stale');
  expect(await refusalOf(await openInvitation(`${env.PUBLIC_URL}/api/lti/register`))).toBe('malformed');
  const url = await invitation();
  const plain = { openid_configuration: 'http://school.test/configuration' };
  expect(await refusalOf(await openInvitation(url, plain))).toBe('malformed');
  await db.ltiInvitation.updateMany({ data: { expiresAt: new Date() } });
  expect(await refusalOf(await openInvitation(url))).toBe('stale');
  // It is registered already; then it refuses; then it speaks for another.
  expect(await refusalOf(await openInvitation(await invitation()))).toBe('platform');
  await db.ltiPlatform.deleteMany();
  expect(await refusalOf(await openInvitation(await invitation(), { registration_token: 'x' }))).toBe('platform');
  platform.configuration = { issuer: 'https://canvas.instructure.com' };
  expect(await refusalOf(await openInvitation(await invitation()))).toBe('malformed');
  expect(await count()).toBe(0);
});

test('a platform that is removed signs nobody in; its people stay', async () => {
  await signedIn(mina);
  await db.ltiPlatform.deleteMany();
  const fields = platform.begin({ person: mina, targetLinkUri: COURSE });
  expect(await refusalOf(await new Browser().login(fields))).toBe('unknown-platform');
  expect(await db.user.count()).toBe(1);
});

test('who deletes their account is gone from the rosters, and is somebody new when they come again', async () => {
  const browser = await signedIn(mina);
  await signedIn(prof);
  expect((await browser.call(deleteAccount, 'DELETE', {})).status).toBe(200);
  expect(await db.ltiMember.findMany()).toMatchObject([{ subject: 'prof' }]);
  expect(await db.ltiIdentity.count({ where: { subject: 'mina' } })).toBe(0);
  expect(await new Browser().launch()).toBe('/en');
});

test('logins are limited by address', async () => {
  const browser = new Browser();
  const fields = platform.begin({ person: mina, targetLinkUri: COURSE });
  await browser.login(fields);
  await db.rateLimit.updateMany({ data: { count: 1_000_000 } });
  expect((await browser.login(fields)).status).toBe(429);
});
