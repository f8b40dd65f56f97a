import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { GET as exportAccount } from '@/app/api/account/export/route';
import { DELETE as deleteAccount } from '@/app/api/account/route';
import {
  MAX_BODY,
  PeopleSchema,
  PlacesSchema,
  PostAnswerSchema,
  RevisionsSchema,
  ThreadOpenedSchema,
} from '@/contracts/discussion';
import { db, disconnect, pool } from '@/server/db';
import { draft, type Member, makeWorld, shown, submission, type World } from './discussion-world';
import { DENSE } from './manifest';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

const LESSON = '02-mlp.01-from-lines-to-layers';

let world: World;
let ada: Member;
let ben: Member;
let inTeam: { cohort: string; team: string };
let inCohort: { cohort: string; team: null };

beforeEach(async () => {
  await pool.query('DELETE FROM rate_limit; DELETE FROM cohort; DELETE FROM "user"');
  world = await makeWorld();
  ({ ada, ben } = world);
  inTeam = { cohort: world.cohort, team: world.team };
  inCohort = { cohort: world.cohort, team: null };
});
afterAll(disconnect);

test('a thread of a team is opened, answered and read by its members', async () => {
  const { thread, post } = await ada.opens(inTeam, { title: '  Why a bias?  ', body: 'Does it need **one**?' });
  expect(thread).toMatchObject({
    ...{ title: 'Why a bias?', state: 'open', posts: 1, unread: 0, watch: 'all', lastRead: 1 },
    ...{ author: { name: 'Ada', isStaff: false }, team: { id: world.team }, may: { post: true, moderate: false } },
  });
  expect(post).toMatchObject({ number: 1, body: 'Does it need **one**?', may: { edit: true, report: false } });
  const reply = await ben.writes(thread.id, { body: 'Yes.', replyTo: post.id });
  expect(reply).toMatchObject({ number: 2, replyTo: { id: post.id, quoted: { excerpt: 'Does it need one?' } } });
  const { posts } = await ada.window(thread.id);
  expect(posts.map(({ number, author }) => [number, author?.name])).toEqual([
    [1, 'Ada'],
    [2, 'Ben'],
  ]);
});

