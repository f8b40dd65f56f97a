import 'server-only';
import type { CohortLti, CohortLtiAction } from '@/contracts/lti';
import { canManageCohort, type KnownViewer } from '../accounts/policies';
import { staffedBy } from '../cohorts/access';
import { db } from '../db';
import { audit } from '../discussion/audit';
import { AppError } from '../errors';
import { inTransaction } from '../transaction';
import { AGS_SCOPES } from './claims';
import { readRoster } from './roster';
import { queueCohortScores } from './score-jobs';
import { ServiceError } from './service';

/** @throws {AppError} `not-found`, also for a cohort that is none of the viewer's business */
export async function readCohortLti(viewer: KnownViewer, cohortId: string): Promise<CohortLti> {
  const inCohort = { AND: [staffedBy(viewer), { id: cohortId }] };
  if ((await db.cohort.count({ where: inCohort })) === 0) throw new AppError('not-found');
  const contexts = await db.ltiContext.findMany({
    where: { cohort: inCohort },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      title: true,
      membershipsUrl: true,
      rosterAt: true,
      agsScopes: true,
      platform: { select: { name: true, issuer: true } },
      members: {
        orderBy: [{ isActive: 'desc' }, { name: 'asc' }, { subject: 'asc' }],
        select: { subject: true, name: true, role: true, isActive: true },
      },
      lineItems: {
        orderBy: { exerciseId: 'asc' },
        select: { exerciseId: true, goneAt: true, scores: { select: { acceptedAt: true, failure: true } } },
      },
    },
  });
  const identities = await db.ltiIdentity.findMany({
    where: {
      issuer: { in: contexts.map(({ platform }) => platform.issuer) },
      subject: { in: contexts.flatMap(({ members }) => members.map(({ subject }) => subject)) },
    },
    select: { issuer: true, subject: true, userId: true },
  });
  const userOf = new Map(identities.map(({ issuer, subject, userId }) => [`${issuer} ${subject}`, userId]));
  return {
    contexts: contexts.map(({ id, title, platform, membershipsUrl, rosterAt, agsScopes, members, lineItems }) => ({
      ...{ id, title, platform: platform.name },
      hasRoster: membershipsUrl !== null,
      rosterAt: rosterAt?.toISOString() ?? null,
      takesGrades: agsScopes.includes(AGS_SCOPES.score),
      columns: lineItems.map(({ exerciseId, goneAt, scores }) => ({
        exercise: exerciseId === '' ? null : exerciseId,
        isGone: goneAt !== null,
        accepted: scores.filter(({ acceptedAt }) => acceptedAt !== null).length,
        refused: scores.filter(({ failure }) => failure !== null).length,
      })),
      members: members.map(({ subject, ...member }) => ({
        ...member,
        user: userOf.get(`${platform.issuer} ${subject}`) ?? null,
      })),
    })),
    isManager: canManageCohort(viewer, cohortId),
  };
}

/**
 * Does one thing to a linked course.
 * @throws {AppError} `not-found`; `forbidden` for an assistant; `unavailable` where the platform does not answer
 */
export async function actOnCohortLti(
  viewer: KnownViewer,
  cohortId: string,
  { context, action }: CohortLtiAction,
): Promise<CohortLti> {
  const linked = { id: context, cohort: { AND: [staffedBy(viewer), { id: cohortId }] } };
  if ((await db.ltiContext.count({ where: linked })) === 0) throw new AppError('not-found');
  if (!canManageCohort(viewer, cohortId)) throw new AppError('forbidden');
  if (action === 'roster') {
    await readRoster(context).catch((cause: unknown) => {
      throw cause instanceof ServiceError ? new AppError('unavailable', { cause }) : cause;
    });
  } else {
    await inTransaction(async (tx) => {
      if (action === 'unlink') await tx.ltiContext.update({ where: { id: context }, data: { cohortId: null } });
      else await sendAnew(tx, cohortId, context);
      await audit(tx, { userId: viewer.id }, { cohortId, action: `lti.${action}`, subject: context });
    });
  }
  return readCohortLti(viewer, cohortId);
}

/** As if the platform had been told nothing; columns that it removed are looked for again. Timestamps stay: they only grow. */
async function sendAnew(
  tx: Parameters<typeof queueCohortScores>[0],
  cohortId: string,
  contextId: string,
): Promise<void> {
  await tx.ltiLineItem.deleteMany({ where: { contextId, goneAt: { not: null } } });
  await tx.ltiScore.updateMany({ where: { lineItem: { contextId } }, data: { acceptedAt: null, failure: null } });
  await queueCohortScores(tx, cohortId);
}
