import { expect, test } from 'vitest';
import type { Job, Runner, WireValue } from '@/grading/task';
import { decodeTensor, encodeTensor } from '@/grading/tensor-data';
import { perturbing } from './perturb';

const tensor = (dtype: 'float32' | 'int32', values: number[]): WireValue => ({
  $tensor: encodeTensor({
    dtype,
    shape: [values.length],
    values: dtype === 'float32' ? Float32Array.from(values) : Int32Array.from(values),
  }),
});

/** The arguments that arrive when these are passed. */
async function arriving(args: WireValue[]): Promise<WireValue[]> {
  let seen: WireValue[] = [];
  const runner = {
    run: async (job: Job) => {
      seen = job.tasks[0]?.args ?? [];
    },
  } as unknown as Runner;
  const job: Job = { source: '', entries: ['f'], forbidden: [], tasks: [{ id: 'a', do: 'call', fn: 'f', args }] };
  await perturbing(runner).run(job, { heartbeatMs: 1, totalMs: 1 });
  return seen;
}

const valuesOf = (value: WireValue | undefined) =>
  decodeTensor((value as { $tensor: Parameters<typeof decodeTensor>[0] }).$tensor).values;

test('every fraction moves by one last bit, equal ones alike; whole numbers, NaN and infinities stay', async () => {
  const given = [0.1, 0.75, -0.75, 1e-20, 0.75, 0, 1, Number.NaN, Number.POSITIVE_INFINITY];
  const [moved] = await arriving([tensor('float32', given)]);
  const values = valuesOf(moved);
  expect(values[1]).toBe(values[4]);
  for (const [i, value] of given.slice(0, 4).entries()) {
    const error = Math.abs(((values[i] as number) - Math.fround(value)) / value);
    expect(error).toBeGreaterThan(0);
    expect(error).toBeLessThanOrEqual(2 ** -23);
  }
  expect([...values.slice(5)]).toEqual([0, 1, Number.NaN, Number.POSITIVE_INFINITY]);
});

test('tensors within lists and objects move too; integers, plain numbers and seeds do not', async () => {
  const [lists, ...others] = await arriving([
    { w: [tensor('float32', [0.5])] },
    tensor('int32', [3]),
    0.1,
    { $rng: 4 },
  ]);
  expect(valuesOf((lists as { w: WireValue[] }).w[0])[0]).not.toBe(0.5);
  expect(others).toEqual([tensor('int32', [3]), 0.1, { $rng: 4 }]);
});
