import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { GET as readPair } from '@/app/api/cohorts/[id]/similarity/pair/route';
import { GET as readSimilarity } from '@/app/api/cohorts/[id]/similarity/route';
import { SimilarityPairSchema, SimilaritySchema } from '@/contracts/similarity';
import { db, disconnect, pool } from '@/server/db';
import { type Member, makeWorld, submission, type World } from './discussion-world';
import { DENSE, LONG } from './manifest';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

let world: World;

beforeEach(async () => {
  await pool.query('DELETE FROM audit_entry; DELETE FROM rate_limit; DELETE FROM cohort; DELETE FROM "user"');
  world = await makeWorld();
});
afterAll(disconnect);

const shipped = (file: string) => readFileSync(`exercises/${DENSE}/${file}`, 'utf8');
const SOLUTION = shipped('reference.ts');

/** A module that no other call with another seed is like. */
function ownWay(seed: number): string {
  const signs = ['+', '-', '*', '/', '%', '**', '&', '|', '^', '<<', '>>', '<', '>', '=='];
  const steps = Array.from({ length: 30 }, (_, at) => `a ${signs[(seed * (at + 3) + at * at * seed) % signs.length]}`);
  return `export const dense = (a) => ${steps.join(' ')} a;\n`;
}

const look = (who: Member, query: Record<string, string> = { exercise: DENSE }, id = world.cohort) =>
  who.call(readSimilarity, 'GET', undefined, { query, context: { params: Promise.resolve({ id }) } });
async function comparedFor(who: Member) {
  const { compared } = SimilaritySchema.parse((await look(who)).body);
  if (compared === null) throw new Error('nothing was compared');
  return compared;
}
const lookAt = (who: Member, one: string, other: string, id = world.cohort) =>
  who.call(readPair, 'GET', undefined, {
    query: { submission: one, with: other },
    context: { params: Promise.resolve({ id }) },
  });
const pass = (who: Member, source: string, more = {}) =>
  submission(who, { passed: true, cohortId: world.cohort, source, ...more });
const deeds = () =>
  db.auditEntry.findMany({
    orderBy: { id: 'asc' },
    select: { actorId: true, cohortId: true, action: true, subject: true },
  });

test('of each learner the first submission that passed is compared, with everybody’s and with what ships', async () => {
  const { ada, ben, cho, dan, instructor, assistant } = world;
  await submission(ada, { passed: false, cohortId: world.cohort, source: ownWay(3) });
  const adas = await pass(ada, ownWay(1).replaceAll('a ', 'value ').replace('(a)', '(value)'));
  await pass(ada, ownWay(5));
  const bens = await pass(ben, ownWay(1));
  await pass(cho, ownWay(2));
  const dans = await pass(dan, SOLUTION);
  await pass(instructor, ownWay(1));

  const compared = await comparedFor(assistant);
  expect(compared).toMatchObject({ exercise: DENSE, learners: 4, leftOut: 0, pairs: 6 });
  expect(compared.distribution).toHaveLength(20);
  expect([compared.distribution[0], compared.distribution.at(-1)]).toEqual([5, 1]);
  expect(compared.learnerPairs).toHaveLength(1);
  expect(compared.learnerPairs[0]).toMatchObject({ sameTeam: true, above: 5 });
  expect(compared.learnerPairs[0]?.likeness).toBeGreaterThan(0.9);
  const [alike] = compared.learnerPairs;
  expect([alike?.a, alike?.b].map((side) => side && 'submission' in side && side.submission).toSorted()).toEqual(
    [adas, bens].toSorted(),
  );
  expect(compared.shippedPairs[0]).toMatchObject({
    ...{ a: { submission: dans, learner: { name: 'Dan' } }, b: { shipped: 'solution' }, likeness: 1, sameTeam: false },
  });
});

test('two people in different teams who wrote the same are alike, and not of one team', async () => {
  const { ada, cho, instructor } = world;
  await pass(ada, ownWay(1));
  await pass(cho, ownWay(1));
  expect((await comparedFor(instructor)).learnerPairs).toMatchObject([{ likeness: 1, sameTeam: false }]);
});

test('another pass is compared from then on, and a pass elsewhere never is', async () => {
  const { ada, ben, cho, instructor, otherCohort } = world;
  await pass(ada, ownWay(1));
  await pass(ben, ownWay(2));
  await pass(cho, ownWay(1), { cohortId: otherCohort });
  await pass(cho, ownWay(1), { exerciseId: LONG });
  expect(await comparedFor(instructor)).toMatchObject({ learners: 2, learnerPairs: [] });
  await pass(cho, ownWay(1));
  expect(await comparedFor(instructor)).toMatchObject({ learners: 3, learnerPairs: [{ likeness: 1 }] });
});

