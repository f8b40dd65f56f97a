import { expect, test } from 'vitest';
import { PUT as emailRoute } from '@/app/api/account/email/route';
import { GET as exportRoute } from '@/app/api/account/export/route';
import { POST as linkRoute } from '@/app/api/account/links/route';
import { POST as forgotRoute } from '@/app/api/account/password/forgot/route';
import { PUT as changePasswordRoute, POST as setPasswordRoute } from '@/app/api/account/password/route';
import { PUT as profileRoute } from '@/app/api/account/profile/route';
import { DELETE as deleteRoute, GET as overviewRoute } from '@/app/api/account/route';
import { DELETE as endRoute, GET as sessionsRoute } from '@/app/api/account/sessions/route';
import { POST as signInRoute } from '@/app/api/account/sign-in/route';
import { POST as signUpRoute } from '@/app/api/account/sign-up/route';
import { SessionsSchema } from '@/contracts/account';
import { expireGuests } from '@/server/accounts/expire-guests';
import { createSignInLink, findLink } from '@/server/accounts/links';
import { staffLink } from '@/server/accounts/staff-link';
import { db } from '@/server/db';
import { ensureGuest, findViewer } from '@/server/viewer';
import { newPerson, Visitor } from './visitor';

const DAY = 24 * 3600 * 1000;

async function newMember() {
  const visitor = new Visitor();
  const person = newPerson();
  await visitor.call(signUpRoute, 'POST', person);
  const viewer = await findViewer(visitor.headers());
  return { visitor, person, id: viewer?.id ?? '', sessionId: viewer?.sessionId ?? '' };
}

/** Somebody without a password, as the first start makes the instructor. */
async function newInstructor() {
  const { email, name } = newPerson('Grace');
  const { id } = await db.user.create({ data: { id: crypto.randomUUID(), name, email, isAdmin: true } });
  return { id, email };
}

function tokenOf(url: string): string {
  return url.split('/').at(-1) ?? '';
}

async function sessionsOf(visitor: Visitor) {
  const { body } = await visitor.call(sessionsRoute, 'GET');
  return SessionsSchema.parse(body).sessions;
}

test('a one-time link signs in without a password, once, and looking at it does not use it up', async () => {
  const instructor = await newInstructor();
  const { url } = await createSignInLink('SIGN_IN', instructor.id);
  const token = tokenOf(url);
  expect(url).toMatch(/\/ko\/sign-in\/link\/[\w-]{43}$/);
  expect(await findLink(token)).toMatchObject({ state: 'open', name: 'Grace', hasPassword: false });
  expect(await findLink(token)).toMatchObject({ state: 'open' });
  const visitor = new Visitor();
  expect(await visitor.call(linkRoute, 'POST', { token })).toEqual({
    status: 200,
    body: { purpose: 'sign-in', offersMerge: false, hasPassword: false },
  });
  expect(await findViewer(visitor.headers())).toMatchObject({ id: instructor.id, role: 'instructor', isAdmin: true });
  expect(await new Visitor().call(linkRoute, 'POST', { token })).toEqual({
    status: 422,
    body: { problem: 'link-used' },
  });
  expect(await findLink(token)).toMatchObject({ state: 'used' });
});

test('of two who open one link at the same time one gets in', async () => {
  const { id } = await newInstructor();
  const { url } = await createSignInLink('SIGN_IN', id);
  const both = [new Visitor(), new Visitor()].map((visitor) =>
    visitor.call(linkRoute, 'POST', { token: tokenOf(url) }),
  );
  const statuses = (await Promise.all(both)).map(({ status }) => status);
  expect(statuses.sort()).toEqual([200, 422]);
});

test('an expired or made-up link says so', async () => {
  const { id } = await newInstructor();
  const { url } = await createSignInLink('SIGN_IN', id, { hours: -1 });
  expect((await new Visitor().call(linkRoute, 'POST', { token: tokenOf(url) })).body).toEqual({
    problem: 'link-expired',
  });
  expect((await new Visitor().call(linkRoute, 'POST', { token: 'x'.repeat(43) })).body).toEqual({
    problem: 'link-unknown',
  });
});

