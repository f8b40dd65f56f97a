import 'server-only';
import { Gauge, Registry } from 'prom-client';
import { db } from './db';
import { AppError } from './errors';
import { countStreams } from './events/event-stream';
import { LANES } from './jobs/lanes';

/** How far back grading latency is measured, minutes. */
const WINDOW_MINUTES = 15;

const registry = new Registry();
const submissions = new Gauge({
  name: 'peergrad_grading_runs',
  help: 'Grading runs kept, by status',
  labelNames: ['status'],
  registers: [registry],
});
const queueDepth = new Gauge({
  name: 'peergrad_queue_depth',
  help: 'Jobs that wait or run, by lane and state',
  labelNames: ['lane', 'state'],
  registers: [registry],
});
const latency = new Gauge({
  name: 'peergrad_grade_latency_seconds',
  help: `From submission to verdict over the last ${WINDOW_MINUTES} minutes, by quantile`,
  labelNames: ['quantile'],
  registers: [registry],
});
const streams = new Gauge({
  name: 'peergrad_event_streams',
  help: 'Event streams open in this web process',
  registers: [registry],
});

/**
 * Numbers are for staff, and for a collector on this very machine: every hop of the request is a loopback address.
 * @throws {AppError} `not-found`, so that it is not told that there is something.
 */
export function assertMayRead(headers: Headers, viewer: { role: string } | null): void {
  if (viewer?.role === 'instructor') return;
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  if (!hops.every((hop) => /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/.test(hop))) throw new AppError('not-found');
}

/** Prometheus text. Counted from the rows at each call: several graders and a restart make no difference. */
export async function collectMetrics(): Promise<{ text: string; contentType: string }> {
  const [runs, jobs, quantiles] = await Promise.all([countRuns(), countJobs(), measureLatency()]);
  submissions.reset();
  for (const { status, count } of runs) submissions.set({ status: status.toLowerCase() }, count);
  queueDepth.reset();
  for (const lane of LANES) queueDepth.set({ lane, state: 'waiting' }, 0);
  for (const { lane, state, count } of jobs) queueDepth.set({ lane, state }, count);
  latency.reset();
  for (const [quantile, seconds] of Object.entries(quantiles)) if (seconds !== null) latency.set({ quantile }, seconds);
  streams.set(await countStreams());
  return { text: await registry.metrics(), contentType: registry.contentType };
}

function countRuns() {
  return db.$queryRaw<{ status: string; count: number }[]>`
    SELECT status::text AS status, count(*)::int AS count FROM grading_run GROUP BY status`;
}

function countJobs() {
  return db.$queryRaw<{ lane: string; state: string; count: number }[]>`
    SELECT name AS lane, CASE WHEN state = 'active' THEN 'active' ELSE 'waiting' END AS state, count(*)::int AS count
    FROM pgboss.job WHERE name = ANY(${[...LANES]}::text[]) AND state IN ('created', 'retry', 'active') GROUP BY 1, 2`;
}

/** Seconds by quantile; null where nothing was graded. Ids of runs begin with their time, so the index finds the newest. */
async function measureLatency(): Promise<Record<string, number | null>> {
  const since = (Date.now() - WINDOW_MINUTES * 60_000).toString(16).padStart(12, '0');
  const firstId = `${since.slice(0, 8)}-${since.slice(8)}`;
  const [row] = await db.$queryRaw<Record<string, number | null>[]>`
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM finished_at - created_at)) AS "0.5",
           percentile_cont(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM finished_at - created_at)) AS "0.95"
    FROM grading_run WHERE id >= ${firstId} AND status = 'GRADED'`;
  return row ?? {};
}
