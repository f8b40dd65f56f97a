import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { PATIENCE } from '@/tests/patience';
import { Mailbox } from './accounts/mailbox';

const mailbox = await Mailbox.open();
vi.stubEnv('SMTP_URL', mailbox.url);
vi.stubEnv('SMTP_FROM', 'PeerGrad <course@course.test>');
afterAll(() => mailbox.close());

// After the environment is set: it is read once, when the server's modules load.
const { POST: renew } = await import('@/app/api/cohorts/[id]/invitations/route');
const { POST: importRoster } = await import('@/app/api/cohorts/[id]/roster/route');
const { POST: takeInvitation } = await import('@/app/api/invitations/route');
const { RosterAnswerSchema, InvitationLinksSchema } = await import('@/contracts/cohort-people');
const { db, disconnect, pool } = await import('@/server/db');
const { findInvitation } = await import('@/server/people/take-invitation');
const { findReader } = await import('@/server/discussion/reader');
const { digestMail } = await import('@/server/notifications/digest-mail');
const { findLines, groupLines } = await import('@/server/notifications/lines');
const { changePerson } = await import('@/server/people/change');
const { findViewer } = await import('@/server/viewer');
const { contextOf, makeCast } = await import('./team-people');
afterAll(disconnect);
beforeEach(() => pool.query('DELETE FROM cohort; DELETE FROM "user"'));

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

const tokenIn = (mail: string) => /\/join\/invitation\/([\w-]+)/.exec(mail)?.[1] ?? '';

test('invitations go out by mail in the language of the page, and again with a link that ends the first', async () => {
  const { people, cohort } = await makeCast();
  const roster = { people: [{ name: '김서연', email: 'Seoyeon@x.org', role: 'LEARNER', team: '' }] };
  const look = await people.instructor.call(importRoster, 'POST', { roster, locale: 'ko' }, contextOf(cohort));
  const plan = RosterAnswerSchema.parse(look.body);
  const apply = plan.kind === 'plan' ? plan.digest : '';
  const done = await people.instructor.call(importRoster, 'POST', { roster, locale: 'ko', apply }, contextOf(cohort));
  expect(RosterAnswerSchema.parse(done.body)).toMatchObject({ kind: 'applied', invited: 1, mailed: true });
  const first = await mailbox.next();
  expect(first).toContain('To: seoyeon@x.org');
  expect(first).toContain('Instructor 님이 ‘cast’ 코호트에 초대했습니다');
  expect(await findInvitation(tokenIn(first))).toMatchObject({ state: 'open', cohort: 'cast' });
  const invitation = () => db.invitation.findFirstOrThrow({ where: { cohortId: cohort } });
  await vi.waitUntil(async () => (await invitation()).mailedAt !== null, PATIENCE);

  const again = { invitations: [(await invitation()).id], send: true, locale: 'en' };
  const { body } = await people.instructor.call(renew, 'POST', again, contextOf(cohort));
  expect(InvitationLinksSchema.parse(body)).toMatchObject({ mailed: true });
  const second = await mailbox.next();
  expect(second).toContain('Instructor invites you to the cohort “cast”');
  expect(await findInvitation(tokenIn(first))).toMatchObject({ state: 'unknown' });
  expect((await people.nobody.call(takeInvitation, 'POST', { token: tokenIn(second) })).status).toBe(200);
});

test.each([
  ['en', 'cast', 'Instructor changed your role in the cohort to assistant'],
  ['ko', 'cast', 'Instructor 님이 코호트에서의 역할을 바꾸었습니다. 새 역할: 조교'],
] as const)('a digest says what was done to one’s place (%s)', async (locale, title, line) => {
  const { people, cohort } = await makeCast();
  const [instructor, userId] = [await findViewer(people.instructor.headers()), await people.bo.id()];
  if (instructor === null) throw new Error('The instructor is signed in.');
  await changePerson(instructor, { cohortId: cohort, userId }, { action: 'role', role: 'ASSISTANT' });
  const groups = groupLines(await findLines(await findReader(userId), { unread: true, take: 10 }));
  const { text } = digestMail({ userId, name: 'Bo', locale }, groups, 1);
  expect(text).toContain(`${title}\n- ${line}\n`);
});
