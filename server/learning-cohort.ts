import 'server-only';
import { dueFor } from './cohorts/due';
import type { Transaction } from './transaction';

/** The cohort in which somebody works on an exercise. */
export interface LearningCohort {
  id: string;
  solutionsOpen: 'AFTER_PASS' | 'AFTER_DUE' | 'NEVER';
  /** For this learner: by their extension or the plan, or else as the cohort ends. */
  dueAt: Date | null;
  /** The viewer teaches it and learns in no other. */
  isStaff: boolean;
}

const HOUR = 3_600_000;
/** A cohort's last day is over everywhere this long after it began in UTC. */
const LAST_DAY = 36 * HOUR;

/**
 * Of somebody's cohorts that are not archived: one that learns this exercise by plan goes before one that merely learns,
 * that before one that teaches; of equals the newest. Null for who learns alone.
 */
export async function findLearningCohort(
  tx: Pick<Transaction, 'enrolment'>,
  userId: string,
  exerciseId: string,
): Promise<LearningCohort | null> {
  const enrolments = await tx.enrolment.findMany({
    where: { userId, cohort: { archivedAt: null } },
    orderBy: { createdAt: 'desc' },
    select: {
      role: true,
      cohort: {
        select: {
          id: true,
          solutionsOpen: true,
          endsOn: true,
          assignments: { where: { exerciseId }, select: { dueAt: true } },
          extensions: { where: { userId, exerciseId, withdrawnAt: null }, select: { dueAt: true } },
        },
      },
    },
  });
  const learning = enrolments.filter(({ role }) => role === 'LEARNER');
  const chosen = learning.find(({ cohort }) => cohort.assignments.length > 0) ?? learning[0] ?? enrolments[0];
  if (chosen === undefined) return null;
  const { id, solutionsOpen, endsOn, assignments, extensions } = chosen.cohort;
  const end = endsOn && new Date(endsOn.getTime() + LAST_DAY);
  const dueAt = dueFor(assignments[0]?.dueAt ?? null, extensions[0]?.dueAt);
  return { id, solutionsOpen, dueAt: dueAt ?? end, isStaff: chosen.role !== 'LEARNER' };
}
