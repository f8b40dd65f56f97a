/**
 * Fills the site with a cohort that has been through the course: 300 learners in 40 teams, 60 exercises, 200,000 submissions with
 * their reports. The same each time, but for the codes to join by. For trying staff pages out and for measuring, not for a real course.
 *
 * Usage: npm run seed:large [-- --learners N --exercises N --submissions N --teams N --seed N --starts-on YYYY-MM-DD]
 */
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { withDatabase } from '@/server/postgres/provide-database';
import { LARGE } from '@/server/seed/large/sizes';

const { values } = parseArgs({
  options: {
    learners: { type: 'string', default: String(LARGE.learners) },
    exercises: { type: 'string', default: String(LARGE.exercises) },
    submissions: { type: 'string', default: String(LARGE.submissions) },
    teams: { type: 'string', default: String(LARGE.teams) },
    seed: { type: 'string', default: String(LARGE.seed) },
    'starts-on': { type: 'string', default: LARGE.startsOn },
  },
});

const size = z.coerce.number().int().min(1);
const SizesSchema = z.object({
  ...{ learners: size, exercises: size, submissions: size, teams: z.coerce.number().int().min(0) },
  ...{ seed: z.coerce.number().int(), startsOn: z.iso.date() },
});
const sizes = SizesSchema.safeParse({ ...values, startsOn: values['starts-on'] });

if (sizes.success) {
  await withDatabase(async () => {
    const { seedLarge } = await import('@/server/seed/large/seed-large');
    const { recordExerciseVersions } = await import('@/server/seed/exercise-versions');
    const { readManifest } = await import('@/server/exercise-manifest');
    const { disconnect } = await import('@/server/db');
    try {
      await recordExerciseVersions((await readManifest()).exercises);
      const seeded = await seedLarge(sizes.data, (count) => process.stderr.write(`\r${count} submissions`));
      console.log(seeded ? '\nSeeded the large cohort.' : 'The large cohort is there already: nothing seeded.');
    } finally {
      await disconnect();
    }
  });
} else {
  for (const { path, message } of sizes.error.issues) console.error(`--${path.join('.')}: ${message}`);
  process.exitCode = 2;
}
