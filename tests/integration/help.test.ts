import { readFile } from 'node:fs/promises';
import { afterAll, expect, test, vi } from 'vitest';
import type { SolutionsOpen } from '@/.generated/prisma/enums';
import { POST as askForHelp, GET as getHelp } from '@/app/api/help/route';
import { GET as getSolution } from '@/app/api/solutions/route';
import { db, disconnect } from '@/server/db';
import { graderWith, reportOn } from './graders';
import { Learner } from './learner';
import { DENSE } from './manifest';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());
afterAll(disconnect);

const query = { exercise: DENSE };
const help = async (learner: Learner) => (await learner.call(getHelp, 'GET', undefined, { query })).body;
const solution = (learner: Learner) => learner.call(getSolution, 'GET', undefined, { query });
const ask = (learner: Learner, action: string) => learner.call(askForHelp, 'POST', { exercise: DENSE, action });
const openHint = (learner: Learner, hint: number) =>
  learner.call(askForHelp, 'POST', { exercise: DENSE, action: 'open-hint', hint });

/** Puts a learner into a cohort with these rules, due by plan at `dueAt`. */
async function enrol(
  learner: Learner,
  rules: { solutionsOpen?: SolutionsOpen; countAfterSolution?: boolean },
  dueAt: Date | null = null,
) {
  const code = crypto.randomUUID();
  await db.cohort.create({
    data: {
      ...{ slug: code, name: code, joinCode: code, startsOn: new Date(), ...rules },
      assignments: { create: { exerciseId: DENSE, dueAt } },
      enrolments: { create: { userId: await learner.id() } },
    },
  });
}

async function handInRight(learner: Learner) {
  const grader = graderWith(async (run) => reportOn(run));
  await grader.start();
  const { id } = await learner.submit({ source: 'right' });
  const submission = await learner.verdictOn(id);
  await grader.stop(5_000);
  return submission;
}

const LOCKED = { status: 403, body: { error: { code: 'solution-locked' } } };

test('hints open one at a time and are counted, up to the last', async () => {
  const learner = new Learner();
  expect(await help(learner)).toEqual({ hintsOpened: 0, solution: 'after-pass', canGiveUp: true, gaveUp: false });
  for (const hint of [1, 2]) expect((await openHint(learner, hint)).body).toMatchObject({ hintsOpened: hint });
  expect((await openHint(learner, 3)).status).toBe(400);
});

test('the same hint asked for twice at once opens one, and none can be passed over', async () => {
  const learner = await Learner.guest();
  const answers = await Promise.all([openHint(learner, 1), openHint(learner, 1)]);
  expect(answers.map(({ body }) => body)).toMatchObject([{ hintsOpened: 1 }, { hintsOpened: 1 }]);
  const beginner = await Learner.guest();
  expect((await openHint(beginner, 2)).status).toBe(400);
  expect(await help(beginner)).toMatchObject({ hintsOpened: 0 });
});

test('the solution is locked before a pass and open after it', async () => {
  const learner = await Learner.guest();
  expect(await solution(learner)).toEqual(LOCKED);
  await handInRight(learner);
  expect(await help(learner)).toMatchObject({ solution: 'open', canGiveUp: false });
  const reference = await readFile(`exercises/${DENSE}/reference.ts`, 'utf8');
  expect(await solution(learner)).toEqual({ status: 200, body: { source: reference } });
});

test('giving up opens it, and a pass afterwards is one after the solution and scores nothing', async () => {
  const learner = await Learner.guest();
  expect((await ask(learner, 'give-up')).body).toMatchObject({ solution: 'open', gaveUp: true, canGiveUp: false });
  expect((await solution(learner)).status).toBe(200);
  expect(await handInRight(learner)).toMatchObject({ passed: true, afterSolution: true });
  expect((await learner.me()).exercises[DENSE]).toMatchObject({ state: 'passed-after-solution', bestScore: 0 });
});

test('a cohort may count a pass after the solution', async () => {
  const learner = await Learner.guest();
  await enrol(learner, { countAfterSolution: true });
  await ask(learner, 'give-up');
  await handInRight(learner);
  expect((await learner.me()).exercises[DENSE]).toMatchObject({ state: 'passed-after-solution', bestScore: 10 });
});

test('who passed and then reads the solution keeps the pass', async () => {
  const learner = await Learner.guest();
  await handInRight(learner);
  await solution(learner);
  expect(await handInRight(learner)).toMatchObject({ afterSolution: false });
  expect((await learner.me()).exercises[DENSE]).toMatchObject({ state: 'passed', bestScore: 10 });
});

test('where it opens when due, neither a pass nor giving up opens it before', async () => {
  const learner = await Learner.guest();
  await enrol(learner, { solutionsOpen: 'AFTER_DUE' }, new Date(Date.now() + 3_600_000));
  await handInRight(learner);
  expect(await help(learner)).toMatchObject({ solution: 'after-due', canGiveUp: false });
  expect((await ask(learner, 'give-up')).status).toBe(403);
  expect(await solution(learner)).toEqual(LOCKED);
});

test('who reads a solution that opened when due hands in after it', async () => {
  const learner = await Learner.guest();
  await enrol(learner, { solutionsOpen: 'AFTER_DUE' }, new Date(Date.now() - 3_600_000));
  expect((await solution(learner)).status).toBe(200);
  expect(await handInRight(learner)).toMatchObject({ afterSolution: true });
});

test('where it never opens, not even a pass opens it', async () => {
  const learner = await Learner.guest();
  await enrol(learner, { solutionsOpen: 'NEVER' });
  await handInRight(learner);
  expect(await help(learner)).toMatchObject({ solution: 'never', canGiveUp: false });
  expect(await solution(learner)).toEqual(LOCKED);
});

test('without an account there is no solution', async () => {
  expect(await solution(new Learner())).toEqual({ status: 401, body: { error: { code: 'not-signed-in' } } });
});
