import 'server-only';
import type { Platform, PlatformInput, PlatformList } from '@/contracts/lti';
import type { KnownViewer } from '../accounts/policies';
import { db } from '../db';
import { env } from '../env';
import { AppError } from '../errors';
import { isUniqueViolation } from '../transaction';
import { launchUrl, uriOf } from './target';

const SELECT = {
  id: true,
  name: true,
  issuer: true,
  clientId: true,
  deploymentIds: true,
  authUrl: true,
  tokenUrl: true,
  jwksUrl: true,
  _count: { select: { contexts: true } },
} as const;

/** Whoever a platform signs in is believed: only who runs the site says which ones are. */
export function requireAdmin(viewer: KnownViewer): void {
  if (!viewer.isAdmin) throw new AppError('forbidden');
}

/** @throws {AppError} `forbidden` */
export async function listPlatforms(viewer: KnownViewer): Promise<PlatformList> {
  requireAdmin(viewer);
  const rows = await db.ltiPlatform.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }], select: SELECT });
  return {
    platforms: rows.map(toPlatform),
    tool: {
      login: `${env.PUBLIC_URL}/api/lti/login`,
      launch: launchUrl(),
      choose: uriOf({ kind: 'choose' }),
      jwks: `${env.PUBLIC_URL}/api/lti/jwks`,
    },
  };
}

/** @throws {AppError} `forbidden`; `conflict` for an issuer and client id that are registered */
export async function registerPlatform(viewer: KnownViewer, input: PlatformInput): Promise<Platform> {
  requireAdmin(viewer);
  return toPlatform(await db.ltiPlatform.create({ data: input, select: SELECT }).catch(conflict));
}

/** @throws {AppError} `forbidden`, `not-found`, `conflict` */
export async function changePlatform(viewer: KnownViewer, id: string, input: PlatformInput): Promise<Platform> {
  requireAdmin(viewer);
  const { count } = await db.ltiPlatform.updateMany({ where: { id }, data: input }).catch(conflict);
  if (count === 0) throw new AppError('not-found');
  return toPlatform(await db.ltiPlatform.findUniqueOrThrow({ where: { id }, select: SELECT }));
}

/**
 * Ends a platform: no launch of it is believed, and it is told no more scores. Accounts and enrolments stay.
 * @throws {AppError} `forbidden`, `not-found`
 */
export async function removePlatform(viewer: KnownViewer, id: string): Promise<void> {
  requireAdmin(viewer);
  const { count } = await db.ltiPlatform.deleteMany({ where: { id } });
  if (count === 0) throw new AppError('not-found');
}

function conflict(error: unknown): never {
  throw isUniqueViolation(error) ? new AppError('conflict', { cause: error }) : error;
}

function toPlatform({ _count, ...row }: Omit<Platform, 'contexts'> & { _count: { contexts: number } }): Platform {
  return { ...row, contexts: _count.contexts };
}
