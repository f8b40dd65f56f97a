import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Prisma } from '@/.generated/prisma/client';
import { db, disconnect } from '@/server/db';
import { findReader } from '@/server/discussion/reader';
import { postsShownTo, sqlPostShownTo, sqlThreadVisibleTo, threadsVisibleTo } from '@/server/discussion/visible';
import { type Member, makeWorld, opens, submission, type World } from './discussion-world';
import { DENSE, LONG } from './manifest';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

let world: World;
let everybody: Member[];
/** By the id of their owner's work: whose it is, of which exercise, and how it was judged. */
const work: { id: string; owner: Member; exerciseId: string; passed: boolean | null }[] = [];

beforeAll(async () => {
  world = await makeWorld();
  const { ada, ben, cho, dan, assistant, instructor, stranger, otherInstructor, admin } = world;
  everybody = [ada, ben, cho, dan, assistant, instructor, stranger, otherInstructor, admin];
  for (const owner of [ada, cho]) {
    for (const exerciseId of [DENSE, LONG]) {
      for (const passed of [true, false, null]) {
        const id = await submission(owner, { passed, exerciseId, cohortId: world.cohort });
        work.push({ id, owner, exerciseId, passed });
      }
    }
  }
  await db.exerciseProgress.deleteMany({});
  await opens(ada, 'passed', DENSE);
  await opens(ben, 'given up', DENSE);
  await opens(ben, 'passed after the solution', LONG);
  await opens(dan, 'opened', LONG);
  await opens(assistant, 'opened', DENSE);
  await db.exerciseProgress.create({ data: { userId: cho.userId, exerciseId: DENSE, attempts: 4 } });
});
afterAll(disconnect);

const place = fc.constantFrom('team', 'other team', 'cohort', 'other cohort');
const who = fc.nat({ max: 8 });
const exercise = fc.option(fc.constantFrom(DENSE, LONG));
const aWork = fc.option(fc.nat({ max: 11 }));
const aPost = fc.record({
  author: fc.option(who),
  spoils: exercise,
  shows: aWork,
  deleted: fc.boolean(),
  hidden: fc.boolean(),
});
const aThread = fc.record({
  ...{ place, author: fc.option(who), hidden: fc.boolean(), lines: aWork },
  posts: fc.array(aPost, { minLength: 1, maxLength: 4 }),
});
type ThreadPlan = typeof aThread extends fc.Arbitrary<infer Plan> ? Plan : never;
type PostPlan = ThreadPlan['posts'][number];

function placed(name: ThreadPlan['place']) {
  const { cohort, team, otherTeam, otherCohort } = world;
  const teams = { team, 'other team': otherTeam, cohort: null, 'other cohort': null };
  return { cohortId: name === 'other cohort' ? otherCohort : cohort, teamId: teams[name] };
}

const now = (is: boolean) => (is ? new Date() : null);
const userOf = (index: number | null) => (index === null ? null : (everybody[index]?.userId ?? null));

async function make(plan: ThreadPlan) {
  const { id, posts } = await db.thread.create({
    data: {
      ...placed(plan.place),
      ...{ title: 'T', authorId: userOf(plan.author), hiddenAt: now(plan.hidden) },
      ...(plan.lines === null
        ? { anchor: 'FREE' }
        : {
            anchor: 'LINES',
            submissionId: work[plan.lines]?.id ?? null,
            exerciseId: work[plan.lines]?.exerciseId ?? null,
          }),
      posts: {
        create: plan.posts.map(({ author, spoils, shows, deleted, hidden }, index) => ({
          ...{ number: index + 1, body: 'text', authorId: userOf(author), clientId: crypto.randomUUID() },
          ...{ spoilsExerciseId: spoils, submissionId: shows === null ? null : (work[shows]?.id ?? null) },
          ...{ deletedAt: now(deleted), hiddenAt: now(hidden) },
        })),
      },
    },
    select: { id: true, posts: { select: { id: true }, orderBy: { number: 'asc' } } },
  });
  return { id, posts: posts.map((post) => post.id) };
}

