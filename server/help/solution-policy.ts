import 'server-only';
import type { SolutionsOpen } from '@/.generated/prisma/enums';
import type { HelpState } from '@/contracts/learning';

/** What a cohort says about one exercise. Who learns alone has no cohort, and solutions open after a pass. */
export interface SolutionRule {
  solutionsOpen: SolutionsOpen;
  /** When the exercise is due; null: never. */
  dueAt: Date | null;
}

/** Where the learner stands. Staff of the cohort see every solution. */
export interface SolutionSeeker {
  isStaff: boolean;
  passed: boolean;
  gaveUp: boolean;
}

/** Whether the reference solution is open, and if not, what opens it. */
export function solutionState(rule: SolutionRule, seeker: SolutionSeeker, now: Date): HelpState['solution'] {
  if (seeker.isStaff) return 'open';
  switch (rule.solutionsOpen) {
    case 'AFTER_PASS':
      return seeker.passed || seeker.gaveUp ? 'open' : 'after-pass';
    case 'AFTER_DUE':
      return rule.dueAt !== null && rule.dueAt <= now ? 'open' : 'after-due';
    case 'NEVER':
      return 'never';
  }
}
