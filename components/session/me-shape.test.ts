import { expect, test } from 'vitest';
import { MeSchema } from '@/contracts/learning';
import { meShape } from './me-shape';

const member = { id: 'm', kind: 'member', name: 'Mina', email: 'm@x.kr', emailVerified: true, role: 'learner' };
const exercise = { state: 'trying', bestScore: 3, maxScore: 15, attempts: 2 };
const full = {
  viewer: member,
  exercises: { '02-mlp/softmax': exercise },
  lessons: { '02-mlp.01-x': { state: 'started' } },
  quickChecks: { '02-mlp.01-x#one': { answer: ['a'], correct: false, due: '2026-11-25T12:00:00.000Z' } },
};

test.each([
  ['a stranger', { ...full, viewer: null }],
  ['a member', full],
])('what the contract allows of %s is taken as it is', (_, me) => {
  expect(meShape.safeParse(me)).toEqual({ success: true, data: MeSchema.parse(me) });
});

test.each([
  ['no object', 'x'],
  ['an error body', { error: { code: 'unavailable' } }],
  ['no viewer at all', { ...full, viewer: undefined }],
  ['a viewer without a name', { ...full, viewer: { id: 'm' } }],
  ['exercises as a list', { ...full, exercises: [] }],
  ['a lesson that is no record', { ...full, lessons: { x: 'started' } }],
])('%s is refused, as by the contract', (_, value) => {
  expect(meShape.safeParse(value).success).toBe(false);
  expect(MeSchema.safeParse(value).success).toBe(false);
});
