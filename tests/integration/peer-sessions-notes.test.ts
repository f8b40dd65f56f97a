import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { POST as appendNotes } from '@/app/api/peer-sessions/[id]/notes/route';
import { localDay } from '@/content/plan/calendar';
import { db, disconnect, pool } from '@/server/db';
import type { Learner } from './learner';
import { NotesClient, openSession, statusOf } from './peer-session-calls';
import { contextOf, makeCohort, makeTeam, member } from './team-people';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());
// Thousands of batches in seconds: what the limit does is tested elsewhere.
vi.mock('@/server/rate-limit', async (original) => ({ ...(await original<object>()), enforceLimit: async () => {} }));

beforeEach(() => pool.query('DELETE FROM outbox_event; DELETE FROM cohort; DELETE FROM "user"'));
afterAll(disconnect);

async function makeRoom() {
  const people = await Promise.all(['김서연', 'Bo', 'Cy'].map(member));
  const startsOn = localDay(new Date(), 'Asia/Seoul');
  const cohort = await makeCohort(
    'own',
    people.map((person) => [person, 'LEARNER'] as const),
    { startsOn },
  );
  const team = await makeTeam(cohort, 'T', people);
  return { people: people as [Learner, Learner, Learner], session: await openSession(people[0] as Learner, team) };
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const notesEvents = async (person: Learner) =>
  (await db.outboxEvent.findMany({ where: { stream: `user:${await person.id()}` }, orderBy: { id: 'asc' } }))
    .map(({ payload }) => payload as { part?: string; row?: string })
    .filter(({ part }) => part === 'notes');

test('what one writes the others fetch, named by the event, and nothing twice', async () => {
  const { people, session } = await makeRoom();
  const [ada, bo] = [new NotesClient(people[0], session), new NotesClient(people[1], session)];
  await ada.type('가나다');
  const rows = await bo.fetch();
  expect(bo.text.toString()).toBe('가나다');
  expect((await notesEvents(people[1])).map(({ row }) => row)).toEqual(rows);
  expect(await bo.fetch()).toEqual([]);
  await ada.type('라');
  expect(await bo.fetch()).toHaveLength(1);
  expect(bo.text.toString()).toBe('가나다라');
});

test('a batch that is sent again is the same row', async () => {
  const { people, session } = await makeRoom();
  const ada = new NotesClient(people[0], session);
  ada.text.insert(0, 'once');
  const batch = ada.batch() ?? { clientId: '', update: '' };
  const rows = await Promise.all([ada.send(batch), ada.send(batch), ada.send(batch)]);
  expect(new Set(rows).size).toBe(1);
  expect(await db.noteUpdate.count()).toBe(1);
  // Nobody takes another's name for a batch.
  const bo = new NotesClient(people[1], session);
  expect(await statusOf(bo.post(batch))).toBe(409);
});

test('three people write at once over a bad connection, and end with the same text', async () => {
  const edit = fc.record({
    who: fc.integer({ min: 0, max: 2 }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    text: fc.constantFrom('가', '안녕', 'ab', '\n', '$x^2$', '👩‍🚀', ''),
    remove: fc.integer({ min: 0, max: 3 }),
    /** Of what was written: sent, sent twice, held back for later, or lost on its way and sent again at the end. */
    fate: fc.constantFrom('send', 'twice', 'hold', 'lose'),
    /** Whether anybody reads meanwhile. */
    reads: fc.integer({ min: -1, max: 2 }),
  });
  const { people, session } = await makeRoom();
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 5, maxLength: 40 }), async (edits) => {
      await db.noteUpdate.deleteMany();
      const clients = people.map((person) => new NotesClient(person, session));
      const late: [NotesClient, { clientId: string; update: string }][] = [];
      for (const { who, at, text, remove, fate, reads } of edits) {
        const client = clients[who] as NotesClient;
        const place = Math.floor(at * client.text.length);
        client.text.delete(place, Math.min(remove, client.text.length - place));
        if (text !== '') client.text.insert(place, text);
        const batch = client.batch();
        if (batch === null) continue;
        if (fate === 'send' || fate === 'twice') await client.send(batch);
        if (fate !== 'send') late.push([client, batch]);
        await clients[reads]?.fetch();
      }
      // Held back and lost ones arrive in another order than they were written in.
      for (const [client, batch] of late.reverse()) await client.send(batch);
      for (const client of clients) await client.fetch();
      const texts = clients.map(({ text }) => text.toString());
      expect(new Set(texts).size).toBe(1);
      const fresh = new NotesClient(people[0], session);
      await fresh.fetch();
      expect(fresh.text.toString()).toBe(texts[0]);
    }),
    { numRuns: 12 },
  );
}, 240_000);

