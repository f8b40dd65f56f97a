import { z } from 'zod';

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
