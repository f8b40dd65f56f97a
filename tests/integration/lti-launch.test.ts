import { generateKeyPair } from 'jose';
import { expect, test, vi } from 'vitest';
import { POST as answerAccount, GET as askAccount } from '@/app/api/lti/account/route';
import { POST as chooseRoute } from '@/app/api/lti/deep-links/route';
import { LaunchAccountSchema, LaunchedSchema } from '@/contracts/lti';
import { db } from '@/server/db';
import { env } from '@/server/env';
import { BROWSER_COOKIE } from '@/server/lti/login';
import { type Launch, type PlatformPerson, ROLES } from '@/tests/lti-platform';
import type { Visitor } from './accounts/visitor';
import { Learner } from './learner';
import {
  Browser,
  CHOOSE,
  COURSE,
  linkTo,
  mina,
  openPlatform,
  platform,
  prof,
  refusalOf,
  registerPlatform,
  signedIn,
} from './lti-course';
import { DENSE, LONG } from './manifest';
import { member } from './team-people';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

openPlatform();

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
  await registerPlatform();
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
