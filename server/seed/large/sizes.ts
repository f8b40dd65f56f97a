import 'server-only';

/** How large the large cohort is. */
export interface LargeSizes {
  learners: number;
  /** The first so many of the course. */
  exercises: number;
  submissions: number;
  teams: number;
  seed: number;
  /** First day, as `2026-10-26`. */
  startsOn: string;
}

export const LARGE: LargeSizes = {
  ...{ learners: 300, exercises: 60, submissions: 200_000, teams: 40 },
  ...{ seed: 1, startsOn: '2026-10-26' },
};