test('the database never holds a token that would sign in', async () => {
  const { id } = await newInstructor();
  const { url } = await createSignInLink('SIGN_IN', id);
  const rows = await db.signInLink.findMany({ where: { userId: id } });
  expect(JSON.stringify(rows)).not.toContain(tokenOf(url));
});

test('who came by link sets a first password, and then cannot set it that way again', async () => {
  const { id, email } = await newInstructor();
  const { url } = await createSignInLink('SIGN_IN', id);
  const visitor = new Visitor();
  await visitor.call(linkRoute, 'POST', { token: tokenOf(url) });
  expect((await visitor.call(setPasswordRoute, 'POST', { next: 'a first password' })).status).toBe(200);
  expect((await visitor.call(setPasswordRoute, 'POST', { next: 'a second password' })).body).toEqual({
    problem: 'password-already-set',
  });
  const answer = await new Visitor().call(signInRoute, 'POST', { email, password: 'a first password' });
  expect(answer.status).toBe(200);
});

test('an old session may not set a first password', async () => {
  const { id } = await newInstructor();
  const { url } = await createSignInLink('SIGN_IN', id);
  const visitor = new Visitor();
  await visitor.call(linkRoute, 'POST', { token: tokenOf(url) });
  await db.session.updateMany({ where: { userId: id }, data: { createdAt: new Date(Date.now() - DAY) } });
  expect((await visitor.call(setPasswordRoute, 'POST', { next: 'a first password' })).body).toEqual({
    problem: 'session-too-old',
  });
});

test('a reset link sets the new password, ends every session and signs in', async () => {
  const { visitor, person, id } = await newMember();
  const { url } = await createSignInLink('RESET_PASSWORD', id);
  const other = await createSignInLink('RESET_PASSWORD', id);
  const elsewhere = new Visitor();
  const answer = await elsewhere.call(linkRoute, 'POST', { token: tokenOf(url), password: 'a better password' });
  expect(answer).toMatchObject({ status: 200, body: { purpose: 'reset-password' } });
  expect(await findViewer(elsewhere.headers())).toMatchObject({ id });
  expect(await findViewer(visitor.headers())).toBeNull();
  expect((await new Visitor().call(signInRoute, 'POST', person)).body).toEqual({ problem: 'wrong-credentials' });
  expect(await findLink(tokenOf(other.url))).toMatchObject({ state: 'used' });
});

test('a reset link without a new password is not used up', async () => {
  const { id } = await newMember();
  const { url } = await createSignInLink('RESET_PASSWORD', id);
  expect((await new Visitor().call(linkRoute, 'POST', { token: tokenOf(url) })).status).toBe(400);
  expect(await findLink(tokenOf(url))).toMatchObject({ state: 'open' });
});

test('a link that staff make confirms an address, without signing anybody in', async () => {
  const { id } = await newMember();
  const { url } = await createSignInLink('VERIFY_EMAIL', id);
  const stranger = new Visitor();
  expect((await stranger.call(linkRoute, 'POST', { token: tokenOf(url) })).status).toBe(200);
  expect(await findViewer(stranger.headers())).toBeNull();
  expect(await db.user.findUniqueOrThrow({ where: { id } })).toMatchObject({ emailVerified: true });
});

test('without mail staff make the link for a member by their address, and for nobody else', async () => {
  const { person } = await newMember();
  const url = await staffLink(person.email.toUpperCase(), 'reset');
  expect(await findLink(tokenOf(url))).toMatchObject({ state: 'open', purpose: 'reset-password', name: person.name });
  await expect(staffLink('nobody@course.test', 'reset')).rejects.toThrow('Nobody has an account');
});

