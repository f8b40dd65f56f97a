/**
 * Everything that must hold, in one run: format and lint, import boundaries, unused code, types, unit tests, content and
 * exercise proofs, integration on the embedded PostgreSQL, browser tests on the software WebGPU adapter. Every step runs
 * whatever the others did; the last line is `N passed, N failed, N skipped`, and any failure makes the exit status 1.
 *
 *   npm test                    all steps
 *   npm test -- unit browser    these steps only
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { ensureChromium } from './chromium';

interface Totals {
  passed: number;
  failed: number;
  skipped: number;
  /** What failed, a line each. */
  failures?: string[];
}

interface Step {
  name: string;
  command: string[];
  /** Totals of a step that ended; without it the step counts as one test. */
  totals?: (output: string) => Totals;
  /** A step that builds something: counted only if it fails. */
  uncounted?: true;
}

/** The parts of the reporters' JSON that are read here. */
interface VitestFile {
  name: string;
  status: string;
  message?: string;
  assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
}

interface PlaywrightSuite {
  specs: { ok: boolean; file: string; line: number; title: string }[];
  suites?: PlaywrightSuite[];
}

const RESULTS = '.tmp/test-results';

function fromLastLine(output: string): Totals {
  const found = [...output.matchAll(/^(\d+) passed, (\d+) failed, (\d+) skipped$/gm)].at(-1);
  if (!found) throw new Error('no line of totals');
  const [passed = 0, failed = 0, skipped = 0] = found.slice(1).map(Number);
  return { passed, failed, skipped, failures: failedLines(output) };
}

const failedLines = (output: string): string[] =>
  output.split('\n').flatMap((line) => (line.startsWith('✗ ') ? [line.slice(2)] : []));

const firstLine = (text = ''): string => text.split('\n', 1)[0] ?? '';

function fromVitest(project: string): Totals {
  const result = JSON.parse(readFileSync(`${RESULTS}/${project}.json`, 'utf8'));
  const files: VitestFile[] = result.testResults;
  const brokenFiles = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failures = [
    ...brokenFiles.map(({ name, message }) => `${relative('.', name)}: ${firstLine(message)}`),
    ...files.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === 'failed')
        .map((test) => `${relative('.', name)} › ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`),
    ),
  ];
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + brokenFiles.length,
    skipped: result.numPendingTests + result.numTodoTests,
    failures,
  };
}

function fromPlaywright(): Totals {
  const { stats, errors, suites } = JSON.parse(readFileSync(`${RESULTS}/browser.json`, 'utf8'));
  // A test that passed only on a retry is a defect: it counts as failed.
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
    failures: [
      ...errors.map(({ message }: { message?: string }) => firstLine(message)),
      ...suites.flatMap((suite: PlaywrightSuite) => failuresOf(suite)),
    ],
  };
}

function failuresOf({ specs, suites = [] }: PlaywrightSuite): string[] {
  return [
    ...specs.filter(({ ok }) => !ok).map(({ file, line, title }) => `${file}:${line} › ${title}`),
    ...suites.flatMap(failuresOf),
  ];
}

const npm = (script: string): string[] => ['npm', 'run', '--silent', script];

const vitest = (project: string, ...options: string[]): Step => ({
  name: project,
  command: [
    ...['npx', 'vitest', 'run', '--project', project, ...options],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}/${project}.json`],
  ],
  totals: () => fromVitest(project),
});

/** What runs after what; of lanes that stand side by side one computes in one process while the other mostly waits. */
const STEPS: Step[][][] = [
  [
    [
      { name: 'build', command: npm('build'), uncounted: true },
      { name: 'lint', command: npm('lint') },
      { name: 'boundaries', command: npm('boundaries') },
      { name: 'unused', command: npm('unused') },
      { name: 'typecheck', command: npm('typecheck') },
      // Nothing runs beside it: a worker for every core.
      vitest('unit', '--maxWorkers=100%'),
    ],
  ],
  [
    [
      { name: 'content', command: npm('check:content'), totals: fromLastLine },
      { name: 'exercises', command: npm('check:exercises'), totals: fromLastLine },
      { name: 'studies', command: npm('study:check'), totals: fromLastLine },
    ],
    [vitest('integration'), vitest('system')],
  ],
  [[{ name: 'browser', command: ['npx', 'playwright', 'test', '--reporter=line,json'], totals: fromPlaywright }]],
];

/** @param write takes what the step prints, as it comes */
async function run(step: Step, write: (chunk: Buffer) => void): Promise<Totals> {
  let output = '';
  const [command = '', ...args] = step.command;
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, FORCE_COLOR: '0', PLAYWRIGHT_JSON_OUTPUT_NAME: `${RESULTS}/browser.json` },
  });
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    write(chunk);
  });
  child.stderr.on('data', write);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const ok = code === 0;
  if (!step.totals) return { passed: ok && !step.uncounted ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  try {
    const totals = step.totals(output);
    // A step that counts no failure and yet ends badly has failed.
    return ok || totals.failed > 0 ? totals : { ...totals, failed: 1 };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const sum: Totals = { passed: 0, failed: 0, skipped: 0 };
const summary: string[] = [];
const failures: string[] = [];

/** Runs a step and counts it. Of one that others run beside, what it prints comes when it ends. */
async function count(step: Step, isAlone: boolean): Promise<void> {
  const heading = `\n── ${step.name} ──\n`;
  if (isAlone) process.stdout.write(heading);
  const kept: Buffer[] = [];
  const started = performance.now();
  const totals = await run(step, (chunk) => (isAlone ? process.stdout.write(chunk) : kept.push(chunk)));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (!isAlone) process.stdout.write(Buffer.concat([Buffer.from(heading), ...kept]));
  sum.passed += totals.passed;
  sum.failed += totals.failed;
  sum.skipped += totals.skipped;
  summary.push(
    `${totals.failed === 0 ? '✓' : '✗'} ${step.name.padEnd(12)} ${totals.passed} passed, ${totals.failed} failed, ${seconds} s`,
  );
  failures.push(...(totals.failures ?? []).map((failure) => `✗ ${step.name}: ${failure}`));
}

const chosen = process.argv.slice(2);
const names = STEPS.flat(2).map(({ name }) => name);
const unknown = chosen.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`Unknown step ${unknown.join(', ')}; there are ${names.join(', ')}`);
  process.exit(2);
}

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
process.env.CHROME_PATH = ensureChromium();
console.log(`Chromium: ${process.env.CHROME_PATH}`);

for (const stage of STEPS) {
  const lanes = stage
    .map((lane) => lane.filter(({ name }) => chosen.length === 0 || chosen.includes(name)))
    .filter((lane) => lane.length > 0);
  await Promise.all(
    lanes.map(async (lane) => {
      for (const step of lane) await count(step, lanes.length === 1);
    }),
  );
}
if (failures.length > 0) console.log(`\n${failures.join('\n')}`);
console.log(`\n${summary.join('\n')}\n\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exit(sum.failed === 0 ? 0 : 1);
