import { randomUUID } from 'node:crypto';
import { GET as readAudit } from '@/app/api/moderation/audit/route';
import { POST as moderate, GET as readModeration } from '@/app/api/moderation/route';
import { POST as sendMoment } from '@/app/api/moments/route';
import { PUT as putReaction } from '@/app/api/posts/[id]/reactions/route';
import { POST as reportPost } from '@/app/api/posts/[id]/reports/route';
import { GET as getRevisions } from '@/app/api/posts/[id]/revisions/route';
import { DELETE as deletePost, PATCH as editPost, GET as getPost } from '@/app/api/posts/[id]/route';
import { GET as getSnapshot } from '@/app/api/posts/[id]/snapshot/route';
import { POST as writePost } from '@/app/api/threads/[id]/posts/route';
import { PUT as putReading } from '@/app/api/threads/[id]/reading/route';
import { PATCH as actOnThread, GET as getThread } from '@/app/api/threads/[id]/route';
import { GET as getSubject } from '@/app/api/threads/[id]/subject/route';
import { GET as getPeople } from '@/app/api/threads/people/route';
import { GET as getPlaces } from '@/app/api/threads/places/route';
import { GET as listThreads, POST as openThread } from '@/app/api/threads/route';
import { GET as getTrouble } from '@/app/api/threads/trouble/route';
import {
  type AnchorInput,
  type Post,
  PostAnswerSchema,
  type PostDraft,
  type ShownPost,
  type Thread,
  ThreadAnswerSchema,
  ThreadListSchema,
  ThreadOpenedSchema,
  ThreadWindowSchema,
} from '@/contracts/discussion';
import type { CheckResult } from '@/grading/report';
import { db } from '@/server/db';
import { Learner } from './learner';
import { DENSE } from './manifest';

type Answer = Promise<{ status: number; body: unknown }>;
type Query = Record<string, string>;

const of = (id: string) => ({ context: { params: Promise.resolve({ id }) } });

/** Somebody who takes part: each request of threads and posts by one name. */
export class Member extends Learner {
  userId = '';
  name = '';

  /** Somebody with an account, and no more. */
  static async named(name: string, data: { isAdmin?: boolean } = {}): Promise<Member> {
    const member = new Member();
    member.cookies.clear();
    const guest = await Learner.guest();
    for (const [key, value] of guest.cookies) member.cookies.set(key, value);
    member.userId = await member.id();
    member.name = name;
    await db.user.update({ where: { id: member.userId }, data: { isAnonymous: false, name, ...data } });
    return member;
  }

  places = (): Answer => this.call(getPlaces, 'GET');
  list = (query: Query = {}): Answer => this.call(listThreads, 'GET', undefined, { query });
  people = (query: Query): Answer => this.call(getPeople, 'GET', undefined, { query });
  trouble = (submission: string): Answer => this.call(getTrouble, 'GET', undefined, { query: { submission } });
  open = (input: unknown): Answer => this.call(openThread, 'POST', input);
  read = (thread: string, query: Query = {}): Answer =>
    this.call(getThread, 'GET', undefined, { query, ...of(thread) });
  act = (thread: string, action: unknown): Answer => this.call(actOnThread, 'PATCH', action, of(thread));
  reading = (thread: string, input: unknown): Answer => this.call(putReading, 'PUT', input, of(thread));
  subject = (thread: string): Answer => this.call(getSubject, 'GET', undefined, of(thread));
  write = (thread: string, input: unknown): Answer => this.call(writePost, 'POST', input, of(thread));
  post = (id: string): Answer => this.call(getPost, 'GET', undefined, of(id));
  edit = (id: string, input: unknown): Answer => this.call(editPost, 'PATCH', input, of(id));
  remove = (id: string): Answer => this.call(deletePost, 'DELETE', undefined, of(id));
  react = (id: string, kind: string, on = true): Answer => this.call(putReaction, 'PUT', { kind, on }, of(id));
  report = (id: string, reason = 'Not nice.'): Answer => this.call(reportPost, 'POST', { reason }, of(id));
  revisions = (id: string): Answer => this.call(getRevisions, 'GET', undefined, of(id));
  snapshot = (id: string): Answer => this.call(getSnapshot, 'GET', undefined, of(id));
  moment = (input: unknown): Answer => this.call(sendMoment, 'POST', input);
  moderation = (cohort: string): Answer => this.call(readModeration, 'GET', undefined, { query: { cohort } });
  moderate = (action: unknown): Answer => this.call(moderate, 'POST', action);
  audit = (cohort: string, query: Query = {}): Answer =>
    this.call(readAudit, 'GET', undefined, { query: { cohort, ...query } });

  /** Opens a thread that must be opened. */
  async opens(
    place: { cohort: string; team: string | null },
    how: Opening = {},
  ): Promise<{ thread: Thread; post: Post }> {
    const { title = 'Why?', anchor = { kind: 'free' }, ...post } = how;
    const { body } = await this.open({ ...place, title, anchor, post: draft(post) });
    return ThreadOpenedSchema.parse(body);
  }

  /** Posts what must be posted. */
  async writes(thread: string, post: string | Partial<PostDraft>): Promise<ShownPost> {
    const { body } = await this.write(thread, draft(typeof post === 'string' ? { body: post } : post));
    return shown(PostAnswerSchema.parse(body).post);
  }

  async sees(post: string): Promise<Post> {
    return PostAnswerSchema.parse((await this.post(post)).body).post;
  }

  async window(thread: string, query: Query = {}) {
    const window = ThreadWindowSchema.parse((await this.read(thread, query)).body);
    if (!('thread' in window)) throw new Error(`merged into ${window.mergedInto}`);
    return window;
  }

