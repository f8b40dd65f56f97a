import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import type { GradingRule } from '@/contracts/gradebook';

/** Columns of a cohort that are its rule. */
export const RULE_SELECT = {
  attemptsRule: true,
  latePercent: true,
  lateMost: true,
  lateDays: true,
} as const satisfies Prisma.CohortSelect;

export function toRule({
  attemptsRule,
  latePercent,
  lateMost,
  lateDays,
}: Prisma.CohortGetPayload<{ select: typeof RULE_SELECT }>): GradingRule {
  return {
    attempts: attemptsRule === 'LAST' ? 'last' : 'best',
    late: { percentPerDay: latePercent, most: lateMost, nothingAfter: lateDays },
  };
}
