import 'server-only';

/**
 * Queues of the grader, in the order in which a free slot looks into them: members, exercises that run long, guests.
 */
export const LANES = ['grade', 'grade-long', 'grade-guest'] as const;
export type Lane = (typeof LANES)[number];

/** Channel that only wakes graders. */
export const GRADE_CHANNEL = 'grade';

/** How often a run that could not be graded is tried again, and after how many seconds (doubled each time). */
export const RETRY = { retryLimit: 2, retryDelay: 2, retryBackoff: true } as const;

/** A job that is active longer than this is given up by pg-boss, whatever became of its grader. Seconds. */
export const EXPIRE_SECONDS: Record<Lane, number> = { grade: 300, 'grade-long': 1800, 'grade-guest': 300 };

/** The lane of a submission. Guests wait behind members in the long lane too, by priority. */
export function laneOf({ isGuest, isLong }: { isGuest: boolean; isLong: boolean }): Lane {
  if (isLong) return 'grade-long';
  return isGuest ? 'grade-guest' : 'grade';
}

/** Within a lane: regrades wait for everybody, guests for members. */
export const PRIORITY = { member: 10, guest: 0, regrade: -10 } as const;

/** How many of a grader's slots a lane may hold at once: one lane of long or unpaid work never holds them all. */
export function capOf(lane: Lane, slots: number): number {
  return lane === 'grade' ? slots : Math.max(1, Math.floor(slots / 2));
}
