import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { databaseUrl, TEMPLATE } from './one-server';

// Each test file has a migrated, empty database of its own, and finds it where the site does.
const server = inject('databaseServer');
const name = `test_${randomUUID().replaceAll('-', '')}`;
const client = new pg.Client({ connectionString: server });
await client.connect();
await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
await client.end();

process.env.DATABASE_URL = databaseUrl(server, name);
process.env.LOG_LEVEL = 'silent';
process.env.AUTH_SECRET = 'only-for-tests-only-for-tests-only-for-tests';
