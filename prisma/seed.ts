// npm run seed: what the first start does by itself. Fills an empty site with the demo cohort; harmless on any other.
import { withDatabase } from '@/server/postgres/provide-database';

await withDatabase(async () => {
  const { seed } = await import('@/server/seed/seed');
  const { disconnect } = await import('@/server/db');
  const seeded = await seed();
  console.log(seeded ? 'Seeded the demo cohort.' : 'There is a cohort already: nothing seeded.');
  await disconnect();
});
