import * as z from 'zod';
import { ExerciseIdSchema } from '@/grading/exercise-id';
import { GradeOverrideSchema } from './cohort-learner';
import { ExtensionSchema } from './extension';

/** Which of somebody's submissions counts: the one that is worth most, or the last that may score. */
export const ATTEMPTS = ['best', 'last'] as const;

/** Share of the points that a day after the due date costs, up to a most, and the days after which nothing is left. */
export const LateRuleSchema = z.object({
  /** Percent for every 24 hours that were begun; 0: nothing is taken off. */
  percentPerDay: z.number().int().min(0).max(100),
  /** Percent that are taken off at most. */
  most: z.number().int().min(0).max(100),
  /** Later than so many days, nothing counts; null: it always does. */
  nothingAfter: z.number().int().min(0).max(365).nullable(),
});
export type LateRule = z.infer<typeof LateRuleSchema>;

/** How submissions become grades. */
export const GradingRuleSchema = z.object({ attempts: z.enum(ATTEMPTS), late: LateRuleSchema });
export type GradingRule = z.infer<typeof GradingRuleSchema>;

/** Which exercises are in a total: those that are due so far, or all of the plan. */
export const SCOPES = ['so-far', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

/** `GET` and `PUT /api/cohorts/[id]/grading`: staff read how grades come about, instructors change it. */
const WeightSchema = z.object({ exercise: ExerciseIdSchema, weight: z.number().min(0).max(1000) });
export const GradingInputSchema = z.object({
  rule: GradingRuleSchema,
  /** Exercises of the plan that are not named keep their weight; 400 for others. */
  weights: z.array(WeightSchema).max(1000),
});
export type GradingInput = z.infer<typeof GradingInputSchema>;

export const GradingSetupSchema = z.object({
  rule: GradingRuleSchema,
  /** Of the plan, in course order; of none, every exercise of the course weighs 1. */
  weights: z.array(WeightSchema),
  /** The viewer may change it. */
  isManager: z.boolean(),
});
export type GradingSetup = z.infer<typeof GradingSetupSchema>;

/**
 * What a cell of the gradebook says, and the letter that stands for it in a row. `zero`: due, and nothing is handed in.
 * `extended`: nothing yet, and the extension runs. `late`: handed in after it was due, whatever that costs.
 */
export const GRADE_LETTERS = {
  none: '.',
  zero: '0',
  extended: 'e',
  submitted: 's',
  late: 'l',
  overridden: 'o',
} as const;
export type GradeMark = keyof typeof GRADE_LETTERS;

const TotalsSchema = z.object({
  /** From 0 to 1 over what is due so far, and over the whole plan; null where nothing counts. */
  soFar: z.number().nullable(),
  all: z.number().nullable(),
});

/**
 * `GET /api/cohorts/[id]/gradebook`, for the cohort's staff: points of every learner in every exercise of the plan. 404 for
 * a cohort that is none of the viewer's business.
 */
export const GradebookSchema = z.object({
  cohort: z.object({ id: z.string(), name: z.string(), timeZone: z.string() }),
  now: z.iso.datetime(),
  rule: GradingRuleSchema,
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
  exercises: z.array(
    z.object({ id: ExerciseIdSchema, weight: z.number(), due: z.iso.datetime().nullable(), outOf: z.number() }),
  ),
  /** By name; `team`: an index into `teams`. `points` and the letters of `marks`: one to an exercise. */
  learners: z.array(
    TotalsSchema.extend({
      id: z.string(),
      name: z.string(),
      team: z.number().int().nullable(),
      points: z.array(z.number()),
      marks: z.string(),
    }),
  ),
});
export type Gradebook = z.infer<typeof GradebookSchema>;

/** One exercise of one learner, and how its points came about. */
export const GradeSchema = z.object({
  exercise: ExerciseIdSchema,
  weight: z.number(),
  /** For this learner, and by the plan. */
  due: z.iso.datetime().nullable(),
  planned: z.iso.datetime().nullable(),
  /** As they count, and before anything was taken off. */
  points: z.number(),
  earned: z.number(),
  outOf: z.number(),
  lateDays: z.number().int(),
  /** Percent that are taken off. */
  penalty: z.number().int(),
  source: z.enum(['submission', 'override']).nullable(),
  /** In the total so far. */
  counts: z.boolean(),
  override: GradeOverrideSchema.nullable(),
  extension: ExtensionSchema.nullable(),
});
export type Grade = z.infer<typeof GradeSchema>;

/**
 * Grades of one learner in one cohort, as the learner sees them: `GET /api/cohorts/[id]/learners/[user]/grades` for staff, which is
 * written to the audit trail.
 */
export const LearnerGradesSchema = z.object({
  cohort: z.object({ id: z.string(), name: z.string(), timeZone: z.string() }),
  learner: z.object({ id: z.string(), name: z.string() }),
  rule: GradingRuleSchema,
  total: TotalsSchema,
  grades: z.array(GradeSchema),
});
export type LearnerGrades = z.infer<typeof LearnerGradesSchema>;

/** `GET /api/grades`: one's own, in every cohort in which one learns. */
export const OwnGradesSchema = z.object({ cohorts: z.array(LearnerGradesSchema) });

/** `GET /api/cohorts/[id]/gradebook/cells?learner=&exercise=`: how one cell came about, and the learner's totals. */
export const GradeCellSchema = z.object({ grade: GradeSchema, total: TotalsSchema });

/**
 * `GET /api/cohorts/[id]/gradebook/export`: the gradebook as a file, with names in one language. Each is written to the audit
 * trail. `bom`: the mark by which spreadsheets know that a CSV is UTF-8.
 */
export const GradebookExportQuerySchema = z.object({
  format: z.enum(['csv', 'xlsx']),
  locale: z.enum(['ko', 'en']),
  bom: z.enum(['true', 'false']).default('false'),
});
export type GradebookExportQuery = z.infer<typeof GradebookExportQuerySchema>;