test('what is posted twice is posted once, also at the same moment, and also the opening of a thread', async () => {
  const opening = { ...inTeam, title: 'Twice', anchor: { kind: 'free' }, post: draft() };
  const opened = await Promise.all([ada.open(opening), ada.open(opening), ada.open(opening)]);
  expect(new Set(opened.map(({ body }) => ThreadOpenedSchema.parse(body).thread.id)).size).toBe(1);
  const { id } = await db.thread.findFirstOrThrow();
  expect(await db.thread.count()).toBe(1);
  const post = draft();
  const posted = await Promise.all([ada.write(id, post), ada.write(id, post), ada.write(id, post)]);
  expect(posted.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(new Set(posted.map(({ body }) => PostAnswerSchema.parse(body).post.id)).size).toBe(1);
  expect((await ada.window(id)).thread.posts).toBe(2);
  const elsewhere = await ada.opens(inTeam);
  expect((await ada.write(elsewhere.thread.id, post)).status).toBe(409);
});

test('posts that come at the same moment get numbers without a gap', async () => {
  const { thread } = await ada.opens(inCohort);
  const writers = [ada, ben, world.cho, world.dan, world.instructor];
  await Promise.all([...writers, ...writers].map((person, index) => person.writes(thread.id, `post ${index}`)));
  const { posts } = await ada.window(thread.id);
  expect(posts.map(({ number }) => number)).toEqual(Array.from({ length: 11 }, (_, index) => index + 1));
});

test('a post without a word needs something else, and no post is longer than the longest', async () => {
  const { thread } = await ada.opens(inTeam);
  expect((await ada.write(thread.id, draft({ body: ' \n' }))).status).toBe(400);
  expect((await ada.write(thread.id, draft({ body: '', snippet: { source: 'let x' } }))).status).toBe(201);
  expect((await ada.write(thread.id, draft({ body: 'a'.repeat(MAX_BODY) }))).status).toBe(201);
  expect((await ada.write(thread.id, draft({ body: 'a'.repeat(MAX_BODY + 1) }))).status).toBe(400);
  expect((await ada.write(thread.id, draft({ body: 'a'.repeat(2_000_000) }))).status).toBe(413);
  expect((await ada.write(thread.id, draft({ snippet: { source: '한'.repeat(40_000) } }))).status).toBe(413);
  expect((await ada.write(thread.id, draft({ body: 'a\0b' }))).status).toBe(400);
});

test('a thread hangs on what exists and its opener sees, and nowhere else', async () => {
  const own = await submission(ada, { passed: false, source: 'a\nb\nc\nd\ne\nf\ng\nh\ni\nj' });
  const foreign = await submission(ben, { passed: false });
  const session = await db.peerSession.create({ data: { teamId: world.team, day: new Date(), agenda: [] } });
  const otherSession = await db.peerSession.create({ data: { teamId: world.otherTeam, day: new Date(), agenda: [] } });
  const anchored = async (anchor: unknown) => (await ada.open({ ...inTeam, title: 'T', anchor, post: draft() })).status;
  expect(await anchored({ kind: 'lesson', lesson: LESSON })).toBe(201);
  expect(await anchored({ kind: 'lesson', lesson: LESSON, section: 'many-lines-at-once' })).toBe(201);
  expect(await anchored({ kind: 'lesson', lesson: LESSON, section: 'no-such-heading' })).toBe(404);
  expect(await anchored({ kind: 'lesson', lesson: '02-mlp.99-nothing' })).toBe(404);
  expect(await anchored({ kind: 'lesson', lesson: '../../etc' })).toBe(400);
  expect(await anchored({ kind: 'exercise', exercise: DENSE })).toBe(201);
  expect(await anchored({ kind: 'exercise', exercise: '02-mlp/nothing' })).toBe(404);
  expect(await anchored({ kind: 'lines', submission: own, from: 5, to: 6 })).toBe(201);
  expect(await anchored({ kind: 'lines', submission: own, from: 9, to: 11 })).toBe(400);
  expect(await anchored({ kind: 'lines', submission: own, from: 6, to: 5 })).toBe(400);
  expect(await anchored({ kind: 'lines', submission: foreign, from: 1, to: 1 })).toBe(404);
  expect(await anchored({ kind: 'check', submission: own, check: 'no-such-check' })).toBe(404);
  expect(await anchored({ kind: 'session', session: session.id })).toBe(201);
  expect(await anchored({ kind: 'session', session: otherSession.id })).toBe(404);
  expect(await anchored({ kind: 'session', session: randomUUID() })).toBe(404);
});

test('a lesson section is found by its heading in either language', async () => {
  const korean = { kind: 'lesson', lesson: LESSON, section: '여러-직선을-한꺼번에' } as const;
  const { thread } = await ada.opens(inTeam, { anchor: korean });
  const section = { en: 'many-lines-at-once', ko: '여러-직선을-한꺼번에' };
  expect(thread.anchor).toEqual({ kind: 'lesson', lesson: LESSON, section });
  expect(thread.about).toEqual({ en: 'Many lines at once', ko: '여러 직선을 한꺼번에' });
  const found = await ben.threads({ lesson: LESSON, section: 'many-lines-at-once' });
  expect(found.threads.map(({ id }) => id)).toEqual([thread.id]);
  expect((await ben.threads({ lesson: LESSON, section: 'four-points-that-no-line-can-part' })).threads).toEqual([]);
});

test('a thread on lines shows them with their neighbours', async () => {
  const source = Array.from({ length: 20 }, (_, index) => `line ${index + 1}`).join('\n');
  const id = await submission(ada, { passed: false, source });
  const { thread } = await ada.opens(inTeam, { anchor: { kind: 'lines', submission: id, from: 10, to: 11 } });
  expect((await ben.subject(thread.id)).body).toEqual({
    subject: {
      ...{ kind: 'lines', exercise: DENSE, author: { id: ada.userId, name: 'Ada', isStaff: false }, first: 7 },
      text: 'line 7\nline 8\nline 9\nline 10\nline 11\nline 12\nline 13\nline 14',
    },
  });
  await db.submission.delete({ where: { id } });
  expect((await ben.subject(thread.id)).body).toEqual({ subject: null });
});

test('what a teammate has shown is talked of in the team, and only its author carries it to the cohort', async () => {
  const id = await submission(ada, { passed: false });
  const { thread } = await ada.opens(inTeam);
  const anchor = { kind: 'lines', submission: id, from: 1, to: 1 };
  expect((await ben.open({ ...inTeam, title: 'T', anchor, post: draft() })).status).toBe(404);
  await ada.writes(thread.id, { snapshot: id });
  expect((await ben.open({ ...inTeam, title: 'T', anchor, post: draft() })).status).toBe(201);
  expect((await ben.open({ ...inCohort, title: 'T', anchor, post: draft() })).status).toBe(403);
  expect((await ada.open({ ...inCohort, title: 'T', anchor, post: draft() })).status).toBe(201);
});

test('a thread opens at the first unread post, with the posts around it, and a link leads to one post', async () => {
  const { thread } = await ada.opens(inTeam);
  for (let number = 2; number <= 12; number += 1) await ada.writes(thread.id, `post ${number}`);
  const numbers = async (query: Record<string, string>) => {
    const { around, posts } = await ben.window(thread.id, query);
    return [around, posts.at(0)?.number, posts.at(-1)?.number];
  };
  expect(await numbers({ before: '2', after: '3' })).toEqual([1, 1, 4]);
  await ben.reading(thread.id, { lastRead: 5 });
  expect(await numbers({ before: '2', after: '3' })).toEqual([6, 4, 9]);
  expect(await numbers({ around: '11', before: '1', after: '60' })).toEqual([11, 10, 12]);
  expect(await numbers({ around: '999', before: '0', after: '0' })).toEqual([12, 12, 12]);
  await ben.reading(thread.id, { lastRead: 12 });
  expect(await numbers({ before: '1' })).toEqual([12, 11, 12]);
  const tenth = (await ben.window(thread.id, { around: '10', before: '0', after: '0' })).posts[0];
  expect(await numbers({ post: tenth?.id ?? '', before: '0', after: '1' })).toEqual([10, 10, 11]);
  expect((await ben.read(thread.id, { post: randomUUID() })).status).toBe(404);
});

test('a place in a thread moves forward only, unless it is put back on purpose', async () => {
  const { thread } = await ada.opens(inTeam);
  await ada.writes(thread.id, 'two');
  await ada.writes(thread.id, 'three');
  expect((await ben.reading(thread.id, { lastRead: 2 })).body).toEqual({ lastRead: 2, unread: 1, watch: 'mentions' });
  expect((await ben.reading(thread.id, { lastRead: 1 })).body).toMatchObject({ lastRead: 2 });
  expect((await ben.reading(thread.id, { lastRead: 1, backward: true })).body).toMatchObject({
    lastRead: 1,
    unread: 2,
  });
  expect((await ben.reading(thread.id, { watch: 'nothing' })).body).toMatchObject({ lastRead: 1, watch: 'nothing' });
  expect((await ben.reading(thread.id, { lastRead: 999 })).body).toMatchObject({ lastRead: 3, unread: 0 });
});

test('lists put pinned threads first, then unread ones, and go on page by page without losing or repeating any', async () => {
  const threads = [];
  for (const title of ['one', 'two', 'three', 'four', 'five'])
    threads.push((await ada.opens(inTeam, { title })).thread);
  const [one, two, three] = threads.map(({ id }) => id);
  await world.instructor.acts(one ?? '', { action: 'pin', pinned: true });
  for (const id of [two, three]) await ben.reading(id ?? '', { lastRead: 1 });
  const titles: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await ben.threads({ limit: '2', ...(cursor === null ? {} : { cursor }) });
    titles.push(...page.threads.map(({ title }) => title));
    cursor = page.next;
  } while (cursor !== null);
  expect(titles).toEqual(['one', 'five', 'four', 'three', 'two']);
  expect((await ben.threads({ unread: 'true' })).threads.map(({ title }) => title)).toEqual(['one', 'five', 'four']);
  const latest = await ben.threads({ order: 'latest' });
  expect(latest.threads.map(({ title }) => title)).toEqual(['five', 'four', 'three', 'two', 'one']);
  expect((await ben.threads({ mine: 'true' })).threads).toEqual([]);
  for (const bad of [
    'nonsense',
    Buffer.from('[1,"x"]').toString('base64url'),
    Buffer.from('[0,"1","2"]').toString('base64url'),
  ])
    expect((await ben.list({ cursor: bad })).status).toBe(400);
});

