import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { AuditSchema, ModerationSchema } from '@/contracts/moderation';
import { db, disconnect, pool } from '@/server/db';
import { draft, type Member, makeWorld, type World } from './discussion-world';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

let world: World;
let inTeam: { cohort: string; team: string };

beforeEach(async () => {
  await pool.query('DELETE FROM rate_limit; DELETE FROM cohort; DELETE FROM "user"; DELETE FROM audit_entry');
  world = await makeWorld();
  inTeam = { cohort: world.cohort, team: world.team };
});
afterAll(disconnect);

const queue = async (person: Member) => ModerationSchema.parse((await person.moderation(world.cohort)).body);
const trail = async (person: Member) => AuditSchema.parse((await person.audit(world.cohort)).body).entries;

test('a reported post waits for staff until one hides it; then only they and its author see it', async () => {
  const { ada, ben, assistant, instructor } = world;
  const { thread, post } = await ada.opens(inTeam, { title: 'Rude', body: 'a rude word' });
  const reply = await ada.writes(thread.id, { body: 'once more', replyTo: post.id });
  expect((await ben.report(post.id, 'It is rude.')).status).toBe(201);
  expect((await ben.report(post.id, 'It is very rude.')).status).toBe(201);
  expect((await ada.report(post.id)).status).toBe(403);
  expect((await queue(assistant)).reported).toMatchObject([
    {
      post: { id: post.id, state: 'shown' },
      thread: { id: thread.id },
      reports: [{ reporter: { name: 'Ben' }, reason: 'It is very rude.' }],
    },
  ]);
  const hide = { action: 'hide-post', post: post.id, hidden: true, reason: 'Rude.' };
  expect((await assistant.moderate(hide)).status).toBe(200);
  expect((await queue(assistant)).reported).toEqual([]);
  expect(await ben.sees(post.id)).toMatchObject({ state: 'hidden' });
  expect(JSON.stringify((await ben.read(thread.id)).body)).not.toContain('rude word');
  expect(await ben.sees(reply.id)).toMatchObject({ replyTo: { quoted: { state: 'hidden' } } });
  for (const person of [ada, instructor])
    expect(await person.sees(post.id)).toMatchObject({ state: 'shown', isHidden: true });
  expect(await db.notification.count({ where: { userId: ada.userId, kind: 'moderation', postId: post.id } })).toBe(1);
  await assistant.moderate({ ...hide, hidden: false });
  expect(await ben.sees(post.id)).toMatchObject({ state: 'shown', body: 'a rude word' });
  expect((await trail(instructor)).map(({ action, actor, reason }) => [action, actor?.name, reason])).toEqual([
    ['post.show', 'Assistant', 'Rude.'],
    ['post.hide', 'Assistant', 'Rude.'],
  ]);
});

test('reports that mean nothing are dismissed, and come back when it is reported again', async () => {
  const { ada, ben, cho, assistant } = world;
  const { post } = await ada.opens({ cohort: world.cohort, team: null });
  await ben.report(post.id);
  expect((await assistant.moderate({ action: 'dismiss-reports', post: post.id })).status).toBe(200);
  expect((await queue(assistant)).reported).toEqual([]);
  expect(await ben.sees(post.id)).toMatchObject({ state: 'shown' });
  await cho.report(post.id, 'I think it does.');
  expect((await queue(assistant)).reported).toMatchObject([{ reports: [{ reporter: { name: 'Cho' } }] }]);
});

test('who is banned reads and does not write, until the ban is over or lifted', async () => {
  const { ada, ben, instructor } = world;
  const { thread, post } = await ada.opens(inTeam);
  const ban = { action: 'ban', cohort: world.cohort, user: ada.userId, until: null, reason: 'Spam.' };
  expect((await instructor.moderate(ban)).status).toBe(200);
  const refused = () => [
    ada.write(thread.id, draft()),
    ada.open({ ...inTeam, title: 'T', anchor: { kind: 'free' }, post: draft() }),
    ada.edit(post.id, { body: 'x', revision: 0 }),
    ada.react(post.id, 'like'),
    ada.act(thread.id, { action: 'rename', title: 'x' }),
  ];
  for (const { status } of await Promise.all(refused())) expect(status).toBe(403);
  expect((await ada.window(thread.id)).thread).toMatchObject({ bannedUntil: 'forever', may: { post: false } });
  expect((await ben.write(thread.id, draft())).status).toBe(201);
  expect((await queue(instructor)).bans).toMatchObject([{ user: { name: 'Ada' }, reason: 'Spam.', until: null }]);

  const until = new Date(Date.now() + 3_600_000).toISOString();
  await instructor.moderate({ ...ban, until });
  expect((await ada.window(thread.id)).thread).toMatchObject({ bannedUntil: until });
  await db.postingBan.updateMany({ data: { until: new Date(Date.now() - 1_000) } });
  expect((await ada.write(thread.id, draft())).status).toBe(201);
  expect((await queue(instructor)).bans).toEqual([]);

  await instructor.moderate(ban);
  expect((await ada.write(thread.id, draft())).status).toBe(403);
  const lift = { action: 'lift-ban', cohort: world.cohort, user: ada.userId };
  expect((await instructor.moderate(lift)).status).toBe(200);
  expect((await ada.write(thread.id, draft())).status).toBe(201);
  expect((await instructor.moderate(lift)).status).toBe(404);
  expect((await trail(instructor)).map(({ action }) => action)).toEqual([
    'member.lift-ban',
    'member.ban',
    'member.ban',
    'member.ban',
  ]);
});

