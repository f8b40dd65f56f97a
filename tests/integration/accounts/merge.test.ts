import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { POST as mergeRoute, GET as offerRoute } from '@/app/api/account/merge/route';
import { POST as signInRoute } from '@/app/api/account/sign-in/route';
import { POST as signUpRoute } from '@/app/api/account/sign-up/route';
import { mergeGuest } from '@/server/accounts/merge';
import { db } from '@/server/db';
import { ensureGuest, findViewer } from '@/server/viewer';
import { newPerson, Visitor } from './visitor';

const EXERCISE = '02-mlp/softmax';
const minute = (n: number) => new Date(Date.UTC(2026, 0, 1, 0, n));

async function newGuest() {
  const visitor = new Visitor();
  const { viewer, cookies } = await ensureGuest(visitor.headers());
  visitor.keep(cookies);
  return { visitor, id: viewer.id };
}

async function newMember() {
  const visitor = new Visitor();
  const person = newPerson();
  await visitor.call(signUpRoute, 'POST', person);
  const viewer = await findViewer(visitor.headers());
  return { visitor, person, id: viewer?.id ?? '' };
}

function submit(userId: string, number: number, at: number, source: string) {
  return db.submission.create({
    data: { userId, exerciseId: EXERCISE, number, clientId: randomUUID(), source, locale: 'ko', createdAt: minute(at) },
  });
}

/** The graded run that makes a submission count. */
async function grade(submissionId: string, score: number, finishedAt: Date) {
  const run = await db.gradingRun.create({
    data: {
      submissionId,
      reason: 'SUBMISSION',
      status: 'GRADED',
      exerciseVersion: 'v1',
      seed: 1n,
      passed: score === 10,
      score,
      maxScore: 10,
      finishedAt,
    },
  });
  await db.submission.update({ where: { id: submissionId }, data: { officialRunId: run.id } });
}

async function history(userId: string) {
  const rows = await db.submission.findMany({ where: { userId, exerciseId: EXERCISE }, orderBy: { number: 'asc' } });
  return rows.map(({ number, source }) => `${number} ${source}`);
}

test('submissions of both are numbered anew, in order of creation', async () => {
  const [guest, member] = [await newGuest(), await newMember()];
  await submit(member.id, 1, 1, 'member first');
  await submit(guest.id, 1, 2, 'guest first');
  await submit(member.id, 2, 3, 'member second');
  await submit(guest.id, 2, 4, 'guest second');
  await mergeGuest(guest.id, member.id);
  expect(await history(member.id)).toEqual(['1 member first', '2 guest first', '3 member second', '4 guest second']);
  expect(await db.user.count({ where: { id: guest.id } })).toBe(0);
});

test('a submission that both made under one client id is still two submissions', async () => {
  const [guest, member] = [await newGuest(), await newMember()];
  const { clientId } = await submit(member.id, 1, 1, 'member');
  const twin = await submit(guest.id, 1, 2, 'guest');
  await db.submission.update({ where: { id: twin.id }, data: { clientId } });
  await mergeGuest(guest.id, member.id);
  expect(await history(member.id)).toEqual(['1 member', '2 guest']);
});

test('of progress the best of both is kept, of hints the most', async () => {
  const [guest, member] = [await newGuest(), await newMember()];
  const theirs = await submit(guest.id, 1, 1, 'guest');
  const mine = await submit(member.id, 1, 2, 'member');
  await grade(theirs.id, 10, minute(3));
  await grade(mine.id, 4, minute(4));
  const row = { exerciseId: EXERCISE, attempts: 1, appliedNumber: 1 };
  await db.exerciseProgress.createMany({
    data: [
      { ...row, userId: member.id, bestScore: 4, hintsOpened: 3, gaveUpAt: minute(9) },
      { ...row, userId: guest.id, bestScore: 10, hintsOpened: 1, state: 'PASSED', firstPassedAt: minute(1) },
    ],
  });
  await mergeGuest(guest.id, member.id);
  const progress = await db.exerciseProgress.findMany({ where: { userId: member.id } });
  expect(progress).toMatchObject([
    {
      state: 'PASSED',
      bestScore: 10,
      maxScore: 10,
      attempts: 2,
      hintsOpened: 3,
      gaveUpAt: minute(9),
      firstPassedAt: minute(1),
      appliedNumber: 2,
    },
  ]);
});

test('progress of an exercise that only the guest tried moves as it is', async () => {
  const [guest, member] = [await newGuest(), await newMember()];
  await db.exerciseProgress.create({ data: { userId: guest.id, exerciseId: EXERCISE, hintsOpened: 2, attempts: 0 } });
  await mergeGuest(guest.id, member.id);
  const progress = await db.exerciseProgress.findMany({ where: { userId: member.id } });
  expect(progress).toMatchObject([{ exerciseId: EXERCISE, state: 'TRYING', hintsOpened: 2 }]);
});

