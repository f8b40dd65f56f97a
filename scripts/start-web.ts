// npm run start:web: one web process. `npm start` runs it; on a machine of its own it needs DATABASE_URL and AUTH_SECRET.
// --dev serves the sources, compiled as they change.
import { createServer } from 'node:http';
import next from 'next';
import { sendDueAnnouncements } from '@/server/announcements/send';
import { env } from '@/server/env';
import { logger } from '@/server/logger';
import { passScores, sweepScores } from '@/server/lti/scores';
import { sendDueDigests } from '@/server/notifications/digest';
import { portMessage } from '@/server/supervisor/port';
import { BROTLI_STORE } from '@/server/web/brotli-store';
import { compressAnswer } from '@/server/web/compress';

const dev = process.argv.includes('--dev');
const missing = (['DATABASE_URL', 'AUTH_SECRET'] as const).filter((name) => env[name] === undefined);
if (missing.length > 0) {
  console.error(`start:web needs ${missing.join(' and ')}; \`npm start\` brings both.`);
  process.exit(1);
}

const app = next({ dev, hostname: env.HOST, port: env.PORT });
await app.prepare();
const handle = app.getRequestHandler();

const server = createServer((request, response) => {
  // Like a proxy, this process says who is at the other end; what a client wrote before that counts only from TRUSTED_PROXIES.
  const peer = request.socket.remoteAddress ?? '';
  const before = request.headers['x-forwarded-for'];
  request.headers['x-forwarded-for'] = before === undefined ? peer : `${before}, ${peer}`;
  if (!dev) compressAnswer(request, response, BROTLI_STORE);
  void handle(request, response);
});
server.on('error', (error: NodeJS.ErrnoException) => {
  console.error(portMessage(env.HOST, env.PORT, error.code ?? error.message));
  process.exit(1);
});
server.listen(env.PORT, env.HOST, () => process.send?.('ready'));

/** How late a digest may be. Graders, which run references, know no mail server: docs/decisions/1033. */
const DIGESTS_MS = 5 * 60_000;
setInterval(
  () => void sendDueDigests().catch((err: unknown) => logger.error({ err }, 'digests could not be sent')),
  DIGESTS_MS,
).unref();

/** How late a scheduled announcement may be. */
const ANNOUNCEMENTS_MS = 20_000;
setInterval(
  () => void sendDueAnnouncements().catch((err: unknown) => logger.error({ err }, 'announcements could not be sent')),
  ANNOUNCEMENTS_MS,
).unref();

/** How late a platform may hear of a grade, and how often every linked cohort is looked at again: docs/decisions/1164. */
const SCORES_MS = 10_000;
const SWEEP_MS = 600_000;
let isPassing = false;
async function pass(): Promise<void> {
  if (isPassing) return;
  isPassing = true;
  await passScores().catch((err: unknown) => logger.error({ err }, 'scores could not be passed to platforms'));
  isPassing = false;
}
setInterval(() => void pass(), SCORES_MS).unref();
setInterval(
  () => void sweepScores().catch((err: unknown) => logger.error({ err }, 'cohorts could not be looked at again')),
  SWEEP_MS,
).unref();

/** Answers in progress get a moment; event streams would never end by themselves. */
const GRACE_MS = 2000;

let stopping = false;
function stop(): void {
  if (stopping) return;
  stopping = true;
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
