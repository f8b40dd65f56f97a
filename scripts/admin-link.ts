// npm run admin:link: prints a link that signs the instructor in once, within 24 hours. Works while the site runs and while it does not.
// npm run admin:link -- --email ADDRESS [--purpose sign-in|reset|verify]: a one-time link for a member, for sites without mail.
import { parseArgs } from 'node:util';
import { withDatabase } from '@/server/postgres/provide-database';

const { values } = parseArgs({
  options: { email: { type: 'string' }, purpose: { type: 'string', default: 'sign-in' } },
});

await withDatabase(async () => {
  const { instructorLink } = await import('@/server/seed/instructor-link');
  const { STAFF_PURPOSES, staffLink } = await import('@/server/accounts/staff-link');
  const { disconnect } = await import('@/server/db');
  const z = await import('zod');
  const purposes = Object.keys(STAFF_PURPOSES) as (keyof typeof STAFF_PURPOSES)[];
  const PurposeSchema = z.enum(purposes, { error: `--purpose must be one of ${purposes.join(', ')}` });
  try {
    const purpose = PurposeSchema.safeParse(values.purpose);
    if (!purpose.success) throw new Error(purpose.error.issues[0]?.message);
    console.log(values.email === undefined ? await instructorLink() : await staffLink(values.email, purpose.data));
  } finally {
    await disconnect();
  }
}).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
