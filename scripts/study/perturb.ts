import type { Job, Runner, WireValue } from '@/grading/task';
import { decodeTensor, encodeTensor } from '@/grading/tensor-data';

/**
 * A float32 next to `value`, above or below it as the value's own bits say, so that equal values stay equal. Whole numbers
 * stay: they are labels, ones and zeros, and no rounding of anything.
 */
function neighbour(value: number): number {
  if (Number.isInteger(value) || !Number.isFinite(value)) return value;
  const float = Float32Array.of(value);
  const bits = new Int32Array(float.buffer);
  const old = bits[0] as number;
  bits[0] = old + (Math.imul(old, 0x9e3779b1) >>> 31 === 0 ? 1 : -1);
  return float[0] as number;
}

function perturbed(value: WireValue): WireValue {
  if (Array.isArray(value)) return value.map(perturbed);
  if (value === null || typeof value !== 'object') return value;
  if ('$tensor' in value) {
    const tensor = decodeTensor(value.$tensor as Parameters<typeof decodeTensor>[0]);
    if (tensor.dtype !== 'float32') return value;
    return { $tensor: encodeTensor({ ...tensor, values: Float32Array.from(tensor.values, neighbour) }) };
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, perturbed(inner as WireValue)]));
}

/**
 * A runner that changes the last bit of every fraction that is passed in as float32: what comes out then differs by as much as the
 * inputs' own rounding decides.
 */
export function perturbing(runner: Runner): Runner {
  const change = (job: Job): Job => ({
    ...job,
    tasks: job.tasks.map((task) => ({ ...task, args: task.args.map(perturbed) })),
  });
  return { run: (job, limits, on) => runner.run(change(job), limits, on) };
}
