import * as z from 'zod';
import { ExerciseIdSchema } from '@/grading/exercise-id';
import { TimeZoneSchema } from './log';
import { TeamNameSchema } from './team';

export const SOLUTIONS_OPEN = ['AFTER_PASS', 'AFTER_DUE', 'NEVER'] as const;

/** Longest cohort, in days: a plan of dates without end would be a slip of the hand. */
const LONGEST_DAYS = 2 * 366;
const DAY_MS = 86_400_000;

/** A day of the cohort's own calendar, as `2026-11-30`, in this century. */
export const DaySchema = z.iso.date().refine((day) => day >= '2000-01-01' && day <= '2099-12-31');

export const CohortSettingsSchema = z
  .object({
    /** As a team's: composed Hangul, one line, no characters that nobody sees. */
    name: TeamNameSchema,
    timeZone: TimeZoneSchema,
    startsOn: DaySchema,
    endsOn: DaySchema.nullable(),
    /** Days of the week with a peer session: 1 is Monday. */
    sessionDays: z
      .array(z.number().int().min(1).max(7))
      .max(7)
      .transform((days) => [...new Set(days)].sort((a, b) => a - b)),
    teamSize: z.number().int().min(1).max(20),
    solutionsOpen: z.enum(SOLUTIONS_OPEN),
    /** Whether a pass after the solution was opened still scores. */
    countAfterSolution: z.boolean(),
  })
  .refine(({ startsOn, endsOn }) => endsOn === null || endsOn >= startsOn, { path: ['endsOn'] })
  .refine(
    ({ startsOn, endsOn }) => endsOn === null || Date.parse(endsOn) - Date.parse(startsOn) <= LONGEST_DAYS * DAY_MS,
    { path: ['endsOn'] },
  );
export type CohortSettings = z.infer<typeof CohortSettingsSchema>;

/** `POST /api/cohorts`, who teaches or runs the site: a cohort with the course's plan on its days. 201 {@link CohortMadeSchema}. */
export const CohortMadeSchema = z.object({ cohort: z.object({ id: z.string() }) });

/** An exercise opens as its day begins and is due as its day ends; null: at once, or never. */
const PlannedSchema = z
  .object({ exercise: ExerciseIdSchema, opensOn: DaySchema.nullable(), dueOn: DaySchema.nullable() })
  .refine(({ opensOn, dueOn }) => opensOn === null || dueOn === null || dueOn >= opensOn, { path: ['dueOn'] });

/**
 * `PUT /api/cohorts/[id]/plan`, instructors: the whole plan; an exercise that is not in it is not in the cohort. Of none, the
 * whole course is, without dates. `POST`, without a body: the course's plan, laid out anew on the cohort's days. Both answer
 * {@link CohortSetupSchema}.
 */
export const PlanInputSchema = z.object({
  exercises: z
    .array(PlannedSchema)
    .max(1000)
    .refine((planned) => new Set(planned.map(({ exercise }) => exercise)).size === planned.length),
});
export type PlanInput = z.infer<typeof PlanInputSchema>;

/** `GET` and `PUT /api/cohorts/[id]/settings`: what a cohort is set to; staff read it, instructors change it. */
export const CohortSetupSchema = z.object({
  id: z.string(),
  settings: CohortSettingsSchema,
  joinCode: z.string(),
  /** The viewer may change it. */
  isManager: z.boolean(),
  plan: PlanInputSchema.shape.exercises,
});
export type CohortSetup = z.infer<typeof CohortSetupSchema>;

/**
 * `POST /api/cohorts/[id]/archive`: instructors put a cohort away, which nobody sees from then on; nothing of it is lost. Who runs
 * the site brings it back. Answers `{ ok: true }`, also when it is so already.
 */
export const ArchiveInputSchema = z.object({ archived: z.boolean() });

/**
 * `POST /api/cohorts/[id]/copy`, instructors: a new cohort with the same settings and plan, as many days later as its first day is. Its
 * people, teams and work stay where they are. 201 {@link CohortMadeSchema}.
 */
export const CopyInputSchema = z.object({ name: TeamNameSchema, startsOn: DaySchema });
export type CopyInput = z.infer<typeof CopyInputSchema>;
