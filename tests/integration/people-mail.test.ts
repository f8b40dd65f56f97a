import { afterAll, expect, test, vi } from 'vitest';
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
const { db, disconnect } = await import('@/server/db');
const { findInvitation } = await import('@/server/people/take-invitation');
const { contextOf, makeCast } = await import('./team-people');
afterAll(disconnect);

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
