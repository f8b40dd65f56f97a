import { expect, test, vi } from 'vitest';
import { DELETE as deleteAccount } from '@/app/api/account/route';
import { PUT as changePlatform, DELETE as removePlatform } from '@/app/api/lti/platforms/[id]/route';
import { POST as invitePlatform } from '@/app/api/lti/platforms/invitations/route';
import { GET as listPlatforms, POST as registerPlatform } from '@/app/api/lti/platforms/route';
import { GET as registerRoute } from '@/app/api/lti/register/route';
import { PlatformAnswerSchema, PlatformInvitationSchema } from '@/contracts/lti';
import { db } from '@/server/db';
import { env } from '@/server/env';
import { publicKeys, signingKey } from '@/server/lti/keys';
import { Browser, CHOOSE, COURSE, mina, openPlatform, platform, prof, refusalOf, signedIn } from './lti-course';
import { contextOf, makeCast, member } from './team-people';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

openPlatform();

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