test('changing the password asks for the current one and ends other sessions only', async () => {
  const { visitor, person } = await newMember();
  const elsewhere = new Visitor();
  await elsewhere.call(signInRoute, 'POST', person);
  const wrong = await visitor.call(changePasswordRoute, 'PUT', { current: 'not this', next: 'a better password' });
  expect(wrong).toEqual({ status: 422, body: { problem: 'wrong-password' } });
  await visitor.call(changePasswordRoute, 'PUT', { current: person.password, next: 'a better password' });
  expect(await findViewer(visitor.headers())).not.toBeNull();
  expect(await findViewer(elsewhere.headers())).toBeNull();
  const again = await elsewhere.call(signInRoute, 'POST', { ...person, password: 'a better password' });
  expect(again.status).toBe(200);
});

test('without mail an address is changed at once, unconfirmed, and old links stop working', async () => {
  const { visitor, person, id } = await newMember();
  await db.user.update({ where: { id }, data: { emailVerified: true } });
  const { url } = await createSignInLink('RESET_PASSWORD', id);
  const { email } = newPerson();
  const change = { email, password: person.password, locale: 'ko' };
  expect((await visitor.call(emailRoute, 'PUT', { ...change, password: 'not this' })).body).toEqual({
    problem: 'wrong-password',
  });
  expect(await visitor.call(emailRoute, 'PUT', change)).toEqual({ status: 200, body: { state: 'changed' } });
  expect(await findViewer(visitor.headers())).toMatchObject({ email, emailVerified: false });
  expect(await findLink(tokenOf(url))).toMatchObject({ state: 'used' });
});

test('nobody takes another’s address', async () => {
  const [one, two] = [await newMember(), await newMember()];
  const change = { email: two.person.email, password: one.person.password, locale: 'ko' };
  expect((await one.visitor.call(emailRoute, 'PUT', change)).body).toEqual({ problem: 'email-taken' });
});

test('a guest cannot change what only members have', async () => {
  const visitor = new Visitor();
  visitor.keep((await ensureGuest(visitor.headers())).cookies);
  expect((await visitor.call(profileRoute, 'PUT', { name: 'Nobody' })).status).toBe(401);
  expect((await visitor.call(setPasswordRoute, 'POST', { next: 'a first password' })).status).toBe(401);
});

test('a forgotten password gets the same answer for any address', async () => {
  const { person } = await newMember();
  const known = await new Visitor().call(forgotRoute, 'POST', { email: person.email, locale: 'ko' });
  const unknown = await new Visitor().call(forgotRoute, 'POST', { email: newPerson().email, locale: 'ko' });
  expect(known).toEqual({ status: 200, body: {} });
  expect(unknown).toEqual(known);
});

test('sessions are listed with their device, this one first, and without their token', async () => {
  const { visitor, person, id } = await newMember();
  await new Visitor().call(signInRoute, 'POST', person);
  const sessions = await sessionsOf(visitor);
  expect(sessions.map(({ current }) => current)).toEqual([true, false]);
  expect(sessions[0]).toMatchObject({ address: visitor.address, userAgent: expect.stringContaining('Mozilla') });
  const rows = await db.session.findMany({ where: { userId: id } });
  expect(JSON.stringify(sessions)).not.toContain(rows[0]?.token ?? 'no row');
});

test('one session, or all others, can be ended; those of somebody else cannot', async () => {
  const { visitor, person } = await newMember();
  const stranger = await newMember();
  const elsewhere = [new Visitor(), new Visitor()];
  await Promise.all(elsewhere.map((each) => each.call(signInRoute, 'POST', person)));
  expect((await visitor.call(endRoute, 'DELETE', { id: stranger.sessionId })).status).toBe(404);
  expect(await findViewer(stranger.visitor.headers())).not.toBeNull();
  const [, second] = await sessionsOf(visitor);
  await visitor.call(endRoute, 'DELETE', { id: second?.id });
  expect(await sessionsOf(visitor)).toHaveLength(2);
  await visitor.call(endRoute, 'DELETE', { others: true });
  expect(await sessionsOf(visitor)).toMatchObject([{ current: true }]);
});