test('of many rows one is made, and who was in the middle of reading misses nothing', async () => {
  const { people, session } = await makeRoom();
  const [ada, bo] = [new NotesClient(people[0], session), new NotesClient(people[1], session)];
  for (let at = 0; at < 150; at += 1) await ada.type(`${at} `);
  await bo.fetch();
  await bo.type('여기', 0);
  for (let at = 150; at < 210; at += 1) await ada.type(`${at} `);
  expect(await db.noteUpdate.count()).toBeLessThan(20);
  await bo.fetch();
  await ada.fetch();
  expect(bo.text.toString()).toBe(ada.text.toString());
  const cy = new NotesClient(people[2], session);
  await cy.fetch();
  expect(cy.text.toString()).toBe(ada.text.toString());
  expect(cy.text.toString()).toMatch(/^여기0 1 2 .* 209 $/);
});

test('two who make one of many rows at the same time lose nothing', async () => {
  const { people, session } = await makeRoom();
  const ada = new NotesClient(people[0], session);
  for (let at = 0; at < 199; at += 1) await ada.type('x');
  const writers = people.flatMap((person) => [new NotesClient(person, session), new NotesClient(person, session)]);
  await Promise.all(writers.map((client) => client.type('y')));
  const reader = new NotesClient(people[1], session);
  await reader.fetch();
  expect(reader.text.toString().replace(/x/g, '')).toBe('yyyyyy');
  expect(reader.text.length).toBe(205);
});

const hostile = {
  noise: () => new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9]),
  'a huge count': () => new Uint8Array([255, 255, 255, 255, 15, 1, 1, 0]),
  'half an update': () => {
    const doc = new Y.Doc();
    doc.getText('notes').insert(0, 'whole');
    return Y.encodeStateAsUpdate(doc).slice(0, -4);
  },
  'an embedded object': () => {
    const doc = new Y.Doc();
    doc.getText('notes').insertEmbed(0, { image: 'x' });
    return Y.encodeStateAsUpdate(doc);
  },
  'a format': () => {
    const doc = new Y.Doc();
    doc.getText('notes').insert(0, 'bold', { bold: true });
    return Y.encodeStateAsUpdate(doc);
  },
  'another type': () => {
    const doc = new Y.Doc();
    doc.getMap('notes').set('key', 'value');
    return Y.encodeStateAsUpdate(doc);
  },
  'another text': () => {
    const doc = new Y.Doc();
    doc.getText('elsewhere').insert(0, 'x');
    return Y.encodeStateAsUpdate(doc);
  },
  'a document in the document': () => {
    const doc = new Y.Doc();
    doc.getArray('notes').insert(0, [new Y.Doc()]);
    return Y.encodeStateAsUpdate(doc);
  },
};

test.each(Object.entries(hostile))('%s is refused, and harms nobody', async (_, make) => {
  const { people, session } = await makeRoom();
  const [ada, bo] = [new NotesClient(people[0], session), new NotesClient(people[1], session)];
  await ada.type('safe');
  expect(await statusOf(bo.post({ clientId: randomUUID(), update: base64(make()) }))).toBe(400);
  await bo.fetch();
  expect(bo.text.toString()).toBe('safe');
  expect(await db.noteUpdate.count()).toBe(1);
});

test('whatever bytes come, the answer is no failure of the server, and the notes are readable', async () => {
  const { people, session } = await makeRoom();
  const ada = new NotesClient(people[0], session);
  await ada.type('safe');
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 2, maxLength: 60 }), async (bytes) => {
      const body = { clientId: randomUUID(), update: base64(bytes) };
      const { status } = await people[1].call(appendNotes, 'POST', body, contextOf(session));
      expect([201, 400]).toContain(status);
      const reader = new NotesClient(people[2], session);
      await reader.fetch();
      expect(reader.text.toString()).toBe('safe');
    }),
    { numRuns: 60 },
  );
});

test('notes past 500 KB are refused, and what was there stays; deleting makes room', async () => {
  const { people, session } = await makeRoom();
  const ada = new NotesClient(people[0], session);
  const block = 'x'.repeat(120_000);
  for (let at = 0; at < 4; at += 1) await ada.type(block);
  ada.text.insert(0, block);
  const refused = ada.batch() ?? { clientId: '', update: '' };
  const answer = await ada.post(refused);
  expect(answer).toMatchObject({ status: 413, body: { error: { code: 'source-too-large' } } });
  const bo = new NotesClient(people[1], session);
  await bo.fetch();
  expect(bo.text.length).toBe(480_000);
  bo.text.delete(0, 300_000);
  await bo.send(bo.batch() ?? refused);
  expect((await ada.post(refused)).status).toBe(201);
});

test('a batch of over 200 KB is too much at once', async () => {
  const { people, session } = await makeRoom();
  const ada = new NotesClient(people[0], session);
  ada.text.insert(0, 'x'.repeat(210_000));
  expect(await statusOf(ada.post(ada.batch()))).toBe(400);
});
