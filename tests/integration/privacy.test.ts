import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { POST as askErasure, GET as readErasure, DELETE as takeBack } from '@/app/api/account/erasure/route';
import { GET as exportOwn } from '@/app/api/account/export/route';
import { DELETE as deleteOwn } from '@/app/api/account/route';
import { POST as signUp } from '@/app/api/account/sign-up/route';
import { GET as readSiteAudit } from '@/app/api/site/audit/route';
import { POST as erasePersonOf, DELETE as keepPerson } from '@/app/api/site/people/[id]/erasure/route';
import { GET as exportPersonOf } from '@/app/api/site/people/[id]/export/route';
import { GET as findPerson } from '@/app/api/site/people/route';
import { POST as applyNow, GET as readRetention, PUT as setRetention } from '@/app/api/site/retention/route';
import {
  ERASURE_DAYS,
  ErasureSchema,
  RETENTION_KINDS,
  type RetentionInput,
  RetentionSchema,
  SiteAuditSchema,
  SitePersonSchema,
} from '@/contracts/privacy';
import { sweepAttachments } from '@/server/attachments/attachments';
import { attachmentStore } from '@/server/attachments/store';
import { db, disconnect, pool } from '@/server/db';
import { keepHouse } from '@/server/grader/housekeeping';
import { erasePerson } from '@/server/privacy/erase';
import { CONTACTS, NO_PERSON, PERSONAL } from '@/server/privacy/personal-data';
import { eraseDue } from '@/server/privacy/planned-erasure';
import { applyRetention } from '@/server/privacy/retention';
import { checkProgress } from '@/server/progress/check';
import { recomputeProgress } from '@/server/progress/exercise-progress';
import { inTransaction } from '@/server/transaction';
import { findViewer } from '@/server/viewer';
import { newPerson, Visitor } from './accounts/visitor';
import { type Member, makeWorld, submission, type World } from './discussion-world';
import { DENSE } from './manifest';
import { readSchema, type SchemaField } from './prisma-schema';
import { IMAGE, liveFully, WORDS } from './privacy-person';

const folder = vi.hoisted(() => ({ data: '' }));
vi.mock('@/server/env', async (load) => {
  const { env, ...rest } = await load<typeof import('@/server/env')>();
  folder.data = mkdtempSync(path.join(tmpdir(), 'peergrad-privacy-'));
  return { ...rest, env: { ...env, DATA_DIR: folder.data } };
});
vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

const DAY = 24 * 3_600_000;
const ago = (days: number) => new Date(Date.now() - days * DAY);

let world: World;

beforeEach(async () => {
  await pool.query(
    'DELETE FROM audit_entry; DELETE FROM rate_limit; DELETE FROM regrade; DELETE FROM retention_rule; DELETE FROM attachment',
  );
  await pool.query('DELETE FROM cohort; DELETE FROM lti_platform; DELETE FROM "user"');
  world = await makeWorld();
});
afterAll(disconnect);

const at = (id: string) => ({ context: { params: Promise.resolve({ id }) } });
const FIELDS = readSchema();
const key = ({ model, name }: SchemaField) => `${model}.${name}`;

/** Rows in which a column holds a value. */
async function countIn({ table, column }: SchemaField, value: string): Promise<number> {
  const { rows } = await pool.query(`SELECT count(*)::int AS count FROM "${table}" WHERE "${column}" = $1`, [value]);
  return rows[0].count;
}

