import * as z from 'zod';
import { ExerciseIdSchema } from '@/grading/exercise-id';
import { LocalizedSchema } from '@/grading/localized';
import { CheckResultSchema, ReportSchema } from '@/grading/report';
import { LessonIdSchema, MAX_SOURCE_BYTES, SubmissionSummarySchema } from './learning';

/**
 * Threads and posts. All routes need an account (401); what a viewer may not see is 404 `not-found`, what they see but may
 * not do 403 `forbidden` (also while banned from posting, and in a locked thread unless they are staff); too much of
 * something is 429 `rate-limited`. Every text is Markdown; mentions stand in it as `@[Name](user:ID)`.
 */

/** Longest text of a post, in characters. */
export const MAX_BODY = 40_000;
export const MAX_TITLE = 200;
/** Most posts of one window, on each side. */
export const MAX_WINDOW = 200;
/** Most images of a post. */
export const MAX_ATTACHMENTS = 10;
/** Reactions there are, in the order in which they are shown. */
export const REACTIONS = ['like', 'thanks', 'insight', 'same', 'celebrate', 'confused'] as const;

export const IdSchema = z.uuid();
/** Of an account. */
export const UserIdSchema = z.string().min(1).max(64);

/** `isStaff`: assists or teaches in the cohort, or runs the site. */
export const PersonSchema = z.object({ id: z.string(), name: z.string(), isStaff: z.boolean() });
export type Person = z.infer<typeof PersonSchema>;

// ── What a thread hangs on ─────────────────────────────────────────────────

const LineSchema = z.number().int().min(1).max(MAX_SOURCE_BYTES);
/** Id of a heading within its lesson. */
const SectionSchema = z.string().min(1).max(200);
const CheckIdSchema = z.string().min(1).max(100);

/** `section`: the heading's id, without `#`. Lines are 1-based and both included. */
export const AnchorInputSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('lesson'), lesson: LessonIdSchema, section: SectionSchema.nullable().default(null) }),
  z.object({ kind: z.literal('exercise'), exercise: ExerciseIdSchema }),
  z.object({ kind: z.literal('check'), submission: IdSchema, check: CheckIdSchema }),
  z
    .object({ kind: z.literal('lines'), submission: IdSchema, from: LineSchema, to: LineSchema })
    .refine(({ from, to }) => from <= to),
  z.object({ kind: z.literal('session'), session: IdSchema }),
  z.object({ kind: z.literal('free') }),
]);
export type AnchorInput = z.infer<typeof AnchorInputSchema>;

/**
 * `submission` and `session` are null once they are deleted. `section` has the heading's id in each language (either is
 * taken as input), since a heading's id is made of its words.
 */
export const AnchorSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('lesson'), lesson: z.string(), section: LocalizedSchema.nullable() }),
  z.object({ kind: z.literal('exercise'), exercise: z.string() }),
  z.object({ kind: z.literal('check'), exercise: z.string(), submission: z.string().nullable(), check: z.string() }),
  z.object({
    kind: z.literal('lines'),
    exercise: z.string(),
    submission: z.string().nullable(),
    from: z.number().int(),
    to: z.number().int(),
  }),
  z.object({ kind: z.literal('session'), session: z.string().nullable() }),
  z.object({ kind: z.literal('free') }),
]);
export type Anchor = z.infer<typeof AnchorSchema>;

// ── Threads ────────────────────────────────────────────────────────────────

/** `all`: every post; `mentions`: mentions and replies to one's own; `nothing`. */
export const WatchSchema = z.enum(['all', 'mentions', 'nothing']);
export type Watch = z.infer<typeof WatchSchema>;

export const ThreadStateSchema = z.enum(['open', 'answered', 'resolved']);
export type ThreadState = z.infer<typeof ThreadStateSchema>;

export const PlaceSchema = z.object({ id: z.string(), name: z.string() });

