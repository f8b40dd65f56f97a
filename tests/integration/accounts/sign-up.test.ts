import { expect, test } from 'vitest';
import { POST as signInRoute } from '@/app/api/account/sign-in/route';
import { POST as signOutRoute } from '@/app/api/account/sign-out/route';
import { POST as signUpRoute } from '@/app/api/account/sign-up/route';
import { db } from '@/server/db';
import { ensureGuest, findViewer, refreshViewer } from '@/server/viewer';
import { newPerson, Visitor } from './visitor';

async function guest(): Promise<Visitor> {
  const visitor = new Visitor();
  const { cookies } = await ensureGuest(visitor.headers());
  visitor.keep(cookies);
  return visitor;
}

test('reading makes no row, and the first thing worth keeping makes one guest', async () => {
  const visitor = new Visitor();
  expect(await findViewer(visitor.headers())).toBeNull();
  const first = await ensureGuest(visitor.headers());
  visitor.keep(first.cookies);
  const second = await ensureGuest(visitor.headers());
  expect(first.viewer).toMatchObject({ kind: 'guest', email: null, role: 'learner', isAdmin: false });
  expect(second).toMatchObject({ viewer: { id: first.viewer.id }, cookies: [] });
});

test('the session cookie is out of reach for scripts and other sites', async () => {
  const { cookies } = await ensureGuest(new Visitor().headers());
  expect(cookies.join()).toMatch(/peergrad\.session_token=[^;]+;.*HttpOnly/i);
  expect(cookies.join()).toMatch(/SameSite=Lax/i);
});

test('a forged session cookie is nobody', async () => {
  const visitor = await guest();
  const [name = '', value = ''] = [...visitor.cookies][0] ?? [];
  visitor.cookies.set(
    name,
    value.replace(/^./, (letter) => (letter === 'a' ? 'b' : 'a')),
  );
  expect(await findViewer(visitor.headers())).toBeNull();
});

test('a guest who signs up is the same person and keeps everything', async () => {
  const visitor = await guest();
  const before = await findViewer(visitor.headers());
  await db.draft.create({
    data: { userId: before?.id ?? '', exerciseId: '02-mlp/softmax', source: 'export {}', revision: 1 },
  });
  const person = newPerson();
  expect(await visitor.call(signUpRoute, 'POST', person)).toEqual({ status: 200, body: {} });
  const after = await findViewer(visitor.headers());
  expect(after).toMatchObject({ id: before?.id, kind: 'member', name: 'Ada', email: person.email });
  expect(after?.sessionId).not.toBe(before?.sessionId);
  expect(await db.draft.count({ where: { userId: after?.id ?? '' } })).toBe(1);
});

test('who signs up without having been a guest gets an account', async () => {
  const visitor = new Visitor();
  const person = newPerson();
  await visitor.call(signUpRoute, 'POST', { ...person, email: person.email.toUpperCase() });
  expect(await findViewer(visitor.headers())).toMatchObject({ kind: 'member', email: person.email });
});

test('an address that is taken is refused, and the guest stays a guest', async () => {
  const person = newPerson();
  await new Visitor().call(signUpRoute, 'POST', person);
  const visitor = await guest();
  expect(await visitor.call(signUpRoute, 'POST', person)).toEqual({ status: 422, body: { problem: 'email-taken' } });
  expect(await findViewer(visitor.headers())).toMatchObject({ kind: 'guest' });
});

test.each([
  ['a short password', { password: 'short' }],
  ['no e-mail address', { email: 'ada' }],
  ['no name', { name: '   ' }],
])('%s is refused', async (_what, change) => {
  const answer = await new Visitor().call(signUpRoute, 'POST', { ...newPerson(), ...change });
  expect(answer).toEqual({ status: 400, body: { error: { code: 'invalid-input' } } });
});

test('another site cannot sign anybody up', async () => {
  const request = new Request('http://127.0.0.1:3000/api/account/sign-up', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
    body: JSON.stringify(newPerson()),
  });
  expect((await signUpRoute(request, undefined)).status).toBe(403);
});

test('a member signs out, and in again elsewhere', async () => {
  const person = newPerson();
  const visitor = new Visitor();
  await visitor.call(signUpRoute, 'POST', person);
  const stolen = visitor.headers();
  await visitor.call(signOutRoute, 'POST');
  expect(await findViewer(visitor.headers())).toBeNull();
  expect(await findViewer(stolen)).toBeNull();
  const elsewhere = new Visitor();
  expect(await elsewhere.call(signInRoute, 'POST', person)).toEqual({ status: 200, body: { offersMerge: false } });
  expect(await findViewer(elsewhere.headers())).toMatchObject({ email: person.email });
});

test('a wrong password and an unknown address get one and the same answer', async () => {
  const person = newPerson();
  await new Visitor().call(signUpRoute, 'POST', person);
  const wrong = await new Visitor().call(signInRoute, 'POST', { email: person.email, password: 'wrong password' });
  const unknown = await new Visitor().call(signInRoute, 'POST', newPerson());
  expect(wrong).toEqual({ status: 422, body: { problem: 'wrong-credentials' } });
  expect(unknown).toEqual(wrong);
});

test('passwords of one account cannot be tried without end, from however many addresses', async () => {
  const { email } = newPerson();
  const tries = Array.from({ length: 9 }, () =>
    new Visitor().call(signInRoute, 'POST', { email, password: 'guess me' }),
  );
  const answers = await Promise.all(tries);
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(8);
  expect(answers.filter(({ status }) => status === 429)).toEqual([
    { status: 429, body: { error: { code: 'rate-limited', retryAfter: expect.any(Number) } } },
  ]);
});

test('a session that is used is prolonged once a day, with its cookie', async () => {
  const visitor = await guest();
  const viewer = await findViewer(visitor.headers());
  expect((await refreshViewer(visitor.headers())).cookies).toEqual([]);
  const inSixtyDays = new Date(Date.now() + 60 * 24 * 3600 * 1000);
  await db.session.update({ where: { id: viewer?.sessionId ?? '' }, data: { expiresAt: inSixtyDays } });
  const refreshed = await refreshViewer(visitor.headers());
  expect(refreshed.cookies.join()).toMatch(/session_token=.*Max-Age=7776000/);
  const session = await db.session.findUniqueOrThrow({ where: { id: viewer?.sessionId ?? '' } });
  expect(session.expiresAt.getTime()).toBeGreaterThan(inSixtyDays.getTime());
});
