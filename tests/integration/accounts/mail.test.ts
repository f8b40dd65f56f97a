import { afterAll, expect, test, vi } from 'vitest';
import { Mailbox } from './mailbox';
import { newPerson, Visitor } from './visitor';

const mailbox = await Mailbox.open();
vi.stubEnv('SMTP_URL', mailbox.url);
vi.stubEnv('SMTP_FROM', 'PeerGrad <course@course.test>');
afterAll(() => mailbox.close());

// After the environment is set: it is read once, when the server's modules load.
const { POST: signUpRoute } = await import('@/app/api/account/sign-up/route');
const { POST: signInRoute } = await import('@/app/api/account/sign-in/route');
const { POST: linkRoute } = await import('@/app/api/account/links/route');
const { PUT: emailRoute } = await import('@/app/api/account/email/route');
const { POST: resendRoute } = await import('@/app/api/account/email/verification/route');
const { POST: erasureRoute } = await import('@/app/api/account/erasure/route');
const { POST: forgotRoute } = await import('@/app/api/account/password/forgot/route');
const { PUT: passwordRoute } = await import('@/app/api/account/password/route');
const { GET: overviewRoute } = await import('@/app/api/account/route');
const { findLink } = await import('@/server/accounts/links');
const { findViewer } = await import('@/server/viewer');

function tokenIn(mail: string): string {
  return /\/sign-in\/link\/([\w-]+)/.exec(mail)?.[1] ?? '';
}

async function newMember(name?: string) {
  const visitor = new Visitor();
  const person = newPerson(name);
  await visitor.call(signUpRoute, 'POST', person);
  return { visitor, person, mail: await mailbox.next() };
}

test('who signs up gets a mail in their language, and its link confirms the address', async () => {
  const { visitor, person, mail } = await newMember('이지은');
  expect(mail).toContain(`To: ${person.email}`);
  expect(mail).toContain('이지은 님');
  expect((await visitor.call(overviewRoute, 'GET')).body).toMatchObject({
    mail: true,
    viewer: { emailVerified: false },
  });
  expect((await new Visitor().call(linkRoute, 'POST', { token: tokenIn(mail) })).status).toBe(200);
  expect(await findViewer(visitor.headers())).toMatchObject({ emailVerified: true });
});

test('the confirmation can be sent again, not without end', async () => {
  const { visitor } = await newMember();
  await visitor.call(resendRoute, 'POST', { locale: 'en' });
  expect(await mailbox.next()).toContain('please confirm that this address is yours');
  await visitor.call(resendRoute, 'POST', { locale: 'en' });
  await visitor.call(resendRoute, 'POST', { locale: 'en' });
  expect((await visitor.call(resendRoute, 'POST', { locale: 'en' })).status).toBe(429);
  await Promise.all([mailbox.next(), mailbox.next()]);
});

test('a forgotten password is reset by mail', async () => {
  const { person } = await newMember();
  await new Visitor().call(forgotRoute, 'POST', { email: person.email, locale: 'en' });
  const mail = await mailbox.next();
  const visitor = new Visitor();
  const reset = { token: tokenIn(mail), password: 'a better password' };
  expect((await visitor.call(linkRoute, 'POST', reset)).status).toBe(200);
  expect(await findViewer(visitor.headers())).toMatchObject({ email: person.email });
  expect((await new Visitor().call(signInRoute, 'POST', { ...person, password: reset.password })).status).toBe(200);
});

test('an unknown address gets no mail and the same answer', async () => {
  const { person } = await newMember();
  const unknown = await new Visitor().call(forgotRoute, 'POST', { email: newPerson().email, locale: 'en' });
  const known = await new Visitor().call(forgotRoute, 'POST', { email: person.email, locale: 'en' });
  expect(unknown).toEqual(known);
  expect(await mailbox.next()).toContain(`To: ${person.email}`);
});

test('a new address counts once it is confirmed, and the old one is told', async () => {
  const { visitor, person } = await newMember();
  const { email } = newPerson();
  const change = { email, password: person.password, locale: 'en' };
  expect((await visitor.call(emailRoute, 'PUT', change)).body).toEqual({ state: 'mail-sent' });
  const mail = await mailbox.next();
  expect(mail).toContain(`To: ${email}`);
  expect(await findViewer(visitor.headers())).toMatchObject({ email: person.email });
  expect(await findLink(tokenIn(mail))).toMatchObject({ state: 'open', purpose: 'change-email', email });
  expect((await new Visitor().call(linkRoute, 'POST', { token: tokenIn(mail) })).status).toBe(200);
  expect(await findViewer(visitor.headers())).toMatchObject({ email, emailVerified: true });
  expect(await mailbox.next()).toContain(`To: ${person.email}`);
  expect((await new Visitor().call(linkRoute, 'POST', { token: tokenIn(mail) })).body).toEqual({
    problem: 'link-unknown',
  });
});

test('an address that is taken gets the same answer, and no mail', async () => {
  const [one, two] = [await newMember(), await newMember()];
  const change = { email: two.person.email, password: one.person.password, locale: 'en' };
  expect((await one.visitor.call(emailRoute, 'PUT', change)).body).toEqual({ state: 'mail-sent' });
  await one.visitor.call(passwordRoute, 'PUT', { current: one.person.password, next: 'a better password' });
  expect(await mailbox.next()).toContain(`To: ${one.person.email}`);
});

test('who is to be erased later is told, and where to keep the account', async () => {
  const { visitor, person } = await newMember();
  await visitor.call(erasureRoute, 'POST', { posts: 'keep', password: 'not mine' });
  await visitor.call(erasureRoute, 'POST', { posts: 'keep', password: person.password });
  const mail = await mailbox.next();
  expect(mail).toContain(`To: ${person.email}`);
  expect(mail).toContain('/ko/account');
});
