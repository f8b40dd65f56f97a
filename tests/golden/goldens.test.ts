import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { loadExercise } from '@/exercises/catalog';
import { listExerciseIds } from '@/exercises/folder';
import { type Argument, isTensorData } from '@/grading/checks/argument';
import { callTask, outputOf, plainOf, vjpTask } from '@/grading/checks/cases';
import { compare } from '@/grading/compare';
import { type Compiled, compile } from '@/grading/compile';
import { compileLayers } from '@/grading/compile-layers';
import { driversFor } from '@/grading/drivers';
import { type Evaluated, evaluate } from '@/grading/evaluate';
import { inProcessRunner } from '@/grading/harness/in-process';
import type { CompiledLayer, Task } from '@/grading/task';
import { type TensorData, valuesOf } from '@/grading/tensor-data';
import { toleranceOf } from '@/grading/tolerance';

const PathSchema = z.array(z.union([z.string(), z.number()]));
/** JSON has no NaN and no infinities: they are strings. */
const ValuesSchema = z
  .array(z.union([z.number(), z.enum(['NaN', 'Infinity', '-Infinity'])]))
  .transform((all) => all.map(Number));
const PlainSchema = z.object({ shape: z.array(z.number()), values: ValuesSchema });
const CaseSchema = z.object({
  title: z.string(),
  fn: z.string().default(''),
  driver: z.string().optional(),
  args: z.array(z.unknown()),
  outputs: z.array(PlainSchema.extend({ path: PathSchema, numbers: z.boolean() })).min(1),
  gradients: z
    .object({
      output: PathSchema,
      upstream: PlainSchema,
      wrt: z.array(PlainSchema.extend({ path: PathSchema })).min(1),
    })
    .optional(),
});
const FileSchema = z.object({ exercise: z.string(), cases: z.array(CaseSchema).min(4) });
type Case = z.infer<typeof CaseSchema>;

const here = new URL('.', import.meta.url);
const goldens = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => FileSchema.parse(JSON.parse(readFileSync(new URL(file, here), 'utf8'))));

const TensorSchema = z.object({ $tensor: PlainSchema.extend({ dtype: z.enum(['float32', 'int32']) }) });

/** Arguments as the scripts write them, with tensors as tensors. */
function argumentOf(value: unknown): Argument {
  const tensor = TensorSchema.safeParse(value);
  if (tensor.success) {
    const { dtype, shape, values } = tensor.data.$tensor;
    return { dtype, shape, values: valuesOf(dtype, values) };
  }
  if (Array.isArray(value)) return value.map(argumentOf);
  if (typeof value !== 'object' || value === null) return value as Argument;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, argumentOf(entry)]));
}

async function runReference(id: string, tasks: Task[]) {
  const { exercise, reference, drivers, library } = await loadExercise(id);
  const compiled = compile(reference, { entries: exercise.entries, forbidden: [], library }) as Compiled & { ok: true };
  const { layers } = compileLayers(library ?? [], compiled.layers) as { layers: CompiledLayer[] };
  const job = {
    ...{ source: compiled.source, entries: exercise.entries, forbidden: [], tasks },
    drivers: driversFor(tasks, drivers),
    layers,
  };
  const { observations } = await inProcessRunner.run(job, { heartbeatMs: 60_000, totalMs: 60_000 });
  return new Map(observations.map((observation) => [observation.task, observation]));
}

const tensorOf = (evaluated: Evaluated): TensorData => {
  if ('absent' in evaluated) throw new Error(JSON.stringify(evaluated));
  return evaluated.tensor;
};
const due = (dtype: TensorData['dtype'], { shape, values }: z.infer<typeof PlainSchema>): TensorData => ({
  dtype,
  shape,
  values: valuesOf(dtype, values),
});

function tasksOf({ fn, driver, args, gradients }: Case): Task[] {
  const decoded = args.map(argumentOf);
  const call = callTask('call', driver === undefined ? fn : { driver }, decoded);
  if (!gradients) return [call];
  const paths = gradients.wrt.map(({ path }) => path);
  return [call, vjpTask('vjp', fn, decoded, paths, due('float32', gradients.upstream), gradients.output)];
}

const all = goldens.flatMap(({ exercise, cases }) => cases.map((one) => [exercise, one.title, one] as const));

test.each(all)('%s agrees with PyTorch: %s', async (exercise, _title, golden) => {
  const run = await runReference(exercise, tasksOf(golden));
  const outputs = golden.outputs.map(({ path, numbers, ...plain }) => {
    const actual = tensorOf(evaluate(numbers ? plainOf('call', path) : outputOf('call', path), run));
    const tolerance = toleranceOf(numbers ? 'plain' : 'forward', 'cpu', 10);
    return compare(`output ${path}`, actual, due(actual.dtype, plain), tolerance);
  });
  const gradients = (golden.gradients?.wrt ?? []).map(({ path, ...plain }, index) =>
    compare(
      `gradient ${path}`,
      tensorOf(evaluate({ gradient: 'vjp', index }, run)),
      due('float32', plain),
      toleranceOf('gradient', 'cpu', 10),
    ),
  );
  expect([...outputs, ...gradients].filter(({ passed }) => !passed)).toEqual([]);
});

test('every exercise has goldens, and they say how they were made', async () => {
  expect(goldens.map(({ exercise }) => exercise).sort()).toEqual(await listExerciseIds());
  expect(isTensorData(argumentOf(goldens[0]?.cases[0]?.args[0]))).toBe(true);
});
