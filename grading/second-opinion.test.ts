import { expect, test } from 'vitest';
import type { Fixture } from './fixture';
import type { CheckResult, Report, TensorComparison } from './report';
import { compareDevices, withSecondOpinion } from './second-opinion';
import type { Runner } from './task';
import { encodeTensor } from './tensor-data';
import { returned, tensor } from './testing/observations';

const comparison = (maxError: number, actual = '1'): TensorComparison => ({
  ...{ label: 'Y', actualShape: [2], expectedShape: [2], maxError, meanError: maxError, atol: 1e-4, rtol: 1e-3 },
  ...{ failing: 1, total: 2, passed: false, worst: [{ index: [1], actual, expected: '1' }] },
});
const check = (outcome: CheckResult['outcome'], tensors: TensorComparison[] = []): CheckResult => ({
  ...{ id: 'values', kind: 'value', visibility: 'public', title: { en: 'Values', ko: '값' }, outcome },
  ...{ points: 0, maxPoints: 1, ms: 1, message: { en: 'No.', ko: '아니요.' }, tensors },
});
const passed = check('passed');

test.each([
  ['a small error that the CPU does not make is rounding', check('failed', [comparison(0.005)]), passed, 'rounding'],
  ['a large one is the device’s fault', check('failed', [comparison(0.5)]), passed, 'fault'],
  ['NaN where the CPU is right is the device’s fault', check('failed', [comparison(0, 'NaN')]), passed, 'fault'],
  ['what fails on the CPU as well is a bug', check('failed', [comparison(3)]), check('failed', [comparison(3)]), 'bug'],
])('%s', (_what, onDevice, onCpu, verdict) => {
  expect(compareDevices(onDevice, onCpu)).toEqual({ verdict, elements: [{ label: 'Y', index: [1] }] });
});

test('a CPU that fails in another way says nothing', () => {
  expect(compareDevices(check('failed', [comparison(3)]), check('errored'))).toBeUndefined();
  expect(compareDevices(check('failed', [comparison(3)]), undefined)).toBeUndefined();
});

const fixture: Fixture = {
  ...{ exercise: '01-test/one', version: 'v', entries: ['f'], forbidden: [], mistakes: [], drivers: {} },
  limits: { heartbeatMs: 1000, totalMs: 1000 },
  checks: ['values', 'more'].map((id) => ({
    ...{ id, kind: 'value', visibility: 'public', title: { en: id, ko: id }, points: 1, requires: [] },
    tasks: [{ id: 'call', do: 'call', fn: 'f', args: [] }],
    expectations: [
      {
        ...{ expect: 'equal', label: 'Y', actual: { output: 'call', path: [] }, tolerance: 'forward', terms: 1 },
        expected: { tensor: encodeTensor(tensor([2], 1, 1)) },
      },
    ],
  })),
};
const report = (checks: CheckResult[], backend: 'webgpu' | 'cpu' = 'webgpu'): Report => ({
  ...{ exercise: '01-test/one', version: 'v', authority: 'provisional', device: { backend }, passed: false },
  ...{ score: 0, maxScore: 2, ms: 1, checks, console: { lines: [], truncated: false } },
});

function cpuThatReturns(...values: number[]): Runner & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    run: async ({ tasks }) => {
      asked.push(...tasks.map(({ id }) => id));
      const observations = tasks.map(({ id }) => returned(id, tensor([2], ...values)));
      return { device: { backend: 'cpu' }, observations, console: { lines: [], truncated: false } };
    },
  };
}
const SOURCE = 'export const f = () => 1;';

test('only what failed by its values is run again', async () => {
  const cpu = cpuThatReturns(1, 1);
  const given = report([check('failed', [comparison(0.5)]), { ...passed, id: 'more' }]);
  const { checks } = await withSecondOpinion(fixture, SOURCE, given, cpu);
  expect(cpu.asked).toEqual(['values/call']);
  expect(checks.map(({ secondOpinion }) => secondOpinion?.verdict)).toEqual(['fault', undefined]);
});

test('a report from the CPU asks for no second opinion', async () => {
  const cpu = cpuThatReturns(1, 1);
  const given = report([check('failed', [comparison(0.5)])], 'cpu');
  expect(await withSecondOpinion(fixture, SOURCE, given, cpu)).toBe(given);
  expect(cpu.asked).toEqual([]);
});