  async threads(query: Query = {}) {
    return ThreadListSchema.parse((await this.list(query)).body);
  }

  async acts(thread: string, action: unknown): Promise<Thread> {
    return ThreadAnswerSchema.parse((await this.act(thread, action)).body).thread;
  }
}

type Opening = Partial<PostDraft> & { title?: string; anchor?: AnchorInput };

export function draft(post: Partial<PostDraft> = {}): PostDraft {
  return { clientId: randomUUID(), body: 'Hello', ...post };
}

export function shown(post: Post): ShownPost {
  if (post.state !== 'shown') throw new Error(`post ${post.number} is ${post.state}`);
  return post;
}

/** Two cohorts: `gradient` with two teams, and another one. */
export interface World {
  cohort: string;
  team: string;
  otherTeam: string;
  otherCohort: string;
  /** Team. */
  ada: Member;
  ben: Member;
  /** Other team. */
  cho: Member;
  /** In the cohort, in no team. */
  dan: Member;
  assistant: Member;
  instructor: Member;
  stranger: Member;
  otherInstructor: Member;
  admin: Member;
}

export async function makeWorld(): Promise<World> {
  const [ada, ben, cho, dan, assistant, instructor, stranger, otherInstructor, admin] = (await Promise.all(
    ['Ada', 'Ben', 'Cho', 'Dan', 'Assistant', 'Instructor', 'Stranger', 'Other instructor', 'Admin'].map((name) =>
      Member.named(name, { isAdmin: name === 'Admin' }),
    ),
  )) as [Member, Member, Member, Member, Member, Member, Member, Member, Member];
  const [cohort, otherCohort] = [await makeCohort(), await makeCohort()];
  const [team, otherTeam] = [await makeTeam(cohort), await makeTeam(cohort)];
  await db.enrolment.createMany({
    data: [
      { userId: ada.userId, cohortId: cohort, teamId: team },
      { userId: ben.userId, cohortId: cohort, teamId: team },
      { userId: cho.userId, cohortId: cohort, teamId: otherTeam },
      { userId: dan.userId, cohortId: cohort },
      { userId: assistant.userId, cohortId: cohort, role: 'ASSISTANT' },
      { userId: instructor.userId, cohortId: cohort, role: 'INSTRUCTOR' },
      { userId: stranger.userId, cohortId: otherCohort },
      { userId: otherInstructor.userId, cohortId: otherCohort, role: 'INSTRUCTOR' },
    ],
  });
  return {
    ...{ cohort, team, otherTeam, otherCohort },
    ...{ ada, ben, cho, dan, assistant, instructor, stranger },
    ...{ otherInstructor, admin },
  };
}

async function makeCohort(): Promise<string> {
  const slug = randomUUID();
  const { id } = await db.cohort.create({ data: { slug, name: slug, joinCode: slug, startsOn: new Date() } });
  return id;
}

async function makeTeam(cohortId: string): Promise<string> {
  const name = randomUUID();
  const { id } = await db.team.create({ data: { cohortId, name, joinCode: name } });
  return id;
}

/** A graded submission, as a grader would have left it. */
export async function submission(
  owner: Member,
  {
    passed,
    cohortId = null,
    source = 'right',
    checks = [],
    exerciseId = DENSE,
  }: {
    /** Null: it waits for its verdict. */
    passed: boolean | null;
    cohortId?: string | null;
    source?: string;
    checks?: CheckResult[];
    exerciseId?: string;
  },
): Promise<string> {
  const number = 1 + (await db.submission.count({ where: { userId: owner.userId, exerciseId } }));
  const { id, runs } = await db.submission.create({
    data: {
      ...{ userId: owner.userId, cohortId, exerciseId, number, clientId: randomUUID(), source, locale: 'en' },
      runs: {
        create: {
          ...{ reason: 'SUBMISSION', exerciseVersion: 'v1', seed: 1n, passed, score: passed ? 10 : 4, maxScore: 10 },
          status: passed === null ? 'QUEUED' : 'GRADED',
          ...{ ms: 5, device: { backend: 'cpu' }, console: { lines: [], truncated: false } },
          checks: {
            create: checks.map((result, position) => ({
              ...{ position, checkId: result.id, outcome: result.outcome, points: result.points },
              ...{ diagnosisId: result.diagnosis?.id ?? null, result: result as object },
            })),
          },
        },
      },
    },
    select: { id: true, runs: { select: { id: true } } },
  });
  if (passed !== null) await db.submission.update({ where: { id }, data: { officialRunId: runs[0]?.id ?? null } });
  if (passed) await opens(owner, 'passed', exerciseId);
  return id;
}

/** Lets somebody know a solution, in one of the ways there are. */
export async function opens(
  who: Member,
  how: 'passed' | 'passed after the solution' | 'given up' | 'opened',
  exerciseId = DENSE,
): Promise<void> {
  const data = {
    passed: { state: 'PASSED' },
    'passed after the solution': { state: 'PASSED_AFTER_SOLUTION' },
    'given up': { gaveUpAt: new Date() },
    opened: { solutionOpenedAt: new Date() },
  } as const;
  const key = { userId: who.userId, exerciseId };
  await db.exerciseProgress.upsert({
    where: { userId_exerciseId: key },
    create: { ...key, ...data[how] },
    update: data[how],
  });
}

export function check(id: string, result: Partial<CheckResult> = {}): CheckResult {
  const text = { ko: id, en: id };
  return {
    ...{ id, kind: 'value', visibility: 'public', title: text, message: text, ms: 1, maxPoints: 6 },
    ...{ outcome: 'failed', points: 0 },
    ...result,
  };
}
