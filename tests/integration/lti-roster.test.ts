import { expect, test, vi } from 'vitest';
import { GET as readLti } from '@/app/api/cohorts/[id]/lti/route';
import { PUT as linkContext, GET as readContext } from '@/app/api/lti/contexts/[id]/route';
import { db } from '@/server/db';
import { findViewer } from '@/server/viewer';
import { LtiPlatform, ROLES } from '@/tests/lti-platform';
import type { Visitor } from './accounts/visitor';
import type { Learner } from './learner';
import {
  act,
  Browser,
  linkTo,
  ltiOf,
  makeLinked,
  mina,
  openPlatform,
  platform,
  prof,
  signedIn,
  toolKeys,
} from './lti-course';
import { DENSE } from './manifest';
import { contextOf, makeCast } from './team-people';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

openPlatform();

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
