import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import type { ApiScope } from '@/contracts/api-v1';
import { hashToken } from '../accounts/tokens';
import { db } from '../db';
import { AppError } from '../errors';
import { enforceLimit } from '../rate-limit';
import { inTransaction } from '../transaction';
import { isApiToken } from './token-format';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** A program that asks, by the token that it brought. */
export interface ApiCaller {
  tokenId: string;
  /** Who made the token: its rights are theirs, as they are now. */
  makerId: string;
  makerIsAdmin: boolean;
  /** The one cohort that the token reads; null for every one of its maker's. */
  cohortId: string | null;
  scope: ApiScope;
}

/**
 * Who asks, by the `Authorization` header alone: no cookie opens `/api/v1`.
 * @throws {AppError} `not-signed-in` without a token that holds; `forbidden` without the scope; `rate-limited`
 */
export async function requireCaller(headers: Headers, scope: ApiScope): Promise<ApiCaller> {
  const secret = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? '';
  const token = isApiToken(secret) ? await findToken(secret) : null;
  await enforceLimit('api', { account: token?.id ?? null, headers });
  if (token === null) throw new AppError('not-signed-in');
  if (!token.scopes.includes(scope)) throw new AppError('forbidden');
  if (Date.now() - (token.lastUsedAt?.getTime() ?? 0) > MINUTE_MS) {
    await db.apiToken.update({ where: { id: token.id }, data: { lastUsedAt: new Date() } });
  }
  const { id: tokenId, cohortId, user } = token;
  return { tokenId, makerId: user.id, makerIsAdmin: user.isAdmin, cohortId, scope };
}

function findToken(secret: string) {
  return db.apiToken.findFirst({
    where: { hash: hashToken(secret), revokedAt: null, expiresAt: { gt: new Date() }, user: { isAnonymous: false } },
    select: {
      id: true,
      scopes: true,
      cohortId: true,
      lastUsedAt: true,
      user: { select: { id: true, isAdmin: true } },
    },
  });
}

/** Cohorts in progress that a token reads: that its maker teaches as an instructor at this moment, or all where they run the site. */
export function reachOf({ makerId, makerIsAdmin, cohortId }: ApiCaller): Prisma.CohortWhereInput {
  return {
    archivedAt: null,
    ...(cohortId === null ? {} : { id: cohortId }),
    ...(makerIsAdmin ? {} : { enrolments: { some: { userId: makerId, role: 'INSTRUCTOR' } } }),
  };
}

/**
 * Writes into the audit trail that a program looked at a cohort: before it is answered, and once for a token, a cohort, a scope
 * and an hour. docs/decisions/1162
 */
export async function noteLook({ tokenId, makerId, scope }: ApiCaller, cohortIds: readonly string[]): Promise<void> {
  const hour = new Date(Math.floor(Date.now() / HOUR_MS) * HOUR_MS);
  const known = await db.apiLook.findMany({
    where: { tokenId, scope, hour, cohortId: { in: [...cohortIds] } },
    select: { cohortId: true },
  });
  const fresh = cohortIds.filter((id) => !known.some(({ cohortId }) => cohortId === id));
  if (fresh.length === 0) return;
  await inTransaction(async (tx) => {
    const rows = await tx.apiLook.createManyAndReturn({
      data: fresh.toSorted().map((cohortId) => ({ tokenId, scope, hour, cohortId })),
      skipDuplicates: true,
      select: { cohortId: true },
    });
    await tx.auditEntry.createMany({
      data: rows.map(({ cohortId }) => ({
        ...{ actorId: makerId, cohortId, action: 'token.look', subject: tokenId, detail: { scope } },
      })),
    });
  });
}

/** Forgets which looks are written down; the audit trail keeps them. */
export async function pruneLooks(now: Date): Promise<void> {
  await db.apiLook.deleteMany({ where: { hour: { lt: new Date(now.getTime() - 2 * HOUR_MS) } } });
}
