import * as z from 'zod';
import { LocalizedSchema } from '../localized';
import type { Random } from '../random';
import { CheckKindSchema, VisibilitySchema } from '../report';
import { type Task, TaskSchema } from '../task';
import { type Expectation, ExpectationSchema } from './expectation';

const CheckHeadSchema = z.object({
  /** Kebab-case, unique within the exercise. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  kind: CheckKindSchema,
  visibility: VisibilitySchema,
  title: LocalizedSchema,
  points: z.number().positive(),
  /** Checks without which this one says nothing: it is skipped when one of them did not pass. */
  requires: z.array(z.string()),
  /** Names of the arguments of its tasks: a failing check shows them. */
  inputs: z.array(z.string()).optional(),
});
export type CheckHead = z.infer<typeof CheckHeadSchema>;

/** What a check asks of a run and what must hold of the answers. */
export interface Plan {
  tasks: Task[];
  /** Run on the folder's `oracle.ts` only, for expressions `by: 'oracle'`. */
  oracleTasks?: Task[];
  expectations: Expectation[];
}

/**
 * One check of an exercise: data and pure functions, all of it on the trusted side. Learner code only ever gets the
 * tasks. A public check is planned from a fixed seed, the same in the page and on the server; a hidden one from a seed
 * that is new for each submission.
 */
export interface Check extends CheckHead {
  /** Task ids need to be unique within the check only. Cases go from small to large: the first that fails is shown. */
  plan(random: Random): Plan;
}

/** A check whose plan is made and whose expressions hold no `trusted` part any more: all that judging needs. */
export const PlannedCheckSchema = CheckHeadSchema.extend({
  tasks: z.array(TaskSchema),
  expectations: z.array(ExpectationSchema),
});
export type PlannedCheck = z.infer<typeof PlannedCheckSchema>;
