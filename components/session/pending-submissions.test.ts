import { expect, test } from 'vitest';
import { findPending, removePending, writePending } from './pending-submissions';

const submission = (clientId: string, exercise: string, at: number) => ({
  input: { exercise, source: 'export const a = 1;', clientId, locale: 'ko' as const },
  at,
});
const first = '00000000-0000-4000-8000-000000000001';
const second = '00000000-0000-4000-8000-000000000002';

test('after a reload the newest submission of the exercise that was not answered is taken up', () => {
  writePending(submission(first, '02-mlp/softmax', 1));
  writePending(submission(second, '02-mlp/softmax', 2));
  expect(findPending('02-mlp/softmax')?.input.clientId).toBe(second);
  expect(findPending('02-mlp/dense-forward')).toBeNull();
  removePending(second);
  expect(findPending('02-mlp/softmax')?.input.clientId).toBe(first);
  removePending(first);
  expect(findPending('02-mlp/softmax')).toBeNull();
});
