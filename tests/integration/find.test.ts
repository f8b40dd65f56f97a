import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { GET as findRoute } from '@/app/api/find/route';
import { FoundSchema } from '@/contracts/find';
import { db, disconnect, pool } from '@/server/db';
import { type Member, makeWorld, opens, type World } from './discussion-world';
import { Learner } from './learner';
import { DENSE } from './manifest';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());
afterAll(disconnect);

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
beforeEach(async () => {
  await pool.query('DELETE FROM thread; DELETE FROM peer_session; DELETE FROM log_entry; DELETE FROM rate_limit');
});

async function find(who: Learner, q: string, more: Record<string, string> = {}) {
  const { status, body } = await who.call(findRoute, 'GET', undefined, { query: { q, ...more } });
  expect(status).toBe(200);
  return FoundSchema.parse(body);
}
const textsOf = async (who: Learner, q: string, more?: Record<string, string>) =>
  (await find(who, q, more)).hits.map(({ snippet }) => snippet.text);

const EVERYBODY = [
  'ada',
  'ben',
  'cho',
  'dan',
  'assistant',
  'instructor',
  'stranger',
  'otherInstructor',
  'admin',
] as const;

/** Who finds anything by these words. */
async function finders(q: string): Promise<string[]> {
  const found = await Promise.all(EVERYBODY.map(async (name) => (await find(world[name], q)).hits.length > 0));
  return EVERYBODY.filter((_, at) => found[at]);
}

const log = (who: Member, visibility: 'ME' | 'TEAM' | 'COHORT', learned: string, postedAt: Date | null = new Date()) =>
  db.logEntry.create({
    data: { userId: who.userId, day: new Date('2024-03-01'), timeZone: 'UTC', visibility, learned, postedAt },
  });

async function session(text: string): Promise<string> {
  const { id } = await db.peerSession.create({
    data: { teamId: world.team, day: new Date('2024-03-01'), agenda: {} },
  });
  await note(id, text);
  return id;
}

async function note(sessionId: string, text: string): Promise<void> {
  const rows = await db.noteUpdate.findMany({ where: { sessionId }, orderBy: { id: 'asc' } });
  const doc = new Y.Doc();
  for (const { update } of rows) Y.applyUpdate(doc, update);
  const before = Y.encodeStateVector(doc);
  doc.getText('notes').insert(0, text);
  await db.noteUpdate.create({
    data: { sessionId, clientId: randomUUID(), update: Buffer.from(Y.encodeStateAsUpdate(doc, before)) },
  });
}

test('threads of a team are found by the team, of a cohort by the cohort, each by staff', async () => {
  const { ada, team, cohort } = world;
  await ada.opens({ cohort, team }, { title: 'xylophone', body: 'wombat' });
  await ada.opens({ cohort, team: null }, { title: 'marmalade', body: 'quokka' });
  const ofTeam = ['ada', 'ben', 'assistant', 'instructor', 'admin'];
  const ofCohort = ['ada', 'ben', 'cho', 'dan', 'assistant', 'instructor', 'admin'];
  expect(await finders('xylophone')).toEqual(ofTeam);
  expect(await finders('wombat')).toEqual(ofTeam);
  expect(await finders('marmalade')).toEqual(ofCohort);
  expect(await finders('quokka')).toEqual(ofCohort);
});

test('logs are found by whom they are shared with; drafts and what is taken back by their writer alone', async () => {
  const { ada, ben, cho, dan } = world;
  await log(ada, 'TEAM', 'xylophone');
  await log(ben, 'COHORT', 'marmalade');
  await log(cho, 'COHORT', 'wombat', null);
  await log(dan, 'ME', 'quokka');
  expect(await finders('xylophone')).toEqual(['ada', 'ben', 'assistant', 'instructor', 'admin']);
  expect(await finders('marmalade')).toEqual(['ada', 'ben', 'cho', 'dan', 'assistant', 'instructor', 'admin']);
  expect(await finders('wombat')).toEqual(['cho']);
  expect(await finders('quokka')).toEqual(['dan']);
  await db.logEntry.updateMany({ where: { userId: ben.userId }, data: { visibility: 'ME' } });
  expect(await finders('marmalade')).toEqual(['ben']);
});

