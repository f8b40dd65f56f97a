import { expect, test } from 'vitest';
import { compare } from './compare';
import { redactReport } from './redact';
import type { CheckResult, Report } from './report';
import { tensor } from './testing/observations';

const both = (text: string) => ({ en: text, ko: text });
const check = (id: string, visibility: CheckResult['visibility']): CheckResult => ({
  id,
  kind: 'value',
  visibility,
  title: both(id),
  outcome: 'errored',
  points: 0,
  maxPoints: 1,
  ms: 1,
  message: both('secret 1.2345'),
  tensors: [compare('Y', tensor([1], 7), tensor([1], 8), { atol: 0, rtol: 0 })],
  thrown: { name: 'Secret7', message: 'secret 1.2345', location: { line: 2, column: 3 }, stack: [] },
});
const report: Report = {
  exercise: '02-mlp/softmax',
  version: 'v',
  authority: 'verified',
  device: { backend: 'cpu' },
  passed: false,
  score: 0,
  maxScore: 2,
  ms: 1,
  checks: [check('open', 'public'), check('closed', 'hidden')],
  console: {
    lines: [
      { level: 'log', text: 'loading' },
      { level: 'log', text: 'public', task: 'open/0' },
      { level: 'log', text: 'secret', task: 'closed/0' },
      { level: 'log', text: 'kept for later', task: 'open/0' },
    ],
    truncated: false,
  },
};

test('of a hidden check a learner gets shapes and sizes of error, no values and no text of errors', () => {
  const [open, closed] = redactReport(report, 'learner').checks;
  expect(open).toEqual(report.checks[0]);
  expect(JSON.stringify(closed)).not.toMatch(/secret|"actual"|"expected"|worst/i);
  expect(closed?.tensors?.[0]).toMatchObject({ maxError: 1, actualShape: [1], expectedShape: [1] });
  expect(closed?.thrown?.location).toEqual({ line: 2, column: 3 });
});

test('console output ends where the first hidden task wrote', () => {
  expect(redactReport(report, 'learner').console.lines.map(({ text }) => text)).toEqual(['loading', 'public']);
});

test('staff see all of it', () => {
  expect(redactReport(report, 'staff')).toEqual(report);
});

test("a key or a class name of the learner's own never reaches the message of a hidden check", () => {
  const smuggled = { ...check('closed', 'hidden'), outcome: 'failed' as const, tensors: undefined, thrown: undefined };
  const [closed] = redactReport({ ...report, checks: [smuggled] }, 'learner').checks;
  expect(closed?.message.en).toBe('A hidden check on new inputs did not pass.');
});

test('of wrong values in a hidden check the message says how many and how far', () => {
  const wrong = { ...check('closed', 'hidden'), outcome: 'failed' as const, thrown: undefined };
  const [closed] = redactReport({ ...report, checks: [wrong] }, 'learner').checks;
  expect(closed?.message.en).toBe('`Y`: 1 of 1 elements differ; largest error 1, tolerance 0 + 0·|e|.');
});

test('a hidden check that fails by NaN says so, and not that the largest error is 0', () => {
  const tensors = [compare('Y', tensor([2], Number.NaN, 1), tensor([2], 8, 1), { atol: 1e-5, rtol: 0 })];
  const nan = { ...check('closed', 'hidden'), outcome: 'failed' as const, tensors, thrown: undefined };
  const [closed] = redactReport({ ...report, checks: [nan] }, 'learner').checks;
  expect(closed?.message.en).toBe('`Y`: 1 of 2 elements differ, by NaN or Infinity.');
});
