import * as z from 'zod';
import { ExerciseIdSchema } from '@/grading/exercise-id';
import { LocalizedSchema } from '@/grading/localized';
import { VisibilitySchema } from '@/grading/report';

/** Values of which `from` ≤ value < `to`; null: no end. */
const BinSchema = z.object({ from: z.number(), to: z.number().nullable(), count: z.number().int() });
export type Bin = z.infer<typeof BinSchema>;

/** Quartiles over `count` values; null where there are none. */
const SpreadSchema = z.object({
  count: z.number().int(),
  q1: z.number().nullable(),
  median: z.number().nullable(),
  q3: z.number().nullable(),
  bins: z.array(BinSchema),
});
export type Spread = z.infer<typeof SpreadSchema>;

/** One piece of work to look at: opening it is written to the audit trail. */
const SpecimenSchema = z.object({ submission: z.string(), learner: z.string() });

/**
 * `GET /api/cohorts/[id]/exercises/[unit]/[exercise]`, for the cohort's staff: how an exercise went for its learners. Counts
 * of submissions are of those made in the cohort and graded, by their official verdict; 404 also for an unknown exercise.
 */
export const ExercisePageSchema = z.object({
  cohort: z.object({ id: z.string(), name: z.string() }),
  exercise: ExerciseIdSchema,
  /** Its present version. */
  version: z.string(),
  /** Learners by where they stand: together all of the cohort. `overridden`: of these, set by hand. */
  learners: z.object({
    all: z.number().int(),
    notStarted: z.number().int(),
    trying: z.number().int(),
    passed: z.number().int(),
    afterSolution: z.number().int(),
    overridden: z.number().int(),
  }),
  submissions: z.number().int(),
  /** Submissions up to the first that passed, of learners who have one. */
  attempts: SpreadSchema,
  /** Minutes between the first submission and the first that passed, of the same learners; 0: passed at once. */
  minutes: SpreadSchema,
  /** Learners who handed in, by the hints they have opened; `passed`: of these. */
  hints: z.array(z.object({ hints: z.number().int(), learners: z.number().int(), passed: z.number().int() })),
  /** `index` from −1 to 1 over `learners` learners; null where these are too few or all alike. */
  discrimination: z.object({ index: z.number().nullable(), learners: z.number().int() }),
  /** Checks by how often they fail. `title`: null for one that the present version does not have. */
  checks: z.array(
    z.object({
      id: z.string(),
      title: LocalizedSchema.nullable(),
      visibility: VisibilitySchema.nullable(),
      /** Submissions in which it ran, and failed; learners for whom it ever failed. */
      ran: z.number().int(),
      failed: z.number().int(),
      learners: z.number().int(),
      /** Why, by the diagnosis that was given; null: none was. */
      diagnoses: z.array(
        z.object({ text: LocalizedSchema.nullable(), submissions: z.number().int(), learners: z.number().int() }),
      ),
    }),
  ),
  /** What stopped submissions before any check. */
  problems: z.array(z.object({ code: z.string(), submissions: z.number().int(), learners: z.number().int() })),
  /**
   * Of each learner the latest submission that failed, by what its first failing check came out as: alike for the same
   * trouble, whatever the seed. Those of most learners first.
   */
  clusters: z.array(
    z.object({ check: z.string(), text: LocalizedSchema, learners: z.number().int(), specimen: SpecimenSchema }),
  ),
  /** Submissions on which page and server disagree, and the latest of them. */
  differing: z.object({
    count: z.number().int(),
    latest: z.array(
      SpecimenSchema.extend({ number: z.number().int(), backend: z.string().nullable(), at: z.iso.datetime() }),
    ),
  }),
  /** The same exercise in the viewer's cohorts, the latest first: learners who handed in, and who passed. */
  trend: z.array(z.object({ id: z.string(), name: z.string(), tried: z.number().int(), passed: z.number().int() })),
});
export type ExercisePage = z.infer<typeof ExercisePageSchema>;
