import { expect, test } from 'vitest';
import { describeThrown } from './thrown';

function withStack(...frames: string[]): Error {
  const error = new RangeError('no');
  error.stack = ['RangeError: no', ...frames].join('\n');
  return error;
}

test.each([
  ['Chromium and Node', '    at dense (eval at load (host.js:1:1), learner.ts:6:22)'],
  ['Chromium and Node, named by sourceURL', '    at dense (learner.ts:6:22)'],
  ['Deno', '    at dense (learner.ts, <anonymous>:6:22)'],
  ['Firefox', 'dense@learner.ts:6:22'],
])('the line of an error is found in a stack of %s', (_engine, frame) => {
  const { location, stack } = describeThrown(withStack(frame, '    at run (host.js:9:9)'));
  expect(location).toEqual({ line: 3, column: 22 });
  expect(stack).toEqual([{ fn: 'dense', line: 3, column: 22 }]);
});

test('frames of other files are nobody else’s to see', () => {
  expect(describeThrown(withStack('    at run (/srv/secret/host.js:9:9)'))).toEqual({
    name: 'RangeError',
    message: 'no',
  });
});
