// npm run progress:check: compares materialised progress with the submissions behind it, while the site runs or not; exits 1 when they differ.
// npm run progress:check -- --repair: and mends what differs.
import { parseArgs } from 'node:util';
import { withDatabase } from '@/server/postgres/provide-database';

const { values } = parseArgs({ options: { repair: { type: 'boolean', default: false } } });

await withDatabase(async () => {
  const { checkProgress } = await import('@/server/progress/check');
  const { disconnect } = await import('@/server/db');
  try {
    const { rows, wrong } = await checkProgress({ repair: values.repair });
    for (const { userId, exerciseId, kept, right } of wrong) {
      console.log(`${userId} ${exerciseId}\n  kept:  ${JSON.stringify(kept)}\n  right: ${JSON.stringify(right)}`);
    }
    console.log(`${rows} rows compared, ${wrong.length} wrong${values.repair ? ' and mended' : ''}.`);
    if (wrong.length > 0 && !values.repair) process.exitCode = 1;
  } finally {
    await disconnect();
  }
});