describe('walking the schema', () => {
  test('whatever refers to a person, or hangs on a row of theirs, is on the list of what is personal', () => {
    const owned = new Set<string>();
    let grown = true;
    while (grown) {
      grown = false;
      for (const { refersTo, cascades, model } of FIELDS) {
        if (!cascades || owned.has(model) || (refersTo !== 'User' && !owned.has(refersTo ?? ''))) continue;
        owned.add(model);
        grown = true;
      }
    }
    expect([...owned]).toEqual(expect.arrayContaining(['Session', 'Submission', 'GradingRun', 'CheckResult']));
    const missing = FIELDS.filter((field) => {
      const { refersTo, cascades, type, name } = field;
      const isReference = refersTo === 'User' || (cascades && owned.has(refersTo ?? ''));
      const isUnlinked = refersTo === null && type === 'String' && /Id$/.test(name) && !NO_PERSON.includes(name);
      return (isReference || isUnlinked) && PERSONAL[key(field)] === undefined;
    });
    expect(missing.map(key), 'say in server/privacy/personal-data.ts what export and erasure do with it').toEqual([]);
    const reached = FIELDS.filter(({ name }) => /^(email|phone|ipAddress|userAgent)$|Email$/.test(name));
    expect(reached.map(key), 'name it in CONTACTS, and let an erasure remove it').toEqual([...CONTACTS]);
  });

  test('the list has nothing that the schema does not have', () => {
    const there = new Set(FIELDS.map(key));
    expect([...Object.keys(PERSONAL), ...CONTACTS].filter((one) => !there.has(one))).toEqual([]);
  });
});

test('the export of somebody who has a row wherever there can be one has all of it, and no secret', async () => {
  const { ada, ben } = world;
  await liveFully(world, ada, ben);
  const { body, status } = await ada.call(exportOwn, 'GET');
  expect(status).toBe(200);
  const data = body as Record<string, unknown>;
  const keys = Object.values(PERSONAL).flatMap(({ exported }) => ('in' in exported ? [exported.in] : []));
  const isEmpty = (value: unknown) => value == null || (Array.isArray(value) && value.length === 0);
  expect(keys.filter((one) => isEmpty(data[one]))).toEqual([]);
  expect(data).toMatchObject({
    ...{ name: 'Ada', pendingEmails: ['pending@course.test'], looks: [{ action: 'learner.look' }, {}] },
    attachments: [{ data: IMAGE.toString('base64') }],
    reports: [{ reason: WORDS }],
    noteUpdates: [{ update: Buffer.from(WORDS).toString('base64') }],
    posts: [{ revisions: [{ body: WORDS }] }, {}],
    assignedItems: [{ text: 'For them' }],
  });
  const submissions = data.submissions as { source: string; layers: unknown[]; comments: { body: string }[] }[];
  expect(submissions.map(({ source }) => source)).toEqual([WORDS, WORDS]);
  expect(submissions.flatMap(({ layers }) => layers)).toHaveLength(1);
  expect(submissions.flatMap(({ comments }) => comments.map(({ body: text }) => text))).toContain('Said to them.');
  const text = JSON.stringify(body);
  const session = await db.session.findFirstOrThrow({ where: { userId: ada.userId } });
  const secrets = ['secret-hash', `secret-${ada.userId}`, session.token, 'theirs', 'I agree'];
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  expect(await db.auditEntry.count({ where: { action: 'person.export', actorId: ada.userId, cohortId: null } })).toBe(
    1,
  );
});

