import * as z from 'zod';
import { ExerciseIdSchema } from '@/grading/exercise-id';
import { ReportSchema } from '@/grading/report';
import { CommentsSchema } from './comment';
import { ReasonSchema } from './discussion';
import { ExtensionSchema } from './extension';
import { ExerciseStateSchema, SubmissionSummarySchema } from './learning';

/**
 * One learner, as the staff of a cohort see them. Every request is written to the audit trail. A cohort that is not the
 * viewer's, and who does not learn in it, is 404.
 */

/** A standing that an instructor set by hand. `by`: null once their account is deleted. */
export const GradeOverrideSchema = z.object({
  passed: z.boolean(),
  score: z.number(),
  maxScore: z.number(),
  reason: z.string(),
  by: z.string().nullable(),
  at: z.iso.datetime(),
});
export type GradeOverride = z.infer<typeof GradeOverrideSchema>;

/** `GET /api/overrides?exercise=`: of one's own standing. */
export const OwnOverrideSchema = z.object({ override: GradeOverrideSchema.nullable() });

const StandingSchema = z.object({
  exercise: ExerciseIdSchema,
  /** For this learner, and by the plan. */
  due: z.iso.datetime().nullable(),
  planned: z.iso.datetime().nullable(),
  /** As it counts: the override's, where there is one. */
  state: ExerciseStateSchema,
  bestScore: z.number(),
  maxScore: z.number(),
  attempts: z.number().int(),
  hintsOpened: z.number().int(),
  passedAt: z.iso.datetime().nullable(),
  /** Latest submission in this cohort. */
  latest: z.string().nullable(),
  override: GradeOverrideSchema.nullable(),
  extension: ExtensionSchema.nullable(),
});
export type LearnerStanding = z.infer<typeof StandingSchema>;

/** `GET /api/cohorts/[id]/learners/[user]` */
export const LearnerPageSchema = z.object({
  cohort: z.object({ id: z.string(), name: z.string(), timeZone: z.string() }),
  learner: z.object({ id: z.string(), name: z.string() }),
  team: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Exercises of the plan, or of the course where there is none, in course order, and others that were tried. */
  standings: z.array(StandingSchema),
  /** Submissions that were made outside this cohort, before it or alone: staff do not see them. */
  elsewhere: z.number().int(),
  /** Sets grades and due dates: instructors, not assistants. */
  mayOverride: z.boolean(),
});
export type LearnerPage = z.infer<typeof LearnerPageSchema>;

const ofExercise = { exercise: z.string() };
const ofSubmission = { submission: z.string(), exercise: z.string(), number: z.number().int() };

/** What somebody did, or what was done to their work. */
const DeedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('lesson-started'), lesson: z.string() }),
  z.object({ kind: z.literal('lesson-finished'), lesson: z.string() }),
  /** The latest answer; earlier ones are only counted. */
  z.object({
    kind: z.literal('quick-check'),
    check: z.string(),
    correct: z.boolean(),
    attempts: z.number().int(),
  }),
  /** The editor's text was saved last. Runs in the page never reach the server. */
  z.object({ kind: z.literal('draft'), ...ofExercise }),
  z.object({ kind: z.literal('gave-up'), ...ofExercise }),
  z.object({ kind: z.literal('solution-opened'), ...ofExercise }),
  /** `passed` is null before the verdict. */
  z.object({
    kind: z.literal('submission'),
    ...ofSubmission,
    passed: z.boolean().nullable(),
    score: z.number().nullable(),
    maxScore: z.number().nullable(),
    comments: z.number().int(),
  }),
  z.object({ kind: z.literal('regraded'), ...ofSubmission, passed: z.boolean() }),
  z.object({ kind: z.literal('overridden'), ...ofExercise, passed: z.boolean() }),
  /** Until the end of that day in the cohort's time zone. */
  z.object({ kind: z.literal('extended'), ...ofExercise, day: z.iso.date() }),
  z.object({ kind: z.literal('comment'), ...ofSubmission }),
  /** Of a thread of this cohort; number 1 opened it. */
  z.object({ kind: z.literal('post'), thread: z.string(), title: z.string(), number: z.number().int() }),
  /** Only entries that their writer shares with the viewer. */
  z.object({ kind: z.literal('log'), entry: z.string(), day: z.iso.date() }),
  z.object({
    kind: z.literal('session'),
    session: z.string(),
    day: z.iso.date(),
    state: z.enum(['present', 'excused', 'absent']),
  }),
]);
export type Deed = z.infer<typeof DeedSchema>;

/** `GET /api/cohorts/[id]/learners/[user]/timeline?before=`: newest first, fifty at a time. */
export const TimelineQuerySchema = z.object({
  /** `next` of the page before. */
  before: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z~.{1,300}$/)
    .refine((cursor) => !Number.isNaN(Date.parse(cursor.slice(0, cursor.indexOf('~')))))
    .optional(),
});
export const TimelineSchema = z.object({
  entries: z.array(z.object({ at: z.iso.datetime(), key: z.string(), deed: DeedSchema })),
  next: z.string().nullable(),
});
export type Timeline = z.infer<typeof TimelineSchema>;

/** `GET /api/cohorts/[id]/submissions/[submission]`: all that is known of one submission of the cohort. */
export const StaffSubmissionSchema = SubmissionSummarySchema.extend({
  learner: z.object({ id: z.string(), name: z.string() }),
  source: z.string(),
  /** With what learners do not see of hidden checks. */
  report: ReportSchema.nullable(),
  /** Secret seed of the official run, or of the one that is to be graded. */
  seed: z.number().int(),
  /** What the learner's own device had run it on; null: it had not. */
  pageBackend: z.string().nullable(),
  /** Page and server disagree on a public check. */
  verdictsDiffer: z.boolean(),
  /** The learner's submission of the exercise before this one, and the one after, in the cohort. */
  previous: z.object({ id: z.string(), number: z.number().int(), source: z.string() }).nullable(),
  next: z.string().nullable(),
  /** Every grading of it, oldest first. */
  runs: z.array(
    z.object({
      id: z.string(),
      reason: z.enum(['submission', 'regrade']),
      isOfficial: z.boolean(),
      version: z.string(),
      seed: z.number().int(),
      passed: z.boolean().nullable(),
      score: z.number().nullable(),
      maxScore: z.number().nullable(),
      finishedAt: z.iso.datetime().nullable(),
    }),
  ),
  comments: CommentsSchema,
});
export type StaffSubmission = z.infer<typeof StaffSubmissionSchema>;

/**
 * `PUT /api/cohorts/[id]/learners/[user]/overrides`: sets the standing of an exercise, or takes that away (null); answers
 * {@link LearnerPageSchema}. 403 for an assistant; 400 for a score that the exercise does not have; 404 also for an
 * exercise outside the cohort's plan, and for an override to take away that is not there.
 */
export const OverrideInputSchema = z.object({
  exercise: ExerciseIdSchema,
  override: z.object({ passed: z.boolean(), score: z.number().min(0) }).nullable(),
  reason: ReasonSchema,
});
export type OverrideInput = z.infer<typeof OverrideInputSchema>;