test('notes and what came out of a session are found by its team and staff, also what was written a moment ago', async () => {
  const id = await session('xylophone in the notes');
  await db.sessionItem.create({ data: { sessionId: id, kind: 'DECISION', text: 'We take the wombat.' } });
  const readers = ['ada', 'ben', 'assistant', 'instructor', 'admin'];
  expect(await finders('xylophone')).toEqual(readers);
  expect(await finders('wombat')).toEqual(readers);
  expect(await find(world.ben, 'marmalade')).toMatchObject({ hits: [] });
  await note(id, 'marmalade, then ');
  expect(await textsOf(world.ben, 'marmalade')).toEqual(['marmalade, then xylophone in the notes']);
  expect((await find(world.ben, 'wombat')).hits).toMatchObject([{ kind: 'item', id, day: '2024-03-01' }]);
  // Staff put something on the agenda of a session to come: it is there for the team when its day is.
  await db.peerSession.update({ where: { id }, data: { day: new Date(Date.now() + 2 * 86_400_000) } });
  expect(await finders('wombat')).toEqual([]);
});

test('a post that spoils is found by who may read it, and by others not even to be there', async () => {
  const { ada, cho, cohort } = world;
  const { thread } = await ada.opens({ cohort, team: null });
  await ada.writes(thread.id, { body: 'return wombat.matMul(w)', spoils: DENSE });
  expect(await finders('wombat')).toEqual(['ada', 'assistant', 'instructor', 'admin']);
  await opens(cho, 'given up');
  expect(await finders('wombat')).toEqual(['ada', 'cho', 'assistant', 'instructor', 'admin']);
  await db.exerciseProgress.deleteMany({ where: { userId: cho.userId } });
  expect(await finders('wombat')).toEqual(['ada', 'assistant', 'instructor', 'admin']);
});

test('what is deleted or hidden is found by nobody', async () => {
  const { ada, instructor, cohort } = world;
  const { thread } = await ada.opens({ cohort, team: null }, { title: 'marmalade' });
  const deleted = await ada.writes(thread.id, 'xylophone');
  const hidden = await ada.writes(thread.id, 'wombat');
  await ada.remove(deleted.id);
  await instructor.moderate({ action: 'hide-post', post: hidden.id, hidden: true, reason: 'no' });
  expect(await finders('xylophone')).toEqual([]);
  expect(await finders('wombat')).toEqual([]);
  await instructor.act(thread.id, { action: 'hide', hidden: true, reason: 'no' });
  expect(await finders('marmalade')).toEqual([]);
});

test.each([
  // A particle in the query, in the text, in both; two letters; one letter.
  ['경사하강법을', '경사하강법은 기울기의 반대로 간다'],
  ['경사하강법', '두 경사하강법을 견준다'],
  ['손실이', '손실을 줄인다'],
  ['손실', '교차엔트로피손실'],
  ['곱', '합성곱'],
  // Decomposed letters on either side.
  ['기울기'.normalize('NFD'), '기울기가 사라진다'],
  ['기울기', '기울기가 사라진다'.normalize('NFD')],
  // English by its stem, in any case; two words in any order; parts of code.
  ['gradient', 'The Gradients vanish'],
  ['vanishing', 'The gradients vanish'],
  ['vanish gradient', 'The gradients vanish'],
  ['matmul', 'x.matMul(w)'],
  ['100%', 'it is 100% right'],
  ['softmax를', 'softmax는 합이 1이다'],
])('%s finds “%s”', async (query, text) => {
  const { ada, cohort } = world;
  await ada.opens({ cohort, team: null }, { title: 'Thread', body: text });
  const { hits } = await find(ada, query);
  expect(hits).toMatchObject([{ kind: 'post', number: 1, title: 'Thread', author: 'Ada' }]);
  expect(hits[0]?.snippet.marks.length).toBeGreaterThan(0);
});

test.each([['100_'], ['%'], ['vanish sofa'], ['경사'], ["'; DROP TABLE post; --"], ['\\']])(
  '%s does not find what has it not',
  async (query) => {
    const { ada, cohort } = world;
    await ada.opens({ cohort, team: null }, { title: 'Thread', body: 'The gradients vanish in 100 steps' });
    expect((await find(ada, query)).hits).toEqual([]);
  },
);