describe('erasure', () => {
  test.each(['keep', 'remove'] as const)('leaves nothing that leads to the person (posts: %s)', async (posts) => {
    const { ada, ben, cohort } = world;
    const { name, email } = await db.user.findUniqueOrThrow({ where: { id: ada.userId } });
    await liveFully(world, ada, ben);
    const held = FIELDS.filter((field) => PERSONAL[key(field)] !== undefined);
    // The rows that hang on a row of theirs: by the row's id, which we do not know afterwards; the reference itself goes.
    const direct = held.filter(
      ({ name: field }) =>
        !['submissionId', 'layerId', 'runId', 'rootId', 'commentId', 'tokenId', 'cohortId'].includes(field),
    );
    for (const field of direct) expect([key(field), await countIn(field, ada.userId)]).not.toEqual([key(field), 0]);

    expect(await inTransaction((tx) => erasePerson(tx, ada.userId, posts))).toBe(true);

    for (const field of direct) {
      const { erased } = PERSONAL[key(field)] as (typeof PERSONAL)[string];
      const kept = typeof erased === 'object';
      expect([key(field), (await countIn(field, ada.userId)) > 0]).toEqual([key(field), kept]);
    }
    for (const field of FIELDS.filter((one) => CONTACTS.includes(key(one)))) {
      expect([key(field), await countIn(field, email)]).toEqual([key(field), 0]);
    }
    for (const [table, column] of [
      ['outbox_event', 'stream'],
      ['rate_limit', 'key'],
      ['verification', 'value'],
      ['post', 'body'],
      ['post_revision', 'body'],
      ['submission_comment', 'body'],
      ['submission_comment_revision', 'body'],
    ]) {
      const { rows } = await pool.query(
        `SELECT * FROM "${table}" WHERE "${column}" LIKE '%' || $1 || '%' OR "${column}" LIKE '%' || $2 || '%'`,
        [ada.userId, email],
      );
      expect([table, rows]).toEqual([table, []]);
    }
    const named = await pool.query('SELECT body FROM post WHERE body LIKE $1', [`%@[${name}]%`]);
    expect(named.rows).toEqual([]);
    expect(await db.submission.count({ where: { userId: ada.userId } })).toBe(0);
    expect(await db.checkResult.count()).toBe(0);
    expect(await db.ltiMember.count()).toBe(0);
    expect(await findViewer(ada.headers())).toBeNull();
    expect(await db.enrolment.count({ where: { cohortId: cohort } })).toBe(5);
  });

  test('kept posts stay as they were without their author, and the talk of the others goes on', async () => {
    const { ada, ben } = world;
    const { thread, post, reply, othersWork } = await liveFully(world, ada, ben);
    await inTransaction((tx) => erasePerson(tx, ada.userId, 'keep'));
    const window = await ben.window(thread);
    expect(window.thread.title).toBe('Their question');
    expect(await ben.sees(post)).toMatchObject({ state: 'shown', author: null, body: `${WORDS} again` });
    expect(await ben.sees(reply)).toMatchObject({ author: { name: 'Ben' }, body: 'I agree, @…!' });
    const comment = await db.submissionComment.findFirstOrThrow({ where: { submissionId: othersWork } });
    expect(comment).toMatchObject({ authorId: null, body: `${WORDS} @…` });
  });

  test('removed posts leave stubs in the talk of others; a thread of the person’s alone goes whole', async () => {
    const { ada, ben } = world;
    const { thread, post, reply, alone, attachment } = await liveFully(world, ada, ben);
    await inTransaction((tx) => erasePerson(tx, ada.userId, 'remove'));
    expect((await ben.read(alone)).status).toBe(404);
    expect(await ben.sees(post)).toMatchObject({ state: 'deleted' });
    expect(await ben.sees(reply)).toMatchObject({ state: 'shown', body: 'I agree, @…!' });
    expect((await ben.window(thread)).thread.title).toBe('Their question');
    for (const table of ['post', 'post_revision']) {
      const { rows } = await pool.query(`SELECT body FROM ${table} WHERE body LIKE $1`, [`%${WORDS}%`]);
      expect([table, rows]).toEqual([table, []]);
    }
    await sweepAttachments(new Date(Date.now() + 2 * DAY));
    expect(await attachmentStore().get(attachment.id)).toBeNull();
  });

  test('what others have reached, and what is counted of it, stays right', async () => {
    const { ada, ben } = world;
    await liveFully(world, ada, ben);
    const before = await db.exerciseProgress.findMany({
      where: { userId: ben.userId },
      orderBy: { exerciseId: 'asc' },
    });
    expect(before).toHaveLength(2);
    await inTransaction((tx) => erasePerson(tx, ada.userId, 'remove'));
    expect(
      await db.exerciseProgress.findMany({ where: { userId: ben.userId }, orderBy: { exerciseId: 'asc' } }),
    ).toEqual(before);
    expect((await checkProgress({ repair: false })).wrong).toEqual([]);
    expect(await db.gradeOverride.count({ where: { userId: ben.userId } })).toBe(1);
  });
});

async function newMember() {
  const visitor = new Visitor();
  const person = newPerson();
  await visitor.call(signUp, 'POST', person);
  const viewer = await findViewer(visitor.headers());
  return { visitor, person, id: viewer?.id ?? '' };
}

const erasureOf = async (visitor: Visitor) =>
  ErasureSchema.parse((await visitor.call(readErasure, 'GET')).body).erasure;
