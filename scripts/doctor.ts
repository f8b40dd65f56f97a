/**
 * Says what this machine has of what the site can use: how the sandbox is contained, what the database runs on, which
 * browser the tests would take. Changes nothing.
 *
 * Usage: npm run doctor
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { hasControlGroups } from '@/grading/sandbox/cgroup';
import { findProgram } from '@/grading/sandbox/command';
import { programFiles } from '@/grading/sandbox/program-files';
import { findChromium } from './chromium';

interface Finding {
  what: string;
  /** null: absent, and the site does without. */
  found: string | null;
  /** What follows where it is absent. */
  without: string;
}

const isRoot = process.getuid?.() === 0;

function denoVersion(): string | null {
  try {
    const { deno } = programFiles(process.cwd(), false);
    return spawnSync(deno, ['--version'], { encoding: 'utf8' }).stdout.split('\n')[0] ?? null;
  } catch {
    return null;
  }
}

const findings: Finding[] = [
  { what: 'Node', found: process.version, without: '' },
  { what: 'Deno without permissions', found: denoVersion(), without: 'nothing can be verified: run npm ci' },
  {
    what: 'a user for each sandbox',
    found: isRoot ? 'from 60600 on' : null,
    without: 'sandboxes run as this user; start as root, or give the grader a container of its own',
  },
  {
    what: 'limits of CPU, files and tasks',
    found: findProgram('prlimit') ?? null,
    without: 'install util-linux; until then only wall time, memory and output are limited',
  },
  {
    what: 'namespaces',
    found: findProgram('bwrap') ?? null,
    without: 'install bubblewrap for a sandbox that sees no files, processes or network at all',
  },
  {
    what: 'control groups',
    found: hasControlGroups() ? 'memory and tasks, by the kernel' : null,
    without: 'memory is watched from outside every 20 ms instead',
  },
  {
    what: 'resident memory',
    found: existsSync('/proc/self/statm') ? '/proc' : null,
    without: 'only the heap is limited, not array buffers',
  },
  {
    what: 'Chromium for tests',
    found: findChromium(),
    without: 'npm test installs one',
  },
];

for (const { what, found, without } of findings) {
  console.log(`${found ? '✓' : '·'} ${what.padEnd(32)} ${found ?? `absent: ${without}`}`);
}