/** A thread as lists show it. It never holds text of a post. */
export const ThreadSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  cohort: PlaceSchema,
  /** Null: the whole cohort reads it. */
  team: PlaceSchema.nullable(),
  anchor: AnchorSchema,
  /** Name of what it hangs on (a lesson or its section, an exercise, a check), where that has one and still exists. */
  about: LocalizedSchema.nullable(),
  /** Null: whoever opened it has deleted their account. */
  author: PersonSchema.nullable(),
  state: ThreadStateSchema,
  isLocked: z.boolean(),
  isPinned: z.boolean(),
  /** Only staff and its author see a hidden thread at all. */
  isHidden: z.boolean(),
  /** Posts are numbered 1 to this without gaps: deleted and unreadable ones have their number, too. */
  posts: z.number().int(),
  unread: z.number().int(),
  watch: WatchSchema,
  createdAt: z.iso.datetime(),
  lastPostAt: z.iso.datetime(),
});
export type ThreadSummary = z.infer<typeof ThreadSummarySchema>;

/** What the viewer may do in a thread. The server asks again; this only spares them a button that fails. */
const ThreadRightsSchema = z.object({
  post: z.boolean(),
  /** And resolve, reopen, mark the answer. */
  rename: z.boolean(),
  /** Lock, pin, hide, move, merge: staff. */
  moderate: z.boolean(),
});

export const ThreadSchema = ThreadSummarySchema.extend({
  /** The post that is marked as the answer. */
  answer: z.object({ post: z.string(), number: z.number().int() }).nullable(),
  /** How far the viewer has read: the first unread post is the next number. */
  lastRead: z.number().int(),
  /** There is something to ask `GET /api/threads/[id]/subject` for. */
  hasSubject: z.boolean(),
  /** Until when the viewer may not post; `forever`; null: they may. */
  bannedUntil: z.union([z.iso.datetime(), z.literal('forever')]).nullable(),
  may: ThreadRightsSchema,
});
export type Thread = z.infer<typeof ThreadSchema>;

/**
 * `GET /api/threads`: threads that the viewer may see, of all their cohorts or as narrowed: by place (`cohort`; `team`, or
 * `team=none` for those of whole cohorts), by what they hang on (`lesson` with or without `section`; `exercise` finds those
 * on its checks and on lines of its submissions as well; `submission`; `check` with one of both; `session`), by `state`,
 * `unread=true` for those with unread posts only, `mine=true` for those one opened.
 *
 * `order=unread` (the default): pinned, then those with unread posts, then the rest, each latest post first;
 * `order=latest`: latest post first. `cursor`: `next` of the page before.
 */