const deedsOf = async (id: string) =>
  (await db.auditEntry.findMany({ where: { subject: id }, orderBy: { id: 'asc' } })).map(({ actorId, action }) => [
    action,
    actorId,
  ]);

describe('erasing oneself', () => {
  test('asks for the password, waits, can be taken back, and then is done', async () => {
    const { visitor, person, id } = await newMember();
    const { password } = person;
    expect(await erasureOf(visitor)).toBeNull();
    expect(await visitor.call(askErasure, 'POST', { posts: 'keep', password: 'not mine' })).toEqual({
      ...{ status: 422, body: { problem: 'wrong-password' } },
    });
    expect(await erasureOf(visitor)).toBeNull();
    await visitor.call(askErasure, 'POST', { posts: 'keep', password });
    const first = await erasureOf(visitor);
    const wait = new Date(first?.dueAt ?? 0).getTime() - Date.now();
    expect(wait / DAY).toBeGreaterThan(ERASURE_DAYS - 0.1);
    expect(wait / DAY).toBeLessThanOrEqual(ERASURE_DAYS);
    // Asked again, it does not begin anew.
    await visitor.call(askErasure, 'POST', { posts: 'remove', password });
    expect(await erasureOf(visitor)).toEqual({ dueAt: first?.dueAt, posts: 'remove', lastIn: [] });
    expect(await eraseDue()).toBe(0);

    expect((await visitor.call(takeBack, 'DELETE')).body).toEqual({ erasure: null });
    expect(await eraseDue(new Date(Date.now() + 2 * ERASURE_DAYS * DAY))).toBe(0);
    expect(await findViewer(visitor.headers())).not.toBeNull();

    await visitor.call(askErasure, 'POST', { posts: 'keep', password });
    await keepHouse();
    expect(await findViewer(visitor.headers())).not.toBeNull();
    await keepHouse(new Date(Date.now() + (ERASURE_DAYS + 1) * DAY));
    expect(await eraseDue(new Date(Date.now() + (ERASURE_DAYS + 1) * DAY))).toBe(0);
    expect(await findViewer(visitor.headers())).toBeNull();
    expect(await db.user.count({ where: { id } })).toBe(0);
    expect(await deedsOf(id)).toEqual([
      ['person.erase-later', id],
      ['person.erase-later', id],
      ['person.keep', id],
      ['person.erase-later', id],
      ['person.erase', null],
    ]);
  });

  test('taken back at the moment at which it is due, it is either done or taken back', async () => {
    const later = new Date(Date.now() + (ERASURE_DAYS + 1) * DAY);
    const members = [await newMember(), await newMember(), await newMember()];
    for (const { visitor, person } of members) {
      await visitor.call(askErasure, 'POST', { posts: 'remove', password: person.password });
    }
    const [erased, again, ...answers] = await Promise.all([
      ...[eraseDue(later), eraseDue(later)],
      ...members.map(({ visitor }) => visitor.call(takeBack, 'DELETE')),
    ]);
    const left = await db.user.count({ where: { id: { in: members.map(({ id }) => id) } } });
    expect(Number(erased) + Number(again) + left).toBe(members.length);
    expect(await db.erasure.count()).toBe(0);
    expect(answers.every((answer) => typeof answer === 'object' && [200, 401].includes(answer.status))).toBe(true);
  });

  test('a guest, who is deleted at once, cannot ask for it', async () => {
    const guest = new Visitor();
    expect((await guest.call(askErasure, 'POST', { posts: 'keep' })).status).toBe(401);
    expect((await guest.call(readErasure, 'GET')).status).toBe(401);
  });

  test('at once, it keeps posts or takes them away, as the person says', async () => {
    const { ada, ben, cohort, team } = world;
    const [adas, bens] = [await ada.opens({ cohort, team }), await ben.opens({ cohort, team })];
    for (const [who, thread] of [
      [ada, bens.thread],
      [ben, adas.thread],
    ] as const) {
      await who.writes(thread.id, 'Answer');
    }
    for (const [who, posts] of [
      [ada, 'remove'],
      [ben, 'keep'],
    ] as const) {
      expect((await who.call(deleteOwn, 'DELETE', { posts })).status).toBe(200);
      expect(await db.user.count({ where: { id: who.userId } })).toBe(0);
      expect((await deedsOf(who.userId)).at(-1)).toEqual(['person.erase', who.userId]);
    }
    const texts = await db.post.findMany({ orderBy: [{ threadId: 'asc' }, { number: 'asc' }], select: { body: true } });
    expect(texts.map(({ body }) => body).toSorted()).toEqual(['', '', 'Answer', 'Hello']);
  });
});

