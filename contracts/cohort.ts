import * as z from 'zod';
import { ExerciseIdSchema } from '@/grading/exercise-id';

/**
 * `GET /api/cohorts`: cohorts in progress whose work the viewer sees as staff, the newest first. `archived`: those that were put
 * away, for who runs the site and can bring them back.
 */
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
  archived: z.array(z.object({ id: z.string(), name: z.string() })),
  /** The viewer runs the site. */
  runsSite: z.boolean(),
});
export type CohortList = z.infer<typeof CohortListSchema>;

/**
 * What a cell says, and the letter that stands for it in a row. `late`: first passed after it was due for the learner. Overridden: staff
 * set it by hand, to passed or not.
 */
export const CELL_LETTERS = {
  none: '.',
  trying: 't',
  passed: 'p',
  late: 'l',
  'after-solution': 's',
  'overridden-passed': 'o',
  'overridden-open': 'x',
} as const;
export type CellState = keyof typeof CELL_LETTERS;

/** Characters to a cell: the state's letter, attempts in base 36, three of a day. */
export const CELL_LENGTH = 5;
/** Attempts are counted up to this, a digit of base 36. */
export const MOST_ATTEMPTS = 35;
/** The day that is written `000`, which also stands for none. */
export const FIRST_DAY = '2020-01-01';

/**
 * `GET /api/cohorts/[id]/matrix`: every learner of a cohort by every exercise of its plan (of the whole course where there is
 * no plan), in course order. A learner's `cells` has {@link CELL_LENGTH} characters to an exercise. Its day is that of the
 * first pass or, before one, of the last attempt, in the cohort's time zone and counted from {@link FIRST_DAY} in base 36.
 * Ten thousand learners by sixty exercises are 3 MB, a fraction of that compressed.
 */
export const MatrixSchema = z.object({
  cohort: z.object({ id: z.string(), name: z.string(), timeZone: z.string() }),
  /** The server's clock: what is due is due by it. */
  now: z.iso.datetime(),
  exercises: z.array(z.object({ id: ExerciseIdSchema, due: z.iso.datetime().nullable() })),
  /** Later due dates of single learners. */
  extensions: z.array(z.object({ learner: z.string(), exercise: ExerciseIdSchema, due: z.iso.datetime() })),
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
  /** By name; `team`: an index into `teams`. `active`: when they last handed in what was graded. */
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
  attempts: z.number().int(),
  bestScore: z.number(),
  maxScore: z.number(),
  hintsOpened: z.number().int(),
  passedAt: z.iso.datetime().nullable(),
  /** Latest submission, graded or not. */
  handedInAt: z.iso.datetime().nullable(),
  gaveUpAt: z.iso.datetime().nullable(),
  overriddenAt: z.iso.datetime().nullable(),
});
export type Cell = z.infer<typeof CellSchema>;
