import * as z from 'zod';
import { ExerciseIdSchema } from '@/grading/exercise-id';
import { LocaleSchema } from '@/grading/localized';
import { ReportSchema } from '@/grading/report';

/** Longest source that is kept or graded, in UTF-8 bytes. */
export const MAX_SOURCE_BYTES = 100_000;

export const ExerciseStateSchema = z.enum(['none', 'trying', 'passed', 'passed-after-solution']);
export type ExerciseState = z.infer<typeof ExerciseStateSchema>;

export const ViewerSchema = z.object({
  id: z.string(),
  kind: z.enum(['guest', 'member']),
  name: z.string(),
  email: z.string().nullable(),
  emailVerified: z.boolean(),
  /** Highest role over the viewer's cohorts. */
  role: z.enum(['learner', 'assistant', 'instructor']),
});
export type Viewer = z.infer<typeof ViewerSchema>;

/** `GET /api/me`: everything a static page needs to become personal. `viewer` is null before anything worth keeping. */
export const MeSchema = z.object({
  viewer: ViewerSchema.nullable(),
  exercises: z.record(
    ExerciseIdSchema,
    z.object({ state: ExerciseStateSchema, bestScore: z.number(), maxScore: z.number(), attempts: z.number() }),
  ),
  lessons: z.record(z.string(), z.object({ state: z.enum(['started', 'finished']) })),
  /** `due`: when it comes back for review; null for one that the course no longer has. */
  quickChecks: z.record(
    z.string(),
    z.object({ answer: z.unknown(), correct: z.boolean(), due: z.iso.datetime().nullable() }),
  ),
});
export type Me = z.infer<typeof MeSchema>;

/** `NN-unit.NN-lesson`, the two folders under content/, as in the lesson's address. */
export const LessonIdSchema = z.string().regex(/^\d\d-[a-z0-9-]{1,80}\.\d\d-[a-z0-9-]{1,80}$/);

/** `?exercise=` of every route that is asked about one exercise. */
export const ExerciseQuerySchema = z.object({ exercise: ExerciseIdSchema });

/** `PUT /api/lessons` */
export const LessonProgressInputSchema = z.object({ lesson: LessonIdSchema, state: z.enum(['started', 'finished']) });

