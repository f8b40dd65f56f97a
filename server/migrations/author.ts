import 'server-only';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { NO_FILTER, openSchemaEngine } from './engine';
import { MIGRATIONS, readHistory } from './history';
import { inMemoryPostgres } from './in-memory';

const LOCKFILE = '# Read by Prisma.\nprovider = "postgresql"\n';

/** What the schema file does not say: search by parts of words, Korean ones too. */
const EXTENSIONS = 'CREATE EXTENSION IF NOT EXISTS pg_trgm;\n';

/** SQL that leads from the end of the history to `schema`; empty when they agree. */
export async function diffToSchema(schema: string, history = readHistory()): Promise<string> {
  const engine = await openSchemaEngine(inMemoryPostgres);
  try {
    const { stdout } = await engine.diff({
      from: history.migrationDirectories.length === 0 ? { tag: 'empty' } : { tag: 'migrations', ...history },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    });
    return stdout?.trim() === '-- This is an empty migration.' ? '' : (stdout ?? '');
  } finally {
    engine.free();
  }
}

async function write(folder: string, sql: string): Promise<string> {
  const file = path.join(MIGRATIONS, folder, 'migration.sql');
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, sql.endsWith('\n') ? sql : `${sql}\n`);
  await writeFile(path.join(MIGRATIONS, 'migration_lock.toml'), LOCKFILE);
  return path.relative('.', file);
}

/**
 * Writes `prisma/migrations/TIME_NAME/migration.sql` from what `prisma/schema.prisma` has and the history has not.
 *
 * @param name short, in kebab-case
 * @returns the file, or null when nothing changed
 */
export async function writeMigration(name: string, now: Date): Promise<string | null> {
  const sql = await diffToSchema(await readFile('prisma/schema.prisma', 'utf8'));
  if (sql === '') return null;
  return write(`${now.toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`, sql);
}

/** Not made from the schema file: tables of pg-boss. */
const BY_HAND = /_jobs$/;

/** Replaces the history by one migration. Databases that have the old history cannot follow: before a release only. */
export async function rewriteHistory(): Promise<string> {
  const sql = await diffToSchema(await readFile('prisma/schema.prisma', 'utf8'), readHistory('prisma/no-history'));
  for (const folder of await readdir(MIGRATIONS)) {
    if (!BY_HAND.test(folder)) await rm(path.join(MIGRATIONS, folder), { recursive: true });
  }
  return write('20261123000000_first', `${EXTENSIONS}\n${sql}`);
}
