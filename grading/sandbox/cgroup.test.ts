import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createControlGroup, hasControlGroups } from './cgroup';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'peergrad-cgroup-'));
  writeFileSync(join(root, 'cgroup.controllers'), 'cpu io memory pids\n');
});
afterEach(() => rmSync(root, { recursive: true }));

const LIMITS = { memoryBytes: 1000, tasks: 7 };
const read = (...path: string[]) => readFileSync(join(root, 'peergrad-sandboxes', ...path), 'utf8');

test('a group limits memory and tasks of whatever is put into it', () => {
  const group = createControlGroup('slot-0', LIMITS, root);
  group?.add(4242);
  expect(read('slot-0', 'memory.max')).toBe('1000');
  expect(read('slot-0', 'pids.max')).toBe('7');
  expect(read('slot-0', 'cgroup.procs')).toBe('4242');
  expect(read('cgroup.subtree_control')).toBe('+memory +pids');
});

test('the kernel’s own kill for memory is told', () => {
  const group = createControlGroup('slot-1', LIMITS, root);
  expect(group?.ranOutOfMemory()).toBe(false);
  writeFileSync(join(root, 'peergrad-sandboxes', 'slot-1', 'memory.events'), 'low 0\noom 1\noom_kill 1\n');
  expect(group?.ranOutOfMemory()).toBe(true);
});

test.each([
  ['without the unified hierarchy', () => rmSync(join(root, 'cgroup.controllers'))],
  ['without the memory controller', () => writeFileSync(join(root, 'cgroup.controllers'), 'cpu pids\n')],
  ['where a group cannot be made', () => writeFileSync(join(root, 'peergrad-sandboxes'), '')],
])('%s there is none, and nothing is thrown', (_what, spoil) => {
  spoil();
  expect(hasControlGroups(root)).toBe(false);
  expect(createControlGroup('slot-0', LIMITS, root)).toBeNull();
});

test('a group that is removed leaves no folder', () => {
  const group = createControlGroup('slot-2', LIMITS, root);
  const folder = join(root, 'peergrad-sandboxes', 'slot-2');
  // The kernel's files go with their folder; plain ones do not.
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  group?.remove();
  expect(existsSync(folder)).toBe(false);
});
