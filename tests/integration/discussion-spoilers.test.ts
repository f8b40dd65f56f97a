import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { GET as exportAccount } from '@/app/api/account/export/route';
import { SnapshotSchema } from '@/contracts/discussion';
import { db, disconnect, pool } from '@/server/db';
import { check, type Member, makeWorld, opens, shown, submission, type World } from './discussion-world';
import { DENSE, LONG } from './manifest';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

/** Passing code that nobody else may read a word of. */
const SECRET = 'export const dense = (x, w, b) => tf.add(tf.matMul(x, w), b); // SECRET';

let world: World;
let ada: Member;
let ben: Member;
let inTeam: { cohort: string; team: string };

beforeEach(async () => {
  await pool.query('DELETE FROM rate_limit; DELETE FROM cohort; DELETE FROM "user"; DELETE FROM outbox_event');
  world = await makeWorld();
  ({ ada, ben } = world);
  inTeam = { cohort: world.cohort, team: world.team };
});
afterAll(disconnect);

/** Everything of threads and posts that somebody can ask for, as one text. */
async function everythingFor(person: Member, thread: string): Promise<string> {
  const { posts } = await person.window(thread, { around: '1' });
  const answers = [
    ...[person.read(thread), person.list(), person.list({ exercise: DENSE }), person.subject(thread)],
    ...posts.flatMap(({ id }) => [person.post(id), person.revisions(id), person.snapshot(id)]),
    person.call(exportAccount, 'GET'),
  ];
  const events = await db.outboxEvent.findMany({ where: { stream: `user:${person.userId}` } });
  const lines = await db.notification.findMany({ where: { userId: person.userId } });
  const bodies = (await Promise.all(answers)).map(({ body }) => body);
  return JSON.stringify([bodies, events.map(({ payload }) => payload), lines]);
}

test('a snapshot of a passing submission spoils whatever its author says, and each way in is closed', async () => {
  const id = await submission(ada, { passed: true, source: SECRET, cohortId: world.cohort });
  const { thread } = await ada.opens(inTeam, { anchor: { kind: 'exercise', exercise: DENSE } });
  const spoiler = await ada.writes(thread.id, { body: 'SECRET here', snapshot: id, spoils: null });
  expect(spoiler).toMatchObject({ spoils: DENSE, snapshot: { id, passed: true } });
  await ada.edit(spoiler.id, { body: 'SECRET again', spoils: null, revision: 0 });
  const quoting = await ada.writes(thread.id, { body: 'look above', replyTo: spoiler.id });

  expect(await everythingFor(ben, thread.id)).not.toContain('SECRET');
  expect(await ben.sees(spoiler.id)).toEqual({
    ...{ id: spoiler.id, thread: thread.id, number: 2, state: 'spoiler', exercise: DENSE },
    author: { id: ada.userId, name: 'Ada', isStaff: false },
    createdAt: expect.any(String),
  });
  expect(shown(await ben.sees(quoting.id)).replyTo?.quoted).toEqual({ state: 'spoiler', exercise: DENSE });
  for (const refused of [
    ben.snapshot(spoiler.id),
    ben.revisions(spoiler.id),
    ben.react(spoiler.id, 'like'),
    ben.report(spoiler.id),
  ])
    expect((await refused).status).toBe(404);
  const reply = { clientId: crypto.randomUUID(), body: 'what is it?', replyTo: spoiler.id };
  expect((await ben.write(thread.id, reply)).status).toBe(404);

  await opens(ben, 'passed');
  const { snapshot } = SnapshotSchema.parse((await ben.snapshot(spoiler.id)).body);
  expect(snapshot.source).toBe(SECRET);
  expect(await everythingFor(ben, thread.id)).toContain('SECRET again');
});

test.each(['passed', 'passed after the solution', 'given up', 'opened'] as const)(
  'who has %s may read it',
  async (how) => {
    const { post } = await ada.opens(inTeam, { body: SECRET, spoils: DENSE });
    await db.exerciseProgress.create({ data: { userId: ben.userId, exerciseId: DENSE, attempts: 3 } });
    await opens(ben, 'passed', LONG);
    expect(await ben.sees(post.id)).toMatchObject({ state: 'spoiler', exercise: DENSE });
    await opens(ben, how);
    expect(await ben.sees(post.id)).toMatchObject({ state: 'shown', body: SECRET });
  },
);

test('its author and staff of the cohort read it; staff of another cohort do not even find the thread', async () => {
  const { post } = await ada.opens(inTeam, { body: SECRET, spoils: DENSE });
  for (const person of [ada, world.assistant, world.instructor, world.admin])
    expect(await person.sees(post.id)).toMatchObject({ state: 'shown', body: SECRET });
  expect((await world.otherInstructor.post(post.id)).status).toBe(404);
});

