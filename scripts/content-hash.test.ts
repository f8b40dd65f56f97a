import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentHash } from './content-hash';

let folder: string;
let before: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'peergrad-hash-'));
  mkdirSync(path.join(folder, 'a'));
  writeFileSync(path.join(folder, 'a/one.ts'), 'one');
  before = contentHash([folder]);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the hash stays while nothing changes', () => {
  writeFileSync(path.join(folder, 'a/one.ts'), 'one');
  expect(contentHash([folder])).toBe(before);
});

test('a changed byte changes it', () => {
  writeFileSync(path.join(folder, 'a/one.ts'), 'two');
  expect(contentHash([folder])).not.toBe(before);
});

test('a new name changes it', () => {
  renameSync(path.join(folder, 'a/one.ts'), path.join(folder, 'a/two.ts'));
  expect(contentHash([folder])).not.toBe(before);
});

test('a test beside the source does not', () => {
  writeFileSync(path.join(folder, 'a/one.test.ts'), 'a test');
  expect(contentHash([folder])).toBe(before);
});

test('an input that is not there yet counts as empty', () => {
  expect(contentHash([folder, path.join(folder, 'later')])).toBe(before);
});
