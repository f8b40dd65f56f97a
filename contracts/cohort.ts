import { z } from 'zod';
import { ExerciseIdSchema } from '@/grading/exercise-id';
import { ExerciseStateSchema } from './learning';

/** `GET /api/cohorts`: cohorts in progress whose work the viewer sees as staff, the newest first. */
export const CohortListSchema = z.object({
  cohorts: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      startsOn: z.iso.date(),
      endsOn: z.iso.date().nullable(),
      learners: z.number().int(),
      exercises: z.number().int(),
    }),
  ),
});
export type CohortList = z.infer<typeof CohortListSchema>;

/** What a cell says, and the letter that stands for it in a row. `late`: first passed after the due date. */
export const CELL_LETTERS = { none: '.', trying: 't', passed: 'p', late: 'l', 'after-solution': 's' } as const;
export type CellState = keyof typeof CELL_LETTERS;

/** Attempts are counted up to this, a digit of base 36. */
export const MOST_ATTEMPTS = 35;

/**
 * `GET /api/cohorts/[id]/matrix`: every learner of a cohort by every exercise of its plan (of the whole course where there is
 * no plan), in course order. A learner's `cells` has two characters to an exercise: the state's letter, and attempts in base
 * 36. Ten thousand learners by sixty exercises are 1.2 MB, a tenth of that compressed.
 */
export const MatrixSchema = z.object({
  cohort: z.object({ id: z.string(), name: z.string() }),
  /** The server's clock: what is due is due by it. */
  now: z.iso.datetime(),
  exercises: z.array(z.object({ id: ExerciseIdSchema, due: z.iso.datetime().nullable() })),
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
  /** By name; `team`: an index into `teams`. `active`: when something of theirs was last graded or opened. */
  learners: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      team: z.number().int().nullable(),
      active: z.iso.datetime().nullable(),
      cells: z.string(),
    }),
  ),
});
export type Matrix = z.infer<typeof MatrixSchema>;

/** `GET /api/cohorts/[id]/cells?learner=&exercise=`: what stands behind one cell. */
export const CellQuerySchema = z.object({ learner: z.string().min(1).max(64), exercise: ExerciseIdSchema });
export const CellSchema = z.object({
  state: ExerciseStateSchema,
  attempts: z.number().int(),
  bestScore: z.number(),
  maxScore: z.number(),
  hintsOpened: z.number().int(),
  passedAt: z.iso.datetime().nullable(),
  /** Latest submission. */
  handedInAt: z.iso.datetime().nullable(),
  gaveUpAt: z.iso.datetime().nullable(),
});
export type Cell = z.infer<typeof CellSchema>;