/** The rules once more, in words of this test alone. */
function isStaff(reader: Member, name: ThreadPlan['place']): boolean {
  const { assistant, instructor, otherInstructor, admin } = world;
  return reader === admin || (name === 'other cohort' ? [otherInstructor] : [assistant, instructor]).includes(reader);
}
function seesThread(reader: Member, { place: name, hidden, author }: ThreadPlan): boolean {
  const { ada, ben, cho, dan, stranger } = world;
  const readers = { team: [ada, ben], 'other team': [cho], cohort: [ada, ben, cho, dan], 'other cohort': [stranger] };
  const mine = userOf(author) === reader.userId;
  return isStaff(reader, name) || (readers[name].includes(reader) && (!hidden || mine));
}
function knows(reader: Member, exerciseId: string): boolean {
  const { ada, ben, dan, assistant } = world;
  return { [DENSE]: [ada, ben, assistant], [LONG]: [ben, dan] }[exerciseId]?.includes(reader) ?? false;
}
function isHarmless(reader: Member, index: number | null): boolean {
  const shown = index === null ? undefined : work[index];
  return !shown || shown.owner === reader || shown.passed === false || knows(reader, shown.exerciseId);
}
function seesPost(reader: Member, thread: ThreadPlan, post: PostPlan): boolean {
  if (!seesThread(reader, thread) || post.deleted) return false;
  if (isStaff(reader, thread.place) || userOf(post.author) === reader.userId) return true;
  const { hidden, spoils, shows } = post;
  return (
    !hidden &&
    (spoils === null || knows(reader, spoils)) &&
    isHarmless(reader, shows) &&
    isHarmless(reader, thread.lines)
  );
}

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id).toSorted();

test('where clause, SQL and the rules in words agree on what everybody may see', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aThread, { minLength: 1, maxLength: 12 }), async (plans) => {
      await db.thread.deleteMany({});
      const made = [];
      for (const plan of plans) made.push({ plan, ...(await make(plan)) });
      for (const person of everybody) {
        const reader = await findReader(person.userId);
        const threads = made.filter(({ plan }) => seesThread(person, plan));
        const posts = made.flatMap(({ plan, posts: ids }) =>
          ids.filter((_, index) => seesPost(person, plan, plan.posts[index] as PostPlan)),
        );
        const select = { id: true } satisfies Prisma.ThreadSelect & Prisma.PostSelect;
        expect(idsOf(await db.thread.findMany({ where: threadsVisibleTo(reader), select }))).toEqual(idsOf(threads));
        expect(idsOf(await db.$queryRaw`SELECT t.id FROM thread t WHERE ${sqlThreadVisibleTo(reader)}`)).toEqual(
          idsOf(threads),
        );
        expect(idsOf(await db.post.findMany({ where: postsShownTo(reader), select }))).toEqual(posts.toSorted());
        expect(
          idsOf(
            await db.$queryRaw`SELECT p.id FROM post p JOIN thread t ON t.id = p.thread_id WHERE ${sqlPostShownTo(reader)}`,
          ),
        ).toEqual(posts.toSorted());
      }
    }),
    { numRuns: 25 },
  );
});

test('a guest, somebody unknown and a member of an archived cohort see nothing', async () => {
  const { ada, cohort, team } = world;
  await db.thread.create({ data: { cohortId: cohort, teamId: team, title: 'T', anchor: 'FREE' } });
  const sees = async (id: string) => db.thread.count({ where: threadsVisibleTo(await findReader(id)) });
  expect(await sees(ada.userId)).toBeGreaterThan(0);
  expect(await sees('nobody')).toBe(0);
  await db.user.update({ where: { id: ada.userId }, data: { isAnonymous: true } });
  expect(await sees(ada.userId)).toBe(0);
  await db.user.update({ where: { id: ada.userId }, data: { isAnonymous: false } });
  await db.cohort.update({ where: { id: cohort }, data: { archivedAt: new Date() } });
  expect(await sees(ada.userId)).toBe(0);
});
