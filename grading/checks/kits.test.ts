import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defineExercise } from '../exercise';
import type { GradableExercise } from '../gradable';
import { gradeWithReference } from '../grade-with-reference';
import { inProcessRunner } from '../harness/in-process';
import { createRandom, type Random } from '../random';
import type { Report } from '../report';
import { decodeTensor, type EncodedTensor, type TensorData } from '../tensor-data';
import { memoryBudget, uses } from './budget';
import { check } from './cases';
import type { Check } from './check';
import { numbers } from './numbers';
import { optimizer } from './optimizer';
import { optimizerErrors } from './optimizer-errors';
import { optimizerPath } from './optimizer-path';
import { property } from './property';

const SEED = 11;
const text = { en: 'Test', ko: '시험' };

const folder = new URL('drivers/', import.meta.url);
const kitDrivers = Object.fromEntries(
  readdirSync(folder).map((file) => [file.replace('.ts', ''), readFileSync(new URL(file, folder), 'utf8')]),
);

/** Grades a source on the checks of a kit. */
async function grade(checks: Check[], entry: string, reference: string, source: string): Promise<Report> {
  const gradable: GradableExercise = {
    exercise: defineExercise({
      ...{ id: '01-test/kit', title: text, summary: text, difficulty: 1, minutes: 1 },
      ...{ prerequisites: [], concepts: ['testing'], entries: [entry] },
    }),
    ...{ version: 'v', checks, reference, drivers: kitDrivers, mistakes: [] },
  };
  return gradeWithReference(gradable, source, SEED, { runner: inProcessRunner, trusted: inProcessRunner });
}

const failedIn = ({ checks }: Report): string[] =>
  checks.filter(({ outcome }) => outcome !== 'passed').map(({ id }) => id);

/** Gradient descent with momentum, its update as `update` says. */
const sgd = (update: string, velocity = 'tf.add(tf.mul(o.momentum, state.v[i]), grads[i])', more = '') => `
import * as tf from '@tensorflow/tfjs-core';
export function sgdStep(params: tf.Tensor[], grads: tf.Tensor[], state: { t: number; v: tf.Tensor[] }, o: any) {
  ${more}
  return tf.tidy(() => {
    const v = params.map((_, i) => ${velocity});
    return { params: params.map((w, i) => ${update}), state: { t: state.t + 1, v } };
  });
}`;
const RIGHT = 'tf.sub(w, tf.mul(o.lr, v[i]))';
const sgdChecks = optimizer({
  fn: 'sgdStep',
  slots: ['v'],
  counters: ['t'],
  modes: [
    { id: 'plain', title: text, options: { lr: 0.1, momentum: 0 }, quadratic: { lr: 0.1, momentum: 0 } },
    { id: 'heavy', title: text, options: { lr: 0.1, momentum: 0.9 }, quadratic: { lr: 0.02, momentum: 0.9 } },
  ],
  step64: (params, grads, state, { lr, momentum }) => {
    const v = (state.v as number[][]).map((slot, i) =>
      slot.map((old, at) => (momentum as number) * old + (grads[i]?.[at] as number)),
    );
    const moved = params.map((w, i) => w.map((value, at) => value - (lr as number) * (v[i]?.[at] as number)));
    return { params: moved, state: { t: (state.t as number) + 1, v } };
  },
  first: [{ params: [1, 2], grads: [10, -10], options: { lr: 0.1, momentum: 0.9 }, expected: [0, 3] }],
});
const gradeSgd = (source: string) => grade(sgdChecks, 'sgdStep', sgd(RIGHT), source);

test('an optimizer that is right passes every check of the kit', async () => {
  const report = await gradeSgd(sgd(RIGHT));
  expect(failedIn(report)).toEqual([]);
  expect(report.checks).toHaveLength(10);
});

