import 'server-only';
import type { LtiContext } from '@/contracts/lti';
import { canManageCohort, type KnownViewer, managedCohorts } from '../accounts/policies';
import { staffedBy } from '../cohorts/access';
import { db } from '../db';
import { audit } from '../discussion/audit';
import { AppError } from '../errors';
import { inTransaction, type Transaction } from '../transaction';
import type { ResourceLinkFacts } from './claims';
import { queueCohortScores } from './score-jobs';
import { targetOf } from './target';

/** A course as a launch leaves it. */
export interface KnownContext {
  id: string;
  cohortId: string | null;
}

/**
 * Keeps what a launch says of its course, of the person in it, and of the column of its link. Whoever has a role there and none
 * in the linked cohort gets it; a role that somebody has is changed by no launch. Null where a launch comes from no course.
 */
export async function rememberLaunch(
  tx: Transaction,
  platformId: string,
  userId: string,
  facts: ResourceLinkFacts,
): Promise<KnownContext | null> {
  if (facts.context === null) return null;
  const services = {
    title: facts.context.title,
    membershipsUrl: facts.membershipsUrl,
    lineItemsUrl: facts.lineItemsUrl,
    agsScopes: facts.agsScopes,
  };
  const where = { platformId, deploymentId: facts.deploymentId, contextId: facts.context.id };
  const context = await tx.ltiContext.upsert({
    where: { platformId_deploymentId_contextId: where },
    create: { ...where, ...services },
    update: services,
    select: { id: true, cohortId: true },
  });
  const member = { name: facts.name, role: facts.role, isActive: true };
  await tx.ltiMember.upsert({
    where: { contextId_subject: { contextId: context.id, subject: facts.subject } },
    create: { ...member, contextId: context.id, subject: facts.subject },
    update: member,
  });
  await rememberColumn(tx, context.id, facts);
  if (context.cohortId !== null && facts.role !== null) {
    const isOpen = (await tx.cohort.count({ where: { id: context.cohortId, archivedAt: null } })) > 0;
    if (isOpen) await enrol(tx, context.cohortId, [{ userId, role: facts.role }]);
  }
  return context;
}

/** The column that the platform made for this very link: of an exercise, or of the course. */
async function rememberColumn(tx: Transaction, contextId: string, facts: ResourceLinkFacts): Promise<void> {
  const target = targetOf(facts.targetLinkUri);
  if (facts.lineItemUrl === null || target === null || target.kind === 'choose') return;
  const exerciseId = target.kind === 'exercise' ? target.exercise : '';
  const known = await tx.ltiLineItem.findUnique({ where: { contextId_exerciseId: { contextId, exerciseId } } });
  if (known?.url === facts.lineItemUrl && known.goneAt === null) return;
  // Another column is one that has no scores yet.
  await tx.ltiLineItem.deleteMany({ where: { contextId, exerciseId } });
  await tx.ltiLineItem.createMany({ data: { contextId, exerciseId, url: facts.lineItemUrl }, skipDuplicates: true });
}

async function enrol(
  tx: Transaction,
  cohortId: string,
  people: readonly { userId: string; role: 'LEARNER' | 'ASSISTANT' | 'INSTRUCTOR' }[],
): Promise<void> {
  const made = await tx.enrolment.createManyAndReturn({
    data: people.map((person) => ({ ...person, cohortId })),
    skipDuplicates: true,
    select: { userId: true, role: true },
  });
  for (const { userId, role } of made) {
    await audit(tx, { userId }, { cohortId, action: 'lti.enrol', subject: userId, detail: { role } });
  }
}

/** A course that the viewer teaches on its platform, by a launch or the roster; who runs the site sees all. */
async function findContext(viewer: KnownViewer, id: string) {
  const [found] = await db.$queryRaw<{ id: string }[]>`
    SELECT x.id FROM lti_context x JOIN lti_platform p ON p.id = x.platform_id
    WHERE x.id = ${id} AND (${viewer.isAdmin} OR EXISTS (
      SELECT FROM lti_member m JOIN lti_identity i ON i.issuer = p.issuer AND i.subject = m.subject
      WHERE m.context_id = x.id AND m.role = 'INSTRUCTOR' AND m.is_active AND i.user_id = ${viewer.id}))`;
  if (found === undefined) throw new AppError('not-found');
  return db.ltiContext.findUniqueOrThrow({
    where: { id: found.id },
    select: {
      id: true,
      title: true,
      platform: { select: { name: true, issuer: true } },
      cohort: { select: { id: true, name: true } },
    },
  });
}

/** @throws {AppError} `not-found`, also for a course that the viewer does not teach */
export async function readContext(viewer: KnownViewer, id: string): Promise<LtiContext> {
  const { title, platform, cohort } = await findContext(viewer, id);
  const cohorts = await db.cohort.findMany({
    where: { archivedAt: null, ...(viewer.isAdmin ? {} : { id: { in: managedCohorts(viewer) } }) },
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
    select: { id: true, name: true },
  });
  return { title, platform: platform.name, cohort, cohorts };
}

/**
 * Links a course to a cohort, for who teaches both. Who has come from it already is enrolled at once, and gets their scores sent.
 * @throws {AppError} `not-found` for a course or cohort that is none of the viewer's; `forbidden` for a cohort that they assist in
 */
export async function linkContext(viewer: KnownViewer, id: string, cohortId: string): Promise<LtiContext> {
  const { platform } = await findContext(viewer, id);
  const count = await db.cohort.count({ where: { AND: [staffedBy(viewer), { id: cohortId }] } });
  if (count === 0) throw new AppError('not-found');
  if (!canManageCohort(viewer, cohortId)) throw new AppError('forbidden');
  await inTransaction(async (tx) => {
    await tx.ltiContext.update({ where: { id }, data: { cohortId } });
    await audit(tx, { userId: viewer.id }, { cohortId, action: 'lti.link', subject: id });
    const members = await tx.ltiMember.findMany({
      where: { contextId: id, isActive: true, role: { not: null } },
      select: { subject: true, role: true },
    });
    const identities = await tx.ltiIdentity.findMany({
      where: { issuer: platform.issuer, subject: { in: members.map(({ subject }) => subject) } },
      select: { subject: true, userId: true },
    });
    const userOf = new Map(identities.map(({ subject, userId }) => [subject, userId]));
    await enrol(
      tx,
      cohortId,
      members.flatMap(({ subject, role }) => {
        const userId = userOf.get(subject);
        return userId === undefined || role === null ? [] : [{ userId, role }];
      }),
    );
    await queueCohortScores(tx, cohortId);
  });
  return readContext(viewer, id);
}
