import { afterAll, expect, test, vi } from 'vitest';
import { type Claims, OpenIdProvider } from './open-id-provider';
import { newPerson, Visitor } from './visitor';

const provider = await OpenIdProvider.open();
vi.stubEnv('OIDC_ISSUER', provider.issuer);
vi.stubEnv('OIDC_CLIENT_ID', 'peergrad');
vi.stubEnv('OIDC_CLIENT_SECRET', 'a client secret');
vi.stubEnv('OIDC_NAME', 'University');
afterAll(() => provider.close());

// After the environment is set: it is read once, when the server's modules load.
const { GET: authGet, POST: authPost } = await import('@/app/api/auth/[...all]/route');
const { GET: overviewRoute } = await import('@/app/api/account/route');
const { GET: offerRoute } = await import('@/app/api/account/merge/route');
const { POST: signUpRoute } = await import('@/app/api/account/sign-up/route');
const { getAuth } = await import('@/server/accounts/auth');
const { db } = await import('@/server/db');
const { env } = await import('@/server/env');
const { ensureGuest, findViewer } = await import('@/server/viewer');

function claimsOf(email: string): Claims {
  return { sub: crypto.randomUUID(), email, email_verified: true, name: 'Grace' };
}

type AuthRoute = typeof authGet;

/** Calls the catch-all route as Next does. */
function ask(handler: AuthRoute, request: Request): Promise<Response> {
  const all = new URL(request.url).pathname.split('/').slice(3);
  return handler(request, { params: Promise.resolve({ all }) });
}

/** Signs in with the provider as a browser would, and says where it ends up. */
async function signIn(visitor: Visitor, claims: Claims): Promise<string> {
  const request = new Request(`${env.PUBLIC_URL}/api/auth/sign-in/social`, {
    method: 'POST',
    headers: visitor.headers({ 'content-type': 'application/json', origin: env.PUBLIC_URL }),
    body: JSON.stringify({
      provider: 'oidc',
      callbackURL: '/ko/sign-in/merge',
      newUserCallbackURL: '/ko/sign-in/merge?new',
      errorCallbackURL: '/ko/sign-in',
      disableRedirect: true,
    }),
  });
  const started = await ask(authPost, request);
  visitor.keep(started.headers.getSetCookie());
  const { url } = (await started.json()) as { url: string };
  const back = await ask(authGet, new Request(provider.agree(url, claims), { headers: visitor.headers() }));
  visitor.keep(back.headers.getSetCookie());
  return back.headers.get('location') ?? '';
}

test('somebody new gets an account with a confirmed address and no password', async () => {
  const visitor = new Visitor();
  const { email } = newPerson();
  expect(await signIn(visitor, claimsOf(email))).toMatch(/\/ko\/sign-in\/merge\?new/);
  expect((await visitor.call(overviewRoute, 'GET')).body).toMatchObject({
    viewer: { email, emailVerified: true, kind: 'member' },
    hasPassword: false,
    provider: 'University',
  });
});

test('the provider never signs in to a local account whose address nobody confirmed', async () => {
  const attacker = new Visitor();
  const victim = newPerson();
  await attacker.call(signUpRoute, 'POST', victim);
  const visitor = new Visitor();
  expect(await signIn(visitor, claimsOf(victim.email))).toMatch(/\/ko\/sign-in\?error=account_not_linked/);
  expect(await findViewer(visitor.headers())).toBeNull();
  expect(await db.account.count({ where: { user: { email: victim.email }, providerId: 'oidc' } })).toBe(0);
});

test('a confirmed local account is signed in to', async () => {
  const person = newPerson();
  await new Visitor().call(signUpRoute, 'POST', person);
  await db.user.update({ where: { email: person.email }, data: { emailVerified: true } });
  const visitor = new Visitor();
  await signIn(visitor, claimsOf(person.email));
  expect(await findViewer(visitor.headers())).toMatchObject({ email: person.email });
});

test('an address that the provider has not confirmed signs in to nobody else’s account', async () => {
  const person = newPerson();
  await new Visitor().call(signUpRoute, 'POST', person);
  await db.user.update({ where: { email: person.email }, data: { emailVerified: true } });
  const visitor = new Visitor();
  await signIn(visitor, { ...claimsOf(person.email), email_verified: false });
  expect(await findViewer(visitor.headers())).toBeNull();
});

test('a guest who comes back from the provider is offered their work', async () => {
  const visitor = new Visitor();
  const { viewer, cookies } = await ensureGuest(visitor.headers());
  visitor.keep(cookies);
  await db.lessonProgress.create({ data: { userId: viewer.id, lessonId: '02-mlp.01-from-lines-to-layers' } });
  await signIn(visitor, claimsOf(newPerson().email));
  expect((await visitor.call(offerRoute, 'GET')).body).toMatchObject({ offer: { lessons: 1 } });
});

test('better-auth answers on no path but those of OpenID sign-in', async () => {
  const paths = Object.values(getAuth().api)
    .map((endpoint) => ('path' in endpoint ? endpoint.path : undefined))
    .filter((path): path is string => typeof path === 'string' && path !== '/sign-in/social');
  expect(paths).toContain('/sign-in/email');
  const answers = paths.map((path) =>
    ask(authPost, new Request(`${env.PUBLIC_URL}/api/auth${path}`, { method: 'POST' })),
  );
  expect(new Set((await Promise.all(answers)).map(({ status }) => status))).toEqual(new Set([404]));
});
