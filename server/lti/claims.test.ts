import { expect, test } from 'vitest';
import { roleOf } from './claims';

const MEMBERSHIP = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const INSTITUTION = 'http://purl.imsglobal.org/vocab/lis/v2/institution/person';
const SYSTEM = 'http://purl.imsglobal.org/vocab/lis/v2/system/person';

test.each([
  [[`${MEMBERSHIP}#Learner`], 'LEARNER'],
  [['Learner'], 'LEARNER'],
  [[`${MEMBERSHIP}/Learner#GuestLearner`], 'LEARNER'],
  [[`${MEMBERSHIP}#Instructor`], 'INSTRUCTOR'],
  [[`${MEMBERSHIP}#Learner`, `${MEMBERSHIP}#Instructor`], 'INSTRUCTOR'],
  [[`${MEMBERSHIP}/Instructor#PrimaryInstructor`], 'INSTRUCTOR'],
  [[`${MEMBERSHIP}#Instructor`, `${MEMBERSHIP}/Instructor#TeachingAssistant`], 'ASSISTANT'],
  [[`${MEMBERSHIP}/Instructor#Grader`], 'ASSISTANT'],
  [[`${INSTITUTION}#Instructor`, `${MEMBERSHIP}#Learner`], 'LEARNER'],
  [[`${INSTITUTION}#Instructor`], null],
  [[`${SYSTEM}#Administrator`], null],
  [[`${MEMBERSHIP}#Administrator`], null],
  [[`${MEMBERSHIP}#Mentor`], null],
  [['https://evil.test/membership#Instructor'], null],
  [['InstructorOfNothing'], null],
  [[], null],
])('%j is %s', (roles, role) => {
  expect(roleOf(roles)).toBe(role);
});
