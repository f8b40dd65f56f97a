import 'server-only';
import { Prisma } from '@/.generated/prisma/client';
import {
  COHORT_KINDS,
  RETENTION_DEFAULTS,
  RETENTION_KINDS,
  type Retention,
  RetentionAppliedSchema,
  type RetentionCounts,
  type RetentionInput,
  type RetentionKind,
} from '@/contracts/privacy';
import type { KnownViewer } from '../accounts/policies';
import { db } from '../db';
import { audit, LOOKS } from '../discussion/audit';
import { AppError } from '../errors';
import { inTransaction, type Transaction } from '../transaction';
import { refuseOthers } from './site-admin';

const SITE = 'site';
/** Room for the first time on a site of years. */
const TIMEOUT_MS = 300_000;

interface Rule {
  scope: string;
  kind: string;
  days: number | null;
}

/** Days that hold for the site. */
function siteDays(rules: readonly Rule[], kind: RetentionKind): number | null {
  const rule = rules.find(({ scope, kind: other }) => scope === SITE && other === kind);
  return rule === undefined ? RETENTION_DEFAULTS[kind] : rule.days;
}

/**
 * The moment before which something is due, as SQL; null: kept for ever. `cohort`: the column with the id of the cohort that it
 * is of, whose own rule comes first.
 */
function dueBefore(rules: readonly Rule[], kind: RetentionKind, now: Date, cohort?: Prisma.Sql): Prisma.Sql {
  const site = siteDays(rules, kind);
  const days =
    cohort === undefined
      ? Prisma.sql`${site}::int`
      : Prisma.sql`(SELECT CASE WHEN own.scope IS NULL THEN ${site}::int ELSE own.days END
          FROM (SELECT 1) AS one LEFT JOIN retention_rule own ON own.scope = ${cohort} AND own.kind = ${kind})`;
  return Prisma.sql`(${now}::timestamptz - make_interval(days => ${days}))`;
}

/** What is due of each kind: the rows of a table, as `FROM … WHERE …`, and how they go. */
function dueRows(rules: readonly Rule[], now: Date): Record<RetentionKind, { from: Prisma.Sql; remove: Prisma.Sql }> {
  const before = (kind: RetentionKind, cohort?: Prisma.Sql) => dueBefore(rules, kind, now, cohort);
  const deleted = (from: Prisma.Sql) => ({ from, remove: Prisma.sql`DELETE ${from}` });
  const stale = Prisma.sql`WHERE (ip_address IS NOT NULL OR user_agent IS NOT NULL)
    AND updated_at < ${before('session-addresses')}`;
  return {
    'session-addresses': {
      from: Prisma.sql`FROM session ${stale}`,
      remove: Prisma.sql`UPDATE session SET ip_address = NULL, user_agent = NULL ${stale}`,
    },
    looks: deleted(Prisma.sql`FROM audit_entry a WHERE a.action = ANY(${LOOKS}::text[])
      AND a.created_at < ${before('looks', Prisma.sql`a.cohort_id`)}`),
    // Never the run that a grade stands on, nor one that waits or that a regrade may still make count.
    runs: deleted(Prisma.sql`FROM grading_run r WHERE r.status IN ('GRADED', 'FAILED')
      AND EXISTS (SELECT FROM submission s WHERE s.id = r.submission_id
        AND s.official_run_id IS NOT NULL AND s.official_run_id <> r.id
        AND r.created_at < ${before('runs', Prisma.sql`s.cohort_id`)})
      AND NOT EXISTS (SELECT FROM regrade g WHERE g.id = r.regrade_id AND g.decision IS NULL)`),
    'draft-copies': deleted(Prisma.sql`FROM draft_copy WHERE created_at < ${before('draft-copies')}`),
    notifications: deleted(Prisma.sql`FROM notification WHERE read_at < ${before('notifications')}`),
    'archived-cohorts': deleted(
      Prisma.sql`FROM cohort c WHERE c.archived_at < ${before('archived-cohorts', Prisma.sql`c.id`)}`,
    ),
  };
}