export const ThreadListQuerySchema = z.object({
  cohort: IdSchema.optional(),
  team: z.union([IdSchema, z.literal('none')]).optional(),
  /** On its lessons or exercises. */
  unit: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional(),
  lesson: LessonIdSchema.optional(),
  section: SectionSchema.optional(),
  exercise: ExerciseIdSchema.optional(),
  submission: IdSchema.optional(),
  check: CheckIdSchema.optional(),
  session: IdSchema.optional(),
  state: ThreadStateSchema.optional(),
  unread: z.enum(['true', 'false']).optional(),
  mine: z.enum(['true', 'false']).optional(),
  order: z.enum(['unread', 'latest']).default('unread'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type ThreadListQuery = z.infer<typeof ThreadListQuerySchema>;

/** `next`: null on the last page. */
export const ThreadListSchema = z.object({ threads: z.array(ThreadSummarySchema), next: z.string().nullable() });
export type ThreadList = z.infer<typeof ThreadListSchema>;

/** `GET /api/threads/places`: where the viewer may open threads; cohorts newest first. */
export const PlacesSchema = z.object({
  places: z.array(
    z.object({
      cohort: PlaceSchema,
      isStaff: z.boolean(),
      /** The viewer's own. */
      team: PlaceSchema.nullable(),
      /** All that they may write to: their own, or as staff every team of the cohort. */
      teams: z.array(PlaceSchema),
      bannedUntil: ThreadSchema.shape.bannedUntil,
    }),
  ),
});
export type Places = z.infer<typeof PlacesSchema>;

/**
 * `GET /api/threads/people`: who can be mentioned, since they may read it: in a thread (`thread`), or in one that is still
 * to be opened (`cohort`, with `team` for a team's). `query` is looked for anywhere in the name, in Hangul also by initial
 * consonants (`ㄱㅈㅎ`). At most 20, by name, without the viewer.
 */
export const PeopleQuerySchema = z.object({
  thread: IdSchema.optional(),
  cohort: IdSchema.optional(),
  team: IdSchema.optional(),
  query: z.string().max(100).default(''),
});
export type PeopleQuery = z.infer<typeof PeopleQuerySchema>;
export const PeopleSchema = z.object({ people: z.array(PersonSchema) });

// ── Posts ──────────────────────────────────────────────────────────────────

/** What stands behind a stub: nothing of the text is in it. */
const QuotedSchema = z.discriminatedUnion('state', [
  /** `excerpt`: its beginning as plain text, at most 200 characters. */
  z.object({ state: z.literal('shown'), excerpt: z.string() }),
  z.object({ state: z.literal('spoiler'), exercise: z.string() }),
  z.object({ state: z.literal('hidden') }),
  z.object({ state: z.literal('deleted') }),
]);

const PostBaseSchema = z.object({
  id: z.string(),
  thread: z.string(),
  number: z.number().int(),
  /** Null: they have deleted their account. */
  author: PersonSchema.nullable(),
  createdAt: z.iso.datetime(),
});

/** An image of a post; its address is `/api/attachments/[id]`. */
const AttachmentSchema = z.object({ id: z.string(), mime: z.string(), width: z.number(), height: z.number() });

export const ReactionCountSchema = z.object({
  kind: z.enum(REACTIONS),
  count: z.number().int(),
  /** The viewer is among them. */
  isMine: z.boolean(),
});
export type ReactionCount = z.infer<typeof ReactionCountSchema>;

/**
 * A post as its viewer may see it. `spoiler`: it holds code that passes `exercise`, which they have neither passed nor
 * given up (nor opened the solution of). `hidden`: by staff; they and its author still see it, with `isHidden`.
 */
export const PostSchema = z.discriminatedUnion('state', [
  PostBaseSchema.extend({
    state: z.literal('shown'),
    body: z.string(),
    /** Counts edits: an edit names the one it stands on. */
    revision: z.number().int(),
    editedAt: z.iso.datetime().nullable(),
    /** Others must pass this exercise to see the post. */
    spoils: z.string().nullable(),
    replyTo: PostBaseSchema.pick({ id: true, number: true, author: true }).extend({ quoted: QuotedSchema }).nullable(),
    /** Code that anybody may run; `exercise`: whose checks it may be run against. */
    snippet: z.object({ source: z.string(), exercise: z.string().nullable() }).nullable(),
    /** Source and report: `GET /api/posts/[id]/snapshot`. */
    snapshot: SubmissionSummarySchema.nullable(),
    attachments: z.array(AttachmentSchema),
    /** People in its text, by their present names. */
    mentions: z.array(PersonSchema),
    /** Only kinds that somebody has given, in the order of {@link REACTIONS}. */
    reactions: z.array(ReactionCountSchema),
    isHidden: z.boolean(),
    may: z.object({
      /** Its author. */
      edit: z.boolean(),
      /** Its author and staff. */
      delete: z.boolean(),
      /** Staff. */
      moderate: z.boolean(),
      react: z.boolean(),
      report: z.boolean(),
    }),
  }),
  PostBaseSchema.extend({ state: z.literal('spoiler'), exercise: z.string() }),
  PostBaseSchema.extend({ state: z.literal('hidden') }),
  PostBaseSchema.extend({ state: z.literal('deleted'), deletedAt: z.iso.datetime() }),
]);
export type Post = z.infer<typeof PostSchema>;
export type ShownPost = Extract<Post, { state: 'shown' }>;

/**
 * `GET /api/threads/[id]`: the thread and a window of its posts, in order. `around`: the number in the middle, by default the
 * first unread post, or in a thread that is all read the last; `post`: a post's id instead, for links that outlive a merge.
 * `before` and `after`: how many posts on each side. Reading does not move the read position: `PUT …/reading` does.
 */
export const ThreadWindowQuerySchema = z.object({
  around: z.coerce.number().int().min(0).optional(),
  post: IdSchema.optional(),
  before: z.coerce.number().int().min(0).max(MAX_WINDOW).default(20),
  after: z.coerce.number().int().min(0).max(MAX_WINDOW).default(60),
});
export type ThreadWindowQuery = z.infer<typeof ThreadWindowQuerySchema>;

/** `mergedInto`: the thread is another now; ask for that one (with the same `post`, not the same `around`). */
export const ThreadWindowSchema = z.union([
  z.object({ thread: ThreadSchema, around: z.number().int(), posts: z.array(PostSchema) }),
  z.object({ mergedInto: z.string() }),
]);
export type ThreadWindow = z.infer<typeof ThreadWindowSchema>;

const SnippetInputSchema = z.object({
  source: z.string().min(1).max(MAX_SOURCE_BYTES),
  exercise: ExerciseIdSchema.nullable().default(null),
});

/** What an author writes. `spoils`: set by hand; the server sets it as well where it finds passing code. */
const PostContentSchema = z.object({
  body: z.string().max(MAX_BODY),
  snippet: SnippetInputSchema.nullable().default(null),
  spoils: ExerciseIdSchema.nullable().default(null),
  /** Ids of the author's own images that no other post holds. */
  attachments: z.array(IdSchema).max(MAX_ATTACHMENTS).default([]),
});

/**
 * `POST /api/threads/[id]/posts` answers 201 `{ post }`. The same `clientId` again answers the same post. A post without any
 * text needs a snippet, a snapshot or an image.
 */
export const PostInputSchema = PostContentSchema.extend({
  clientId: z.uuid(),
  replyTo: IdSchema.nullable().default(null),
  /** One of the author's own submissions. */
  snapshot: IdSchema.nullable().default(null),
}).refine(
  ({ body, snippet, snapshot, attachments }) =>
    body.trim() !== '' || snippet !== null || snapshot !== null || attachments.length > 0,
);
export type PostInput = z.infer<typeof PostInputSchema>;
/** As a page writes it, defaults left out. */
export type PostDraft = z.input<typeof PostInputSchema>;

/** `GET /api/posts/[id]`, and what posting, editing, deleting and hiding answer. */
export const PostAnswerSchema = z.object({ post: PostSchema });

/**
 * `PATCH /api/posts/[id]`: the author edits, naming the `revision` they saw. 200 `{ post }`; 409 `{ post }` with what is there
 * when somebody (themselves, elsewhere) was faster: nothing is written.
 */
export const PostEditSchema = PostContentSchema.extend({ revision: z.number().int().nonnegative() });
export type PostEdit = z.infer<typeof PostEditSchema>;

/** `DELETE /api/posts/[id]`: author or staff; answers `{ post }`, the stub. Text and earlier versions are gone. */

/** `GET /api/posts/[id]/revisions`: earlier versions, the newest first, for who may see the post; those that spoil are left out. */
export const RevisionsSchema = z.object({
  revisions: z.array(
    z.object({
      revision: z.number().int(),
      body: z.string(),
      snippet: z.string().nullable(),
      /** When it was replaced. */
      createdAt: z.iso.datetime(),
    }),
  ),
});
export type Revisions = z.infer<typeof RevisionsSchema>;

/** `PUT /api/posts/[id]/reactions` answers `{ reactions }`. */
export const ReactionInputSchema = z.object({ kind: z.enum(REACTIONS), on: z.boolean() });
export const ReactionsSchema = z.object({ reactions: z.array(ReactionCountSchema) });

/** `POST /api/posts/[id]/reports` answers 201 `{}`; reported again, the reason is replaced. */
export const ReportInputSchema = z.object({ reason: z.string().trim().min(1).max(2_000) });

/** `GET /api/posts/[id]/snapshot`: the submission that a post shows, its report as its learner sees it. */
export const SnapshotSchema = z.object({
  snapshot: SubmissionSummarySchema.extend({ source: z.string(), report: ReportSchema.nullable() }),
});
export type Snapshot = z.infer<typeof SnapshotSchema>['snapshot'];

// ── What is done with threads ──────────────────────────────────────────────

const TitleSchema = z.string().trim().min(1).max(MAX_TITLE);

/**
 * `POST /api/threads`: opens a thread with its first post; 201 `{ thread, post }`, the same for the same `post.clientId`.
 * `team` null: for the whole cohort; a thread on a session is its team's. `watch`: of who opens it.
 */
export const ThreadInputSchema = z.object({
  cohort: IdSchema,
  team: IdSchema.nullable(),
  title: TitleSchema,
  anchor: AnchorInputSchema,
  post: PostInputSchema,
  watch: WatchSchema.default('all'),
});
export type ThreadInput = z.infer<typeof ThreadInputSchema>;
export const ThreadOpenedSchema = z.object({ thread: ThreadSchema, post: PostSchema });

export const ReasonSchema = z.string().trim().min(1).max(2_000);

/**
 * `PATCH /api/threads/[id]` answers `{ thread }` (of a merge: the one it became part of). Rename, resolve, answer: who opened
 * it, and staff; the rest: staff, and it is written into the audit trail.
 */
export const ThreadActionSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('rename'), title: TitleSchema }),
  z.object({ action: z.literal('resolve'), resolved: z.boolean() }),
  /** Marks one of its posts as the answer, or takes the mark back. */
  z.object({ action: z.literal('answer'), post: IdSchema.nullable() }),
  z.object({ action: z.literal('lock'), locked: z.boolean(), reason: ReasonSchema.optional() }),
  z.object({ action: z.literal('pin'), pinned: z.boolean() }),
  z.object({ action: z.literal('hide'), hidden: z.boolean(), reason: ReasonSchema.optional() }),
  /** To another team of the cohort, or to all of it. Not from a session. */
  z.object({ action: z.literal('move'), team: IdSchema.nullable(), reason: ReasonSchema.optional() }),
  /** Its posts are sorted into `into`, a thread of the same readers; who asks for it is sent there. 409 otherwise. */
  z.object({ action: z.literal('merge'), into: IdSchema, reason: ReasonSchema.optional() }),
]);
export type ThreadAction = z.infer<typeof ThreadActionSchema>;
export const ThreadAnswerSchema = z.object({ thread: ThreadSchema });