test('which exercises there are says how many passed; an exercise that nobody passed has nothing to compare', async () => {
  const { ada, ben, instructor } = world;
  await pass(ada, ownWay(1));
  await pass(ben, ownWay(1));
  const { exercises, compared } = SimilaritySchema.parse((await look(instructor, {})).body);
  expect(exercises.find(({ id }) => id === DENSE)).toEqual({ id: DENSE, passed: 2 });
  expect(exercises.find(({ id }) => id === LONG)).toEqual({ id: LONG, passed: 0 });
  expect(compared).toBeNull();
  const empty = SimilaritySchema.parse((await look(instructor, { exercise: LONG })).body).compared;
  expect(empty).toMatchObject({ learners: 0, pairs: 0, tokens: null, learnerPairs: [], shippedPairs: [] });
});

test('evidence has both sources, and marks in each what the other has', async () => {
  const { ada, ben, instructor } = world;
  const common = ownWay(1);
  const [adas, bens] = [
    await pass(ada, `${ownWay(2).replace('dense', 'other')}\n// mine\n${common}`),
    await pass(ben, common),
  ];
  const { body, status } = await lookAt(instructor, adas, bens);
  expect(status).toBe(200);
  const { pair, pairs, sources, matches, exercise } = SimilarityPairSchema.parse(body);
  expect({ exercise, pairs }).toEqual({ exercise: DENSE, pairs: 1 });
  const mine = pair.a.submission === adas ? 'a' : 'b';
  const theirs = mine === 'a' ? 'b' : 'a';
  expect([sources[mine].endsWith(common), sources[theirs]]).toEqual([true, common]);
  expect(matches).toHaveLength(1);
  const cut = (side: 'a' | 'b') => matches.map((match) => sources[side].slice(match[side].from, match[side].to));
  expect(cut('a')).toEqual(cut('b'));
  expect(cut(theirs)[0]?.length).toBeGreaterThan(common.length - 10);
  expect(matches[0]?.[theirs].lines).toEqual([1, 1]);
  expect(matches[0]?.[mine].lines).toEqual([4, 4]);
  const [a, b] = [pair[mine], pair[theirs]];
  expect([a.matched, b.matched]).toEqual([b.tokens, b.tokens]);
  expect(a.tokens).toBeGreaterThan(1.8 * b.tokens);
});

test('each look leaves a trace: one at a list, one for each person whose work is shown', async () => {
  const { ada, ben, assistant, instructor, cohort } = world;
  const [adas, bens] = [await pass(ada, ownWay(1)), await pass(ben, SOLUTION)];
  await look(assistant);
  await lookAt(instructor, adas, bens);
  await lookAt(instructor, bens, 'solution');
  const entry = (actor: Member, action: string, subject: string) => ({
    ...{ actorId: actor.userId, cohortId: cohort, action, subject },
  });
  const compares = (await deeds()).slice(1);
  expect((await deeds())[0]).toEqual(entry(assistant, 'similarity.look', DENSE));
  expect(compares.map(({ subject }) => subject).toSorted()).toEqual([ada.userId, ben.userId, ben.userId].toSorted());
  expect(
    compares.every(({ action, actorId }) => action === 'similarity.compare' && actorId === instructor.userId),
  ).toBe(true);
  const { body } = await instructor.audit(cohort, { looks: 'true' });
  expect(body).toMatchObject({ entries: [{ action: 'similarity.compare', about: { name: 'Ben' } }, {}, {}, {}] });
  expect((await instructor.audit(cohort)).body).toEqual({ entries: [], next: null });
});

test('learners, other cohorts’ staff and what does not belong together find nothing, and leave no trace', async () => {
  const { ada, ben, stranger, instructor, otherInstructor, otherCohort } = world;
  const failed = await submission(ada, { passed: false, cohortId: world.cohort, source: ownWay(7) });
  const [adas, bens] = [await pass(ada, ownWay(1)), await pass(ben, ownWay(1))];
  const theirs = await pass(stranger, ownWay(1), { cohortId: otherCohort });
  const long = await pass(ben, ownWay(1), { exerciseId: LONG });
  for (const who of [ada, ben, stranger, otherInstructor]) {
    expect((await look(who)).status).toBe(404);
    expect((await lookAt(who, adas, bens)).status).toBe(404);
  }
  expect((await look(otherInstructor, { exercise: DENSE }, otherCohort)).status).toBe(200);
  expect((await look(instructor, { exercise: '02-mlp/none' })).status).toBe(404);
  expect((await look(instructor, { exercise: 'none' })).status).toBe(400);
  for (const other of [theirs, long, failed, adas, randomUUID(), 'none']) {
    expect([other, (await lookAt(instructor, adas, other)).status]).toEqual([other, 404]);
  }
  expect((await lookAt(instructor, failed, adas)).status).toBe(404);
  expect((await lookAt(otherInstructor, adas, theirs, otherCohort)).status).toBe(404);
  expect((await lookAt(instructor, adas, '../reference')).status).toBe(400);
  await db.cohort.update({ where: { id: world.cohort }, data: { archivedAt: new Date() } });
  expect((await look(instructor)).status).toBe(404);
  expect(await deeds()).toHaveLength(1);
});
