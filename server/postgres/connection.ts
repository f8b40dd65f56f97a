import 'server-only';
import pg from 'pg';
import { SUPERUSER } from './cluster';

/** Where a server listens. */
export interface Address {
  port: number;
  /** Null: TCP on 127.0.0.1. */
  socketFolder: string | null;
}

/** With a host even for sockets, so that every parser of URLs takes it; `host=` decides. */
export function connectionUrl({ port, socketFolder }: Address, password: string, database: string): string {
  const base = `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
  return socketFolder === null ? base : `${base}?host=${encodeURIComponent(socketFolder)}`;
}

/** Whether a server is there at all, be it with an error: it may still be recovering, or have no place left. */
export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return true;
  } catch (error) {
    return error instanceof pg.DatabaseError;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Makes a database unless it is there. `name` is ours, never a reader's. */
export async function createDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