test('what is found is shown as its words, without the marks of Markdown', async () => {
  const { ada, cohort, team } = world;
  await ada.opens(
    { cohort, team },
    { title: 'Why **so**?', body: 'The **logits** of `dense`: $x_i$.\n\n```ts\ncode\n```' },
  );
  await log(ada, 'TEAM', 'My _logits_ are ![a heat-map](/api/attachments/1)');
  await session('# Notes\n\n- [x] logits');
  expect((await textsOf(ada, 'logits')).toSorted()).toEqual([
    'My logits are a heat-map',
    'Notes logits',
    'The logits of dense: x_i. code',
  ]);
  const { hits } = await find(ada, 'logits', { where: 'threads' });
  expect(hits[0]?.snippet.marks).toEqual([[4, 10]]);
  // A title is no Markdown.
  expect(await textsOf(ada, 'so')).toContain('Why **so**?');
});

test('what is in a title comes first; place, writer, unit and time narrow it', async () => {
  const { ada, ben, cohort, team } = world;
  const lesson = { kind: 'exercise', exercise: DENSE } as const;
  const { thread } = await ada.opens({ cohort, team: null }, { title: 'Why?', body: 'logits' });
  await ben.writes(thread.id, 'logits again');
  await ada.opens({ cohort, team }, { title: 'On logits', body: 'see title', anchor: lesson });
  await log(ada, 'TEAM', 'logits, logged');
  await session('logits, noted');
  const found = await find(ben, 'logits');
  expect(found.hits[0]).toMatchObject({ kind: 'thread', title: 'On logits' });
  expect(found.hits).toHaveLength(5);
  const kinds = async (more: Record<string, string>) =>
    (await find(ben, 'logits', more)).hits.map(({ kind }) => kind).toSorted();
  expect(await kinds({ where: 'logs' })).toEqual(['log']);
  expect(await kinds({ where: 'sessions' })).toEqual(['notes']);
  expect(await kinds({ where: 'threads' })).toEqual(['post', 'post', 'thread']);
  expect(await kinds({ author: 'ben' })).toEqual(['post']);
  expect(await kinds({ unit: '02-mlp' })).toEqual(['thread']);
  expect(await kinds({ unit: '02-mlp', where: 'logs' })).toEqual([]);
  await db.post.updateMany({ where: { threadId: thread.id }, data: { createdAt: new Date('2020-01-01') } });
  expect(await kinds({ where: 'threads', days: '30' })).toEqual(['thread']);
});

test('pages follow each other without gap or double', async () => {
  const { ada, cohort } = world;
  const { thread } = await ada.opens({ cohort, team: null }, { title: 'Thread', body: 'first' });
  await db.post.createMany({
    data: Array.from({ length: 45 }, (_, at) => ({
      ...{ threadId: thread.id, number: at + 2, authorId: ada.userId, clientId: randomUUID() },
      body: `wombat ${at}`,
    })),
  });
  const seen: (number | null)[] = [];
  let offset: number | null = 0;
  while (offset !== null) {
    const page: Awaited<ReturnType<typeof find>> = await find(ada, 'wombat', { offset: String(offset) });
    seen.push(...page.hits.map(({ number }) => number));
    offset = page.next;
  }
  expect(seen).toHaveLength(45);
  expect(new Set(seen).size).toBe(45);
});

test('guests and nobody search nothing; a query that is none is refused', async () => {
  for (const person of [new Learner(), await Learner.guest()])
    expect((await person.call(findRoute, 'GET', undefined, { query: { q: 'x' } })).status).toBe(401);
  for (const wrong of [
    {},
    { q: ' ' },
    { q: 'x'.repeat(201) },
    { q: 'x', where: 'mails' },
    { q: 'x', unit: '../x' },
    { q: 'x', days: '0' },
    { q: 'x', offset: '-1' },
  ])
    expect((await world.ada.call(findRoute, 'GET', undefined, { query: wrong as Record<string, string> })).status).toBe(
      400,
    );
});
