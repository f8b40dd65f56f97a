import { expect, test } from 'vitest';
import type { Curve } from '@/grading/curve';
import type { CheckResult, Report } from '@/grading/report';
import { createRunController, type PageGrader } from './run-controller';

const report = { passed: true } as Report;
const check = { id: 'values' } as CheckResult;
const curve: Curve = { check: 'losses', title: { en: '', ko: '' }, values: [1], expected: [1, 0.5] };

function graderUnderTest() {
  const calls: {
    source: string;
    tell(check: CheckResult): void;
    draw(curve: Curve): void;
    finish(report: Report): void;
    fail(): void;
  }[] = [];
  let stopped = 0;
  const grader: PageGrader = {
    grade: (source, tell, draw) =>
      new Promise((finish, reject) => {
        calls.push({ source, tell, draw, finish, fail: () => reject(new Error('broken')) });
      }),
    secondOpinion: async (_source, given) => ({ ...given, score: 7 }),
    stop: () => {
      stopped += 1;
    },
  };
  return { calls, grader, stopped: () => stopped };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a run tells its checks as they come and ends with the report of its own source', async () => {
  const { calls, grader } = graderUnderTest();
  const controller = createRunController(async () => grader);
  controller.run('a', 5);
  await settled();
  calls[0]?.tell(check);
  calls[0]?.draw(curve);
  expect(controller.store.get()).toMatchObject({ phase: 'running', done: [check], curve, pressedAt: 5 });
  calls[0]?.finish(report);
  await settled();
  expect(controller.store.get()).toMatchObject({ phase: 'idle', report, source: 'a', ended: null });
});

test('a second opinion follows the report, and only while it is the latest', async () => {
  const { calls, grader } = graderUnderTest();
  const opinions: ((report: Report) => void)[] = [];
  const slow: PageGrader = { ...grader, secondOpinion: () => new Promise((tell) => opinions.push(tell)) };
  const controller = createRunController(async () => slow);
  controller.run('a', 0);
  await settled();
  calls[0]?.finish(report);
  await settled();
  expect(controller.store.get()).toMatchObject({ phase: 'idle', report });
  opinions[0]?.({ ...report, score: 3 });
  await settled();
  expect(controller.store.get().report?.score).toBe(3);
  controller.run('b', 0);
  await settled();
  calls[1]?.finish(report);
  await settled();
  controller.run('c', 0);
  opinions[1]?.({ ...report, score: 4 });
  await settled();
  expect(controller.store.get().report?.score).toBeUndefined();
});

test('a second press while one runs ends it and runs the newer text', async () => {
  const { calls, grader, stopped } = graderUnderTest();
  const controller = createRunController(async () => grader);
  controller.run('a', 0);
  await settled();
  controller.run('b', 1);
  await settled();
  expect(stopped()).toBe(1);
  calls[0]?.finish(report);
  await settled();
  expect(controller.store.get()).toMatchObject({ phase: 'running', pressedAt: 1, report: null });
  calls[1]?.finish(report);
  await settled();
  expect(controller.store.get()).toMatchObject({ phase: 'idle', report, source: 'b' });
});

test('of two presses before the grader is there only the later text is graded', async () => {
  const { calls, grader } = graderUnderTest();
  const controller = createRunController(async () => grader);
  controller.run('a', 0);
  controller.run('b', 0);
  await settled();
  expect(calls.map(({ source }) => source)).toEqual(['b']);
});

test('what a stopped run still says is not heard, and the next run works at once', async () => {
  const { calls, grader, stopped } = graderUnderTest();
  const controller = createRunController(async () => grader);
  controller.run('endless', 0);
  await settled();
  controller.stop();
  await settled();
  expect(stopped()).toBe(1);
  calls[0]?.tell(check);
  calls[0]?.finish(report);
  await settled();
  expect(controller.store.get()).toMatchObject({ phase: 'idle', report: null, ended: 'stopped' });
  controller.run('better', 0);
  await settled();
  calls[1]?.finish(report);
  await settled();
  expect(controller.store.get()).toMatchObject({ report, source: 'better', ended: null });
});

test('a grader that could not be loaded is loaded again by the next run', async () => {
  const { calls, grader } = graderUnderTest();
  const answers = [() => Promise.reject(new Error('offline')), () => Promise.resolve(grader)];
  const controller = createRunController(() => answers.shift()?.() ?? Promise.reject(new Error('no more')));
  controller.run('a', 0);
  await settled();
  expect(controller.store.get().ended).toBe('failed');
  controller.run('a', 0);
  await settled();
  expect(calls).toHaveLength(1);
});
