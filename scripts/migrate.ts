// npm run migrate: brings the database of DATABASE_URL to the newest migration; same effect as `prisma migrate deploy`.
import { env } from '@/server/env';
import { applyMigrations } from '@/server/migrations/apply';

if (!env.DATABASE_URL) {
  console.error('DATABASE_URL is not set. `npm start` migrates its own database by itself.');
  process.exit(1);
}
const applied = await applyMigrations(env.DATABASE_URL);
console.log(applied.length === 0 ? 'Already at the newest migration.' : `Applied ${applied.join(', ')}.`);
