import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { applyMigrations } from '@/server/migrations/apply';
import { createDatabase } from '@/server/postgres/connection';
import { startEmbeddedServer } from '@/server/postgres/embedded-server';

export const TEMPLATE = 'template';

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: string;
  }
}

/** One embedded PostgreSQL for the whole run, thrown away after it, with a migrated database to copy from. */
export default async function startOneServer(project: TestProject) {
  const folder = await mkdtemp(path.join(tmpdir(), 'peergrad-test-'));
  const server = await startEmbeddedServer(folder, {
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  await createDatabase(server.url, TEMPLATE);
  await applyMigrations(databaseUrl(server.url, TEMPLATE));
  project.provide('databaseServer', server.url);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

export function databaseUrl(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = database;
  return url.href;
}
