import { cpSync, existsSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findDistribution, runnableBinaries } from './binaries';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'peergrad-binaries-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A package as npm unpacks it when it may run no install scripts: the library without its link. */
function unpacked(): string {
  const native = path.join(folder, 'package/native');
  mkdirSync(path.join(native, 'bin'), { recursive: true });
  mkdirSync(path.join(native, 'lib'));
  writeFileSync(path.join(native, 'bin/postgres'), '');
  writeFileSync(path.join(native, 'lib/libpq.so.5.18'), '');
  writeFileSync(
    path.join(native, 'pg-symlinks.json'),
    JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]),
  );
  return native;
}

test('a platform without binaries is named, with the way out', () => {
  expect(() => findDistribution('sunos', 'sparc')).toThrow(/no embedded PostgreSQL for sunos-sparc. Set DATABASE_URL/);
});

test('this platform has the version that the package names', () => {
  expect(findDistribution().major).toBe(18);
});

test('a package whose install script did not run is copied, and the copy has the links', async () => {
  const spare = path.join(folder, 'spare');
  expect(await runnableBinaries(unpacked(), null, spare)).toBe(path.join(spare, 'bin'));
  expect(readlinkSync(path.join(spare, 'lib/libpq.so.5'))).toBe('libpq.so.5.18');
});

test('a complete package is used where it lies', async () => {
  const native = unpacked();
  cpSync(path.join(native, 'lib/libpq.so.5.18'), path.join(native, 'lib/libpq.so.5'));
  expect(await runnableBinaries(native, null, path.join(folder, 'spare'))).toBe(path.join(native, 'bin'));
  expect(existsSync(path.join(folder, 'spare'))).toBe(false);
});

test('a package that the database account cannot reach is copied', async () => {
  const native = unpacked();
  cpSync(path.join(native, 'lib/libpq.so.5.18'), path.join(native, 'lib/libpq.so.5'));
  const nobody = { name: 'nobody', uid: 65534, gid: 65534 };
  const spare = path.join(folder, 'spare');
  expect(await runnableBinaries(native, nobody, spare)).toBe(path.join(spare, 'bin'));
});