test('a snapshot that waits for its verdict, or that a regrade lets pass, is as safe as one that passes', async () => {
  const waiting = await submission(ada, { passed: null, source: SECRET });
  const failing = await submission(ada, { passed: false, source: 'was wrong, SECRET' });
  const { thread } = await ada.opens(inTeam);
  const unknown = await ada.writes(thread.id, { snapshot: waiting });
  const wrong = await ada.writes(thread.id, { snapshot: failing });
  expect(unknown.spoils).toBeNull();
  expect(await ben.sees(unknown.id)).toMatchObject({ state: 'spoiler', exercise: DENSE });
  expect(await ben.sees(wrong.id)).toMatchObject({ state: 'shown' });
  await db.gradingRun.updateMany({ where: { submissionId: failing }, data: { passed: true } });
  expect(await ben.sees(wrong.id)).toMatchObject({ state: 'spoiler', exercise: DENSE });
  expect((await ben.snapshot(wrong.id)).status).toBe(404);
});

test('a thread on lines of a passing submission hides lines and posts, also once its threads are merged', async () => {
  const id = await submission(ada, { passed: true, source: SECRET });
  const { thread, post } = await ada.opens(inTeam, {
    anchor: { kind: 'lines', submission: id, from: 1, to: 1 },
    body: 'SECRET line',
  });
  const staff = await world.instructor.writes(thread.id, 'SECRET of staff');
  expect((await ben.subject(thread.id)).body).toEqual({ subject: { kind: 'spoiler', exercise: DENSE } });
  expect(await everythingFor(ben, thread.id)).not.toContain('SECRET');
  expect((await world.instructor.subject(thread.id)).body).toMatchObject({ subject: { kind: 'lines', text: SECRET } });
  const free = await ada.opens(inTeam);
  await world.instructor.acts(thread.id, { action: 'merge', into: free.thread.id });
  for (const { id: moved } of [post, staff])
    expect(await ben.sees(moved)).toMatchObject({ state: 'spoiler', exercise: DENSE });
  await opens(ben, 'passed');
  expect(await ben.sees(post.id)).toMatchObject({ state: 'shown' });
});

test('posts about lines that pass by a regrade stay hidden once their thread is merged into another', async () => {
  const id = await submission(ada, { passed: false, source: SECRET });
  const anchor = { kind: 'lines', submission: id, from: 1, to: 1 } as const;
  const { thread, post } = await ada.opens(inTeam, { anchor });
  await db.gradingRun.updateMany({ where: { submissionId: id }, data: { passed: true } });
  const free = await ada.opens(inTeam);
  await world.instructor.acts(thread.id, { action: 'merge', into: free.thread.id });
  expect(await ben.sees(post.id)).toMatchObject({ state: 'spoiler', exercise: DENSE, thread: free.thread.id });
});

test('posts about lines that were wrong when they were written are hidden when a regrade lets them pass', async () => {
  const id = await submission(ada, { passed: false, source: SECRET });
  const { thread, post } = await ada.opens(inTeam, { anchor: { kind: 'lines', submission: id, from: 1, to: 1 } });
  expect((await ben.subject(thread.id)).body).toMatchObject({ subject: { kind: 'lines', text: SECRET } });
  await db.gradingRun.updateMany({ where: { submissionId: id }, data: { passed: true } });
  expect((await ben.subject(thread.id)).body).toEqual({ subject: { kind: 'spoiler', exercise: DENSE } });
  expect(await ben.sees(post.id)).toMatchObject({ state: 'spoiler' });
});

const REFERENCE = readFileSync(`exercises/${DENSE}/reference.ts`, 'utf8');
const OWN = `export function dense(x: tf.Tensor2D, w: tf.Tensor2D, b: tf.Tensor1D) {
  const rows = tf.unstack(x).map((row) => tf.sum(tf.mul(tf.expandDims(row, 1), w), 0));
  const shifted = rows.map((row) => tf.add(row, b));
  return tf.stack(shifted) as tf.Tensor2D;
}`;
const RENAMED = OWN.replaceAll('rows', 'zs')
  .replaceAll('row', 'z')
  .replaceAll('shifted', 'out')
  .replaceAll('\n', ' // mine\n ');

