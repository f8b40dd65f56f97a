import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSandboxPool, type SandboxPool } from '@/grading/sandbox/pool';
import { buildRunners } from '@/scripts/build-runner/build';
import { gradeCommand } from '@/scripts/grade/command';
import type { printable } from '@/scripts/grade/printable';
import { BAD_INPUT, dense } from '../bad-input';

type Printed = ReturnType<typeof printable>;

const DENSE = '02-mlp/dense-forward';
const folder = mkdtempSync(path.join(tmpdir(), 'peergrad-grade-'));
let pool: SandboxPool;
beforeAll(async () => {
  await buildRunners(process.cwd());
  pool = createSandboxPool({ size: 2, memoryMiB: 450, heapMiB: 150 });
});
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

/** Runs the command in this process, on the sandboxes that all tests share. */
async function grade(...args: string[]) {
  const said = { out: '', error: '' };
  const status = await gradeCommand(args, {
    out: (text) => {
      said.out += text;
    },
    error: (text) => {
      said.error += text;
    },
    openPool: async () => ({ ...pool, close: async () => {} }),
  });
  return { status, ...said };
}

function file(source: string, name = 'learner.ts'): string {
  const place = path.join(mkdtempSync(path.join(folder, 'work-')), name);
  writeFileSync(place, source);
  return place;
}

async function gradeJson(source: string, ...args: string[]): Promise<Printed & { status: number }> {
  const { status, out } = await grade(DENSE, file(source), '--json', ...args);
  return { status, ...(JSON.parse(out) as Printed) };
}

const checkOf = ({ checks }: Printed, id: string) => checks.find((check) => check.id === id);

/** What stopped the run, or else what is said of the check of values. */
const mainMessage = (report: Printed) => report.problem?.message ?? checkOf(report, 'values')?.message;

const reference = readFileSync(`exercises/${DENSE}/reference.ts`, 'utf8');

test('a right file passes in full: exit status 0', async () => {
  const report = await gradeJson(reference);
  expect(report).toMatchObject({ status: 0, exercise: DENSE, passed: true, score: 16, maxScore: 16 });
  expect(report.version).toMatch(/^\w{8,}/);
  expect(report.ms).toBeGreaterThan(0);
  expect(report.checks).toHaveLength(16);
  expect(report.checks[0]).toEqual({
    id: 'shape',
    kind: 'value',
    visibility: 'public',
    title: 'Shape and dtype',
    outcome: 'passed',
    points: 1,
    maxPoints: 1,
    ms: expect.any(Number),
    message: 'As expected.',
    tensors: expect.any(Array),
  });
});

test.each([
  ['02-mlp/dense-forward', 'no-bias'],
  ['02-mlp/softmax', 'wrong-axis'],
  ['02-mlp/dense-backward', 'transposed-dw'],
])('a wrong file of %s, %s, is told why: exit status 1', async (id, mistake) => {
  const { status, out } = await grade(id, `exercises/${id}/mistakes/${mistake}.ts`, '--json', '--locale', 'ko');
  const report = JSON.parse(out) as Printed;
  expect(status).toBe(1);
  expect(report).toMatchObject({ passed: false });
  expect(report.checks.flatMap(({ diagnosis }) => diagnosis?.id ?? [])).toContain(`mistake:${mistake}`);
});

test.each(BAD_INPUT)(
  '%s is named in both languages, and the exit status is 1',
  { timeout: 120_000 },
  async (_what, source, said) => {
    const [en, ko] = await Promise.all([gradeJson(source), gradeJson(source, '--locale', 'ko')]);
    expect(mainMessage(en)).toContain(said.en);
    expect(mainMessage(ko)).toContain(said.ko);
    expect([en.status, ko.status, en.passed]).toEqual([1, 1, false]);
    expect(en.checks).toHaveLength(16);
  },
);

test('a loop that allocates is stopped, and the variable that grows is named', { timeout: 120_000 }, async () => {
  const source = dense('const kept: Float32Array[] = []; for (;;) kept.push(new Float32Array(1_000_000).fill(1));');
  const { status, problem } = await gradeJson(source, '--locale', 'ko');
  expect(status).toBe(1);
  expect(problem?.message).toMatch(/허용된 것보다 많은 메모리를 사용했습니다\(`kept`: \d+ MiB\)\./);
});

