import * as z from 'zod';
import { ExerciseIdSchema } from '@/grading/exercise-id';
import { DaySchema } from './cohort-settings';
import { ReasonSchema } from './discussion';

/** A later due date for one learner. `by`: null once their account is deleted. */
export const ExtensionSchema = z.object({
  due: z.iso.datetime(),
  reason: z.string(),
  by: z.string().nullable(),
  at: z.iso.datetime(),
});
export type Extension = z.infer<typeof ExtensionSchema>;

/**
 * `PUT /api/cohorts/[id]/learners/[user]/extensions`: until the end of a day in the cohort's time zone, or no longer (null);
 * answers the learner's page. 403 for an assistant; 400 for a day that is not after the plan's, and where the plan has none;
 * 404 also for an exercise outside the plan, and for an extension to withdraw that is not there.
 */
export const ExtensionInputSchema = z.object({
  exercise: ExerciseIdSchema,
  dueOn: DaySchema.nullable(),
  reason: ReasonSchema,
});
export type ExtensionInput = z.infer<typeof ExtensionInputSchema>;
