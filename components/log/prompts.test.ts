import { expect, test } from 'vitest';
import type { LogActivity } from '@/contracts/log';
import { promptsOf } from './prompts';

const titles = { lessons: { '02-mlp.01-lines': 'Lines' }, exercises: { '02-mlp/softmax': 'Softmax' } };
const nothing: LogActivity = { lessons: [], checks: [], exercises: [], session: false };
const keys = (activity: Partial<LogActivity>) =>
  Object.values(promptsOf({ ...nothing, ...activity }, titles, 'en')).map(({ key }) => key);
const softmax = { exercise: '02-mlp/softmax', attempts: 2, passed: false, findings: [] };

test('a day without work asks plainly', () => {
  expect(keys({})).toEqual(['plain', 'plain', 'plain', 'plain', 'plain']);
});

test('a lesson asks what it taught and what of it cannot be explained', () => {
  expect(keys({ lessons: [{ lesson: '02-mlp.01-lines', finished: true }] })).toEqual([
    'lesson',
    'plain',
    'plain',
    'lesson',
    'plain',
  ]);
});

test('a failed attempt asks for its cause, in the words of its diagnosis', () => {
  const finding = { check: { en: 'rows', ko: '행' }, diagnosis: { en: 'Wrong axis.', ko: '축이 다릅니다.' } };
  const activity = { ...nothing, exercises: [{ ...softmax, findings: [finding] }] };
  expect(promptsOf(activity, titles, 'ko').mistake).toEqual({
    key: 'finding',
    values: { title: 'Softmax', text: '축이 다릅니다.' },
  });
  expect(keys({ exercises: [softmax] })).toEqual(['plain', 'exercise', 'failed', 'open', 'plain']);
});

test('a pass asks for the idea, a session for thanks', () => {
  expect(keys({ exercises: [{ ...softmax, passed: true }], session: true })).toEqual([
    'passed',
    'exercise',
    'plain',
    'plain',
    'session',
  ]);
});
