import 'server-only';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { NO_FILTER, openSchemaEngine, WholeScriptPg } from './engine';
import { readHistory } from './history';

/** Any number that nobody else locks; Prisma's own lock is 72707369. */
const LOCK = 7_337_472_723n;

/**
 * Brings a database to the newest migration, as `prisma migrate deploy` does (same table, same checksums).
 *
 * @returns names of the migrations that were applied now
 * @throws with the engine's text when a migration fails or an earlier failure was not resolved
 */
export async function applyMigrations(databaseUrl: string, history: MigrationList = readHistory()): Promise<string[]> {
  const lock = new pg.Client({ connectionString: databaseUrl });
  await lock.connect();
  try {
    // Several machines may start at once; the engine's own lock gives up after ten seconds.
    await lock.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const adapter = new WholeScriptPg(databaseUrl);
    try {
      const engine = await openSchemaEngine(adapter);
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: history, filters: NO_FILTER });
      return appliedMigrationNames;
    } finally {
      await adapter.close();
    }
  } finally {
    await lock.end();
  }
}