test('lessons keep their first start and first finish, quick checks the right answer', async () => {
  const [guest, member] = [await newGuest(), await newMember()];
  await db.lessonProgress.createMany({
    data: [
      { userId: member.id, lessonId: '02-mlp.01-from-lines-to-layers', startedAt: minute(5) },
      { userId: guest.id, lessonId: '02-mlp.01-from-lines-to-layers', startedAt: minute(1), finishedAt: minute(8) },
    ],
  });
  await db.quickCheckAnswer.createMany({
    data: [
      { userId: member.id, checkId: 'a', answer: 'wrong, later', correct: false },
      { userId: guest.id, checkId: 'a', answer: 'right', correct: true, updatedAt: minute(1) },
      { userId: member.id, checkId: 'b', answer: 'right', correct: true, updatedAt: minute(1) },
      { userId: guest.id, checkId: 'b', answer: 'wrong', correct: false, attempts: 2 },
    ],
  });
  await mergeGuest(guest.id, member.id);
  expect(await db.lessonProgress.findMany({ where: { userId: member.id } })).toMatchObject([
    { startedAt: minute(1), finishedAt: minute(8) },
  ]);
  expect(
    await db.quickCheckAnswer.findMany({ where: { userId: member.id }, orderBy: { checkId: 'asc' } }),
  ).toMatchObject([
    { checkId: 'a', answer: 'right', correct: true, attempts: 2 },
    { checkId: 'b', answer: 'right', correct: true, attempts: 3 },
  ]);
});

test.each([
  ['the guest’s', 2, 1, 'guest', 'member'],
  ['the member’s', 1, 2, 'member', 'guest'],
])(
  'of two different drafts %s, written later, stays in the editor and both are kept',
  async (_whose, at, other, kept, copied) => {
    const [guest, member] = [await newGuest(), await newMember()];
    await db.draft.createMany({
      data: [
        { userId: guest.id, exerciseId: EXERCISE, source: 'guest', revision: 7, updatedAt: minute(at) },
        { userId: member.id, exerciseId: EXERCISE, source: 'member', revision: 3, updatedAt: minute(other) },
      ],
    });
    expect(await mergeGuest(guest.id, member.id)).toEqual({ conflicts: 1 });
    expect(await db.draft.findMany({ where: { userId: member.id } })).toMatchObject([{ source: kept, revision: 8 }]);
    expect(await db.draftCopy.findMany({ where: { userId: member.id } })).toMatchObject([
      { source: copied, reason: 'MERGED' },
    ]);
  },
);

test('equal drafts are no conflict, and a draft of the guest alone just moves, with its earlier versions', async () => {
  const [guest, member] = [await newGuest(), await newMember()];
  await db.draft.createMany({
    data: [
      { userId: guest.id, exerciseId: EXERCISE, source: 'same', revision: 2 },
      { userId: member.id, exerciseId: EXERCISE, source: 'same', revision: 1 },
      { userId: guest.id, exerciseId: '02-mlp/dense-forward', source: 'only here', revision: 4 },
    ],
  });
  await db.draftCopy.create({ data: { userId: guest.id, exerciseId: EXERCISE, source: 'before', reason: 'RESET' } });
  expect(await mergeGuest(guest.id, member.id)).toEqual({ conflicts: 0 });
  const drafts = await db.draft.findMany({ where: { userId: member.id }, orderBy: { source: 'asc' } });
  expect(drafts.map(({ source, revision }) => [source, revision])).toEqual([
    ['only here', 4],
    ['same', 1],
  ]);
  expect(await db.draftCopy.count({ where: { userId: member.id } })).toBe(1);
});

test('a member is never merged into another, and a guest only once', async () => {
  const [guest, member, victim] = [await newGuest(), await newMember(), await newMember()];
  await expect(mergeGuest(victim.id, member.id)).rejects.toMatchObject({ code: 'conflict' });
  await mergeGuest(guest.id, member.id);
  await expect(mergeGuest(guest.id, member.id)).rejects.toMatchObject({ code: 'conflict' });
});

test('a guest who signs in to an account is asked, and their work comes along if they say so', async () => {
  const { person, id } = await newMember();
  const guest = await newGuest();
  await submit(guest.id, 1, 1, 'guest');
  expect(await guest.visitor.call(signInRoute, 'POST', person)).toEqual({ status: 200, body: { offersMerge: true } });
  expect(await history(id)).toEqual([]);
  expect(await guest.visitor.call(offerRoute, 'GET')).toEqual({
    status: 200,
    body: { offer: { exercises: 0, submissions: 1, lessons: 0, quickChecks: 0 } },
  });
  const answer = await guest.visitor.call(mergeRoute, 'POST', { accept: true });
  expect(answer).toEqual({ status: 200, body: { merged: true, conflicts: 0 } });
  expect(await history(id)).toEqual(['1 guest']);
  expect((await guest.visitor.call(offerRoute, 'GET')).body).toEqual({ offer: null });
});

test('who leaves the guest’s work behind cannot reach it again', async () => {
  const { person, id } = await newMember();
  const guest = await newGuest();
  await submit(guest.id, 1, 1, 'guest');
  const before = guest.visitor.headers();
  await guest.visitor.call(signInRoute, 'POST', person);
  await guest.visitor.call(mergeRoute, 'POST', { accept: false });
  expect(await history(id)).toEqual([]);
  expect(await findViewer(before)).toBeNull();
  expect((await guest.visitor.call(mergeRoute, 'POST', { accept: true })).status).toBe(404);
});

test('a guest who did nothing is not asked, and leaves no row', async () => {
  const { person } = await newMember();
  const guest = await newGuest();
  expect(await guest.visitor.call(signInRoute, 'POST', person)).toEqual({ status: 200, body: { offersMerge: false } });
  expect(await db.user.count({ where: { id: guest.id } })).toBe(0);
});

test('nobody takes a guest over with a made-up cookie', async () => {
  const { visitor } = await newMember();
  const guest = await newGuest();
  await submit(guest.id, 1, 1, 'guest');
  const { token } = await db.session.findFirstOrThrow({ where: { userId: guest.id } });
  visitor.cookies.set('peergrad.guest', `${token}.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D`);
  expect((await visitor.call(offerRoute, 'GET')).body).toEqual({ offer: null });
});
