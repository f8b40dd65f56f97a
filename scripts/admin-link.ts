// npm run admin:link: prints a link that signs the instructor in once, within 24 hours. Works while the site runs and while it does not.
import { withDatabase } from '@/server/postgres/provide-database';

await withDatabase(async () => {
  const { instructorLink } = await import('@/server/seed/instructor-link');
  const { disconnect } = await import('@/server/db');
  try {
    console.log(await instructorLink());
  } finally {
    await disconnect();
  }
}).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
