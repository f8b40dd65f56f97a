import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { gradeSubmission } from '@/exercises/catalog';
import { inProcessRunner } from '@/grading/harness/in-process';
import type { CheckResult, TensorComparison } from '@/grading/report';
import { encodeTensor } from '@/grading/tensor-data';
import { signatureOf } from './signature';

const ID = '02-mlp/dense-forward';

function failing(values: { is: number[]; due: number[] }, more: Partial<TensorComparison> = {}): CheckResult {
  const encode = (numbers: number[]) =>
    encodeTensor({ dtype: 'float32', shape: [numbers.length], values: Float32Array.from(numbers) });
  const failed = values.due.filter((due, at) => Math.abs(due - (values.is[at] ?? Number.NaN)) > 1e-4).length;
  const text = { ko: '', en: '' };
  return {
    ...{ id: 'values', kind: 'value', visibility: 'hidden', title: text, message: text, outcome: 'failed' },
    ...{ points: 0, maxPoints: 1, ms: 1 },
    tensors: [
      {
        ...{ label: 'Y', actualShape: [values.is.length], expectedShape: [values.due.length] },
        ...{ actual: encode(values.is), expected: encode(values.due), maxError: 1, meanError: 1, atol: 0, rtol: 0 },
        ...{ failing: failed, total: values.due.length, passed: false },
        ...more,
      },
    ],
  };
}

const due = [0.5, -2, 0, 3.25, 1];
const otherSeed = [7, 0, -0.125, 4, 11];
const twice = (numbers: number[]) => ({ is: numbers.map((value) => value * 2), due: numbers });
const off = (numbers: number[]) => ({ is: numbers.map((value) => value + 0.1), due: numbers });

test.each([
  ['a factor', failing(twice(due)), failing(twice(otherSeed))],
  ['a difference', failing(off(due)), failing(off(otherSeed))],
  [
    'something not finite',
    failing({ is: [Number.NaN, 1, 2], due: [0, 1, 2] }),
    failing({ is: [5, 6, Infinity], due: [5, 6, 7] }),
  ],
  [
    'a shape',
    failing({ is: due, due }, { expectedShape: [5, 1] }),
    failing({ is: otherSeed, due: otherSeed }, { expectedShape: [5, 1] }),
  ],
  ['some elements', failing({ is: [1, 2, 3, 9], due: [1, 2, 3, 4] }), failing({ is: [5, 0, 7, 8], due: [5, 6, 7, 8] })],
])('%s is the same trouble on other inputs', (_what, one, other) => {
  expect(signatureOf(ID, one)).toBe(signatureOf(ID, other));
});

test('other trouble has another signature, and so has the same in another check or exercise', () => {
  const half = failing({ is: due.map((value) => value / 2), due });
  const all = [
    failing(twice(due)),
    half,
    failing(off(due)),
    failing({ is: [Number.NaN, 1, 2], due: [0, 1, 2] }),
    failing({ is: due, due }, { expectedShape: [5, 1] }),
    failing({ is: [1, 2, 3, 9], due: [1, 2, 3, 4] }),
    failing({ is: [9, -3, 17, 9], due: [1, 2, 3, 4] }),
    failing(twice(due), { label: 'dW' }),
    { ...half, id: 'other' },
    { ...half, outcome: 'timed-out' as const },
    { ...half, diagnosis: { id: 'mistake:mean', text: { ko: '', en: '' }, confidence: 1 } },
  ].map((result) => signatureOf(ID, result));
  all.push(signatureOf('02-mlp/softmax', half));
  expect(new Set(all).size).toBe(all.length);
});

test('an error is told by its words and not by its numbers; what passed or was not run has no signature', () => {
  const thrown = (message: string) => ({
    ...failing(twice(due)),
    tensors: [],
    outcome: 'errored' as const,
    thrown: { name: 'Error', message },
  });
  expect(signatureOf(ID, thrown('shapes [3,4] and [5,6] differ'))).toBe(
    signatureOf(ID, thrown('shapes [1,2,3] and [9] differ')),
  );
  expect(signatureOf(ID, thrown('x is undefined'))).not.toBe(signatureOf(ID, thrown('y is undefined')));
  for (const outcome of ['passed', 'skipped'] as const) expect(signatureOf(ID, { ...thrown('x'), outcome })).toBeNull();
});

const graded = ['02-mlp/dense-forward', '02-mlp/softmax', '02-mlp/relu-backward', '05-convolution/pool2d'].flatMap(
  (id) => readdirSync(`exercises/${id}/mistakes`).map((file) => [id, file] as const),
);

async function signatures(exerciseId: string, source: string, seed: number): Promise<(string | null)[]> {
  const { checks } = await gradeSubmission({ exerciseId, source, seed, runner: inProcessRunner });
  return checks.map((check) => signatureOf(exerciseId, check));
}

test.each(graded)('%s, %s: graded on other seeds it is the same trouble', async (id, file) => {
  const source = readFileSync(`exercises/${id}/mistakes/${file}`, 'utf8');
  const [first, second, third] = [
    await signatures(id, source, 11),
    await signatures(id, source, 12),
    await signatures(id, source, 13),
  ];
  // By luck a mistake may pass a check on one seed.
  const sure = first.flatMap((signature, at) => (signature && second[at] && third[at] ? [at] : []));
  expect(sure.length).toBeGreaterThan(0);
  const at = (all: (string | null)[]) => sure.map((index) => all[index]);
  expect([at(second), at(third)]).toEqual([at(first), at(first)]);
});

test('different mistakes of one exercise are different trouble', async () => {
  const mistakes = readdirSync(`exercises/${ID}/mistakes`).map((file) =>
    readFileSync(`exercises/${ID}/mistakes/${file}`, 'utf8'),
  );
  const all = await Promise.all(mistakes.map((source) => signatures(ID, source, 11)));
  expect(new Set(all.map((of) => of.join())).size).toBe(mistakes.length);
});

test('the same wrong idea, written otherwise and known to no author, is the same trouble', async () => {
  const wrong = (body: string) => `import * as tf from '@tensorflow/tfjs-core';
export function dense(x: tf.Tensor2D, w: tf.Tensor2D, b: tf.Tensor1D) {
  ${body}
}`;
  const valuesOf = async (body: string, seed: number) =>
    (await signatures(ID, wrong(body), seed)).filter((signature) => signature?.includes('·values·'));
  const one = await valuesOf('return tf.tidy(() => tf.mul(tf.add(tf.matMul(x, w), b), 3));', 1);
  const other = await valuesOf(
    'return tf.tidy(() => { const y = tf.add(b, tf.matMul(x, w)); return tf.add(y, tf.mul(2, y)); });',
    2,
  );
  const third = await valuesOf('return tf.tidy(() => tf.mul(tf.add(tf.matMul(x, w), b), 5));', 1);
  expect(one).toEqual(other);
  expect(one).not.toEqual(third);
});
