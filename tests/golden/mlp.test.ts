import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { loadExercise } from '@/exercises/catalog';
import { callTask, vjpTask } from '@/grading/checks/cases';
import { compare } from '@/grading/compare';
import { compile } from '@/grading/compile';
import { type Evaluated, evaluate } from '@/grading/evaluate';
import { inProcessRunner } from '@/grading/harness/in-process';
import type { Task } from '@/grading/task';
import type { TensorData } from '@/grading/tensor-data';
import { toleranceOf } from '@/grading/tolerance';

const PlainSchema = z
  .object({ shape: z.array(z.number()), values: z.array(z.number()) })
  .transform(({ shape, values }): TensorData => ({ dtype: 'float32', shape, values: Float32Array.from(values) }));
const CaseSchema = z.object({
  title: z.string(),
  inputs: z.record(z.string(), PlainSchema),
  output: PlainSchema,
  upstream: PlainSchema,
  gradients: z.record(z.string(), PlainSchema),
});
type Case = z.infer<typeof CaseSchema>;

function goldens(name: string): [string, Case][] {
  const text = readFileSync(new URL(`./02-mlp/${name}.json`, import.meta.url), 'utf8');
  const { cases } = z.object({ cases: z.array(CaseSchema).min(4) }).parse(JSON.parse(text));
  return cases.map((one) => [one.title, one]);
}

async function runReference(id: string, tasks: Task[]) {
  const { exercise, reference } = await loadExercise(id);
  const compiled = compile(reference, { entries: exercise.entries, forbidden: [] }) as { source: string };
  const job = { source: compiled.source, entries: exercise.entries, forbidden: [], tasks };
  const { observations } = await inProcessRunner.run(job, { heartbeatMs: 60_000, totalMs: 60_000 });
  return new Map(observations.map((observation) => [observation.task, observation]));
}

const tensorOf = (evaluated: Evaluated): TensorData => (evaluated as { tensor: TensorData }).tensor;
const FORWARD = toleranceOf('forward', 'cpu', 10);
const GRADIENT = toleranceOf('gradient', 'cpu', 10);

test.each([
  ...goldens('dense').map(([title, golden]) => ['02-mlp/dense-forward', 'dense', title, golden] as const),
  ...goldens('softmax').map(([title, golden]) => ['02-mlp/softmax', 'softmax', title, golden] as const),
])('%s agrees with PyTorch: %s, %s', async (id, fn, _title, golden) => {
  const inputs = Object.values(golden.inputs);
  const run = await runReference(id, [callTask('call', fn, inputs), vjpTask('vjp', fn, inputs, golden.upstream)]);
  const output = tensorOf(evaluate({ output: 'call', path: [] }, run));
  expect(compare('output', output, golden.output, FORWARD)).toMatchObject({ passed: true, failing: 0 });
  const gradients = Object.entries(golden.gradients).map(([name, expected], index) =>
    compare(name, tensorOf(evaluate({ gradient: 'vjp', index }, run)), expected, GRADIENT),
  );
  expect(gradients.filter(({ passed }) => !passed)).toEqual([]);
  expect(gradients).toHaveLength(inputs.length);
});

test.each(goldens('dense'))(
  '02-mlp/dense-backward agrees with PyTorch: %s',
  async (_title, { inputs, upstream, gradients }) => {
    const { x, w } = inputs as Record<'x' | 'w', TensorData>;
    const run = await runReference('02-mlp/dense-backward', [callTask('call', 'denseBackward', [upstream, x, w])]);
    const compared = Object.entries(gradients).map(([name, expected]) =>
      compare(name, tensorOf(evaluate({ output: 'call', path: [`d${name}`] }, run)), expected, GRADIENT),
    );
    expect(compared.map(({ label, passed }) => [label, passed])).toEqual([
      ['x', true],
      ['w', true],
      ['b', true],
    ]);
  },
);