/**
 * `PUT /api/threads/[id]/reading`: read up to `lastRead` (which moves forward only, unless `backward`: "unread from here"),
 * or another watch level, or both. Answers the {@link ReadingSchema}.
 */
export const ReadingInputSchema = z.object({
  lastRead: z.number().int().nonnegative().optional(),
  backward: z.boolean().default(false),
  watch: WatchSchema.optional(),
});
export const ReadingSchema = z.object({ lastRead: z.number().int(), unread: z.number().int(), watch: WatchSchema });
export type Reading = z.infer<typeof ReadingSchema>;

/**
 * `GET /api/threads/[id]/subject`: what a thread on a check or on lines is about; `subject` null: it is deleted. `check`: the
 * stored result as its learner sees it, with diagnosis and, of public checks, the tensors of the heat-map. `lines`: the
 * lines with three on each side. `spoiler`: lines of a submission that passes what the viewer has not.
 */
export const SubjectSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('check'),
    exercise: z.string(),
    author: PersonSchema.nullable(),
    check: CheckResultSchema,
  }),
  z.object({
    kind: z.literal('lines'),
    exercise: z.string(),
    author: PersonSchema.nullable(),
    /** Number of the first line of `text`. */
    first: z.number().int(),
    text: z.string(),
  }),
  z.object({ kind: z.literal('spoiler'), exercise: z.string() }),
]);
export type Subject = z.infer<typeof SubjectSchema>;
export const SubjectAnswerSchema = z.object({ subject: SubjectSchema.nullable() });

