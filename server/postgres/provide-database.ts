import 'server-only';
import { env } from '../env';
import { type EmbeddedServer, startEmbeddedServer } from './embedded-server';
import { assertDatabaseFits } from './requirements';

/**
 * Makes sure that there is a database and that `env.DATABASE_URL` leads to it: a given one, else the embedded server of the data
 * folder, started or adopted. Import `server/db` only afterwards.
 *
 * @returns the embedded server; null when DATABASE_URL was given
 */
export async function provideDatabase(): Promise<EmbeddedServer | null> {
  const embedded = env.DATABASE_URL === undefined ? await startEmbeddedServer(env.DATA_DIR) : null;
  env.DATABASE_URL ??= embedded?.url;
  if (env.DATABASE_URL) await assertDatabaseFits(env.DATABASE_URL);
  return embedded;
}

/** Runs a command's work on the site's database, and leaves the embedded server as it was: running or not. */
export async function withDatabase(work: () => Promise<void>): Promise<void> {
  const embedded = await provideDatabase();
  try {
    await work();
  } finally {
    if (embedded && !embedded.adopted) await embedded.stop();
  }
}