test.each([
  ['the reference in a block of code', `Like this:\n\n\`\`\`ts\n${REFERENCE}\n\`\`\``, undefined],
  ['one’s own passing code', `\`\`\`\n${OWN}\n\`\`\``, undefined],
  ['one’s own passing code with other names and comments', `\`\`\`ts\n${RENAMED}\n\`\`\``, undefined],
  ['one’s own passing code outside any block, quoted', OWN.replace(/^/gm, '> '), undefined],
  ['one’s own passing code in a snippet', 'run it', { source: OWN, exercise: DENSE }],
  ['one’s own passing code in a snippet bound to nothing', 'run it', { source: OWN }],
])('%s spoils although its author says nothing', async (_what, body, snippet) => {
  await submission(ada, { passed: true, source: OWN });
  const { thread } = await ada.opens(inTeam, { anchor: { kind: 'exercise', exercise: DENSE } });
  const post = await ada.writes(thread.id, { body, ...(snippet ? { snippet } : {}) });
  expect(post.spoils).toBe(DENSE);
  expect(await ben.sees(post.id)).toMatchObject({ state: 'spoiler' });
  // And when an edit puts it in.
  const edited = await ada.writes(thread.id, 'harmless before');
  await ada.edit(edited.id, { body, ...(snippet ? { snippet } : {}), revision: 0 });
  expect(await ben.sees(edited.id)).toMatchObject({ state: 'spoiler' });
});

test.each([
  ['talk about single calls', 'Use `tf.matMul(x, w)` and then `tf.add(y, b)`; why does `b` have shape [units]?'],
  ['a Korean question', '편향을 더하는 곳이 어디입니까? `tf.add`를 쓰면 됩니까?'],
  ['other code', '```ts\nfor (let i = 0; i < 10; i += 1) {\n  console.log(tf.memory().numTensors);\n}\n```'],
])('%s spoils nothing', async (_what, body) => {
  await submission(ada, { passed: true, source: OWN });
  const { post } = await ada.opens(inTeam, { anchor: { kind: 'exercise', exercise: DENSE }, body });
  expect(shown(post).spoils).toBeNull();
});

test('who asks about their own failing code is read by the team, however near it is', async () => {
  await submission(ada, { passed: false, source: REFERENCE });
  const { post } = await ada.opens(inTeam, { body: `\`\`\`ts\n${REFERENCE}\n\`\`\`` });
  expect(await ben.sees(post.id)).toMatchObject({ state: 'shown' });
});

test('a version that spoilt stays hidden when the post no longer does', async () => {
  const { thread, post } = await ada.opens(inTeam, { body: `${SECRET} one`, spoils: DENSE });
  await ada.edit(post.id, { body: 'better not', spoils: null, revision: 0 });
  expect(await ben.sees(post.id)).toMatchObject({ state: 'shown', body: 'better not' });
  expect((await ben.revisions(post.id)).body).toEqual({ revisions: [] });
  expect(await everythingFor(ben, thread.id)).not.toContain('SECRET');
  expect((await ada.revisions(post.id)).body).toMatchObject({ revisions: [{ body: `${SECRET} one` }] });
});

test('what spoils an exercise that there is none of is refused', async () => {
  const { thread } = await ada.opens(inTeam);
  expect(
    (await ada.write(thread.id, { clientId: crypto.randomUUID(), body: 'x', spoils: '02-mlp/nothing' })).status,
  ).toBe(404);
});

test('of a hidden check a snapshot and a thread show what its learner sees', async () => {
  const tensor = {
    ...{ label: 'Y', actualShape: [1], expectedShape: [1], maxError: 1, meanError: 1 },
    ...{ atol: 0, rtol: 0, failing: 1, total: 1, passed: false },
  };
  const checks = [
    check('fresh', {
      visibility: 'hidden',
      thrown: undefined,
      tensors: [{ ...tensor, worst: [{ index: [0], actual: '1', expected: 'SECRET' }] }],
    }),
    check('values', { tensors: [{ ...tensor, worst: [{ index: [0], actual: '1', expected: 'public 2' }] }] }),
  ];
  const id = await submission(ada, { passed: false, checks });
  const hidden = await ada.opens(inTeam, { anchor: { kind: 'check', submission: id, check: 'fresh' } });
  const open = await ada.opens(inTeam, { anchor: { kind: 'check', submission: id, check: 'values' }, snapshot: id });
  for (const person of [ada, ben, world.instructor]) {
    expect(await everythingFor(person, hidden.thread.id)).not.toContain('SECRET');
    const text = await everythingFor(person, open.thread.id);
    expect(text).not.toContain('SECRET');
    expect(text).toContain('public 2');
  }
  expect((await ben.subject(hidden.thread.id)).body).toMatchObject({
    subject: { kind: 'check', check: { id: 'fresh', tensors: [{ label: 'Y', maxError: 1 }] } },
  });
});
