import { spawn } from 'node:child_process';
import { chownSync, existsSync, lstatSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type EmbeddedServer,
  type EmbeddedServerOptions,
  startEmbeddedServer,
} from '@/server/postgres/embedded-server';
import { assertDatabaseFits } from '@/server/postgres/requirements';

let dataFolder: string;
const servers: EmbeddedServer[] = [];
beforeEach(() => {
  dataFolder = path.join(mkdtempSync(path.join(tmpdir(), 'peergrad-embedded-')), '자료 (data)');
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  rmSync(path.dirname(dataFolder), { recursive: true, force: true });
});

async function start(options?: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer(dataFolder, options);
  servers.push(server);
  return server;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function inData(...parts: string[]): string {
  return path.join(dataFolder, ...parts);
}

function runtimeFolder(): string {
  return JSON.parse(readFileSync(inData('database.json'), 'utf8')).runtimeFolder;
}

test('what was written is there after a stop and a start', async () => {
  const first = await start();
  await query(first.url, 'CREATE TABLE kept (word text)');
  await query(first.url, "INSERT INTO kept VALUES ('경사')");
  await first.stop();
  expect(await query((await start()).url, 'SELECT word FROM kept')).toEqual([{ word: '경사' }]);
});

test('it is durable, speaks UTF-8 and finds trigrams of Korean', async () => {
  const { url } = await start();
  await assertDatabaseFits(url);
  expect(
    await query(url, "SELECT current_setting('fsync') AS fsync, current_setting('server_encoding') AS encoding"),
  ).toEqual([{ fsync: 'on', encoding: 'UTF8' }]);
});

test('only its own socket leads to it, and only with the password', async () => {
  const { url } = await start();
  expect(await query(url, "SELECT current_setting('listen_addresses') AS addresses")).toEqual([{ addresses: '' }]);
  expect(lstatSync(runtimeFolder()).mode & 0o777).toBe(0o700);
  expect(statSync(inData('database.json')).mode & 0o777).toBe(0o600);
  expect(statSync(inData('postgres/data')).mode & 0o777).toBe(0o700);
  const guessed = new URL(url);
  guessed.password = 'guess';
  await expect(query(guessed.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
});

test('a server that runs already is adopted', async () => {
  const first = await start();
  const second = await start();
  expect([first.adopted, second.adopted]).toEqual([false, true]);
  expect(second.url).toBe(first.url);
});

test('where there are no Unix sockets it listens on 127.0.0.1, on a port of its own', async () => {
  const { url } = await start({ transport: 'tcp' });
  expect(new URL(url).searchParams.has('host')).toBe(false);
  expect(await query(url, "SELECT current_setting('listen_addresses') AS addresses")).toEqual([
    { addresses: '127.0.0.1' },
  ]);
});

test('a folder of another major version is refused with what to do', async () => {
  await (await start()).stop();
  writeFileSync(inData('postgres/data/PG_VERSION'), '17\n');
  await expect(start()).rejects.toThrow(/written by PostgreSQL 17; this release brings 18[\s\S]*docs\/operating.md/);
});

test('a server whose socket was cleaned away is started anew', async () => {
  const first = await start();
  await query(first.url, 'CREATE TABLE kept ()');
  rmSync(runtimeFolder(), { recursive: true });
  const second = await start();
  expect(second.adopted).toBe(false);
  expect(await query(second.url, 'SELECT FROM kept')).toEqual([]);
});

test('after a crash, a process that got the number of the server is left alone', async () => {
  await (await start()).stop();
  const { uid, gid } = statSync(inData('postgres'));
  const other = spawn('sleep', ['60'], { uid, gid });
  const pidFile = inData('postgres/data/postmaster.pid');
  writeFileSync(pidFile, `${other.pid}\n/gone\n1\n5432\n/tmp/gone\n\n1 1\nready   \n`, { mode: 0o600 });
  chownSync(pidFile, uid, gid);
  const server = await start();
  expect(server.adopted).toBe(false);
  expect([other.exitCode, other.signalCode]).toEqual([null, null]);
  other.kill();
});

test('a start that was killed while it made the database leaves nothing in the way', async () => {
  await (await start()).stop();
  rmSync(inData('postgres/data'), { recursive: true });
  writeFileSync(inData('postgres/data.new'), 'half a database');
  await expect(start()).resolves.toMatchObject({ adopted: false });
});

test('a stopped server leaves no socket folder behind', async () => {
  const server = await start();
  const folder = runtimeFolder();
  await server.stop();
  expect(existsSync(folder)).toBe(false);
});

test('a given database that cannot search Korean is refused with the command that makes one', async () => {
  const { url } = await start();
  await query(url, "CREATE DATABASE plain TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'");
  const plain = new URL(url);
  plain.pathname = 'plain';
  await expect(assertDatabaseFits(plain.href)).rejects.toThrow(/cannot search Korean text.*LOCALE 'C.UTF-8'/);
});