describe('the last instructor of a cohort', () => {
  const refused = { status: 422, body: { problem: 'last-instructor', cohorts: ['Here', 'There'] } };
  const isThere = async (userId: string) => (await db.user.count({ where: { id: userId } })) === 1;

  beforeEach(async () => {
    const { cohort, otherCohort, instructor, otherInstructor } = world;
    await db.enrolment.delete({
      where: { userId_cohortId: { userId: otherInstructor.userId, cohortId: otherCohort } },
    });
    await db.enrolment.create({ data: { userId: instructor.userId, cohortId: otherCohort, role: 'INSTRUCTOR' } });
    await db.cohort.update({ where: { id: cohort }, data: { name: 'Here' } });
    await db.cohort.update({ where: { id: otherCohort }, data: { name: 'There' } });
  });
  const name = (userId: string, cohortId: string) =>
    db.enrolment.upsert({
      where: { userId_cohortId: { userId, cohortId } },
      create: { userId, cohortId, role: 'INSTRUCTOR' },
      update: { role: 'INSTRUCTOR' },
    });

  test('is told which cohorts need another one, is still signed in, and goes when there is one', async () => {
    const { instructor, assistant, cohort, otherCohort } = world;
    expect(await instructor.call(deleteOwn, 'DELETE', { posts: 'keep' })).toEqual(refused);
    expect(await instructor.call(askErasure, 'POST', { posts: 'keep' })).toEqual(refused);
    expect(await erasureOf(instructor)).toBeNull();
    expect(await findViewer(instructor.headers())).not.toBeNull();
    await name(assistant.userId, cohort);
    expect(await instructor.call(deleteOwn, 'DELETE', { posts: 'keep' })).toEqual({
      ...{ status: 422, body: { problem: 'last-instructor', cohorts: ['There'] } },
    });
    await name(assistant.userId, otherCohort);
    expect((await instructor.call(deleteOwn, 'DELETE', { posts: 'keep' })).status).toBe(200);
    expect(await isThere(instructor.userId)).toBe(false);
  });

  test('goes from archived cohorts as long as somebody else runs the site', async () => {
    const { instructor } = world;
    await db.cohort.updateMany({ data: { archivedAt: new Date() } });
    await db.user.updateMany({ data: { isAdmin: false } });
    await db.user.update({ where: { id: instructor.userId }, data: { isAdmin: true } });
    expect(await instructor.call(deleteOwn, 'DELETE', { posts: 'keep' })).toEqual(refused);
    await db.user.update({ where: { id: world.admin.userId }, data: { isAdmin: true } });
    expect((await instructor.call(deleteOwn, 'DELETE', { posts: 'keep' })).status).toBe(200);
  });

  test('is not erased when the time comes that they asked for, and reads why', async () => {
    const { instructor, assistant, cohort, otherCohort } = world;
    for (const id of [cohort, otherCohort]) await name(assistant.userId, id);
    expect((await instructor.call(askErasure, 'POST', { posts: 'keep' })).status).toBe(200);
    expect(await erasureOf(instructor)).toMatchObject({ lastIn: [] });
    await db.enrolment.delete({ where: { userId_cohortId: { userId: assistant.userId, cohortId: cohort } } });
    const later = new Date(Date.now() + (ERASURE_DAYS + 1) * DAY);
    expect(await eraseDue(later)).toBe(0);
    expect(await erasureOf(instructor)).toMatchObject({ lastIn: ['Here'] });
    await name(assistant.userId, cohort);
    expect(await eraseDue(later)).toBe(1);
    expect(await isThere(instructor.userId)).toBe(false);
  });

  test('is not erased by who runs the site either', async () => {
    const { admin, instructor } = world;
    const { email } = await db.user.findUniqueOrThrow({ where: { id: instructor.userId } });
    const found = await admin.call(findPerson, 'GET', undefined, { query: { email } });
    expect(SitePersonSchema.parse(found.body).person?.lastIn).toEqual(['Here', 'There']);
    for (const when of ['now', 'later']) {
      const input = { posts: 'keep', at: when, reason: 'x' };
      expect((await admin.call(erasePersonOf, 'POST', input, at(instructor.userId))).status).toBe(409);
    }
    expect(await isThere(instructor.userId)).toBe(true);
    expect(await db.auditEntry.count()).toBe(0);
  });

  test('of two who go at the same moment one stays', async () => {
    const { instructor, assistant, cohort, otherCohort } = world;
    for (const id of [cohort, otherCohort]) await name(assistant.userId, id);
    const both = [instructor, assistant];
    await Promise.allSettled(both.map(({ userId }) => inTransaction((tx) => erasePerson(tx, userId, 'keep'))));
    expect(await db.user.count({ where: { id: { in: both.map(({ userId }) => userId) } } })).toBe(1);
    expect(await db.enrolment.count({ where: { role: 'INSTRUCTOR' } })).toBe(2);
  });
});