test.each<[string, string, string[]]>([
  [
    'goes uphill',
    sgd('tf.add(w, tf.mul(o.lr, v[i]))'),
    [
      ...['first-step', 'trajectory-plain', 'trajectory-heavy', 'zero-gradient'],
      ...['ranks', 'gradient-scale', 'quadratic-plain', 'quadratic-heavy'],
    ],
  ],
  [
    'forgets its momentum',
    sgd('tf.sub(w, tf.mul(o.lr, v[i]))', 'grads[i].clone()'),
    ['trajectory-heavy', 'zero-gradient', 'ranks', 'quadratic-heavy'],
  ],
  ['leaks', sgd(RIGHT, undefined, 'tf.scalar(1);'), ['no-leak']],
  [
    'writes into the state it was given',
    sgd(RIGHT, undefined, 'state.t += 1; state.t -= 1; state.v = state.v.slice(); (state as any).seen = true;'),
    ['state-is-new'],
  ],
  ['returns a tensor that it was given', sgd('o.momentum === 0 && params.length === 2 ? w : w'), ['state-is-new']],
])('an optimizer that %s fails where it should', async (_what, source, failing) => {
  expect(failedIn(await gradeSgd(source))).toEqual(expect.arrayContaining(failing));
  expect(failedIn(await gradeSgd(source)).length).toBeLessThan(sgdChecks.length);
});

const settings = { lr: 0.1, momentum: 0.9 };
const sgdErrors = optimizerErrors({
  fn: 'sgdStep',
  slots: ['v'],
  counters: ['t'],
  options: settings,
  fractions: ['momentum'],
});

test('an optimizer that checks nothing fails both tables of bad input', async () => {
  expect(failedIn(await grade(sgdErrors, 'sgdStep', sgd(RIGHT), sgd(RIGHT)))).toEqual(['bad-input', 'more-bad-input']);
});

test.each([
  ['has a learning rate is asked', { lr: 0.1 }, 2],
  ['has none is not asked', {}, 0],
])('an optimizer that %s about a bad one', (_what, rate, rows) => {
  const kit = optimizerErrors({ fn: 'step', slots: ['E'], options: { ...rate, rho: 0.9 }, fractions: ['rho'] });
  const expectations = kit.flatMap((one) => one.plan(createRandom(SEED)).expectations);
  const asked = expectations.filter((row) => row.expect === 'throws' && row.accept.some(({ param }) => param === 'lr'));
  expect(asked).toHaveLength(rows);
});

test.each([
  ['is right', sgd(RIGHT), []],
  ['goes uphill', sgd('tf.add(w, tf.mul(o.lr, v[i]))'), ['path']],
])('an optimizer that %s is judged by the path that is known', async (_what, source, failing) => {
  const checks = [
    check('path', 'value', 'public', text, () =>
      optimizerPath({
        ...{ fn: 'sgdStep', start: [1], options: settings, gradients: [[1], [1]], expected: [[0.9], [0.71]] },
        state: { t: 0, v: [{ dtype: 'float32', shape: [1], values: Float32Array.of(0) }] },
      }),
    ),
  ];
  expect(failedIn(await grade(checks, 'sgdStep', sgd(RIGHT), source))).toEqual(failing);
});

const meanOf = (body: string) => `export function mean(xs: number[]): { value: number; enough: boolean } { ${body} }`;
const meanChecks = numbers<readonly [readonly number[]]>({
  callee: 'mean',
  outputs: [
    { label: 'value', path: ['value'] },
    { label: 'enough', path: ['enough'], tolerance: 'exact' },
  ],
  table: [{ args: [[1, 2, 6]], expected: { value: 3, enough: true } }],
  values: [() => [[1, 2]], (random) => [Array.from({ length: 4 }, () => random.next())]],
  fresh: (random) => [Array.from({ length: random.integer(1, 5) }, () => random.next())],
  boundary: [() => [[7]]],
});
const MEAN = 'return { value: xs.reduce((a, b) => a + b) / xs.length, enough: xs.length > 1 };';
const gradeMean = (body: string) => grade(meanChecks, 'mean', meanOf(MEAN), meanOf(body));

