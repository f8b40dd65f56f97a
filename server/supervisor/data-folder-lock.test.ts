import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDataFolder } from './data-folder-lock';

const ADDRESS = 'http://127.0.0.1:3000';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'peergrad-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function leaveLock(holder: object): void {
  writeFileSync(path.join(folder, 'lock'), JSON.stringify(holder));
}

test('who holds a data folder is told to the next', async () => {
  await lockDataFolder(folder, ADDRESS);
  expect(await lockDataFolder(folder, 'http://127.0.0.1:4000')).toEqual({
    holder: expect.objectContaining({ pid: process.pid, address: ADDRESS }),
  });
});

test('a data folder that was given back can be taken', async () => {
  const first = await lockDataFolder(folder, ADDRESS);
  await (first as { release: () => Promise<void> }).release();
  expect(await lockDataFolder(folder, ADDRESS)).toHaveProperty('release');
});

test('the lock of a process that has ended is replaced', async () => {
  const ended = spawn(process.execPath, ['--version']);
  await once(ended, 'exit');
  leaveLock({ pid: ended.pid, address: ADDRESS, born: '1' });
  expect(await lockDataFolder(folder, ADDRESS)).toHaveProperty('release');
});

test('a later process with the number of the one that held it does not count', async () => {
  leaveLock({ pid: process.pid, address: ADDRESS, born: '1' });
  expect(await lockDataFolder(folder, ADDRESS)).toHaveProperty('release');
});

test('a lock that was cut off while it was written is replaced', async () => {
  writeFileSync(path.join(folder, 'lock'), '{"pid":');
  expect(await lockDataFolder(folder, ADDRESS)).toHaveProperty('release');
});