test('lists are narrowed by place, by what a thread hangs on and by its state', async () => {
  const { thread: free } = await ada.opens(inTeam);
  const { thread: wide } = await ada.opens(inCohort);
  const { thread: exercise } = await ada.opens(inTeam, { anchor: { kind: 'exercise', exercise: DENSE } });
  const id = await submission(ada, { passed: false });
  const { thread: lines } = await ada.opens(inTeam, { anchor: { kind: 'lines', submission: id, from: 1, to: 1 } });
  await ada.acts(free.id, { action: 'resolve', resolved: true });
  const found = async (query: Record<string, string>) =>
    (await ben.threads(query)).threads.map((thread) => thread.id).toSorted();
  expect(await found({ team: world.team })).toEqual([free.id, exercise.id, lines.id].toSorted());
  expect(await found({ team: 'none', cohort: world.cohort })).toEqual([wide.id]);
  expect(await found({ exercise: DENSE })).toEqual([exercise.id, lines.id].toSorted());
  expect(await found({ submission: id })).toEqual([lines.id]);
  expect(await found({ state: 'resolved' })).toEqual([free.id]);
  expect(await found({ state: 'open', team: world.team })).toEqual([exercise.id, lines.id].toSorted());
  expect(await found({ team: world.otherTeam })).toEqual([]);
});

