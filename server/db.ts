import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '@/.generated/prisma/client';
import { env } from './env';
import { logger } from './logger';

function connect(): pg.Pool {
  const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: 10, application_name: 'peergrad' });
  // An idle connection that the server closed: the pool opens another, but an unheard 'error' would end the process.
  pool.on('error', (error) => logger.warn({ err: error }, 'database connection lost'));
  return pool;
}

// `next dev` loads this module anew after each edit; the connections stay, and so does the client of the same schema.
const kept = globalThis as { peergradPool?: pg.Pool; peergradClient?: PrismaClient };
kept.peergradPool ??= connect();

/** Connections for raw SQL; take one of your own (`new pg.Client`) for LISTEN. */
export const pool: pg.Pool = kept.peergradPool;

if (!(kept.peergradClient instanceof PrismaClient)) {
  kept.peergradClient = new PrismaClient({ adapter: new PrismaPg(pool) });
}

/** The one Prisma client of this process, on {@link pool}. */
export const db: PrismaClient = kept.peergradClient;

/** For scripts and tests: lets the process end. */
export async function disconnect(): Promise<void> {
  await db.$disconnect();
  await pool.end();
}
