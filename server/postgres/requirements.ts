import 'server-only';
import pg from 'pg';

/**
 * Asserts that a database can do what the site needs, the embedded one and a given one alike.
 *
 * Search by parts of words needs `pg_trgm` and a character type that knows Korean: under plain `C` the trigrams of Korean text
 * are silently empty.
 *
 * @throws naming what is wrong and how to mend it
 */
export async function assertDatabaseFits(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const version = Number((await client.query('SHOW server_version_num')).rows[0].server_version_num);
    if (version < 150_000)
      throw new Error(`PostgreSQL 15 or newer is needed; DATABASE_URL leads to ${version / 10_000}.`);
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm').catch((cause) => {
      throw new Error(
        'The extension pg_trgm is missing: let a superuser run CREATE EXTENSION pg_trgm in this database.',
        {
          cause,
        },
      );
    });
    const { rows } = await client.query(`SELECT cardinality(show_trgm('경사하강')) AS trigrams`);
    if (rows[0].trigrams === 0) {
      throw new Error(
        "This database cannot search Korean text. Create it with CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'.",
      );
    }
  } finally {
    await client.end();
  }
}