test('two tabs that edit one post: the second is told what is there, and nothing is lost', async () => {
  const { thread, post } = await ada.opens(inTeam, { body: 'first' });
  const edit = (body: string, revision: number) => ada.edit(post.id, { body, revision });
  expect(await edit('second', 0)).toMatchObject({ status: 200, body: { post: { body: 'second', revision: 1 } } });
  expect(await edit('other second', 0)).toMatchObject({ status: 409, body: { post: { body: 'second', revision: 1 } } });
  const both = await Promise.all([edit('third', 1), edit('also third', 1)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const { revisions } = RevisionsSchema.parse((await ben.revisions(post.id)).body);
  expect(revisions.map(({ revision, body }) => [revision, body])).toEqual([
    [1, 'second'],
    [0, 'first'],
  ]);
  expect((await ben.window(thread.id)).posts[0]).toMatchObject({ revision: 2, editedAt: expect.any(String) });
});

test('an edit keeps the snippet that it replaces, and empties no post', async () => {
  const { post } = await ada.opens(inTeam, { body: 'run it', snippet: { source: 'const old = 1' } });
  await ada.edit(post.id, { body: 'run it', snippet: { source: 'const fresh = 1' }, revision: 0 });
  expect((await ben.revisions(post.id)).body).toMatchObject({ revisions: [{ snippet: 'const old = 1' }] });
  expect(shown(await ben.sees(post.id)).snippet?.source).toBe('const fresh = 1');
  expect((await ada.edit(post.id, { body: ' ', revision: 1 })).status).toBe(400);
});

test('a deleted post leaves a stub, and its text, versions, reactions and images are gone', async () => {
  const { thread, post } = await ada.opens(inTeam, { body: 'to be regretted' });
  const quoting = await ben.writes(thread.id, { body: 'what?', replyTo: post.id });
  await ada.edit(post.id, { body: 'still to be regretted', revision: 0 });
  await ben.react(post.id, 'like');
  await ada.acts(thread.id, { action: 'answer', post: post.id });
  const image = { mime: 'image/webp', width: 1, height: 1, bytes: 1 };
  const { id } = await db.attachment.create({ data: { ...image, ownerId: ada.userId, postId: post.id } });
  expect((await ada.remove(post.id)).body).toMatchObject({ post: { state: 'deleted', number: 1 } });
  const window = await ben.window(thread.id);
  expect(window.thread).toMatchObject({ posts: 2, state: 'open', answer: null });
  expect(window.posts[0]).toEqual({
    ...{ id: post.id, thread: thread.id, number: 1, state: 'deleted' },
    author: { id: ada.userId, name: 'Ada', isStaff: false },
    ...{ createdAt: expect.any(String), deletedAt: expect.any(String) },
  });
  expect(shown(await ben.sees(quoting.id)).replyTo?.quoted).toEqual({ state: 'deleted' });
  expect(
    JSON.stringify(await db.post.findUnique({ where: { id: post.id }, include: { revisions: true, reactions: true } })),
  ).not.toContain('regretted');
  expect(await db.attachment.findUnique({ where: { id } })).toMatchObject({ postId: null });
  for (const again of [
    ada.remove(post.id),
    ada.edit(post.id, { body: 'x', revision: 1 }),
    ben.react(post.id, 'like'),
    ben.revisions(post.id),
  ])
    expect((await again).status).toBe(404);
});

test('reactions are counted by kind, once for each person, and taken back', async () => {
  const { post } = await ada.opens(inTeam);
  for (const person of [ada, ben, ben]) await person.react(post.id, 'thanks');
  await ben.react(post.id, 'like');
  const reactions = async (person: Member) => shown(await person.sees(post.id)).reactions;
  expect(await reactions(ben)).toEqual([
    { kind: 'like', count: 1, isMine: true },
    { kind: 'thanks', count: 2, isMine: true },
  ]);
  await ben.react(post.id, 'thanks', false);
  expect(await reactions(ben)).toEqual([
    { kind: 'like', count: 1, isMine: true },
    { kind: 'thanks', count: 1, isMine: false },
  ]);
  expect((await ben.react(post.id, 'poison')).status).toBe(400);
});

test('mentions are of who may read the thread, by their present names, and not within code', async () => {
  const name = ({ userId }: Member) => `@[Someone](user:${userId})`;
  const { thread, post } = await ada.opens(inTeam, {
    body: `${name(ben)} and ${name(ben)}, ${name(world.cho)}, ${name(world.instructor)}, ${name(world.stranger)} @[X](user:nobody)\n\n\`${name(world.assistant)}\``,
  });
  expect(
    shown(post)
      .mentions.map((person) => person.name)
      .toSorted(),
  ).toEqual(['Ben', 'Instructor']);
  const told = await db.notification.findMany({ where: { threadId: thread.id, kind: 'mention' } });
  expect(told.map(({ userId }) => userId).toSorted()).toEqual([ben.userId, world.instructor.userId].toSorted());
  await ada.edit(post.id, { body: `${name(world.assistant)} now`, revision: 0 });
  expect(shown(await ada.sees(post.id)).mentions).toEqual([
    { id: world.assistant.userId, name: 'Assistant', isStaff: true },
  ]);
});

test('people that can be mentioned are found by any part of a name, in Hangul as it is typed', async () => {
  await db.user.update({ where: { id: ben.userId }, data: { name: '김지훈' } });
  await db.user.update({ where: { id: world.cho.userId }, data: { name: '박서연' } });
  const found = async (query: string, where: Record<string, string> = { cohort: world.cohort }) => {
    const { people } = PeopleSchema.parse((await ada.people({ query, ...where })).body);
    return people.map(({ name }) => name);
  };
  for (const query of ['지훈', 'ㄱㅈ', '김ㅈ', '기', '김']) expect(await found(query)).toContain('김지훈');
  expect(await found('지훈')).toEqual(['김지훈']);
  expect(await found('INSTR')).toEqual(['Instructor']);
  expect(await found('')).toEqual(['Assistant', 'Dan', 'Instructor', '김지훈', '박서연']);
  expect(await found('', inTeam)).toEqual(['Assistant', 'Instructor', '김지훈']);
  const { thread } = await ada.opens(inTeam);
  expect(await found('', { thread: thread.id })).toEqual(['Assistant', 'Instructor', '김지훈']);
  expect((await ada.people({ query: '' })).status).toBe(400);
});

test('places are one’s cohorts with one’s own team, and for staff every team', async () => {
  const places = async (person: Member) => PlacesSchema.parse((await person.places()).body).places;
  expect(await places(ada)).toMatchObject([
    {
      cohort: { id: world.cohort },
      isStaff: false,
      team: { id: world.team },
      teams: [{ id: world.team }],
      bannedUntil: null,
    },
  ]);
  expect((await places(world.assistant))[0]).toMatchObject({ isStaff: true, team: null });
  expect((await places(world.assistant))[0]?.teams).toHaveLength(2);
  expect((await places(world.admin)).map(({ cohort }) => cohort.id).toSorted()).toEqual(
    [world.cohort, world.otherCohort].toSorted(),
  );
});

test('an answer is marked, changed and taken back, and its author hears of it', async () => {
  const { thread } = await ada.opens(inTeam);
  const answer = await ben.writes(thread.id, 'Because.');
  expect(await ada.acts(thread.id, { action: 'answer', post: answer.id })).toMatchObject({
    state: 'answered',
    answer: { number: 2 },
  });
  expect(await db.notification.count({ where: { userId: ben.userId, kind: 'answer' } })).toBe(1);
  expect(await ada.acts(thread.id, { action: 'resolve', resolved: true })).toMatchObject({ state: 'resolved' });
  expect(await ada.acts(thread.id, { action: 'resolve', resolved: false })).toMatchObject({ state: 'answered' });
  expect(await ada.acts(thread.id, { action: 'answer', post: null })).toMatchObject({ state: 'open', answer: null });
  const elsewhere = await ben.opens(inTeam);
  expect((await ada.act(thread.id, { action: 'answer', post: elsewhere.post.id })).status).toBe(404);
});

test('a locked thread is read by all and written by staff alone', async () => {
  const { thread, post } = await ada.opens(inTeam);
  await world.instructor.acts(thread.id, { action: 'lock', locked: true, reason: 'Too hot.' });
  const refused = [
    ada.write(thread.id, draft()),
    ada.edit(post.id, { body: 'x', revision: 0 }),
    ben.react(post.id, 'like'),
    ada.act(thread.id, { action: 'rename', title: 'x' }),
  ];
  for (const { status } of await Promise.all(refused)) expect(status).toBe(403);
  expect((await ben.window(thread.id)).thread).toMatchObject({ isLocked: true, may: { post: false, rename: false } });
  expect((await world.instructor.write(thread.id, draft())).status).toBe(201);
  await world.instructor.acts(thread.id, { action: 'lock', locked: false });
  expect((await ada.write(thread.id, draft())).status).toBe(201);
});

test('staff move a thread to another team or to the cohort, except one on a session', async () => {
  const { thread } = await ada.opens(inTeam);
  const { cho, instructor } = world;
  expect((await cho.read(thread.id)).status).toBe(404);
  expect(await instructor.acts(thread.id, { action: 'move', team: world.otherTeam })).toMatchObject({
    team: { id: world.otherTeam },
  });
  expect([(await cho.read(thread.id)).status, (await ada.read(thread.id)).status]).toEqual([200, 404]);
  await instructor.acts(thread.id, { action: 'move', team: null });
  expect([(await cho.read(thread.id)).status, (await ada.read(thread.id)).status]).toEqual([200, 200]);
  expect((await instructor.act(thread.id, { action: 'move', team: randomUUID() })).status).toBe(404);
  const { id } = await db.peerSession.create({ data: { teamId: world.team, day: new Date(), agenda: [] } });
  const session = await ada.opens(inTeam, { anchor: { kind: 'session', session: id } });
  expect((await instructor.act(session.thread.id, { action: 'move', team: null })).status).toBe(409);
});

test('merged threads are one, sorted by time; everybody goes on at the first post that they have not read', async () => {
  const one = await ada.opens(inTeam, { title: 'one', body: 'a1' });
  const two = await ben.opens(inTeam, { title: 'two', body: 'b1' });
  const a2 = await ada.writes(one.thread.id, 'a2');
  const b2 = await ben.writes(two.thread.id, { body: 'b2', replyTo: two.post.id });
  await ada.writes(one.thread.id, 'a3');
  // In order: a1 b1 a2 b2 a3. Dan has read a1 to a3, of the other one nothing.
  await ben.reading(one.thread.id, { lastRead: 2 });
  await world.instructor.reading(two.thread.id, { lastRead: 2 });
  await ben.acts(two.thread.id, { action: 'answer', post: b2.id });
  const later = { ...inTeam, title: 'three', anchor: { kind: 'free' }, post: draft() };
  const { thread: three } = ThreadOpenedSchema.parse((await ada.open(later)).body);

  const merged = await world.instructor.acts(two.thread.id, { action: 'merge', into: one.thread.id });
  expect(merged).toMatchObject({
    id: one.thread.id,
    title: 'one',
    posts: 5,
    state: 'answered',
    answer: { post: b2.id, number: 4 },
  });
  const { posts } = await ada.window(one.thread.id, { around: '1' });
  expect(posts.map((post) => shown(post).body)).toEqual(['a1', 'b1', 'a2', 'b2', 'a3']);
  expect(posts.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  expect(shown(posts[3] ?? a2).replyTo).toMatchObject({ id: two.post.id, number: 2 });
  const lastRead = async (person: Member) => (await person.window(one.thread.id)).thread.lastRead;
  // Ada had read nothing of `two`, Ben all of it and two of `one`, the instructor only `two`.
  expect([await lastRead(ada), await lastRead(ben), await lastRead(world.instructor)]).toEqual([1, 4, 0]);
  expect((await ada.read(two.thread.id)).body).toEqual({ mergedInto: one.thread.id });
  expect((await ada.threads()).threads.map(({ title }) => title).toSorted()).toEqual(['one', 'three']);
  // A post that was on its way arrives all the same, and once.
  const onItsWay = draft({ body: 'late' });
  await ben.write(two.thread.id, onItsWay);
  const again = PostAnswerSchema.parse((await ben.write(two.thread.id, onItsWay)).body).post;
  expect(again).toMatchObject({ thread: one.thread.id, number: 6 });
  // What was merged into it follows it on.
  await world.instructor.acts(one.thread.id, { action: 'merge', into: three.id });
  expect((await ada.read(two.thread.id)).body).toEqual({ mergedInto: three.id });
  expect((await world.instructor.act(two.thread.id, { action: 'merge', into: three.id })).status).toBe(409);
});

test('threads of different readers are not merged, nor one with itself', async () => {
  const { thread } = await ada.opens(inTeam);
  const wide = await ada.opens(inCohort);
  const into = async (id: string) => (await world.instructor.act(thread.id, { action: 'merge', into: id })).status;
  expect([await into(wide.thread.id), await into(thread.id), await into(randomUUID())]).toEqual([409, 409, 404]);
});

test('who deletes their account leaves their posts, and nobody’s name', async () => {
  const { thread, post } = await ada.opens(inTeam, { body: 'stays' });
  await ben.writes(thread.id, { body: 'indeed', replyTo: post.id });
  await ben.react(post.id, 'like');
  await ada.react(post.id, 'thanks');
  await db.account.deleteMany({ where: { userId: ada.userId } });
  expect((await ada.call(deleteAccount, 'DELETE', {})).status).toBe(200);
  const window = await ben.window(thread.id);
  expect(window.thread.author).toBeNull();
  expect(shown(window.posts[0] ?? post)).toMatchObject({ author: null, body: 'stays', reactions: [{ kind: 'like' }] });
  expect(window.posts[1]).toMatchObject({ replyTo: { author: null } });
});

test('an export holds one’s own threads, posts and reactions, and no word of others', async () => {
  const { thread, post } = await ada.opens(inTeam, { title: 'Mine', body: 'my words' });
  const theirs = await ben.writes(thread.id, { body: 'secret of Ben', replyTo: post.id });
  await ada.writes(thread.id, { body: 'my answer', replyTo: theirs.id });
  await ada.edit(post.id, { body: 'my new words', revision: 0 });
  await ada.react(theirs.id, 'insight');
  await ada.reading(thread.id, { watch: 'nothing' });
  const { body } = await ada.call(exportAccount, 'GET');
  expect(body).toMatchObject({
    threads: [{ title: 'Mine' }],
    posts: [{ body: 'my new words', revisions: [{ body: 'my words' }] }, { body: 'my answer' }],
    reactions: [{ kind: 'insight' }],
    threadReads: [{ watch: 'NOTHING' }],
  });
  expect(JSON.stringify(body)).not.toContain('secret of Ben');
});
