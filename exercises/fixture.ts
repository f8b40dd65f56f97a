import { compare, sameShape } from '@/grading/compare';
import { driversFor } from '@/grading/drivers';
import type { DrawnTensor, Fixture, MistakeOutputs, Sample } from '@/grading/fixture';
import type { GradableExercise } from '@/grading/gradable';
import { inProcessRunner } from '@/grading/harness/in-process';
import type { Draw } from '@/grading/random';
import { planChecks, resolvePlans, rulesOf, runMistakes } from '@/grading/resolve';
import type { Runner } from '@/grading/task';
import { decodeTensor, type EncodedTensor, encodeTensor, sizeOf, type TensorData } from '@/grading/tensor-data';
import { findDraw, seedsIn, tensorsIn } from './find-draw';

/** Public checks are planned from a seed of their own; this one is never used. */
const NO_SEED = 0;
/** A mistake's tensor of more elements than this is sampled: as many of the farthest off as of all over it. */
const [LARGE, SAMPLED] = [256, 32];
/** A tensor of fewer elements is shorter than how it was drawn. */
const WORTH_IT = 16;

const keyOf = ({ shape, base64 }: EncodedTensor) => `${shape} ${base64}`;

/** Enough of a large tensor to recognise it by, and where it is least like what is due. */
function sampleOf(output: EncodedTensor, due: EncodedTensor | undefined): EncodedTensor | Sample {
  const size = sizeOf(output.shape);
  if (size <= LARGE) return output;
  const { dtype, shape, values } = decodeTensor(output);
  const right = due && sameShape(due.shape, shape) ? decodeTensor(due).values : undefined;
  const distance = (at: number) => {
    const off = right ? Math.abs((values[at] as number) - (right[at] as number)) : 0;
    return Number.isNaN(off) ? Number.POSITIVE_INFINITY : off;
  };
  const farthest = Array.from(values, (_, at) => [distance(at), at] as const)
    .sort((a, b) => (a[0] === b[0] ? a[1] - b[1] : b[0] - a[0]))
    .slice(0, SAMPLED)
    .map(([, at]) => at);
  const spread = Array.from({ length: SAMPLED }, (_, i) => Math.floor(((i + 0.5) * size) / SAMPLED));
  const at = [...new Set([...farthest, ...spread])].sort((a, b) => a - b);
  const some = values.filter((_, i) => at.includes(i));
  return { shape: [...shape], at, values: encodeTensor({ dtype, shape: [at.length], values: some }) };
}

/** Of what a `checks.ts` draws once for all its checks, where nobody is told how. */
const OWN_SEEDS = Array.from({ length: 10 }, (_, seed) => seed);

/** Outputs that say more than the expected tensors do, large ones as samples. */
function telling(
  { outputs, ...mistake }: MistakeOutputs,
  expected: ReadonlyMap<string, EncodedTensor>,
): MistakeOutputs {
  const kept: MistakeOutputs['outputs'] = {};
  for (const [key, output] of Object.entries(outputs)) {
    const due = expected.get(key);
    if (!output || 'at' in output) kept[key] = output;
    else if (!due || !compare(key, decodeTensor(output), decodeTensor(due), { atol: 0, rtol: 0 }).passed) {
      kept[key] = sampleOf(output, due);
    }
  }
  return { ...mistake, outputs: kept };
}

/**
 * The page's fixture of an exercise: inputs, expected tensors and mistakes' outputs of its public checks, nothing else. A
 * text for `readFixture`: tensors of random numbers stand in it as how they were drawn.
 *
 * @param trusted runs the exercise's own code
 */
export async function makeFixture(gradable: GradableExercise, trusted: Runner = inProcessRunner): Promise<string> {
  const { exercise, version } = gradable;
  const draws = new Map<string, Draw>();
  const note = (tensor: TensorData, draw: Draw) => draws.set(keyOf(encodeTensor(tensor)), draw);
  const publicPart = { ...gradable, checks: gradable.checks.filter((one) => one.visibility === 'public') };
  const checks = await resolvePlans(gradable, planChecks(publicPart, NO_SEED, note), trusted);
  const mistakes = await runMistakes(gradable, checks, trusted);
  const expected = new Map<string, EncodedTensor>();
  const searched = new Set<string>();
  for (const { id, tasks, expectations } of checks) {
    const seeds = seedsIn(tasks);
    for (const tensor of tensorsIn(tasks)) {
      const key = keyOf(tensor);
      if (draws.has(key) || searched.has(key) || sizeOf(tensor.shape) < WORTH_IT) continue;
      searched.add(key);
      const draw = findDraw(tensor, OWN_SEEDS);
      if (draw) draws.set(key, draw);
    }
    for (const [i, one] of expectations.entries()) {
      if (one.expect !== 'equal' || !('tensor' in one.expected)) continue;
      const { tensor } = one.expected;
      expected.set(`${id}#${i}`, tensor);
      const draw = findDraw(tensor, seeds);
      if (draw) draws.set(keyOf(tensor), draw);
    }
  }
  const fixture: Fixture = {
    exercise: exercise.id,
    version,
    ...rulesOf(gradable),
    limits: exercise.limits,
    checks,
    drivers: driversFor(
      checks.flatMap(({ tasks }) => tasks),
      gradable.drivers,
    ),
    mistakes: mistakes.map((mistake) => telling(mistake, expected)),
  };
  return JSON.stringify(fixture, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('base64' in value)) return value;
    const { shape, ...tensor } = value as EncodedTensor;
    const drawn = sizeOf(shape) < WORTH_IT ? undefined : draws.get(keyOf({ shape, ...tensor }));
    return drawn ? ({ shape, drawn: [...drawn] as DrawnTensor['drawn'] } satisfies DrawnTensor) : value;
  });
}
