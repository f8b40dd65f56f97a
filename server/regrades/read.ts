import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import type { Regrade, RegradeList } from '@/contracts/regrade';
import { type KnownViewer, managedCohorts } from '../accounts/policies';
import { db } from '../db';
import { AppError } from '../errors';
import { readManifest } from '../exercise-manifest';

const SELECT = {
  id: true,
  exerciseId: true,
  exerciseVersion: true,
  cohort: { select: { id: true, name: true } },
  reason: true,
  createdAt: true,
  createdBy: { select: { name: true } },
  decision: true,
  decidedAt: true,
  decidedBy: { select: { name: true } },
} as const satisfies Prisma.RegradeSelect;

type Row = Prisma.RegradeGetPayload<{ select: typeof SELECT }>;

const DECISION = { ACCEPTED: 'accepted', DISCARDED: 'discarded' } as const;

/** Regrades that the viewer may decide on: as `canRegrade`, inside the query. */
export function decidable(viewer: KnownViewer): Prisma.RegradeWhereInput {
  return viewer.isAdmin ? {} : { cohortId: { in: managedCohorts(viewer) } };
}

/** Newest first, of one exercise or of all, with whose work the viewer may regrade. */
export async function listRegrades(viewer: KnownViewer, exerciseId?: string): Promise<RegradeList> {
  const cohorts = await db.cohort.findMany({
    where: { archivedAt: null, ...(viewer.isAdmin ? {} : { id: { in: managedCohorts(viewer) } }) },
    orderBy: { startsOn: 'desc' },
    select: { id: true, name: true },
  });
  const rows = await db.regrade.findMany({
    where: { ...decidable(viewer), ...(exerciseId === undefined ? {} : { exerciseId }) },
    orderBy: { id: 'desc' },
    take: 200,
    select: SELECT,
  });
  return { regrades: await toRegrades(rows), everybody: viewer.isAdmin, cohorts };
}

/** @throws {AppError} `not-found`, also for one that is none of the viewer's business. */
export async function readRegrade(viewer: KnownViewer, id: string): Promise<Regrade> {
  const row = await db.regrade.findFirst({ where: { ...decidable(viewer), id }, select: SELECT });
  const [regrade] = row === null ? [] : await toRegrades([row]);
  if (regrade === undefined) throw new AppError('not-found');
  return regrade;
}

async function toRegrades(rows: Row[]): Promise<Regrade[]> {
  const [{ exercises }, counted] = await Promise.all([
    readManifest(),
    db.gradingRun.groupBy({
      by: ['regradeId', 'status'],
      where: { regradeId: { in: rows.map(({ id }) => id) } },
      _count: true,
    }),
  ]);
  const versions = new Map(exercises.map(({ id, version }) => [id, version]));
  return rows.map((row) => {
    const counts = counted.filter(({ regradeId }) => regradeId === row.id);
    const count = (...statuses: string[]) =>
      counts.reduce((sum, { status, _count }) => sum + (statuses.includes(status) ? _count : 0), 0);
    return {
      id: row.id,
      exercise: row.exerciseId,
      version: row.exerciseVersion,
      isOutdated: versions.get(row.exerciseId) !== row.exerciseVersion,
      cohort: row.cohort,
      reason: row.reason,
      createdAt: row.createdAt.toISOString(),
      createdBy: row.createdBy?.name ?? null,
      decision: row.decision && DECISION[row.decision],
      decidedAt: row.decidedAt?.toISOString() ?? null,
      decidedBy: row.decidedBy?.name ?? null,
      total: count('QUEUED', 'RUNNING', 'GRADED', 'FAILED'),
      waiting: count('QUEUED', 'RUNNING'),
      failed: count('FAILED'),
    };
  });
}