describe('who runs the site', () => {
  const find = (who: Member, email: string) => who.call(findPerson, 'GET', undefined, { query: { email } });
  const erase = (who: Member, id: string, input: object = { posts: 'keep', at: 'now', reason: 'Asked by letter.' }) =>
    who.call(erasePersonOf, 'POST', input, at(id));

  test('finds a member by their whole address alone', async () => {
    const { admin } = world;
    const { person, id } = await newMember();
    const found = SitePersonSchema.parse((await find(admin, person.email.toUpperCase())).body).person;
    expect(found).toMatchObject({ id, name: person.name, email: person.email, cohorts: [], erasure: null });
    expect((await find(admin, person.email.slice(1))).body).toEqual({ person: null });
  });

  test('exports a person and erases one, at once or later, with a reason that stays', async () => {
    const { ada, ben, admin } = world;
    const { body } = await admin.call(exportPersonOf, 'GET', undefined, at(ada.userId));
    expect(body).toMatchObject({ id: ada.userId, name: 'Ada' });
    expect((await erase(admin, ada.userId, { posts: 'keep', at: 'later', reason: 'Letter of 1 May.' })).status).toBe(
      200,
    );
    expect(await erasureOf(ada)).toMatchObject({ posts: 'keep' });
    expect((await admin.call(keepPerson, 'DELETE', undefined, at(ada.userId))).status).toBe(200);
    expect(await erasureOf(ada)).toBeNull();
    expect((await erase(admin, ben.userId)).status).toBe(200);
    expect(await db.user.count({ where: { id: { in: [ada.userId, ben.userId] } } })).toBe(1);
    expect(await deedsOf(ada.userId)).toEqual(
      ['person.export', 'person.erase-later', 'person.keep'].map((action) => [action, admin.userId]),
    );
    const { entries } = SiteAuditSchema.parse((await admin.call(readSiteAudit, 'GET')).body);
    expect(entries[0]).toMatchObject({
      ...{ action: 'person.erase', actor: 'Admin', about: null, reason: 'Asked by letter.' },
    });
    expect(entries.at(-1)).toMatchObject({ action: 'person.export', about: 'Ada' });
  });

  test('cannot erase their own account here, a guest, or nobody', async () => {
    const { admin } = world;
    const guest = await db.user.create({ data: { id: 'guest', name: 'G', email: 'g@x.test', isAnonymous: true } });
    expect((await erase(admin, admin.userId)).status).toBe(403);
    expect((await erase(admin, guest.id)).status).toBe(404);
    expect((await erase(admin, 'nobody')).status).toBe(404);
    expect((await admin.call(exportPersonOf, 'GET', undefined, at('nobody'))).status).toBe(404);
    expect((await erase(admin, world.ada.userId, { posts: 'keep', at: 'now', reason: ' ' })).status).toBe(400);
    expect(await db.auditEntry.count()).toBe(0);
  });
});

