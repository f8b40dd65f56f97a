import 'server-only';
import type { ApiToken, ApiTokenInput } from '@/contracts/api-token';
import { API_SCOPES } from '@/contracts/api-v1';
import { canManageCohort, type KnownViewer } from '../accounts/policies';
import { hashToken } from '../accounts/tokens';
import { staffedBy } from '../cohorts/access';
import { db } from '../db';
import { audit } from '../discussion/audit';
import { AppError } from '../errors';
import { inTransaction } from '../transaction';
import { makeApiToken } from './token-format';

const DAY_MS = 24 * 3_600_000;
/** Tokens that somebody may have at once. */
const MOST = 50;
const SHOWN_CHARACTERS = 4;

const SELECT = {
  id: true,
  name: true,
  ending: true,
  scopes: true,
  cohortId: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
} as const;

interface Row {
  id: string;
  name: string;
  ending: string;
  scopes: string[];
  cohortId: string | null;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
}

/**
 * The viewer's own tokens that read this cohort.
 * @throws {AppError} `not-found`; `forbidden` for an assistant
 */
export async function listApiTokens(viewer: KnownViewer, cohortId: string): Promise<ApiToken[]> {
  await requireInstructor(viewer, cohortId);
  const rows = await db.apiToken.findMany({
    where: { userId: viewer.id, revokedAt: null, OR: [{ cohortId }, { cohortId: null }] },
    orderBy: { id: 'desc' },
    select: SELECT,
  });
  return rows.map(toToken);
}

/**
 * Makes a token. `secret` is in no other answer, and not in the database.
 * @throws {AppError} `not-found`; `forbidden` for an assistant; `conflict` for who has too many
 */
export async function createApiToken(
  viewer: KnownViewer,
  cohortId: string,
  { name, scopes, days, everyCohort }: ApiTokenInput,
): Promise<{ token: ApiToken; secret: string }> {
  await requireInstructor(viewer, cohortId);
  const secret = makeApiToken();
  return inTransaction(async (tx) => {
    const open = { userId: viewer.id, revokedAt: null, expiresAt: { gt: new Date() } };
    // Held, so that two requests at once do not both find room for one.
    await tx.$queryRaw`SELECT id FROM "user" WHERE id = ${viewer.id} FOR NO KEY UPDATE`;
    if ((await tx.apiToken.count({ where: open })) >= MOST) throw new AppError('conflict');
    const row = await tx.apiToken.create({
      data: {
        ...{ userId: viewer.id, cohortId: everyCohort ? null : cohortId, name, scopes },
        ...{ hash: hashToken(secret), ending: secret.slice(-SHOWN_CHARACTERS) },
        expiresAt: new Date(Date.now() + days * DAY_MS),
      },
      select: SELECT,
    });
    await audit(
      tx,
      { userId: viewer.id },
      { cohortId, action: 'token.make', subject: row.id, detail: { scopes, days, everyCohort } },
    );
    return { token: toToken(row), secret };
  });
}

/**
 * Ends one of the viewer's tokens at once.
 * @throws {AppError} `not-found`, also for somebody else's
 */
export async function revokeApiToken(viewer: KnownViewer, cohortId: string, id: string): Promise<void> {
  await requireInstructor(viewer, cohortId);
  await inTransaction(async (tx) => {
    const { count } = await tx.apiToken.updateMany({
      where: { id, userId: viewer.id, revokedAt: null, OR: [{ cohortId }, { cohortId: null }] },
      data: { revokedAt: new Date() },
    });
    if (count === 0) throw new AppError('not-found');
    await audit(tx, { userId: viewer.id }, { cohortId, action: 'token.revoke', subject: id });
  });
}

async function requireInstructor(viewer: KnownViewer, cohortId: string): Promise<void> {
  const count = await db.cohort.count({ where: { AND: [staffedBy(viewer), { id: cohortId }] } });
  if (count === 0) throw new AppError('not-found');
  if (!canManageCohort(viewer, cohortId)) throw new AppError('forbidden');
}

function toToken({ cohortId, scopes, createdAt, expiresAt, lastUsedAt, ...row }: Row): ApiToken {
  return {
    ...row,
    scopes: API_SCOPES.filter((scope) => scopes.includes(scope)),
    everyCohort: cohortId === null,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