test('10 MB of console output are cut, and the grade is not', async () => {
  const printing = reference.replace(
    'return tf.tidy',
    "for (let i = 0; i < 100; i++) console.log('x'.repeat(100_000));\n  return tf.tidy",
  );
  const { status, passed, console } = await gradeJson(printing);
  expect([status, passed, console.truncated]).toEqual([0, true, true]);
  expect(JSON.stringify(console).length).toBeLessThan(60_000);
});

const leaky = dense("console.log('x is', x.shape); return tf.tidy(() => tf.matMul(x, w));");

test('of hidden checks a learner is told sizes only, and staff everything', async () => {
  const [learner, staff] = await Promise.all([
    gradeJson(leaky, '--seed', '3'),
    gradeJson(leaky, '--seed', '3', '--staff'),
  ]);
  const hidden = (report: Printed) => report.checks.filter(({ visibility }) => visibility === 'hidden');
  expect(JSON.stringify(hidden(learner))).not.toMatch(/"(actual|expected|worst)"/);
  expect(JSON.stringify(hidden(staff))).toMatch(/"actual".*"expected".*"worst"/);
  expect(hidden(learner).map(({ outcome }) => outcome)).toEqual(hidden(staff).map(({ outcome }) => outcome));
  expect(learner.console.lines.length).toBeLessThan(staff.console.lines.length);
});

test('a seed repeats a run, and another one does not', async () => {
  const errorOf = async (seed: string) =>
    checkOf(await gradeJson(leaky, '--seed', seed), 'fresh-seeds')?.tensors?.[0]?.maxError;
  const [first, again, other] = await Promise.all([errorOf('1'), errorOf('1'), errorOf('2')]);
  expect(first).toBe(again);
  expect(first).not.toBe(other);
});

test('without --json the report is lines of text', async () => {
  const { out } = await grade(DENSE, `exercises/${DENSE}/mistakes/no-bias.ts`, '--locale', 'ko');
  expect(out).toContain('✗ 값');
  expect(out).toContain('→ 편향 b를 더하지 않았습니다.');
  expect(out).toMatch(/02-mlp\/dense-forward: \d+\/16$/);
});

test.each([
  ['an unknown exercise', ['02-mlp/nothing', 'x.ts'], 'Unknown exercise: 02-mlp/nothing'],
  ['an unknown exercise in Korean', ['02-mlp/nothing', 'x.ts', '--locale', 'ko'], '없는 실습입니다: 02-mlp/nothing'],
  ['an unreadable file', [DENSE, 'no-such-file.ts'], 'Cannot read no-such-file.ts: there is no such file.'],
  ['a folder', [DENSE, 'exercises', '--locale', 'ko'], 'exercises 파일을 읽을 수 없습니다: 폴더입니다.'],
  ['no file', [DENSE], 'Usage: npm run --silent grade'],
  ['a bad seed', [DENSE, 'x.ts', '--seed', '1.5'], '--seed must be a whole number'],
  ['an unknown language', [DENSE, 'x.ts', '--locale', 'fr'], '--locale must be ko or en, got fr.'],
  ['an unknown option', [DENSE, 'x.ts', '--fast'], "Unknown option '--fast'"],
])('%s cannot be graded: exit status 2 and the reason on stderr', async (_what, args, said) => {
  const { status, out, error } = await grade(...args);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(error).toContain(said);
});

/** The command itself, as a person types it. */
function npmGrade(...args: string[]): Promise<{ status: number | null; out: string; error: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', 'grade', '--', ...args]);
    const said = { out: '', error: '' };
    child.stdout.on('data', (chunk) => {
      said.out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      said.error += chunk;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...said }));
  });
}

test('npm run grade prints one JSON object and gives the exit status on', { timeout: 120_000 }, async () => {
  const [passed, failed, refused] = await Promise.all([
    npmGrade(DENSE, `exercises/${DENSE}/reference.ts`, '--json'),
    npmGrade(DENSE, file('export function dense( {'), '--json'),
    npmGrade(DENSE, 'no-such-file.ts', '--json'),
  ]);
  expect([passed.status, failed.status, refused.status]).toEqual([0, 1, 2]);
  expect(JSON.parse(passed.out)).toMatchObject({ passed: true });
  expect(JSON.parse(failed.out)).toMatchObject({ passed: false, problem: { code: 'syntax-error' } });
  expect(refused.out).toBe('');
  expect(refused.error).toContain('no-such-file.ts');
});
