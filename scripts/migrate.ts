// npm run migrate: what every start does by itself. Brings the database to the newest migration, as `prisma migrate deploy` does.
import { env } from '@/server/env';
import { applyMigrations } from '@/server/migrations/apply';
import { withDatabase } from '@/server/postgres/provide-database';

await withDatabase(async () => {
  const applied = await applyMigrations(env.DATABASE_URL ?? '');
  console.log(applied.length === 0 ? 'Already at the newest migration.' : `Applied ${applied.join(', ')}.`);
});