async function countDue(now: Date): Promise<RetentionCounts> {
  const rows = dueRows(await db.retentionRule.findMany(), now);
  const counts = {} as RetentionCounts;
  for (const kind of RETENTION_KINDS) {
    const [row] = await db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${rows[kind].from}`;
    counts[kind] = row?.count ?? 0;
  }
  return counts;
}

/** Removes what is due, all of it or nothing, and writes down how much of what. Called by the grader's housekeeping. */
export async function applyRetention(now = new Date(), actorId: string | null = null): Promise<RetentionCounts> {
  return inTransaction(
    async (tx) => {
      const rows = dueRows(await tx.retentionRule.findMany(), now);
      const removed = {} as RetentionCounts;
      for (const kind of RETENTION_KINDS) removed[kind] = await tx.$executeRaw(rows[kind].remove);
      // Rules of cohorts that are gone.
      await tx.$executeRaw`
        DELETE FROM retention_rule WHERE scope <> ${SITE} AND scope NOT IN (SELECT id FROM cohort)`;
      if (Object.values(removed).some((count) => count > 0)) await writeDown(tx, actorId, removed);
      return removed;
    },
    { timeout: TIMEOUT_MS },
  );
}

function writeDown(tx: Transaction, actorId: string | null, removed: RetentionCounts): Promise<void> {
  return audit(
    tx,
    { userId: actorId },
    { cohortId: null, action: 'retention.apply', subject: SITE, detail: { removed } },
  );
}

/** @throws {AppError} `forbidden` for who does not run the site */
export async function readRetention(viewer: KnownViewer): Promise<Retention> {
  refuseOthers(viewer);
  const [rules, cohorts, due, applied] = await Promise.all([
    db.retentionRule.findMany(),
    db.cohort.findMany({
      orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
      select: { id: true, name: true, archivedAt: true },
    }),
    countDue(new Date()),
    db.auditEntry.findMany({
      where: { action: 'retention.apply', subject: SITE },
      orderBy: { id: 'desc' },
      take: 10,
      select: { createdAt: true, detail: true },
    }),
  ]);
  const site = Object.fromEntries(RETENTION_KINDS.map((kind) => [kind, siteDays(rules, kind)]));
  return {
    site: site as Retention['site'],
    cohorts: cohorts.map(({ id, name, archivedAt }) => ({
      ...{ id, name, archived: archivedAt !== null },
      days: Object.fromEntries(rules.filter(({ scope }) => scope === id).map(({ kind, days }) => [kind, days])),
    })),
    due,
    applied: applied.map(({ createdAt, detail }) => ({
      at: createdAt.toISOString(),
      ...RetentionAppliedSchema.parse(detail),
    })),
  };
}

/**
 * Sets how long something is kept. Nothing is removed by it: the next housekeeping does, or who applies it.
 * @throws {AppError} `forbidden`; `not-found` for an unknown cohort; `invalid-input` for what only the site has
 */
export async function setRetention(viewer: KnownViewer, { cohort, kind, days }: RetentionInput): Promise<Retention> {
  refuseOthers(viewer);
  if (cohort !== null && !COHORT_KINDS.some((one) => one === kind)) throw new AppError('invalid-input');
  if (cohort === null && days === 'site') throw new AppError('invalid-input');
  const scope = cohort ?? SITE;
  await inTransaction(async (tx) => {
    if (cohort !== null && (await tx.cohort.count({ where: { id: cohort } })) === 0) throw new AppError('not-found');
    const key = { scope_kind: { scope, kind } };
    if (days === 'site') await tx.retentionRule.deleteMany({ where: { scope, kind } });
    else await tx.retentionRule.upsert({ where: key, create: { scope, kind, days }, update: { days } });
    await audit(
      tx,
      { userId: viewer.id },
      { cohortId: null, action: 'retention.set', subject: scope, detail: { kind, days } },
    );
  });
  return readRetention(viewer);
}

/** @throws {AppError} `forbidden` */
export async function applyRetentionNow(viewer: KnownViewer): Promise<RetentionCounts> {
  refuseOthers(viewer);
  return applyRetention(new Date(), viewer.id);
}
