import { readFile } from 'node:fs/promises';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { db, disconnect, pool } from '@/server/db';
import { applyMigrations } from '@/server/migrations/apply';
import { diffToSchema } from '@/server/migrations/author';
import { readHistory } from '@/server/migrations/history';

const DATABASE = process.env.DATABASE_URL ?? '';
const NAMES = readHistory().migrationDirectories.map((directory) => directory.path);

function historyWith(sql: string): MigrationList {
  const history = readHistory();
  const added = {
    path: '29991231000000_added',
    migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
  };
  return { ...history, migrationDirectories: [...history.migrationDirectories, added] } as MigrationList;
}

beforeEach(async () => {
  await pool.query('DROP SCHEMA IF EXISTS public, pgboss CASCADE; CREATE SCHEMA public');
});
afterAll(disconnect);

test('the history leads to the schema', async () => {
  expect(await diffToSchema(await readFile('prisma/schema.prisma', 'utf8'))).toBe('');
});

test('an empty database becomes one that the client can use', async () => {
  expect(await applyMigrations(DATABASE)).toEqual(NAMES);
  expect(await db.user.count()).toBe(0);
});

test('a migrated database is left alone', async () => {
  await applyMigrations(DATABASE);
  expect(await applyMigrations(DATABASE)).toEqual([]);
});

test('machines that start together migrate once', async () => {
  const applied = await Promise.all(Array.from({ length: 4 }, () => applyMigrations(DATABASE)));
  expect(applied.flat()).toEqual(NAMES);
});

test('a function body with semicolons is applied whole', async () => {
  const body = `CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END $$;`;
  await applyMigrations(DATABASE, historyWith(body));
  expect((await pool.query('SELECT two()')).rows).toEqual([{ two: 2 }]);
});

test('a migration that fails is named, and stands in the way of the next', async () => {
  const broken = historyWith('SELECT no_such_function();');
  await expect(applyMigrations(DATABASE, broken)).rejects.toThrow(/no_such_function[\s\S]*29991231000000_added/);
  await expect(applyMigrations(DATABASE, broken)).rejects.toThrow(/29991231000000_added/);
});

test('the rows that Prisma keeps of migrations carry its checksums, so that `prisma migrate deploy` finds nothing to do', async () => {
  await applyMigrations(DATABASE);
  const { rows } = await pool.query(
    `SELECT migration_name, length(checksum) AS digits, finished_at IS NOT NULL AS done
     FROM _prisma_migrations ORDER BY migration_name`,
  );
  expect(rows).toEqual(NAMES.map((name) => ({ migration_name: name, digits: 64, done: true })));
});
