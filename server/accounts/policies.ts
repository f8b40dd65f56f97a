import 'server-only';
import type { Role } from '@/.generated/prisma/enums';
import type { Viewer } from '@/contracts/learning';

/** The viewer as the server knows them: what the page may see, plus what policies ask. */
export interface KnownViewer extends Viewer {
  /** Runs the site: may do everything. */
  isAdmin: boolean;
  /** Of the session that asked. */
  sessionId: string;
  /** Cohorts in progress or past, with the viewer's role in each. Archived ones are left out. */
  cohorts: readonly { id: string; role: Role }[];
  /** It is not they who ask, but staff of this cohort who look as they do (server/view-as): show no work from elsewhere. */
  viewedIn?: string;
}

const RANK = { LEARNER: 0, ASSISTANT: 1, INSTRUCTOR: 2 } as const satisfies Record<Role, number>;
const PUBLIC_ROLE = { LEARNER: 'learner', ASSISTANT: 'assistant', INSTRUCTOR: 'instructor' } as const;

/** Highest role over the cohorts; who runs the site counts as an instructor. */
export function highestRole(roles: readonly Role[], isAdmin: boolean): Viewer['role'] {
  if (isAdmin) return 'instructor';
  const highest = roles.reduce<Role>((best, role) => (RANK[role] > RANK[best] ? role : best), 'LEARNER');
  return PUBLIC_ROLE[highest];
}

/** Assistants and instructors see the work of their own cohorts. */
export function canSeeCohortWork(viewer: KnownViewer, cohortId: string): boolean {
  return viewer.isAdmin || viewer.cohorts.some(({ id, role }) => id === cohortId && role !== 'LEARNER');
}

/** Instructors change their own cohorts. */
export function canManageCohort(viewer: KnownViewer, cohortId: string): boolean {
  return viewer.isAdmin || viewer.cohorts.some(({ id, role }) => id === cohortId && role === 'INSTRUCTOR');
}

/** Ids of the cohorts that somebody changes as their instructor, for queries; who runs the site changes all. */
export function managedCohorts(viewer: KnownViewer): string[] {
  return viewer.cohorts.flatMap(({ id, role }) => (role === 'INSTRUCTOR' ? [id] : []));
}

/** Who runs the site regrades everybody's work (null); an instructor that of their own cohorts. */
export function canRegrade(viewer: KnownViewer, cohortId: string | null): boolean {
  return cohortId === null ? viewer.isAdmin : canManageCohort(viewer, cohortId);
}

/** One's own work, or that of a cohort one teaches. */
export function canSeeSubmission(viewer: KnownViewer, work: { userId: string; cohortId: string | null }): boolean {
  return work.userId === viewer.id || (work.cohortId !== null && canSeeCohortWork(viewer, work.cohortId));
}

/** Only who runs the site makes sign-in links for anybody; instructors do so for learners of a cohort they teach. */
export function canMakeSignInLink(
  viewer: KnownViewer,
  person: { isAdmin: boolean; cohorts: readonly { id: string; role: Role }[] },
): boolean {
  if (viewer.isAdmin) return true;
  const isOnlyLearner = !person.isAdmin && person.cohorts.every(({ role }) => role === 'LEARNER');
  return isOnlyLearner && person.cohorts.some(({ id }) => canManageCohort(viewer, id));
}
