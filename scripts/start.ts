// npm start: builds what changed, starts the database, migrates, seeds an empty site, and keeps one web and one grader process
// running until Ctrl-C. npm run dev (--dev): the same, with pages compiled as their sources change.
import { setTimeout as sleep } from 'node:timers/promises';
import { env } from '@/server/env';
import { applyMigrations } from '@/server/migrations/apply';
import type { EmbeddedServer } from '@/server/postgres/embedded-server';
import { provideDatabase } from '@/server/postgres/provide-database';
import { keepAuthSecret } from '@/server/supervisor/auth-secret';
import { lockDataFolder } from '@/server/supervisor/data-folder-lock';
import { KeptProcess } from '@/server/supervisor/kept-process';
import { plainHttpWarning } from '@/server/supervisor/plain-http';
import { awaitFreePort } from '@/server/supervisor/port';
import { watchDatabase } from '@/server/supervisor/watch-database';
import { build } from './build';
import { FOR_DEVELOPMENT, FOR_PRODUCTION } from './build-steps';

const dev = process.argv.includes('--dev');

/** What has been started, in order; stopped in the reverse. */
const cleanUps: (() => Promise<unknown> | unknown)[] = [];
const kept: KeptProcess[] = [];

let stopping = false;
async function stop(exitCode: number): Promise<never> {
  stopping = true;
  for (const cleanUp of cleanUps.reverse()) {
    try {
      await cleanUp();
    } catch (error) {
      console.error(error);
      exitCode = 1;
    }
  }
  process.exit(exitCode);
}

/**
 * Ends everything after an error. An error that Ctrl-C brought is none: tsx's compiler is in the terminal's group as well, and an
 * import that it was compiling may fail a moment before the signal is heard here.
 */
async function fail(told: string): Promise<void> {
  await sleep(200);
  if (stopping) return;
  console.error(told);
  await stop(1);
}
process.on('uncaughtException', (error) => void fail(error.stack ?? error.message));

function onSignal(): void {
  if (stopping) {
    for (const child of kept) child.kill();
    return;
  }
  console.log('\nStopping …');
  void stop(0);
}
process.on('SIGINT', onSignal);
process.on('SIGTERM', onSignal);
process.on('SIGHUP', onSignal);

async function takeDataFolder(): Promise<void> {
  const lock = await lockDataFolder(env.DATA_DIR, env.PUBLIC_URL);
  if ('release' in lock) {
    cleanUps.push(lock.release);
    return;
  }
  const { pid, address } = lock.holder;
  throw new Error(
    `Another \`npm start\` (process ${pid}, ${address}) already runs on ${env.DATA_DIR}. Stop it, or set DATA_DIR and PORT for a second site.`,
  );
}

async function startDatabase(): Promise<EmbeddedServer | null> {
  const database = await provideDatabase();
  if (database === null) return null;
  console.log(database.adopted ? 'Adopted the database that was left running.' : 'Started the database.');
  cleanUps.push(database.stop);
  return database;
}

/** @returns whether this is the very first start */
async function prepareSite(databaseUrl: string): Promise<boolean> {
  const applied = await applyMigrations(databaseUrl);
  if (applied.length > 0) console.log(`Migrated the database: ${applied.join(', ')}.`);
  // Only now: its client may have been generated a moment ago, and its address was not known before.
  const { seed } = await import('@/server/seed/seed');
  const first = await seed();
  if (first) console.log('Seeded the course and a demo cohort.');
  return first;
}

async function startProcesses(): Promise<void> {
  const shared: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DATA_DIR: env.DATA_DIR,
    DATABASE_URL: env.DATABASE_URL,
  };
  const { AUTH_SECRET: _, SMTP_URL: __, OIDC_CLIENT_SECRET: ___, ...withoutSecrets } = shared;
  const web = new KeptProcess({
    name: 'web',
    entry: 'scripts/start-web.ts',
    args: dev ? ['--dev'] : [],
    env: { ...shared, AUTH_SECRET: env.AUTH_SECRET },
  });
  const grader = new KeptProcess({
    name: 'grader',
    entry: 'server/grader/main.ts',
    env: { ...withoutSecrets, NODE_ENV: shared.NODE_ENV },
  });
  kept.push(web, grader);
  cleanUps.push(() => Promise.all(kept.map((child) => child.stop())));
  void grader.start();
  await web.start();
}

async function start(): Promise<void> {
  await takeDataFolder();
  await awaitFreePort(env.HOST, env.PORT);
  await build(dev ? FOR_DEVELOPMENT : FOR_PRODUCTION);
  env.AUTH_SECRET ??= await keepAuthSecret(env.DATA_DIR);
  const database = await startDatabase();
  const first = await prepareSite(env.DATABASE_URL ?? '');
  await startProcesses();
  if (database) cleanUps.push(watchDatabase(database));
  const link = await greeting(first);
  console.log(`\nPeerGrad is at ${env.PUBLIC_URL}`);
  console.log(link);
  const warning = plainHttpWarning(env.PUBLIC_URL);
  if (warning) console.warn(warning);
}

async function greeting(first: boolean): Promise<string> {
  if (!first) return 'A sign-in link for the instructor: npm run admin:link';
  const { instructorLink } = await import('@/server/seed/instructor-link');
  return `Instructor, once and within 24 hours: ${await instructorLink()}`;
}

await start().catch((error: Error) => fail(error.message));