/**
 * `GET /api/threads/trouble?submission=ID`: for each failing check of one of the viewer's own submissions, threads that they
 * may see whose failing check has the same numeric signature, latest first, at most five; checks without any are left out.
 * `own`: the thread that hangs on this very check of this submission, if there is one.
 */
export const TroubleQuerySchema = z.object({ submission: IdSchema });
export const TroubleSchema = z.object({
  checks: z.array(z.object({ check: z.string(), own: z.string().nullable(), threads: z.array(ThreadSummarySchema) })),
});
export type Trouble = z.infer<typeof TroubleSchema>;

// ── Presence ───────────────────────────────────────────────────────────────

/**
 * `POST /api/moments` answers 202 `{}`: tells who else may see the thread, at most a few times a second (the surplus is
 * dropped, and nothing is kept). A page says `arrived` when it opens a thread, `here` every 20 seconds and at once when it
 * hears somebody's `arrived`, and `left` when it closes; who has not been heard for 45 seconds has left. `typing` at most
 * every 3 seconds, and it holds for 5.
 */
export const MomentInputSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('typing'), thread: IdSchema }),
  z.object({ type: z.literal('presence'), thread: IdSchema, state: z.enum(['arrived', 'here', 'left']) }),
]);
export type MomentInput = z.infer<typeof MomentInputSchema>;
