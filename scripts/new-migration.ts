// npm run migrate:new -- NAME: writes the migration from the history to prisma/schema.prisma. Read it before you commit it.
// npm run migrate:new -- --first: one migration instead of the whole history (before the first release only).
import { rewriteHistory, writeMigration } from '@/server/migrations/author';

const argument = process.argv[2] ?? '';
if (argument === '--first') {
  console.log(await rewriteHistory());
} else if (/^[a-z][a-z0-9-]*$/.test(argument)) {
  const file = await writeMigration(argument, new Date());
  console.log(file ?? 'prisma/schema.prisma and the history agree: no migration written.');
} else {
  console.error('Usage: npm run migrate:new -- NAME   (in kebab-case, such as add-threads)');
  process.exitCode = 2;
}