describe('retention', () => {
  const read = async (who = world.admin) => RetentionSchema.parse((await who.call(readRetention, 'GET')).body);
  const set = (input: RetentionInput) => world.admin.call(setRetention, 'PUT', input);
  const onSite = (kind: RetentionInput['kind'], days: RetentionInput['days']) => set({ cohort: null, kind, days });
  const none = Object.fromEntries(RETENTION_KINDS.map((kind) => [kind, 0]));

  /** Something old of every kind, and something young. */
  async function oldAndYoung() {
    const { ada, cohort, otherCohort } = world;
    const userId = ada.userId;
    await db.session.updateMany({ where: { userId }, data: { ipAddress: '10.0.0.1', userAgent: 'Browser' } });
    await pool.query(`UPDATE session SET updated_at = $1 WHERE user_id = $2`, [ago(100), userId]);
    const look = (cohortId: string, days: number) => ({
      ...{ actorId: world.instructor.userId, cohortId, action: 'learner.look', subject: userId, createdAt: ago(days) },
    });
    const deed = { ...look(cohort, 100), action: 'grade.override' };
    await db.auditEntry.createMany({ data: [look(cohort, 100), look(cohort, 1), look(otherCohort, 100), deed] });
    for (const days of [100, 1]) {
      const copy = { userId, exerciseId: DENSE, source: 'x', reason: 'RESET' as const };
      await db.draftCopy.create({ data: { ...copy, createdAt: ago(days) } });
      const line = { userId, kind: 'reply', subject: `${days}` };
      await db.notification.create({ data: { ...line, createdAt: ago(days), readAt: ago(days) } });
    }
    await db.notification.create({ data: { userId, kind: 'reply', subject: 'unread', createdAt: ago(100) } });
    const work = await submission(ada, { passed: true, cohortId: cohort });
    const run = { submissionId: work, reason: 'REGRADE' as const, exerciseVersion: 'v1', seed: 1n };
    await db.gradingRun.create({ data: { ...run, status: 'GRADED', passed: false, createdAt: ago(100) } });
    await db.gradingRun.create({ data: { ...run, status: 'QUEUED', createdAt: ago(100) } });
    await db.gradingRun.updateMany({ where: { officialOf: { isNot: null } }, data: { createdAt: ago(100) } });
    await inTransaction((tx) => recomputeProgress(tx, userId, DENSE));
    return work;
  }

  test('by default only addresses of old sessions go; everything else stays', async () => {
    const { ada } = world;
    await oldAndYoung();
    expect((await read()).due).toEqual({ ...none, 'session-addresses': 1 });
    expect(await applyRetention()).toEqual({ ...none, 'session-addresses': 1 });
    expect(await db.session.findFirst({ where: { userId: ada.userId } })).toMatchObject({
      ...{ ipAddress: null, userAgent: null },
    });
    expect(await findViewer(ada.headers())).not.toBeNull();
    expect(await applyRetention()).toEqual(none);
    const { applied } = await read();
    expect(applied.map(({ removed }) => removed)).toEqual([{ ...none, 'session-addresses': 1 }]);
  });

  test('what is set is due, is shown before it goes, and goes; grades and what young there is stay', async () => {
    const work = await oldAndYoung();
    for (const kind of ['looks', 'runs', 'draft-copies', 'notifications'] as const) await onSite(kind, 30);
    const expected = { ...none, 'session-addresses': 1, looks: 2, runs: 1, 'draft-copies': 1, notifications: 1 };
    expect((await read()).due).toEqual(expected);
    // Looking removes nothing.
    expect((await read()).due).toEqual(expected);
    expect((await world.admin.call(applyNow, 'POST')).body).toEqual({ removed: expected });
    expect((await read()).due).toEqual(none);
    const submitted = await db.submission.findUniqueOrThrow({
      where: { id: work },
      select: { officialRun: { select: { passed: true } }, runs: { select: { status: true } } },
    });
    expect(submitted.officialRun).toEqual({ passed: true });
    expect(submitted.runs.map(({ status }) => status).toSorted()).toEqual(['GRADED', 'QUEUED']);
    expect(await db.auditEntry.count({ where: { action: 'grade.override' } })).toBe(1);
    expect(await db.notification.count()).toBe(2);
    expect(await db.draftCopy.count()).toBe(1);
    expect((await checkProgress({ repair: false })).wrong).toEqual([]);
  });

  test('a run that an open regrade may still make count stays until it is decided', async () => {
    const { cohort } = world;
    await oldAndYoung();
    await onSite('runs', 30);
    const regrade = await db.regrade.create({
      data: { exerciseId: DENSE, exerciseVersion: 'v1', cohortId: cohort, reason: 'x' },
    });
    await db.gradingRun.updateMany({ where: { status: 'GRADED', passed: false }, data: { regradeId: regrade.id } });
    expect((await read()).due.runs).toBe(0);
    await db.regrade.update({ where: { id: regrade.id }, data: { decision: 'DISCARDED' } });
    expect((await read()).due.runs).toBe(1);
  });

  test('a cohort may have it otherwise, for ever or shorter, and go back to what the site has', async () => {
    const { cohort, otherCohort } = world;
    await oldAndYoung();
    await onSite('looks', 30);
    await set({ cohort, kind: 'looks', days: null });
    expect((await read()).due.looks).toBe(1);
    await set({ cohort: otherCohort, kind: 'looks', days: 200 });
    expect((await read()).due.looks).toBe(0);
    expect((await read()).cohorts.find(({ id }) => id === cohort)?.days).toEqual({ looks: null });
    await set({ cohort, kind: 'looks', days: 'site' });
    expect((await read()).due.looks).toBe(1);
    expect((await read()).cohorts.find(({ id }) => id === cohort)?.days).toEqual({});
  });

  test('an archived cohort goes with its threads when it is due; its learners keep their work', async () => {
    const { ada, cohort, team, otherCohort } = world;
    const work = await oldAndYoung();
    await ada.opens({ cohort, team });
    await onSite('archived-cohorts', 365);
    await db.cohort.update({ where: { id: otherCohort }, data: { archivedAt: ago(364) } });
    expect((await read()).due['archived-cohorts']).toBe(0);
    await db.cohort.update({ where: { id: cohort }, data: { archivedAt: ago(366) } });
    await set({ cohort, kind: 'archived-cohorts', days: 1_000 });
    expect((await read()).due['archived-cohorts']).toBe(0);
    await set({ cohort, kind: 'archived-cohorts', days: 'site' });
    expect((await applyRetention())['archived-cohorts']).toBe(1);
    expect(await db.cohort.findMany({ select: { id: true } })).toEqual([{ id: otherCohort }]);
    expect(await db.thread.count()).toBe(0);
    expect(await db.submission.findUnique({ where: { id: work } })).toMatchObject({ cohortId: null });
    expect((await checkProgress({ repair: false })).wrong).toEqual([]);
  });

  test.each([
    [{ cohort: null, kind: 'looks', days: 0 }, 400],
    [{ cohort: null, kind: 'looks', days: 1.5 }, 400],
    [{ cohort: null, kind: 'grades', days: 30 }, 400],
    [{ cohort: null, kind: 'looks', days: 'site' }, 400],
    [{ cohort: '00000000-0000-4000-8000-000000000000', kind: 'looks', days: 30 }, 404],
    [{ cohort: '00000000-0000-4000-8000-000000000000', kind: 'draft-copies', days: 30 }, 400],
  ])('%j is refused', async (input, status) => {
    expect((await world.admin.call(setRetention, 'PUT', input)).status).toBe(status);
    expect(await db.retentionRule.count()).toBe(0);
    expect(await db.auditEntry.count()).toBe(0);
  });

  test('each setting is written down', async () => {
    await onSite('looks', 30);
    expect(
      await db.auditEntry.findMany({ select: { actorId: true, action: true, subject: true, detail: true } }),
    ).toEqual([
      {
        ...{ actorId: world.admin.userId, action: 'retention.set', subject: 'site' },
        detail: { kind: 'looks', days: 30 },
      },
    ]);
  });
});