/** `LESSON-ID#check-id` */
const QuickCheckIdSchema = z.string().regex(/^\d\d-[a-z0-9-]{1,80}\.\d\d-[a-z0-9-]{1,80}#[\w-]{1,80}$/);

/** `PUT /api/quick-checks` */
export const QuickCheckInputSchema = z.object({
  id: QuickCheckIdSchema,
  /** At most 4,000 characters as JSON. */
  answer: z.unknown().refine((answer) => JSON.stringify(answer ?? null).length <= 4_000),
  correct: z.boolean(),
});
export type QuickCheckInput = z.infer<typeof QuickCheckInputSchema>;

/** `PUT /api/reviews`: how hard the latest right answer was. 409 when the latest that counted was wrong. */
export const ReviewInputSchema = z.object({ id: QuickCheckIdSchema, rating: z.enum(['hard', 'good', 'easy']) });
export type ReviewInput = z.infer<typeof ReviewInputSchema>;

/** `GET /api/drafts?exercise=` answers `{ draft: Draft | null }`. */
export const DraftSchema = z.object({ source: z.string(), revision: z.number().int(), updatedAt: z.iso.datetime() });
export type Draft = z.infer<typeof DraftSchema>;

/**
 * `PUT /api/drafts`: saves on top of `baseRevision` (0: none yet). 200 `{ draft }`; 409 `{ draft }` with the one that is
 * there when another tab or device saved first. `force` overwrites it and keeps the overwritten text as a draft copy.
 */
export const DraftInputSchema = z.object({
  exercise: ExerciseIdSchema,
  source: z.string().max(MAX_SOURCE_BYTES),
  baseRevision: z.number().int().nonnegative(),
  force: z.boolean().optional(),
});
export type DraftInput = z.infer<typeof DraftInputSchema>;

/** `POST /api/submissions`: idempotent by `clientId`, so that a retry after a lost answer makes no second row. */
export const SubmissionInputSchema = z.object({
  exercise: ExerciseIdSchema,
  source: z.string().max(MAX_SOURCE_BYTES),
  clientId: z.uuid(),
  locale: LocaleSchema,
  /** The page's own verdict on this very source, if it ran it: kept to record where page and server differ. */
  page: z
    .object({ backend: z.string(), passedChecks: z.array(z.string()), failedChecks: z.array(z.string()) })
    .optional(),
});
export type SubmissionInput = z.infer<typeof SubmissionInputSchema>;

export const SubmissionStatusSchema = z.enum(['queued', 'running', 'graded', 'failed']);

export const SubmissionSummarySchema = z.object({
  id: z.string(),
  exercise: ExerciseIdSchema,
  /** 1, 2, 3… per learner and exercise. */
  number: z.number().int(),
  status: SubmissionStatusSchema,
  passed: z.boolean().nullable(),
  score: z.number().nullable(),
  maxScore: z.number().nullable(),
  afterSolution: z.boolean(),
  /** Of the exercise that graded it. */
  version: z.string(),
  createdAt: z.iso.datetime(),
});
export type SubmissionSummary = z.infer<typeof SubmissionSummarySchema>;

/** `GET /api/submissions?exercise=`: newest first. */
export const SubmissionListSchema = z.object({ submissions: z.array(SubmissionSummarySchema) });

/** `GET /api/submissions/[id]`. */
export const SubmissionSchema = SubmissionSummarySchema.extend({ source: z.string(), report: ReportSchema.nullable() });
export type Submission = z.infer<typeof SubmissionSchema>;

/** `GET /api/help?exercise=`: hints opened so far and whether the solution is open. */
export const HelpStateSchema = z.object({
  hintsOpened: z.number().int(),
  /** `locked` says why by the cohort's setting. */
  solution: z.enum(['open', 'after-pass', 'after-due', 'never']),
  /** When it is due for the learner: by their extension or the cohort's plan, or else as the cohort ends. */
  due: z.iso.datetime().optional(),
  canGiveUp: z.boolean(),
  gaveUp: z.boolean(),
});
export type HelpState = z.infer<typeof HelpStateSchema>;
/**
 * `POST /api/help`: opens `hint` (1: the first), or gives up. Answers the new {@link HelpState}. Only the next hint can be
 * opened; one that is open already changes nothing, so that a request sent twice opens one.
 */
export const HelpInputSchema = z.discriminatedUnion('action', [
  z.object({ exercise: ExerciseIdSchema, action: z.literal('open-hint'), hint: z.number().int().positive() }),
  z.object({ exercise: ExerciseIdSchema, action: z.literal('give-up') }),
]);
export type HelpInput = z.infer<typeof HelpInputSchema>;
/** `GET /api/solutions?exercise=`: 403 `solution-locked` while it is not open. */
export const SolutionSchema = z.object({ source: z.string() });

/**
 * `GET /api/drafts/copies?exercise=` answers `{ copies: DraftCopy[] }`, newest first: texts that would have been lost,
 * overwritten from another tab or set aside when a guest's work came along.
 */
export const DraftCopySchema = z.object({
  id: z.string(),
  source: z.string(),
  reason: z.enum(['overwritten', 'merged', 'reset']),
  createdAt: z.iso.datetime(),
});
export type DraftCopy = z.infer<typeof DraftCopySchema>;

/** Events of the reader's own stream, `GET /api/events` (SSE; `id:` is the outbox row, replayed from `Last-Event-ID`). */
export const LearnerEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('submission'), submission: SubmissionSummarySchema }),
  z.object({
    type: z.literal('draft'),
    exercise: ExerciseIdSchema,
    revision: z.number().int(),
    tab: z.string().optional(),
  }),
  z.object({ type: z.literal('progress') }),
  /** Somebody opened a thread that the reader may see, or changed it: its state, its title, its place. Ask for it. */
  z.object({
    type: z.literal('thread'),
    thread: z.string(),
    /** `gone`: moved or hidden from the reader, or merged into another. */
    kind: z.enum(['opened', 'changed', 'gone']),
  }),
  /** A post came or changed: ask for what may be seen of it. `by`: whose doing it was. */
  z.object({
    type: z.literal('post'),
    thread: z.string(),
    post: z.string(),
    number: z.number().int(),
    kind: z.enum(['posted', 'edited', 'deleted', 'moderated', 'reacted']),
    by: z.string(),
  }),
  /** The reader themselves, in another tab, read on or chose another watch level. */
  z.object({ type: z.literal('read'), thread: z.string(), lastRead: z.number().int(), watch: z.string() }),
  /** Moments (server/events/moments.ts), which have no id and are never replayed: `POST /api/moments`. */
  z.object({ type: z.literal('typing'), thread: z.string(), user: z.object({ id: z.string(), name: z.string() }) }),
  z.object({
    type: z.literal('presence'),
    thread: z.string(),
    user: z.object({ id: z.string(), name: z.string() }),
    state: z.enum(['arrived', 'here', 'left']),
  }),
  /** The inbox has changed: a new line, or lines that were read. */
  z.object({ type: z.literal('inbox') }),
  /** One's own entry of the learning log was saved, posted or shared: by another tab, if `revision` is news. */
  z.object({ type: z.literal('log'), day: z.iso.date(), revision: z.number().int() }),
  /** Who is in a team, its name, its code, or what its members share. */
  z.object({ type: z.literal('team'), team: z.string() }),
  /** A moment: a member is there. `hello` asks the others to say so too. */
  z.object({ type: z.literal('team-presence'), team: z.string(), user: z.string(), hello: z.boolean() }),
  /** A part of a peer session is another now; `row` is that of the notes. */
  z.object({
    type: z.literal('session'),
    session: z.string(),
    part: z.enum(['clock', 'people', 'items', 'instruction', 'notes']),
    row: z.string().optional(),
  }),
  /** A moment: where somebody's cursor stands in the notes. `client` is their document's; null: they left. */
  z.object({
    type: z.literal('session-cursor'),
    session: z.string(),
    user: z.string(),
    client: z.number().int(),
    cursor: z.object({ anchor: z.string().max(300), head: z.string().max(300) }).nullable(),
  }),
]);
export type LearnerEvent = z.infer<typeof LearnerEventSchema>;
