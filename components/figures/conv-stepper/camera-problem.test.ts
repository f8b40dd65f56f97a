import { expect, test } from 'vitest';
import { cameraProblem } from './camera-problem';

test.each([
  ['NotAllowedError', 'cameraRefused'],
  ['SecurityError', 'cameraRefused'],
  ['NotFoundError', 'cameraNone'],
  ['OverconstrainedError', 'cameraNone'],
  ['NotReadableError', 'cameraBusy'],
  ['AbortError', 'cameraBusy'],
  ['TypeError', 'cameraFailed'],
] as const)('%s means: %s', (name, problem) => {
  expect(cameraProblem(new DOMException('', name))).toBe(problem);
});

test('what is no error has failed, too', () => {
  expect(cameraProblem('no')).toBe('cameraFailed');
});
