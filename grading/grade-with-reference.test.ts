import { expect, test } from 'vitest';
import { asReference, callTask } from './checks/cases';
import type { Check } from './checks/check';
import { defineExercise } from './exercise';
import type { GradableExercise } from './gradable';
import { gradeWithReference } from './grade-with-reference';
import { inProcessRunner } from './harness/in-process';
import { knownToAll } from './known-to-all';
import type { Job, Runner } from './task';

const twice = "import * as tf from '@tensorflow/tfjs-core'; export const f = (x: tf.Tensor) => tf.mul(x, 2);";
const title = { en: 'f', ko: 'f' };

const value = (id: string, visibility: Check['visibility']): Check => ({
  ...{ id, kind: 'value', visibility, title, points: 1, requires: [] },
  plan: (random) => ({
    tasks: [callTask('0', 'f', [random.normal([2, 2])]), callTask('1', 'f', [random.normal([3])])],
    expectations: ['0', '1'].map((task) => asReference('f', { output: task, path: [] }, 'forward', 1)),
  }),
});

function exerciseWith(mistakes: Record<string, string>): GradableExercise {
  return {
    exercise: defineExercise({
      ...{ id: '01-test/twice', title, summary: title, difficulty: 1, minutes: 1 },
      ...{ prerequisites: [], concepts: ['scaling'], entries: ['f'] },
    }),
    version: 'v',
    checks: [value('open', 'public'), value('secret', 'hidden')],
    reference: twice,
    drivers: {},
    mistakes: Object.entries(mistakes).map(([name, by]) => ({
      ...{ name, fails: 'open', diagnosis: { en: name, ko: name } },
      source: twice.replace('2)', `${by})`),
    })),
  };
}

/** Runs as it should, and keeps what it was given. */
function recording(): Runner & { jobs: Job[] } {
  const jobs: Job[] = [];
  return {
    jobs,
    run(job, ...rest) {
      jobs.push(job);
      return inProcessRunner.run(job, ...rest);
    },
  };
}

test('the reference works on hidden checks while the learner’s code runs', async () => {
  const exercise = exerciseWith({});
  await knownToAll(exercise, inProcessRunner).checks;
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const trusted: Runner = { run: (...asked) => begun.then(() => inProcessRunner.run(...asked)) };
  const runner: Runner = {
    run(...asked) {
      begin();
      return inProcessRunner.run(...asked);
    },
  };
  const report = await gradeWithReference(exercise, twice, 1, { runner, trusted });
  expect(report).toMatchObject({ passed: true, score: 2 });
});

test('the reference runs once on public checks and anew on hidden ones', async () => {
  const exercise = exerciseWith({});
  const trusted = recording();
  await gradeWithReference(exercise, twice, 1, { runner: inProcessRunner, trusted });
  await gradeWithReference(exercise, twice, 2, { runner: inProcessRunner, trusted });
  expect(trusted.jobs.map(({ tasks }) => tasks.map(({ id }) => id))).toEqual([
    ['open/0', 'open/1'],
    ['secret/0', 'secret/1'],
    ['secret/0', 'secret/1'],
  ]);
});

test('a known mistake is found, and only what public checks leave possible runs on hidden inputs', async () => {
  const trusted = recording();
  const exercise = exerciseWith({ tripled: '3', halved: '0.5' });
  const source = twice.replace('2)', '3)');
  const report = await gradeWithReference(exercise, source, 1, { runner: inProcessRunner, trusted });
  expect(report.checks.map(({ diagnosis }) => diagnosis?.id)).toEqual(['mistake:tripled', 'mistake:tripled']);
  const onHidden = trusted.jobs.filter(({ tasks }) => tasks[0]?.id === 'secret/0');
  expect(onHidden.map(({ source: ran }) => ran.includes('0.5'))).toEqual([false, false]);
});

test('the sandbox is given inputs and the learner’s source, nothing of the reference', async () => {
  const runner = recording();
  const source = `${twice} // mine`;
  await gradeWithReference(exerciseWith({ tripled: '3' }), source, 1, { runner, trusted: inProcessRunner });
  expect(runner.jobs.map((job) => Object.keys(job).sort())).toEqual([
    ['drivers', 'entries', 'forbidden', 'source', 'tasks'],
  ]);
  expect(runner.jobs[0]?.tasks.map((task) => Object.keys(task).sort())).toEqual(
    Array.from({ length: 4 }, () => ['args', 'do', 'fn', 'id']),
  );
});
