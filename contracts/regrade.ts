import * as z from 'zod';
import { ExerciseIdSchema } from '@/grading/exercise-id';
import { ExerciseStateSchema } from './learning';

/** A result as a regrade compares it; `version` of the exercise that gave it. */
const ResultSchema = z.object({ passed: z.boolean(), score: z.number(), maxScore: z.number(), version: z.string() });
export type RegradeResult = z.infer<typeof ResultSchema>;

/** A regrade as lists show it. */
export const RegradeSchema = z.object({
  id: z.string(),
  exercise: ExerciseIdSchema,
  /** Of the exercise that grades it. */
  version: z.string(),
  /** The exercise has changed since: it can only be discarded. */
  isOutdated: z.boolean(),
  /** Null: the submissions of everybody on the site. */
  cohort: z.object({ id: z.string(), name: z.string() }).nullable(),
  reason: z.string(),
  createdAt: z.iso.datetime(),
  createdBy: z.string().nullable(),
  decision: z.enum(['accepted', 'discarded']).nullable(),
  decidedAt: z.iso.datetime().nullable(),
  decidedBy: z.string().nullable(),
  total: z.number().int(),
  /** Still to be graded. */
  waiting: z.number().int(),
  /** Could not be graded: these keep the result that they have. */
  failed: z.number().int(),
});
export type Regrade = z.infer<typeof RegradeSchema>;

/** `GET /api/regrades?exercise=`: those that the viewer may decide on, newest first, and whose work they may regrade. */
export const RegradeListSchema = z.object({
  regrades: z.array(RegradeSchema),
  everybody: z.boolean(),
  cohorts: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type RegradeList = z.infer<typeof RegradeListSchema>;

/** What `POST` answers to a start and to a decision. */
export const RegradeAnswerSchema = z.object({ regrade: RegradeSchema.nullable() });

const StandingSchema = z.object({ state: ExerciseStateSchema, bestScore: z.number(), maxScore: z.number() });

/**
 * `GET /api/regrades/[id]`: what accepting it would change (or has changed), of what is graded so far. Both lists hold
 * only what differs, at most 1,000 rows each; the counts are of all.
 */
export const RegradePreviewSchema = RegradeSchema.extend({
  changed: z.number().int(),
  nowPass: z.number().int(),
  nowFail: z.number().int(),
  changes: z.array(
    z.object({
      submission: z.string(),
      learner: z.object({ id: z.string(), name: z.string() }),
      number: z.number().int(),
      /** Null: it had never been graded. */
      before: ResultSchema.nullable(),
      after: ResultSchema,
    }),
  ),
  /** Learners whose standing in the exercise differs. Empty while some are to be graded, and once it is decided. */
  standings: z.array(
    z.object({
      learner: z.object({ id: z.string(), name: z.string() }),
      before: StandingSchema,
      after: StandingSchema,
    }),
  ),
});
export type RegradePreview = z.infer<typeof RegradePreviewSchema>;

/** What `GET /api/regrades/[id]` answers. */
export const RegradePreviewAnswerSchema = z.object({ regrade: RegradePreviewSchema });

/**
 * `POST /api/regrades`: grades past submissions of an exercise with its present version; 201 `{ regrade }`, or
 * `{ regrade: null }` when there is none of the kind. Who does not run the site names a cohort of theirs.
 */
export const RegradeInputSchema = z.object({
  exercise: ExerciseIdSchema,
  cohort: z.uuid().nullable(),
  /** `outdated`: those that another version of the exercise graded. */
  which: z.enum(['outdated', 'all']),
  reason: z.string().trim().min(1).max(2_000),
});
export type RegradeInput = z.infer<typeof RegradeInputSchema>;

/** `POST /api/regrades/[id]`: 409 while some are still to be graded, after a decision, and for an outdated one to accept. */
export const RegradeDecisionSchema = z.object({ decision: z.enum(['accept', 'discard']) });