test('the export holds all that is mine and no secret', async () => {
  const { visitor, person, id } = await newMember();
  const work = { userId: id, exerciseId: '02-mlp/softmax', source: 'export const mine = 1;' };
  await db.draft.create({ data: { ...work, revision: 1 } });
  const submission = await db.submission.create({
    data: { ...work, number: 1, clientId: crypto.randomUUID(), locale: 'ko' },
  });
  const check = { position: 0, checkId: 'hidden', outcome: 'failed', points: 0, result: { expected: 'secret tensor' } };
  await db.gradingRun.create({
    data: {
      submissionId: submission.id,
      reason: 'SUBMISSION',
      exerciseVersion: 'v1',
      seed: 987654321n,
      checks: { create: check },
    },
  });
  const { status, body } = await visitor.call(exportRoute, 'GET');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    email: person.email,
    drafts: [{ source: work.source }],
    submissions: [{ number: 1, source: work.source, runs: [{ checks: [{ checkId: 'hidden', outcome: 'failed' }] }] }],
  });
  const { password } = await db.account.findFirstOrThrow({ where: { userId: id } });
  const text = JSON.stringify(body);
  expect(['secret tensor', '987654321', password ?? ''].filter((secret) => text.includes(secret))).toEqual([]);
});

test('deleting the account asks for the password and leaves nothing', async () => {
  const { visitor, person, id } = await newMember();
  await db.outboxEvent.create({ data: { stream: `user:${id}`, payload: {} } });
  expect((await visitor.call(deleteRoute, 'DELETE', {})).body).toEqual({ problem: 'wrong-password' });
  expect((await visitor.call(deleteRoute, 'DELETE', { password: person.password })).status).toBe(200);
  expect(visitor.cookies.has('peergrad.session_token')).toBe(false);
  expect(await db.user.count({ where: { id } })).toBe(0);
  expect(await db.outboxEvent.count({ where: { stream: `user:${id}` } })).toBe(0);
});

test('the account pages know who asks and what this site offers', async () => {
  const { visitor, person } = await newMember();
  expect((await visitor.call(profileRoute, 'PUT', { name: '이지은' })).status).toBe(200);
  expect((await visitor.call(overviewRoute, 'GET')).body).toEqual({
    viewer: expect.objectContaining({ name: '이지은', email: person.email, kind: 'member' }),
    hasPassword: true,
    mail: false,
    provider: null,
  });
});

test('idle guests expire, and only they', async () => {
  const visitor = new Visitor();
  const { viewer: idle, cookies } = await ensureGuest(visitor.headers());
  const { viewer: busy } = await ensureGuest(new Visitor().headers());
  const member = await newMember();
  const longAgo = new Date(Date.now() - 31 * DAY);
  await db.user.updateMany({ where: { id: { in: [idle.id, member.id] } }, data: { lastSeenAt: longAgo } });
  expect(await expireGuests()).toBeGreaterThanOrEqual(1);
  const left = await db.user.findMany({ where: { id: { in: [idle.id, busy.id, member.id] } } });
  expect(left.map(({ id }) => id).sort()).toEqual([busy.id, member.id].sort());
  visitor.keep(cookies);
  expect(await findViewer(visitor.headers())).toBeNull();
});

test('a visit counts as being seen', async () => {
  const { visitor, id } = await newMember();
  const longAgo = new Date(Date.now() - 2 * DAY);
  await db.user.update({ where: { id }, data: { lastSeenAt: longAgo } });
  await findViewer(visitor.headers());
  const { lastSeenAt } = await db.user.findUniqueOrThrow({ where: { id } });
  expect(lastSeenAt.getTime()).toBeGreaterThan(longAgo.getTime());
});
