import { expect, test } from 'vitest';
import {
  canMakeSignInLink,
  canManageCohort,
  canSeeCohortWork,
  canSeeSubmission,
  highestRole,
  type KnownViewer,
} from './policies';

function viewer(overrides: Partial<KnownViewer>): KnownViewer {
  return {
    id: 'ada',
    kind: 'member',
    name: 'Ada',
    email: 'ada@course.test',
    emailVerified: true,
    role: 'learner',
    isAdmin: false,
    sessionId: 'session',
    cohorts: [],
    ...overrides,
  };
}

const learner = viewer({ cohorts: [{ id: 'spring', role: 'LEARNER' }] });
const assistant = viewer({ cohorts: [{ id: 'spring', role: 'ASSISTANT' }] });
const instructor = viewer({ cohorts: [{ id: 'spring', role: 'INSTRUCTOR' }] });
const admin = viewer({ isAdmin: true });

test.each([
  ['nobody enrolled', [], false, 'learner'],
  ['learner and assistant', ['LEARNER', 'ASSISTANT'], false, 'assistant'],
  ['instructor and learner', ['INSTRUCTOR', 'LEARNER'], false, 'instructor'],
  ['whoever runs the site', [], true, 'instructor'],
] as const)('the highest role of %s is found', (_who, roles, isAdmin, highest) => {
  expect(highestRole(roles, isAdmin)).toBe(highest);
});

test.each([
  ['a learner', learner, false, false],
  ['an assistant', assistant, true, false],
  ['an instructor', instructor, true, true],
  ['whoever runs the site', admin, true, true],
])('%s sees and manages a cohort as their role allows', (_who, who, sees, manages) => {
  expect([canSeeCohortWork(who, 'spring'), canManageCohort(who, 'spring')]).toEqual([sees, manages]);
});

test('staff of one cohort see nothing of another', () => {
  expect(canSeeCohortWork(instructor, 'autumn')).toBe(false);
  expect(canManageCohort(instructor, 'autumn')).toBe(false);
});

test.each([
  ['own work outside a cohort', learner, { userId: 'ada', cohortId: null }, true],
  ['a classmate’s work', learner, { userId: 'bob', cohortId: 'spring' }, false],
  ['work of a cohort one assists in', assistant, { userId: 'bob', cohortId: 'spring' }, true],
  ['somebody’s work outside a cohort, as an instructor', instructor, { userId: 'bob', cohortId: null }, false],
])('%s is seen by who may', (_what, who, work, sees) => {
  expect(canSeeSubmission(who, work)).toBe(sees);
});

test.each([
  ['an instructor for their learner', instructor, 'LEARNER', false, true],
  ['an instructor for a fellow instructor', instructor, 'INSTRUCTOR', false, false],
  ['an instructor for a learner who runs the site', instructor, 'LEARNER', true, false],
  ['an assistant', assistant, 'LEARNER', false, false],
  ['whoever runs the site, for anybody', admin, 'INSTRUCTOR', true, true],
] as const)('a sign-in link by %s is made or refused', (_who, who, role, isAdmin, allowed) => {
  expect(canMakeSignInLink(who, { isAdmin, cohorts: [{ id: 'spring', role }] })).toBe(allowed);
});
