import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { db, disconnect } from '@/server/db';
import { checkHealth } from '@/server/health';
import { PATIENCE } from '@/tests/patience';
import { Learner } from './learner';
import { DENSE } from './manifest';

// The real thing: `npm run start:grader`'s process, sandboxes, references, hidden checks.
const ENDLESS = 'for (;;) {}\nexport function dense() {}';

let graders: ChildProcess[] = [];

async function startGrader(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'server/grader/main.ts'], {
    env: { ...process.env, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  graders.push(child);
  await vi.waitUntil(async () => (await checkHealth()).grader === 'up', PATIENCE);
  return child;
}

async function end(child: ChildProcess, signal: NodeJS.Signals) {
  const exit = once(child, 'exit');
  child.kill(signal);
  return (await exit)[0] as number | null;
}

function reference() {
  return readFile(`exercises/${DENSE}/reference.ts`, 'utf8');
}

afterEach(async () => {
  await Promise.all(
    graders
      .filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
      .map((child) => end(child, 'SIGKILL')),
  );
  graders = [];
});
afterAll(disconnect);

test('right, wrong and hostile submissions each get their verdict, and the grader then stops cleanly', async () => {
  const grader = await startGrader();
  const learner = await Learner.guest();
  const source = await reference();
  const endless = await learner.submit({ source: ENDLESS });
  const wrong = await learner.submit({ source: source.replace('tf.add(tf.matMul(x, w), b)', 'tf.matMul(x, w)') });
  const broken = await learner.submit({ source: 'export function dense( {' });
  const right = await learner.submit({ source });
  expect(await learner.verdictOn(right.id)).toMatchObject({ status: 'graded', passed: true });
  expect(await learner.verdictOn(wrong.id)).toMatchObject({ status: 'graded', passed: false });
  const { report: ofBroken } = await learner.verdictOn(broken.id);
  expect(ofBroken?.problem?.code).toBe('syntax-error');
  const { report: ofEndless } = await learner.verdictOn(endless.id);
  expect(ofEndless?.problem?.code).toBe('load-timeout');
  expect((await learner.me()).exercises[DENSE]).toMatchObject({ state: 'passed', attempts: 4 });
  expect(await db.exerciseVersion.count()).toBe(1);
  expect(await end(grader, 'SIGTERM')).toBe(0);
}, 150_000);

test('a grader that is killed while it grades loses nothing', async () => {
  const killed = await startGrader();
  const learner = await Learner.guest();
  const { id } = await learner.submit({ source: ENDLESS });
  await vi.waitUntil(async () => (await learner.submission(id)).status === 'running', PATIENCE);
  await end(killed, 'SIGKILL');
  await vi.waitUntil(async () => (await checkHealth()).grader === 'down', PATIENCE);
  await startGrader();
  expect(await learner.verdictOn(id)).toMatchObject({ status: 'graded', passed: false });
  expect(await db.gradingRun.count({ where: { submissionId: id } })).toBe(1);
}, 150_000);