test('a ban holds in its cohort, and staff are not banned', async () => {
  const { ada, assistant, instructor, admin, stranger } = world;
  await db.enrolment.create({ data: { userId: ada.userId, cohortId: world.otherCohort } });
  const ban = (user: Member) =>
    instructor.moderate({ action: 'ban', cohort: world.cohort, user: user.userId, until: null, reason: 'x' });
  expect([(await ban(ada)).status, (await ban(assistant)).status, (await ban(stranger)).status]).toEqual([
    200, 403, 404,
  ]);
  await db.enrolment.create({ data: { userId: admin.userId, cohortId: world.cohort } });
  expect((await ban(admin)).status).toBe(403);
  const elsewhere = { cohort: world.otherCohort, team: null, title: 'T', anchor: { kind: 'free' }, post: draft() };
  expect((await ada.open(elsewhere)).status).toBe(201);
});

test('a hidden thread is there for staff and for who opened it', async () => {
  const { ada, ben, instructor } = world;
  const { thread, post } = await ada.opens(inTeam);
  const reply = await ben.writes(thread.id, 'mine, too');
  await instructor.acts(thread.id, { action: 'hide', hidden: true, reason: 'x' });
  expect([(await ben.read(thread.id)).status, (await ben.post(reply.id)).status]).toEqual([404, 404]);
  expect((await ben.threads()).threads).toEqual([]);
  expect((await ada.threads()).threads).toMatchObject([{ id: thread.id, isHidden: true }]);
  expect((await instructor.post(post.id)).status).toBe(200);
});

test('staff delete what others wrote, and it is written down', async () => {
  const { ada, ben, assistant, instructor } = world;
  const { post } = await ada.opens(inTeam);
  expect((await ben.remove(post.id)).status).toBe(403);
  expect((await assistant.remove(post.id)).status).toBe(200);
  expect(await trail(instructor)).toMatchObject([
    { action: 'post.delete', subject: post.id, actor: { name: 'Assistant' } },
  ]);
});

test('what staff do to a thread is written down; what its opener does is not', async () => {
  const { ada, instructor } = world;
  const { thread } = await ada.opens(inTeam);
  await ada.acts(thread.id, { action: 'rename', title: 'Better' });
  await instructor.acts(thread.id, { action: 'lock', locked: true, reason: 'Late.' });
  await instructor.acts(thread.id, { action: 'pin', pinned: true });
  await instructor.acts(thread.id, { action: 'move', team: null, reason: 'Of use to all.' });
  expect((await trail(instructor)).map(({ action, reason }) => [action, reason])).toEqual([
    ['thread.move', 'Of use to all.'],
    ['thread.pin', null],
    ['thread.lock', 'Late.'],
  ]);
});

test('nobody posts, reacts or reports without end', async () => {
  const { ada, ben } = world;
  const { thread, post } = await ada.opens(inTeam);
  const until429 = async (act: () => Promise<{ status: number }>, most: number) => {
    for (let times = 1; times <= most + 1; times += 1) if ((await act()).status === 429) return times;
    return null;
  };
  expect(await until429(() => ben.write(thread.id, draft()), 30)).toBe(31);
  expect(await until429(() => ben.react(post.id, 'like'), 60)).toBe(61);
  expect(await until429(() => ben.report(post.id), 10)).toBe(11);
});

test('ids that are none, or of nothing, are not found', async () => {
  const { ada, instructor } = world;
  for (const id of ['x', '..', randomUUID()]) {
    const asked = [
      ada.read(id),
      ada.write(id, draft()),
      ada.reading(id, {}),
      ada.subject(id),
      ada.post(id),
      ada.remove(id),
      ada.snapshot(id),
    ];
    for (const { status } of await Promise.all(asked)) expect(status).toBe(404);
  }
  expect((await instructor.moderate({ action: 'hide-post', post: randomUUID(), hidden: true })).status).toBe(404);
});