test('a function of numbers that is right passes every check of the kit', async () => {
  expect(failedIn(await gradeMean(MEAN))).toEqual([]);
});

test.each([
  ['is off by 1e-8', MEAN.replace('xs.length,', 'xs.length + 1e-8,'), ['table', 'values', 'boundary', 'fresh-cases']],
  ['says yes where no is due', MEAN.replace('> 1', '> 0'), ['boundary', 'fresh-cases']],
  ['returns 1 for true', MEAN.replace('> 1', '> 1 ? 1 : 0'), ['table', 'values', 'boundary', 'fresh-cases']],
  ['sorts what it was given', `xs.sort((a, b) => b - a); ${MEAN}`, ['arguments-intact']],
])('a function of numbers that %s fails where it should', async (_what, body, failing) => {
  expect(failedIn(await gradeMean(body))).toEqual(failing);
});

const shift = property({
  ...{ id: 'shift', title: text, visibility: 'public', driver: 'shift', inputs: ['x', 'c'] },
  generate: (random, size) => [random.normal([size, 2]), random.integer(1, 5)],
  sides: [{ label: 'f(x + c)', tolerance: 'forward', terms: 1 }],
  shrink: { rows: ['x'], values: ['x'] },
});
const shiftDriver = `import * as tf from '@tensorflow/tfjs-core';
export function drive({ f }: { f: (x: tf.Tensor) => tf.Tensor }, x: tf.Tensor, c: number) {
  return { 'f(x + c)': { actual: f(tf.add(x, c)), expected: tf.add(f(x), c) } };
}`;
const shifted = (body: string) => `import * as tf from '@tensorflow/tfjs-core';
export function f(x: tf.Tensor) { return ${body}; }`;

async function gradeShift(body: string): Promise<Report> {
  const gradable: GradableExercise = {
    exercise: defineExercise({
      ...{ id: '01-test/kit', title: text, summary: text, difficulty: 1, minutes: 1 },
      ...{ prerequisites: [], concepts: ['testing'], entries: ['f'] },
    }),
    ...{ version: 'v', checks: [shift], reference: shifted('x'), drivers: { shift: shiftDriver }, mistakes: [] },
  };
  return gradeWithReference(gradable, shifted(body), SEED, { runner: inProcessRunner, trusted: inProcessRunner });
}

test('a property that holds passes without a counterexample', async () => {
  const [check] = (await gradeShift('tf.add(x, 7)')).checks;
  expect(check).toMatchObject({ outcome: 'passed' });
  expect(check).not.toHaveProperty('counterexample');
});

test('a property that fails shows the smallest input on which it does', async () => {
  const [check] = (await gradeShift('tf.mul(x, 2)')).checks;
  expect(check?.outcome).toBe('failed');
  const x = check?.counterexample?.find(({ name }) => name === 'x')?.value as { $tensor: EncodedTensor };
  expect(decodeTensor(x.$tensor)).toMatchObject({ shape: [1, 2], values: Float32Array.of(0, 0) });
});

const square = (random: Random): readonly [TensorData] => [random.normal([4, 4])];
const budgets = [
  check('bytes', 'budget', 'hidden', text, memoryBudget('f', square, 2)),
  check('product', 'uses', 'hidden', text, uses('f', square, { some: ['BatchMatMul'], none: ['Tile'] })),
];

test.each([
  ['a product', 'tf.matMul(x, x)', []],
  [
    'a product of wide copies',
    'tf.tidy(() => tf.matMul(tf.tile(x, [1, 8]), tf.tile(x, [8, 1])))',
    ['bytes', 'product'],
  ],
  ['a sum', 'tf.add(x, x)', ['product']],
])('%s is held against the bytes and kernels of the reference', async (_what, body, failing) => {
  const report = await grade(budgets, 'f', shifted('tf.matMul(x, x)'), shifted(body));
  expect(failedIn(report)).toEqual(failing);
});
