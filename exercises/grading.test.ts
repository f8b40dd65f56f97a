import { expect, test } from 'vitest';
import { inProcessRunner } from '@/grading/harness/in-process';
import type { CheckResult, Report } from '@/grading/report';
import { gradeSubmission, loadExercise, UnknownExerciseError } from './catalog';

const SEED = 7;

/** `dense` with this body; validation is left out, so its `bad-input` checks fail. */
const dense = (body: string): string => `import * as tf from '@tensorflow/tfjs-core';
export function dense(x: tf.Tensor2D, w: tf.Tensor2D, b: tf.Tensor1D): any {
  ${body}
}`;
const RIGHT = 'tf.tidy(() => tf.add(tf.matMul(x, w), b))';
const grade = (source: string): Promise<Report> =>
  gradeSubmission({ exerciseId: '02-mlp/dense-forward', source, seed: SEED, runner: inProcessRunner });
const checkOf = ({ checks }: Report, id: string): CheckResult => checks.find((check) => check.id === id) as CheckResult;

test.each([
  ['a promise', 'return Promise.resolve(1);', 'Promise'],
  ['a number', 'return 1;', 'a plain number'],
  ['nothing', 'tf.add(x, x);', 'return'],
  ['a function', 'return () => 1;', 'a function'],
  ['null', 'return null;', 'null'],
  ['a plain array', 'return [1, 2];', 'a plain array'],
  ['a disposed tensor', 'const y = tf.matMul(x, w); y.dispose(); return y;', 'already disposed'],
])('%s in place of a tensor is named in both languages', async (_what, body, text) => {
  const { outcome, message } = checkOf(await grade(dense(body)), 'shape');
  expect(outcome).toBe('failed');
  expect(message.en).toContain(text);
  expect(message.ko).toMatch(/[가-힣]/);
});

test('a wrong shape says what was due and what came', async () => {
  const { message } = checkOf(await grade(dense(`return tf.tidy(() => tf.transpose(${RIGHT}));`)), 'shape');
  expect(message.en).toBe('`Y` should have shape [2, 4], but it has [4, 2].');
});

test('NaN is counted and diagnosed', async () => {
  const check = checkOf(await grade(dense(`return tf.tidy(() => tf.mul(${RIGHT}, NaN));`)), 'values');
  expect(check.message.en).toContain('NaN or Infinity in 4 elements');
  expect(check.diagnosis?.id).toBe('pattern:not-finite');
});

test("a thrown error points at the line in the learner's own source", async () => {
  const check = checkOf(await grade(dense(`throw new RangeError('no');`)), 'values');
  expect(check).toMatchObject({ outcome: 'errored', thrown: { name: 'RangeError', location: { line: 3 } } });
});

test('a leak fails its own check and no other', async () => {
  const report = await grade(dense('return tf.add(tf.matMul(x, w), b);'));
  expect(checkOf(report, 'no-leak')).toMatchObject({ outcome: 'failed', diagnosis: { id: 'pattern:leak' } });
  expect(checkOf(report, 'values').outcome).toBe('passed');
});

test('a disposed input fails the purity check', async () => {
  const { outcome, message } = checkOf(await grade(dense(`const y = ${RIGHT}; x.dispose(); return y;`)), 'purity');
  expect(outcome).toBe('failed');
  expect(message.en).toContain('disposed');
});

test('a state between calls fails the purity check', async () => {
  const body = `const y = tf.tidy(() => tf.add(${RIGHT}, calls)); calls += 1; return y;`;
  const report = await grade(`${dense(body)}\nlet calls = 0;`);
  expect(checkOf(report, 'purity').outcome).toBe('failed');
});

test('a cut gradient is told apart from a wrong one', async () => {
  const body = 'return tf.tidy(() => tf.add(tf.matMul(x, w), tf.zeros(b.shape)));';
  const check = checkOf(await grade(dense(body)), 'gradient');
  expect(check.diagnosis?.id).toBe('pattern:disconnected');
  expect(check.message.en).toContain('∂L/∂b');
});

test('a loop over rows costs more kernels than the budget has', async () => {
  const body = `return tf.tidy(() => tf.concat(Array.from({ length: x.shape[0] }, (_, n) =>
    tf.add(tf.matMul(tf.slice(x, [n, 0], [1, x.shape[1]]), w), b))));`;
  const report = await grade(dense(body));
  expect(checkOf(report, 'kernel-budget').outcome).toBe('failed');
  expect(checkOf(report, 'values').outcome).toBe('passed');
});

test('an alias does not get past what is forbidden', async () => {
  const source = `import * as tf from '@tensorflow/tfjs-core';
export function softmax(z: any) { const { softmax: s } = tf as any; return s(z); }`;
  const report = await gradeSubmission({ exerciseId: '02-mlp/softmax', source, seed: SEED, runner: inProcessRunner });
  expect(checkOf(report, 'values').message.en).toContain('`tf.softmax` is not allowed');
});

test('code that does not compile gets one problem, and no check is run', async () => {
  const report = await grade('export function dense( {');
  expect(report.problem?.code).toBe('syntax-error');
  expect(report.checks.map(({ outcome }) => outcome)).toEqual(report.checks.map(() => 'skipped'));
});

test('a failed prerequisite skips its dependents by name', async () => {
  const { outcome, points, message } = checkOf(await grade(dense('return 1;')), 'no-leak');
  expect({ outcome, points }).toEqual({ outcome: 'skipped', points: 0 });
  expect(message.ko).toContain('형태와 dtype');
});

test('the same seed repeats a grade and another seed makes other hidden inputs', async () => {
  const errorOf = async (seed: number) => {
    const source = dense('return tf.tidy(() => tf.matMul(x, w));');
    const report = await gradeSubmission({ exerciseId: '02-mlp/dense-forward', source, seed, runner: inProcessRunner });
    return [checkOf(report, 'fresh-seeds'), checkOf(report, 'values')].map((one) => one.tensors?.[0]?.maxError);
  };
  const [first, again, other] = [await errorOf(1), await errorOf(1), await errorOf(2)];
  expect(first).toEqual(again);
  expect(first[0]).not.toBe(other[0]);
  expect(first[1]).toBe(other[1]);
});

test('an exercise that is not there is refused by name', async () => {
  await expect(loadExercise('02-mlp/nothing')).rejects.toThrow(UnknownExerciseError);
  await expect(loadExercise('../../etc/passwd')).rejects.toThrow(UnknownExerciseError);
});
